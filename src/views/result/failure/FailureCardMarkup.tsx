/** In the place of the result when there is none: what failed, where, what Kinde would log, what the sign-in does, and what to try. */
import { VisibleText } from "../../parts/VisibleText.tsx";
import { GapCardMarkup } from "../gaps/GapCardMarkup.tsx";
import type { FailureParts } from "../result-parts.ts";
import type { Failure } from "../shown-result.ts";
import { ErrorDetails } from "./ErrorDetails.tsx";
import { isExplainedBy } from "./explaining-diagnostic.ts";
import { failureTitle } from "./failure-words.ts";
import { ScenarioProblems } from "./ScenarioProblems.tsx";
import "./failure-card.css";

type FailureCardProps = { readonly failure: Failure; readonly parts: FailureParts };

export function FailureCardMarkup({ failure, parts }: FailureCardProps) {
  const { Provenance } = parts;
  if (failure.kind === "gap") return <GapCardMarkup gaps={failure.gaps} error={failure.outcome.error} parts={parts} />;
  const signIn = failure.kind === "error" || failure.kind === "unready" ? failure.result.signIn : null;
  return (
    <section className={`failure failure--${failure.kind}`} aria-label="What failed">
      <h2 className="failure__title">{failureTitle(failure)}</h2>
      <FailureBody failure={failure} parts={parts} />
      {signIn && (
        <p className="failure__sign-in">
          <VisibleText text={signIn.sentence} /> <Provenance rule={signIn.rule} />
        </p>
      )}
    </section>
  );
}

type FailureBodyProps = {
  readonly failure: Exclude<Failure, { kind: "gap" }>;
  readonly parts: FailureParts;
};

function FailureBody({ failure, parts }: FailureBodyProps) {
  const { FixFailure, RunAgain } = parts;
  switch (failure.kind) {
    case "error": {
      const { error } = failure.outcome;
      const told = failure.result.diagnostics.find((diagnostic) => isExplainedBy(error, diagnostic));
      return <ErrorDetails error={error} parts={parts} fix={told && <FixFailure diagnostic={told} />} />;
    }
    case "unready":
      return <ScenarioProblems problems={failure.problems} ScenarioPlace={parts.ScenarioPlace} />;
    case "hung":
      return (
        <>
          <p>{failure.message}</p>
          <p>Look for a loop that never ends, or work on a very large array. The next edit runs in a new sandbox.</p>
        </>
      );
    case "crashed":
      return (
        <>
          <p className="failure__message">{failure.message}</p>
          <p>This is no fault of your workflow. Your work is kept.</p>
          <RunAgain />
        </>
      );
    case "stopped":
      return (
        <>
          <p>The sandbox was ended where it stood, so there is no result of this run.</p>
          <RunAgain />
        </>
      );
  }
}
