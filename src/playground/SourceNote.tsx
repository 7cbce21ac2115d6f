/** Says, where it matters, whose work is on the page and how to come back to one's own. */
import { useEffect, useEffectEvent, useState } from "react";
import { usePlayground } from "../store/use-playground.ts";
import { Button } from "../views/parts/Button.tsx";
import { IconButton } from "../views/parts/IconButton.tsx";
import { VisibleText } from "../views/parts/VisibleText.tsx";
import { LinkNoteMarkup, NoticeMarkup } from "./NoteMarkup.tsx";
import type { LinkSource } from "./use-link-visit.ts";
import type { Projects } from "./use-projects.ts";
import type { Undo } from "./use-stashed-switch.ts";

export function SourceNote({ projects }: { readonly projects: Projects }) {
  const { notice, dismissNotice, unsavedNotice, dismissUnsavedNotice, others, openOther } = projects;
  return (
    <>
      {notice !== null && (
        <NoticeMarkup
          about={others.length > 0 ? "What else the file holds" : "What could not be opened"}
          notice={notice}
          ways={others.map((other) => (
            <Button key={other.name} onClick={() => void openOther(other)}>
              <VisibleText text={other.name} />
            </Button>
          ))}
          close={<IconButton icon="close" label="Close this note" onClick={dismissNotice} />}
        />
      )}
      {unsavedNotice !== null && (
        <NoticeMarkup
          about="What is not kept"
          notice={unsavedNotice}
          close={<IconButton icon="close" label="Close this note" onClick={dismissUnsavedNotice} />}
        />
      )}
      <WhoseWork projects={projects} />
    </>
  );
}

function WhoseWork({ projects }: { readonly projects: Projects }) {
  const { undo, dismissUndo } = projects;
  const origin = usePlayground((state) => state.origin);
  return (
    <>
      {origin.kind === "link" && <LinkNote origin={origin} projects={projects} />}
      {undo !== null && <UndoNote key={undo.key} undo={undo} onDismiss={dismissUndo} />}
    </>
  );
}

type LinkNoteProps = { readonly origin: LinkSource; readonly projects: Projects };

function LinkNote({ origin, projects: { leaveLink, hasOwnWork, resetLink, keepLink } }: LinkNoteProps) {
  const isEdited = usePlayground((state) => state.project !== origin.shared);
  const [hasWork] = useState(hasOwnWork);
  return (
    <LinkNoteMarkup
      missingSecrets={origin.missingSecrets}
      isEdited={isEdited}
      hasWork={hasWork}
      onReset={resetLink}
      onKeep={keepLink}
      onLeave={leaveLink}
    />
  );
}

/** How long the note stands, in milliseconds; the work itself stays in the example list. */
const NOTE_MS = 20_000;

type UndoNoteProps = { readonly undo: Undo; readonly onDismiss: () => void };

function UndoNote({ undo, onDismiss }: UndoNoteProps) {
  const leave = useEffectEvent(onDismiss);
  useEffect(() => {
    const timer = setTimeout(() => leave(), NOTE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <aside className="origin-note origin-note--floating" aria-label="Your work">
      <p className="origin-note__text" role="status">
        <VisibleText text={undo.words} />
      </p>
      <Button onClick={undo.act}>Undo</Button>
      <IconButton icon="close" label="Dismiss" onClick={onDismiss} />
    </aside>
  );
}
