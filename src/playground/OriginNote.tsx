/** Says, where it matters, whose work is on the page and how to come back to one's own. */
import { useEffect, useEffectEvent } from "react";
import { nameOfWork, type OwnWork } from "../store/own-work.ts";
import { usePlayground } from "../store/use-playground.ts";
import { Button } from "../views/parts/Button.tsx";
import { IconButton } from "../views/parts/IconButton.tsx";
import { VisibleText } from "../views/parts/VisibleText.tsx";
import type { Projects } from "./use-projects.ts";

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
  const { justAside, leaveLink, keepLink, openWork, dismiss } = projects;
  const origin = usePlayground((state) => state.origin);
  if (origin.kind === "link") {
    const { missingSecrets } = origin;
    return (
      <aside className="origin-note" aria-label="Where this comes from">
        <p className="origin-note__text">
          Opened from a link. Your own work is untouched.
          {missingSecrets.length > 0 && (
            <>
              {" "}
              Not in the link: <VisibleText text={missingSecrets.join(", ")} />.
            </>
          )}
        </p>
        <Button look="quiet" onClick={keepLink}>
          Keep this as mine
        </Button>
        <Button onClick={leaveLink}>Return to my work</Button>
      </aside>
    );
  }
  return justAside === null ? null : (
    <AsideNote work={justAside} onReturn={() => openWork(justAside)} onDismiss={dismiss} />
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
