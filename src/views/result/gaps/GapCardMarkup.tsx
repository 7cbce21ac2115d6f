/** What the scenario lacks for the run, each with a button that adds it: amber, because it is no failure of the workflow. */
import type { WorkflowError } from "../../../workflow/execution.ts";
import type { Gap } from "../../../workflow/gap.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { ErrorDetails } from "../failure/ErrorDetails.tsx";
import type { FailureParts } from "../result-parts.ts";
import { gapMeaning, gapSentence, gapTitle } from "./gap-text.ts";
import "../failure/failure-card.css";
import "./gap-card.css";

const LONGEST_SENTENCE = 500;
const LONGEST_REASON = 2_000;

export type GapCardProps = {
  readonly gaps: readonly Gap[];
  /** How the run ended for want of them. */
  readonly error?: WorkflowError | undefined;
};

export function GapCardMarkup({ gaps, error, parts }: GapCardProps & { readonly parts: FailureParts }) {
  const isVariable = gaps.some(({ kind, endsRun }) => kind === "variable" && endsRun);
  return (
    <section className="failure failure--gap" aria-label="What is missing">
      <h2 className="failure__title">{gapTitle(gaps)}</h2>
      <ul className="gaps">
        {gaps.map((gap) => (
          <GapRow key={gapSentence(gap)} gap={gap} parts={parts} />
        ))}
      </ul>
      {gapMeaning(gaps).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {error && isVariable && (
        <details className="failure__details">
          <summary>How the workflow fails without it</summary>
          <ErrorDetails error={withoutAdvice(error)} parts={parts} />
        </details>
      )}
    </section>
  );
}

function GapRow({ gap, parts }: { readonly gap: Gap; readonly parts: FailureParts }) {
  const { AddGap, PositionLink } = parts;
  return (
    <li className="gaps__row">
      <span className="gaps__what">
        <VisibleText text={gapSentence(gap).slice(0, LONGEST_SENTENCE)} />
        {gap.position && (
          <>
            {" "}
            <PositionLink position={gap.position} isShort />
          </>
        )}
      </span>
      <AddGap gap={gap} />
      {gap.kind === "mock" && gap.near && (
        <p className="gaps__near">
          <VisibleText text={gap.near.slice(0, LONGEST_REASON)} />
        </p>
      )}
    </li>
  );
}

function withoutAdvice({ advice: _, ...error }: WorkflowError): WorkflowError {
  return error;
}
