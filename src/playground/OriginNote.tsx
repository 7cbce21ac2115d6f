/** Says, where it matters, whose work is on the page and how to come back to one's own. */
import { useEffect, useEffectEvent } from "react";
import { nameOfWork, type OwnWork } from "../store/own-work.ts";
import { usePlayground } from "../store/use-playground.ts";
import { Button } from "../views/parts/Button.tsx";
import { IconButton } from "../views/parts/IconButton.tsx";
import { Icon } from "../views/parts/icons.tsx";
import { VisibleText } from "../views/parts/VisibleText.tsx";
import { KEEP_LINK, LEAVE_LINK, linkLines, RESET_LINK } from "./origin-words.ts";
import type { LinkOrigin, Projects } from "./use-projects.ts";

export function OriginNote({ projects }: { readonly projects: Projects }) {
  const { notice, dismissNotice } = projects;
  return (
    <>
      {notice !== null && (
        <aside className="origin-note" aria-label="What could not be opened">
          <p className="origin-note__text" role="alert">
            <VisibleText text={notice} />
          </p>
          <IconButton icon="close" label="Close this note" onClick={dismissNotice} />
        </aside>
      )}
      <WhoseWork projects={projects} />
    </>
  );
}

function WhoseWork({ projects }: { readonly projects: Projects }) {
  const { justAside, openWork, dismiss } = projects;
  const origin = usePlayground((state) => state.origin);
  return (
    <>
      {origin.kind === "link" && <LinkNote origin={origin} projects={projects} />}
      {justAside !== null && (
        <AsideNote
          key={justAside.asideAtMs}
          work={justAside}
          onReturn={() => openWork(justAside)}
          onDismiss={dismiss}
        />
      )}
    </>
  );
}

type LinkNoteProps = { readonly origin: LinkOrigin; readonly projects: Projects };

function LinkNote({ origin, projects: { leaveLink, resetLink, keepLink } }: LinkNoteProps) {
  const isEdited = usePlayground((state) => state.project !== origin.shared);
  const { opened, edited } = linkLines(origin.missingSecrets);
  return (
    <aside className="origin-note" aria-label="Where this comes from">
      <p className="origin-note__text origin-note__line" data-other={isEdited ? opened : edited}>
        <span>{isEdited ? edited : opened}</span>
      </p>
      <Button look="quiet" aria-label="Reset to what the link holds" disabled={!isEdited} onClick={resetLink}>
        <Icon name="undo" />
        <span className="origin-note__word">{RESET_LINK}</span>
      </Button>
      <Button look="quiet" onClick={keepLink}>
        {KEEP_LINK}
      </Button>
      <Button onClick={leaveLink}>{LEAVE_LINK}</Button>
    </aside>
  );
}

/** How long the note stands, in milliseconds; the work itself stays in the example list. */
const NOTE_MS = 20_000;

type AsideNoteProps = { readonly work: OwnWork; readonly onReturn: () => void; readonly onDismiss: () => void };

function AsideNote({ work, onReturn, onDismiss }: AsideNoteProps) {
  const leave = useEffectEvent(onDismiss);
  useEffect(() => {
    const timer = setTimeout(() => leave(), NOTE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <aside className="origin-note origin-note--floating" aria-label="Your work">
      <p className="origin-note__text" role="status">
        Your edits to <VisibleText text={nameOfWork(work.project)} /> are kept in the example list.
      </p>
      <Button onClick={onReturn}>Return to them</Button>
      <IconButton icon="close" label="Dismiss" onClick={onDismiss} />
    </aside>
  );
}
