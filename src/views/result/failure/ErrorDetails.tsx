/** An author's error: its words, its place, what to do, its frames, and the text Kinde's log would show. */
import type { ReactNode } from "react";
import type { Frame, WorkflowError } from "../../../workflow/execution.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { formatCount } from "../format.ts";
import type { FailureParts } from "../result-parts.ts";
import { errorText } from "./failure-words.ts";

const LONGEST_MESSAGE = 1_000;
const LONGEST_LOG = 10_000;

type ErrorDetailsProps = {
  readonly error: WorkflowError;
  readonly parts: FailureParts;
  /** What can be done about it at once. */
  readonly fix?: ReactNode;
};

export function ErrorDetails({ error, parts, fix }: ErrorDetailsProps) {
  const { CopyButton, Fold, PositionLink } = parts;
  return (
    <>
      <p className="failure__message">
        <Fold text={errorText(error)} limit={LONGEST_MESSAGE} what="the message" />
      </p>
      {error.position && (
        <p className="failure__place">
          at <PositionLink position={error.position} />
        </p>
      )}
      {error.advice && <p>{error.advice}</p>}
      {fix}
      {error.frames.length > 1 && <Frames frames={error.frames} PositionLink={PositionLink} />}
      {error.productionText !== "" && (
        <details className="failure__details">
          <summary>What Kinde’s runtime log would show</summary>
          <div className="failure__log">
            <pre>
              <Fold text={error.productionText} limit={LONGEST_LOG} what="the log" />
            </pre>
            <CopyButton text={error.productionText} label="Copy the log text" />
          </div>
        </details>
      )}
    </>
  );
}

type FramesProps = { readonly frames: readonly Frame[]; readonly PositionLink: FailureParts["PositionLink"] };

function Frames({ frames, PositionLink }: FramesProps) {
  const own = frames.filter((frame) => frame.origin === "author");
  const others = frames.length - own.length;
  if (own.length < 2 && others === 0) return null;
  return (
    <details className="failure__details">
      <summary>
        {formatCount(own.length, "step")} in your files
        {others > 0 && `, ${others} in the package and the playground`}
      </summary>
      <ol className="failure__frames">
        {own.map((frame, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stack has no other identity, and is drawn anew with each run.
          <li key={index}>
            <code>
              <VisibleText text={frame.functionName || "(top level)"} />
            </code>
            {frame.position && <PositionLink position={frame.position} />}
          </li>
        ))}
      </ol>
    </details>
  );
}
