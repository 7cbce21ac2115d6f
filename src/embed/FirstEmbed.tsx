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
  /** What draws several scenarios; null where there is one. */
  readonly several: FirstScenarios | null;
};

export type FirstScenarios = typeof import("./scenarios/first-scenarios.tsx");

export function FirstEmbed({ state, settings, rare, several }: FirstEmbedProps) {
  const { project, activeFile } = state;
  const { title, editing, view } = settings;
  const text = project.files.find(({ name }) => name === activeFile)?.text ?? "";
  const result =
    view === "code" ? (
      <ShowClaims summary={<FirstSummary state={state} rare={rare} />} isOpen={false} />
    ) : (
      <FirstResult state={state} tabs={tabsOfView(view)} hasSummary rare={rare} />
    );
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
        several ? (
          <several.FirstScenarios state={state} view={view}>
            {result}
          </several.FirstScenarios>
        ) : (
          result
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
