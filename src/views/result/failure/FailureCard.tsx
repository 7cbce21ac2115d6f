/** In the place of the result when there is none: what failed, where, what Kinde would log, what the sign-in does, and what to try. */
import { usePlaygroundStore } from "../../../store/use-playground.ts";
import { Button } from "../../parts/Button.tsx";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { Provenance } from "../../parts/Provenance.tsx";
import { GapCard } from "../gaps/GapCard.tsx";
import type { Failure } from "../shown-result.ts";
import { ErrorDetails } from "./ErrorDetails.tsx";
import { failureTitle } from "./failure-words.ts";
import { ScenarioProblems } from "./ScenarioProblems.tsx";
import "./failure-card.css";

export function FailureCard({ failure }: { readonly failure: Failure }) {
  if (failure.kind === "gap") return <GapCard gaps={failure.gaps} error={failure.outcome.error} />;
  const signIn = failure.kind === "error" || failure.kind === "unready" ? failure.result.signIn : null;
  return (
    <section className={`failure failure--${failure.kind}`} aria-label="What failed">
      <h2 className="failure__title">{failureTitle(failure)}</h2>
      <FailureBody failure={failure} />
      {signIn && (
        <p className="failure__sign-in">
          <VisibleText text={signIn.sentence} /> <Provenance rule={signIn.rule} />
        </p>
      )}
    </section>
  );
}

function FailureBody({ failure }: { readonly failure: Exclude<Failure, { kind: "gap" }> }) {
  switch (failure.kind) {
    case "error":
      return <ErrorDetails error={failure.outcome.error} />;
    case "unready":
      return <ScenarioProblems problems={failure.problems} />;
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
          <p>This is a fault of the playground and not of your workflow. Your work is kept.</p>
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

function RunAgain() {
  const store = usePlaygroundStore();
  return (
    <p>
      <Button onClick={() => store.getState().runNow()}>Run again</Button>
    </p>
  );
}
