/** Reads the fragment of the page's address. Loaded only when there is one. */
import { decodeLink } from "../share/link.ts";
import { type LinkParameters, parseLinkParameters, splitFragment } from "../share/link-parameters.ts";
import type { Origin, PlaygroundStore } from "../store/playground-store.ts";
import type { ViewState } from "../store/view-state.ts";
import { viewOfLink } from "../views/share/link-view.ts";
import { entryFile } from "../workflow/project.ts";

/** Lines to select, in a file by name; the workflow's own file when there is none. */
export type LinkPlace = Pick<LinkParameters, "file" | "lines">;

export type Opening =
  | {
      readonly kind: "project";
      readonly origin: Extract<Origin, { readonly kind: "link" }>;
      readonly view: Partial<ViewState>;
      readonly place: LinkPlace;
    }
  /** No project, but perhaps a view or lines of the one that is open. */
  | { readonly kind: "none"; readonly view: Partial<ViewState>; readonly place: LinkPlace }
  /** `message` is for the person. */
  | { readonly kind: "broken"; readonly message: string };

/** Any text gives an answer; never throws. */
export function readOpening(fragment: string): Opening {
  const link = decodeLink(fragment);
  if (link.kind === "broken") return link;
  if (link.kind === "none") return { kind: "none", ...shownBy(parseLinkParameters(fragment)) };
  const { shared, missingSecrets } = link;
  const [head = ""] = splitFragment(fragment);
  const origin = { kind: "link", link: head, shared: shared.project, missingSecrets } as const;
  return { kind: "project", origin, ...shownBy(shared) };
}

function shownBy({
  token,
  view,
  file,
  lines,
}: LinkParameters): Pick<Extract<Opening, { kind: "none" }>, "view" | "place"> {
  return {
    view: { ...viewOfLink(view), ...(token ? { token } : {}) },
    place: { ...(file ? { file } : {}), ...(lines ? { lines } : {}) },
  };
}

/** Opens the file and selects the lines that a link points at, as far as they exist. */
export function showPlace(store: PlaygroundStore, { file, lines }: LinkPlace): void {
  const { files } = store.getState().project;
  const shown = files.find(({ name }) => name === file) ?? entryFile(files);
  if (shown === null) return;
  if (lines === undefined) {
    if (file !== undefined) store.getState().setActiveFile(shown.name);
    return;
  }
  const count = shown.text.split("\n").length;
  const line = Math.min(lines.first, count);
  store.getState().revealPosition({ file: shown.name, line, column: 1 }, Math.min(lines.last, count));
}
