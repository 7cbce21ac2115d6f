/** What became of a claim's value: before → after, or what was tried and what stays. */
import { useState } from "react";
import type { ClaimChange } from "../../../workflow/claim.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { guestLine } from "../run/guest-text.ts";
import { CopyValue } from "./CopyValue.tsx";
import { isRejected, spokenName } from "./claim-states.ts";
import { NestedTree } from "./NestedTree.tsx";
import { nestedChangesOf } from "./nested-changes-of.ts";

export function ClaimOutcome({ change }: { readonly change: ClaimChange }) {
  const name = spokenName(change.name);
  const { before, after, attempted } = change;
  if (isRejected(change.state)) return <Rejected change={change} />;
  if (before === undefined || after === undefined || before === after) {
    return (
      <>
        <CopyValue
          text={after ?? before ?? ""}
          what={`value of ${name}`}
          look={after === undefined ? "before" : "after"}
        />
        {attempted && <CopyValue text={guestLine(attempted)} what={`value tried for ${name}`} look="tried" />}
      </>
    );
  }
  const nested = change.state === "replaced" ? nestedChangesOf(before, after) : null;
  if (nested === null) return <BeforeAfter before={before} after={after} name={name} />;
  return (
    <>
      <NestedTree changes={nested} name={name} />
      <WholeValues before={before} after={after} name={name} />
    </>
  );
}

type BeforeAfterProps = { readonly before: string; readonly after: string; readonly name: string };

function BeforeAfter({ before, after, name }: BeforeAfterProps) {
  return (
    <>
      <CopyValue text={before} what={`value of ${name} before`} look="before" />
      <Becomes />
      <CopyValue text={after} what={`value of ${name} after`} />
    </>
  );
}

/** Beside a tree of what changed inside, the whole values stand only on demand. */
function WholeValues(props: BeforeAfterProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="copy-value__toggle claims-row__whole"
        aria-expanded={isOpen}
        aria-label={isOpen ? `fold the values of ${props.name}` : `whole values of ${props.name}`}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "fold" : "whole values"}
      </button>
      {isOpen && <BeforeAfter {...props} />}
    </>
  );
}

function Becomes() {
  return (
    <span className="claims-row__becomes">
      <span aria-hidden="true">→</span>
      <span className="only-read">becomes</span>
    </span>
  );
}

function Rejected({ change: { name, attempted, after } }: { readonly change: ClaimChange }) {
  const spoken = spokenName(name);
  const problem = attempted?.problem;
  return (
    <>
      {attempted && (
        <span className="claims-row__pair">
          <span className="claims-row__note">tried</span>
          <CopyValue text={guestLine(attempted)} what={`value tried for ${spoken}`} look="tried" limit={48} />
        </span>
      )}
      {problem && problem.path !== "" && (
        <span className="claims-row__reason">
          <VisibleText text={`${problem.path}: ${problem.reason}`} />
        </span>
      )}
      <span className="claims-row__pair">
        <span className="claims-row__note">{after === undefined ? "not in the token" : "stays"}</span>
        {after !== undefined && <CopyValue text={after} what={`value of ${spoken}`} look="before" limit={36} />}
      </span>
    </>
  );
}
