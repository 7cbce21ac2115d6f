/** What a piece of work holds, before it is opened: its files, with the lines marked that are not as they are on the page now. */
import { nameOfWork } from "../../store/name-of-work.ts";
import type { Project } from "../../workflow/project.ts";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import { changedLines } from "./changed-lines.ts";
import { firstDifference } from "./first-difference.ts";

/** Of more the beginning is shown, in characters a file. */
const MOST_SHOWN = 20_000;
const MOST_FILES = 20;

type WorkPreviewProps = { readonly project: Project; readonly open: Project };

export function WorkPreview({ project, open }: WorkPreviewProps) {
  const isComparable = nameOfWork(project) === nameOfWork(open);
  const difference = firstDifference(project, open);
  return (
    <>
      <p className="muted" role="status">
        {!isComparable ? (
          "Another piece of work than what is open now."
        ) : difference === null ? (
          "The same as what is open now."
        ) : (
          <>
            Compared with what is open now: <VisibleText text={difference} />
          </>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach it for that */}
      <section className="work-preview" aria-label="Preview" tabIndex={0}>
        {project.files.slice(0, MOST_FILES).map(({ name, text }) => (
          <figure key={name} aria-label={toVisibleText(name)}>
            <figcaption>
              <VisibleText text={name} />
            </figcaption>
            <pre>
              <MarkedText
                text={text.slice(0, MOST_SHOWN)}
                open={isComparable ? open.files.find((file) => file.name === name)?.text : text}
              />
            </pre>
          </figure>
        ))}
        <p className="muted">
          Scenarios: <VisibleText text={project.scenarios.map(({ name }) => name).join(", ")} />
        </p>
      </section>
    </>
  );
}

function MarkedText({ text, open }: { readonly text: string; readonly open: string | undefined }) {
  const lines = text.split("\n");
  const { first, count } = changedLines(lines, open?.slice(0, MOST_SHOWN).split("\n") ?? []);
  const piece = (from: number, to: number) =>
    lines
      .slice(from, to)
      .map((line) => `${line}\n`)
      .join("");
  return (
    <>
      <VisibleText text={piece(0, first)} />
      {count > 0 && (
        <mark>
          <VisibleText text={piece(first, first + count)} />
        </mark>
      )}
      <VisibleText text={piece(first + count, lines.length)} />
    </>
  );
}
