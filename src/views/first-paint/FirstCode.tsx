/** The file that is open, before React: highlighted text where the editor will put the same letters. */
import type { PlaygroundState } from "../../store/playground-store.ts";
import { CodeFieldMarkup } from "../editor/CodeFieldMarkup.tsx";
import { FileTabLabel, FileTabsMarkup, shownNames } from "../editor/FileTabsMarkup.tsx";
import { headOf, highlight, highlightJson, PIECES_BEFORE_MONACO } from "../editor/highlight.ts";
import { IconButtonMarkup } from "../parts/IconButtonMarkup.tsx";
import type { RareResults } from "./load-rare-results.ts";
import "../editor/editor-panel.css";

/** What no screen shows is left to the editor, which comes at once. */
const MOST_LINES = 300;
const MOST_CHARACTERS = 20_000;

type FirstCodeProps = {
  readonly state: PlaygroundState;
  readonly isNarrow: boolean;
  readonly rare: RareResults | null;
};

export function FirstCode({ state, isNarrow, rare }: FirstCodeProps) {
  return (
    <div className="editor-panel">
      <FileTabsMarkup
        list={<FileTabs state={state} rare={rare} />}
        actions={
          <>
            <IconButtonMarkup icon="plus" label="Add a file" />
            <IconButtonMarkup icon="more" label="Actions" />
          </>
        }
        content={
          <div className="file-tabs__content">
            <div className="editor-panel__code">
              <FirstText state={state} isNarrow={isNarrow} />
            </div>
          </div>
        }
      />
    </div>
  );
}

function FileTabs({ state: { project, activeFile, run }, rare }: Pick<FirstCodeProps, "state" | "rare">) {
  const names = project.files.map(({ name }) => name);
  const withErrors = rare?.filesWithErrors(run.latest) ?? [];
  return (
    <div className="file-tabs__list">
      {shownNames(names, activeFile).map((name) => (
        <button
          key={name}
          type="button"
          className="file-tabs__tab"
          data-state={name === activeFile ? "active" : "inactive"}
        >
          <FileTabLabel name={name} hasError={withErrors.includes(name)} />
        </button>
      ))}
    </div>
  );
}

function FirstText({ state: { project, activeFile }, isNarrow }: Pick<FirstCodeProps, "state" | "isNarrow">) {
  const whole = project.files.find(({ name }) => name === activeFile)?.text ?? "";
  const text = headOf(whole, MOST_LINES, MOST_CHARACTERS);
  return (
    <CodeFieldMarkup
      tokens={activeFile.endsWith(".json") ? highlightJson(text) : highlight(text, PIECES_BEFORE_MONACO)}
      lineCount={text.split("\n").length}
      firstLine={1}
      wraps={isNarrow}
    />
  );
}
