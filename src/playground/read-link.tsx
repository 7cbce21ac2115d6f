/** What the address of a new page holds after `#`, as what opens: loaded only when it holds something. */
import type { ReactNode } from "react";
import { withLinkEdits } from "../store/link-edits.ts";
import { readSavedWork } from "../store/saved-work.ts";
import type { ProjectSource, PlaygroundStore } from "../store/playground-store.ts";
import type { ViewState } from "../store/view-state.ts";
import type { Project } from "../workflow/project.ts";
import { FirstNote } from "./FirstNote.tsx";
import { readOpening, showPlace } from "./open-link.ts";
import type { Storages } from "./storage.ts";

export type OpenedLink = {
  /** Null where it names no project. */
  readonly opened: { readonly project: Project; readonly origin: ProjectSource } | null;
  readonly view: Partial<ViewState>;
  /** Why it could not be opened, in plain words. */
  readonly message: string | null;
  readonly note: (project: Project) => ReactNode;
  readonly showPlace: (store: PlaygroundStore) => void;
};

export async function readLink({ local, session }: Storages): Promise<OpenedLink> {
  const opening = await readOpening(location.hash);
  const hasWork = (readSavedWork(session) ?? readSavedWork(local))?.example === null;
  const note = (project: Project) => <FirstNote opening={opening} project={project} hasWork={hasWork} />;
  if (opening.kind === "broken") {
    return { opened: null, view: {}, message: opening.message, note, showPlace: () => undefined };
  }
  const { view, place } = opening;
  const parts = { view, message: null, note, showPlace: (store: PlaygroundStore) => showPlace(store, place) };
  if (opening.kind === "none") return { ...parts, opened: null };
  const { origin, project } = opening;
  return {
    ...parts,
    opened: { origin, project: origin.kind === "link" ? withLinkEdits(origin, session) : project },
  };
}
