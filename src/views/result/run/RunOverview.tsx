/** The run in words: how it ended, what the sign-in does, how long each step took, and what ran it. */
import type { RunResult } from "../../../workflow/run-result.ts";
import { TRIGGERS } from "../../../workflow/trigger.ts";
import { Provenance } from "../../parts/Provenance.tsx";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { errorText, failureTitle } from "../failure/failure-words.ts";
import { formatCount, formatDuration } from "../format.ts";
import { gapSentence } from "../gaps/gap-text.ts";
import { PositionLink } from "../PositionLink.tsx";
import type { Failure } from "../shown-result.ts";
import { guestLine } from "./guest-text.ts";
import { PACKAGE_VERSION } from "./package-version.ts";
import { SettingsLine } from "./SettingsLine.tsx";

const LONGEST_TEXT = 500;

export function RunOverview({
  result,
  failure,
}: {
  readonly result: RunResult | null;
  readonly failure: Failure | null;
}) {
  if (result === null && failure === null) return <p className="run__nothing">The workflow has not run yet.</p>;
  // What a step that was not reached would have found is not known: the settings in a result are then the default ones.
  const phase = result !== null && "phase" in result.outcome ? result.outcome.phase : "execute";
  return (
    <div className="run-overview">
      <p
        className={`run-overview__outcome ${failure ? `run-overview__outcome--${failure.kind === "gap" ? "gap" : "failed"}` : ""}`}
      >
        {failure ? failureTitle(failure) : "The workflow ran to its end"}
        {result && <span className="run-overview__total"> in {formatDuration(result.durations.totalMs)}</span>}
      </p>
      {failure?.kind === "error" && (
        <p className="run-overview__message">
          <VisibleText text={errorText(failure.outcome.error).slice(0, LONGEST_TEXT)} />
          {failure.outcome.error.position && <PositionLink position={failure.outcome.error.position} />}
        </p>
      )}
      {failure?.kind === "gap" &&
        failure.gaps.map((gap) => (
          <p key={gapSentence(gap)}>
            <VisibleText text={`${gapSentence(gap)}.`.slice(0, LONGEST_TEXT)} />
            {gap.position && <PositionLink position={gap.position} />}
          </p>
        ))}
      {failure !== null && "message" in failure && <p>{failure.message}</p>}
      {result && (
        <>
          {failure?.kind !== "gap" && (
            <p>
              <VisibleText text={result.signIn.sentence.slice(0, LONGEST_TEXT)} />{" "}
              <Provenance rule={result.signIn.rule} />
            </p>
          )}
          <dl className="run-overview__facts">
            {phase === "execute" && (
              <>
                <dt>Trigger</dt>
                <dd>
                  {TRIGGERS[result.trigger].title} <code>{result.trigger}</code>
                </dd>
                <SettingsLine settings={result.settings} />
              </>
            )}
            {phase !== "compile" && (
              <>
                <dt>Effects</dt>
                <dd>{effectsText(result)}</dd>
              </>
            )}
            <Returned result={result} />
            <dt>Time</dt>
            <dd>
              <Durations result={result} />
            </dd>
            {phase !== "compile" && (
              <>
                <dt>Package</dt>
                <dd>
                  @kinde/infrastructure {PACKAGE_VERSION}, run unmodified <Provenance rule={PACKAGE_RULE} />
                </dd>
              </>
            )}
          </dl>
        </>
      )}
    </div>
  );
}

const PACKAGE_RULE = {
  provenance: "package",
  sentence:
    "The workflow imports Kinde’s published package; the playground implements only the kinde object that it calls.",
  source: `@kinde/infrastructure ${PACKAGE_VERSION}`,
} as const;

function effectsText({ effects }: RunResult): string {
  const count = (kind: string) => effects.filter((effect) => effect.kind === kind).length;
  return [
    formatCount(count("claim"), "claim write"),
    formatCount(count("call"), "host call"),
    formatCount(count("log"), "console line"),
  ].join(", ");
}

function Returned({ result: { outcome } }: { readonly result: RunResult }) {
  if (outcome.kind !== "completed" || outcome.returned === undefined || outcome.returned.text === "null") return null;
  return (
    <>
      <dt>Returned</dt>
      <dd>
        <code>
          <VisibleText text={guestLine(outcome.returned).slice(0, LONGEST_TEXT)} />
        </code>
      </dd>
    </>
  );
}

function Durations({ result: { durations } }: { readonly result: RunResult }) {
  const stages = [
    { label: "transpile", durationMs: durations.transpileMs },
    { label: "load without bindings", durationMs: durations.discoveryMs },
    { label: "run", durationMs: durations.executionMs },
    { label: "compare", durationMs: durations.diffMs },
  ];
  return stages
    .filter(({ durationMs }) => durationMs > 0)
    .map(({ label, durationMs }) => (
      <span key={label} className="run-overview__stage">
        {label} {formatDuration(durationMs)}
      </span>
    ));
}
