/** The line on top of an embed: its title, and what a reader can do with it. */
import { useState } from "react";
import { usePlayground } from "../store/use-playground.ts";
import { Button } from "../views/parts/Button.tsx";
import { CopyButton } from "../views/parts/CopyButton.tsx";
import { loadPart } from "../views/parts/load-part.ts";
import { Icon } from "../views/parts/icons.tsx";
import { VisibleText } from "../views/parts/VisibleText.tsx";
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
    const { makeFragment } = await loadPart(() => import("../views/share/make-fragment.ts"));
    const { project, view } = store.getState();
    const made = makeFragment(project, view.token === null ? {} : { token: view.token });
    if (made.kind === "too-large") return setBlocked({ message: made.message });
    if (settings.isElement) return host.post({ type: "kinde-workflow:open", fragment: made.fragment });
    const link = new URL(`./#${made.fragment}`, location.href).href;
    const opened = window.open(link, "_blank");
    if (opened === null) setBlocked({ link });
    else opened.opener = null;
  }

  return (
    <>
      <header className="embed__bar">
        <h1 className="embed__title">
          <VisibleText text={settings.title === "" ? activeFile : settings.title} />
        </h1>
        <div className="embed__actions">
          <CopyButton label="Copy the code" text={() => textOf(store.getState())} />
          {isEdited && (
            <Button look="quiet" aria-label="Reset" onClick={() => host.reset()}>
              <Icon name="undo" />
              <span className="embed__word">Reset</span>
            </Button>
          )}
          {settings.editing === "on-request" && (
            <Button
              look="quiet"
              aria-label={isEditing ? "Done" : "Edit"}
              onClick={() =>
                view.set(
                  isEditing ? { isEditing: false } : { isEditing: true, view: shownView === "code" ? "code" : "split" },
                )
              }
            >
              <Icon name={isEditing ? "check" : "pencil"} />
              <span className="embed__word">{isEditing ? "Done" : "Edit"}</span>
            </Button>
          )}
          <Button look="quiet" aria-label="Open in the playground" onClick={() => void open()}>
            <Icon name="external" />
            <span className="embed__word">Open in the playground</span>
          </Button>
        </div>
      </header>
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
