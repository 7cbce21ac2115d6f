/** The line on top of an embed: its title, and what a reader can do with it. */
import { useState } from "react";
import { usePlayground } from "../store/use-playground.ts";
import { CopyButton } from "../views/parts/CopyButton.tsx";
import { partOrWords } from "../views/parts/part-or-words.ts";
import { codeBlocks } from "./code-blocks.ts";
import { EmbedAction } from "./EmbedAction.tsx";
import { EmbedBar } from "./EmbedMarkup.tsx";
import type { EmbedParts } from "./embed-parts.ts";
import { useEmbedView } from "./use-embed-view.ts";

/** How opening the playground failed: the link to open by hand, or what stands in the way. */
type Blocked = { readonly link: string } | { readonly message: string };

export function EmbedActions({ parts: { store, settings, view, host } }: { readonly parts: EmbedParts }) {
  const { view: shownView, isEditing } = useEmbedView(view);
  const activeFile = usePlayground((state) => state.activeFile);
  const isEdited = usePlayground((state) => state.project.files !== host.given().files);
  const [blocked, setBlocked] = useState<Blocked | null>(null);

  async function open(): Promise<void> {
    const part = await partOrWords(() => import("../views/share/make-fragment.ts"));
    if (typeof part === "string") return setBlocked({ message: part });
    const { project, view } = store.getState();
    const made = part.makeFragment(project, view.token === null ? {} : { token: view.token });
    if (made.kind === "too-large") return setBlocked({ message: made.message });
    if (settings.isElement) return host.post({ type: "kinde-workflow:open", fragment: made.fragment });
    const link = new URL(`./#${made.fragment}`, location.href).href;
    const opened = window.open(link, "_blank");
    if (opened === null) setBlocked({ link });
    else opened.opener = null;
  }

  /** The caret goes to the first line that was not folded. */
  function edit(): void {
    view.set({ isEditing: true, view: shownView === "diff" || shownView === "jwt" ? "split" : shownView });
    const shown = codeBlocks(textOf(store.getState()), activeFile).find(({ kind }) => kind === "shown");
    store.getState().revealPosition({ file: activeFile, line: shown?.lines[0]?.line ?? 1, column: 1 });
  }

  return (
    <>
      <EmbedBar
        title={settings.title === "" ? activeFile : settings.title}
        actions={
          <>
            <CopyButton label="Copy the code" text={() => textOf(store.getState())} />
            {isEdited && <EmbedAction icon="undo" word="Reset" onPress={() => host.reset()} />}
            {settings.editing === "on-request" && (
              <EmbedAction
                icon={isEditing ? "check" : "pencil"}
                word={isEditing ? "Done" : "Edit"}
                onPress={isEditing ? () => view.set({ isEditing: false }) : edit}
              />
            )}
            <EmbedAction icon="external" word="Open in the playground" onPress={() => void open()} />
          </>
        }
      />
      {blocked !== null && (
        <p className="embed__note" role="status">
          {"message" in blocked ? (
            blocked.message
          ) : (
            <>
              This page does not let the example open a window.{" "}
              <CopyButton text={blocked.link} label="Copy the link" showLabel />
            </>
          )}
        </p>
      )}
    </>
  );
}

function textOf({ project, activeFile }: ReturnType<EmbedParts["store"]["getState"]>): string {
  return project.files.find(({ name }) => name === activeFile)?.text ?? "";
}
