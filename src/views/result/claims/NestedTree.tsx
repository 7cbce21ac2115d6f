/** What changed inside a claim's value, as a small tree. */
import type { NestedChange, NestedChanges } from "../../../claims/nested-changes.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { formatCount } from "../format.ts";
import type { ClaimParts } from "../result-parts.ts";
import { CLAIM_STATES } from "./claim-states.ts";
import { type NestedNode, nestedTree } from "./nested-tree.ts";

type Part = { readonly name: string; readonly CopyValue: ClaimParts["CopyValue"] };

const STATE_OF = { added: "added", removed: "removed", changed: "replaced" } as const;

export function NestedTree({ changes, ...part }: Part & { readonly changes: NestedChanges }) {
  return (
    <span className="nested">
      <Nodes nodes={nestedTree(changes.changes)} {...part} />
      {changes.omitted > 0 && (
        <span className="nested__rest">{formatCount(changes.omitted, "more change")} inside are not shown</span>
      )}
    </span>
  );
}

function Nodes({ nodes, ...part }: Part & { readonly nodes: readonly NestedNode[] }) {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a removed and an added item may share a label, and nodes hold no state.
    <span key={index} className="nested__node">
      {node.change ? (
        <Leaf label={node.label} change={node.change} {...part} />
      ) : (
        <>
          <code className="nested__label">
            <VisibleText text={node.label} />
          </code>
          <span className="nested__nodes">
            <Nodes nodes={node.nodes} {...part} />
          </span>
        </>
      )}
    </span>
  ));
}

function Leaf({ label, change, name, CopyValue }: Part & { readonly label: string; readonly change: NestedChange }) {
  const state = STATE_OF[change.kind];
  const { sign, word } = CLAIM_STATES[state];
  const what = `value of ${name} ${label}`;
  return (
    <>
      <span className={`nested__sign nested__sign--${state}`} aria-hidden="true">
        {sign}
      </span>
      <code className="nested__label">
        <VisibleText text={label} />
      </code>
      <span className="only-read">{word}</span>
      {change.kind !== "added" && <CopyValue text={change.before} what={`${what} before`} look="before" limit={32} />}
      {change.kind === "changed" && (
        <span className="claims-row__becomes" aria-hidden="true">
          →
        </span>
      )}
      {change.kind !== "removed" && <CopyValue text={change.after} what={`${what} after`} limit={32} />}
    </>
  );
}
