/** The embed before React: the same frame, highlighted code, and the first result, of the same markup. */
import type { PlaygroundState } from "../store/playground-store.ts";
import { drawStatic, redrawStatic } from "../views/first-paint/draw-static.ts";
import { FirstResult, FirstSummary } from "../views/first-paint/FirstResult.tsx";
import type { RareResults } from "../views/first-paint/load-rare-results.ts";
import { CopyButtonMarkup } from "../views/parts/CopyButtonMarkup.tsx";
import { codeBlocks } from "./code-blocks.ts";
import { EmbedAction } from "./EmbedAction.tsx";
import { BlockMarkup, type BlockProps, CodeMarkup, FilesMarkup } from "./EmbedCodeMarkup.tsx";
import { EmbedBar, EmbedMarkup, ShowClaims } from "./EmbedMarkup.tsx";
import { type EmbedSettings, tabsOfView } from "./embed-settings.ts";

type FirstEmbedProps = {
  readonly state: PlaygroundState;
  readonly settings: EmbedSettings;
  readonly rare: RareResults | null;
};

export function FirstEmbed({ state, settings, rare }: FirstEmbedProps) {
  const { project, activeFile } = state;
  const { title, editing, view } = settings;
  const text = project.files.find(({ name }) => name === activeFile)?.text ?? "";
  return (
    <EmbedMarkup
      view={view}
      isEditing={editing === "at-once"}
      isBusy
      top={
        <EmbedBar
          title={title === "" ? activeFile : title}
          actions={
            <>
              <CopyButtonMarkup label="Copy the code" />
              {editing === "on-request" && <EmbedAction icon="pencil" word="Edit" />}
              <EmbedAction icon="external" word="Open in the playground" />
            </>
          }
        />
      }
      code={
        <>
          <FilesMarkup names={project.files.map(({ name }) => name)} activeFile={activeFile} />
          <CodeMarkup blocks={codeBlocks(text, activeFile)} settings={settings} Block={FirstBlock} />
        </>
      }
      result={
        view === "code" ? (
          <ShowClaims summary={<FirstSummary state={state} rare={rare} />} isOpen={false} />
        ) : (
          <FirstResult state={state} tabs={tabsOfView(view)} hasSummary rare={rare} />
        )
      }
    />
  );
}

function FirstBlock(props: BlockProps) {
  return <BlockMarkup {...props} isOpen={props.block.kind === "shown"} />;
}

/** @returns what draws a result in its place; the code, which the reader may have scrolled, stays. */
export function drawFirstEmbed(
  root: HTMLElement,
  first: Omit<FirstEmbedProps, "rare">,
): (state: PlaygroundState, rare: RareResults | null) => void {
  root.replaceChildren(...drawStatic(<FirstEmbed {...first} rare={null} />));
  return (state, rare) => redrawStatic(root, <FirstEmbed {...first} state={state} rare={rare} />, [".embed__result"]);
}
