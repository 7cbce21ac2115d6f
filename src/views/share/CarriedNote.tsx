/** Says what is left out, and shows what looks like a secret, masked, before anything is made of the project. */
import { Button } from "../parts/Button.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import type { Carried } from "./use-carried.ts";

type CarriedNoteProps = {
  readonly carried: Carried;
  /** What is about to be made: "link" or "zip file". */
  readonly what: string;
  /** Whether the person has seen the findings and goes on. */
  readonly isAllowed: boolean;
  readonly onAllow: () => void;
};

export function CarriedNote({ carried: { leftOut, findings }, what, isAllowed, onAllow }: CarriedNoteProps) {
  if (typeof findings === "number") {
    return (
      <p className="share__left-out" role="status">
        Looking for secrets in the project before a {what} is made: {Math.round(findings * 100)} %
      </p>
    );
  }
  const them = findings.length === 1 ? "it" : "them";
  return (
    <>
      {leftOut.length > 0 && (
        <p className="share__left-out">
          Not in the {what}: <VisibleText text={leftOut.join(", ")} />.
        </p>
      )}
      {findings.length > 0 && (
        <section className="note note--warning share__findings" aria-label="What looks like a secret">
          <p>
            {findings.length === 1 ? "This looks like a secret" : `These ${findings.length} look like secrets`}, and
            whoever has the {what} could read {them}:
          </p>
          <ul>
            {findings.map(({ where, line, what: kind, excerpt }) => (
              <li key={`${where} ${line} ${excerpt} ${kind}`}>
                <VisibleText text={where} />, line {line}: {kind}{" "}
                <code>
                  <VisibleText text={excerpt} />
                </code>
              </li>
            ))}
          </ul>
          {isAllowed ? (
            <p className="muted">You chose to include {them}.</p>
          ) : (
            <p>
              <Button onClick={onAllow}>
                Make the {what} with {them}
              </Button>
            </p>
          )}
        </section>
      )}
    </>
  );
}
