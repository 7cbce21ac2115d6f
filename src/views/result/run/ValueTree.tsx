/** The inside of a value as a tree; levels below the first open on demand. */
import type { ExactJson } from "../../../workflow/exact-json.ts";
import { Fold } from "../../parts/Fold.tsx";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { formatCount } from "../format.ts";
import { guestNode, nameText } from "./guest-text.ts";

const MOST_MEMBERS = 100;
const LONGEST_LEAF = 300;

type ValueTreeProps = { readonly value: ExactJson; readonly hasMarks: boolean };

export function ValueTree({ value, hasMarks }: ValueTreeProps) {
  const node = guestNode(value, hasMarks);
  if (node.kind === "leaf") return <Fold text={node.text} limit={LONGEST_LEAF} what="the text" />;
  const rest = node.members.length - MOST_MEMBERS;
  return (
    <span className="value-tree">
      {node.members.slice(0, MOST_MEMBERS).map((member) => (
        <Member key={member.label} label={member.label} value={member.value} hasMarks={hasMarks} />
      ))}
      {rest > 0 && <span className="value-tree__rest">{formatCount(rest, "more member")} not shown</span>}
    </span>
  );
}

function Member({ label, value, hasMarks }: ValueTreeProps & { readonly label: string }) {
  const node = guestNode(value, hasMarks);
  const name = (
    <span className="value-tree__name">
      <VisibleText text={nameText(label)} />
    </span>
  );
  if (node.kind === "leaf" || node.members.length === 0) {
    return (
      <span className="value-tree__member">
        {name}: {node.kind === "leaf" ? <ValueTree value={value} hasMarks={hasMarks} /> : `${node.open}${node.close}`}
      </span>
    );
  }
  const count = formatCount(node.members.length, node.open === "[" ? "item" : "member");
  return (
    <details className="value-tree__member">
      <summary>
        {name}: {node.open}
        <span className="value-tree__count">{count}</span>
        {node.close}
      </summary>
      <ValueTree value={value} hasMarks={hasMarks} />
    </details>
  );
}
