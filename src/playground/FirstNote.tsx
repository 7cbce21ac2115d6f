/** The note over an opened link, or why there is none, before its buttons work. Loaded only when the address holds something. */
import type { PlaygroundState } from "../store/playground-store.ts";
import { IconButtonMarkup } from "../views/parts/IconButtonMarkup.tsx";
import { LinkNoteMarkup, NoticeMarkup } from "./NoteMarkup.tsx";
import type { Opening } from "./open-link.ts";

type FirstNoteProps = {
  readonly opening: Opening;
  readonly project: PlaygroundState["project"];
  /** Whether the person has work of their own here. */
  readonly hasWork: boolean;
};

export function FirstNote({ opening, project, hasWork }: FirstNoteProps) {
  if (opening.kind === "none") return null;
  if (opening.kind === "broken") {
    return (
      <NoticeMarkup
        about="What could not be opened"
        notice={opening.message}
        close={<IconButtonMarkup icon="close" label="Close this note" />}
      />
    );
  }
  if (opening.origin.kind === "example") return null;
  const { shared, missingSecrets } = opening.origin;
  return <LinkNoteMarkup missingSecrets={missingSecrets} isEdited={project !== shared} hasWork={hasWork} />;
}
