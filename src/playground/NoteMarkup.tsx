/** The notes over an opened link, and over one that could not be opened. */
import type { ReactNode } from "react";
import { Button } from "../views/parts/Button.tsx";
import { Icon } from "../views/parts/icons.tsx";
import { toVisibleText } from "../views/parts/visible-pieces.ts";
import { VisibleText } from "../views/parts/VisibleText.tsx";
import "./playground.css";

type NoticeMarkupProps = {
  readonly about: string;
  readonly notice: string;
  /** What can be done about it. */
  readonly ways?: ReactNode;
  readonly close: ReactNode;
};

export function NoticeMarkup({ about, notice, ways, close }: NoticeMarkupProps) {
  return (
    <aside className="origin-note origin-note--warning" aria-label={about}>
      <p className="origin-note__text" role="alert">
        <VisibleText text={notice} />
      </p>
      {ways}
      {close}
    </aside>
  );
}

type LinkNoteMarkupProps = {
  readonly missingSecrets: readonly string[];
  readonly isEdited: boolean;
  /** Whether there is work to return to. */
  readonly hasWork: boolean;
  readonly onReset?: () => void;
  readonly onKeep?: () => void;
  readonly onLeave?: () => void;
};

export function LinkNoteMarkup(props: LinkNoteMarkupProps) {
  const { missingSecrets, isEdited, hasWork, onReset, onKeep, onLeave } = props;
  const missing = missingSecrets.length > 0 ? ` Not in the link: ${toVisibleText(missingSecrets.join(", "))}.` : "";
  const opened = `Opened from a link.${hasWork ? " Your own work is untouched." : ""}${missing}`;
  const edited = `Your edits to this link stay in this tab.${missing}`;
  return (
    <aside className="origin-note" aria-label="Where this comes from">
      {/* Each line keeps room for the other, so that an edit moves nothing. */}
      <p className="origin-note__text origin-note__line" data-other={isEdited ? opened : edited}>
        <span>{isEdited ? edited : opened}</span>
      </p>
      <Button look="quiet" aria-label="Reset to what the link holds" disabled={!isEdited} onClick={onReset}>
        <Icon name="undo" />
        <span className="origin-note__word">Reset</span>
      </Button>
      <Button look="quiet" onClick={onKeep}>
        Keep this as mine
      </Button>
      <Button onClick={onLeave}>{hasWork ? "Return to my work" : "Open an example"}</Button>
    </aside>
  );
}
