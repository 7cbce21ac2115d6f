/** What became of a claim's value: before → after, or what was tried and what stays. */
import { VisibleText } from "../../parts/VisibleText.tsx";
import { guestLine } from "../run/guest-text.ts";
import { isRejected, nameInSentence } from "./claim-states.ts";
import { NestedTree } from "./NestedTree.tsx";
import { nestedChangesOf } from "./nested-changes-of.ts";
import { type ClaimOutcomeProps, PlainOutcome } from "./PlainOutcome.tsx";
import "./nested.css";

export function ClaimOutcome({ change, parts }: ClaimOutcomeProps) {
  const { CopyValue, WholeValues } = parts;
  const { state, before, after, attempted } = change;
  if (isRejected(state)) return <Rejected change={change} parts={parts} />;
  const name = nameInSentence(change.name);
  const nested =
    state === "replaced" && before !== undefined && after !== undefined ? nestedChangesOf(before, after) : null;
  if (nested !== null) {
    return (
      <>
        <NestedTree changes={nested} name={name} CopyValue={CopyValue} />
        <WholeValues change={change} />
      </>
    );
  }
  return (
    <>
      <PlainOutcome change={change} parts={parts} />
      {attempted && (before === undefined || after === undefined || before === after) && (
        <CopyValue text={guestLine(attempted)} what={`value tried for ${name}`} look="tried" />
      )}
    </>
  );
}

function Rejected({ change: { name, attempted, after }, parts: { CopyValue } }: ClaimOutcomeProps) {
  const spoken = nameInSentence(name);
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
