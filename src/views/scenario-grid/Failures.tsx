/** What fails, scenario by scenario, each in a sentence with its place. */
import { TOKENS } from "../../workflow/token.ts";
import { formatCount } from "../result/format.ts";
import { PositionLink } from "../result/PositionLink.tsx";
import { useGrowingLimit } from "../parts/use-growing-limit.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import type { JudgedScenario } from "./judged-scenarios.ts";
import type { Position } from "../../workflow/position.ts";

const FIRST_FAILURES = 20;
const LONGEST_SENTENCE = 300;

type FailureLine = {
  readonly key: string;
  readonly name: string;
  readonly sentence: string;
  readonly position?: Position;
};

type FailuresProps = {
  readonly judged: readonly JudgedScenario[];
  /** False where one scenario is spoken of and named already. */
  readonly isNamed?: boolean;
};

export function Failures({ judged, isNamed = true }: FailuresProps) {
  const lines = judged.flatMap(linesOf);
  const { limit, endRef, grow } = useGrowingLimit(lines.length, FIRST_FAILURES);
  if (lines.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets.
    <ul className="scenario-grid__failures" role="list" aria-label="What fails">
      {lines.slice(0, limit).map(({ key, name, sentence, position }) => (
        <li key={key}>
          <span className="grid__status grid__status--bad" aria-hidden="true">
            ▲
          </span>{" "}
          {isNamed && (
            <>
              <strong>
                <VisibleText text={name} />
              </strong>{" "}
            </>
          )}
          <VisibleText text={sentence.slice(0, LONGEST_SENTENCE)} />{" "}
          {position && <PositionLink position={position} isShort />}
        </li>
      ))}
      {limit < lines.length && (
        <li>
          <button type="button" className="claims__toggle" ref={endRef} onClick={grow}>
            {formatCount(lines.length - limit, "more failure")} · show
          </button>
        </li>
      )}
    </ul>
  );
}

function linesOf({ name, checks, trouble }: JudgedScenario): readonly FailureLine[] {
  const failing = checks.filter(({ status }) => status === "fails");
  return [
    ...(trouble === null ? [] : [{ key: `${name} trouble`, name, sentence: trouble }]),
    ...failing.map(({ subject, token, name: of, expected, sentence, position }) => ({
      key: JSON.stringify([name, subject, token, of, expected]),
      name,
      sentence:
        token === undefined || token === "accessToken" || subject === "maxBytes"
          ? sentence
          : `${TOKENS[token].label}: ${sentence}`,
      ...(position ? { position } : {}),
    })),
  ];
}
