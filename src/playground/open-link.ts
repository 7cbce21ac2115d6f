/** Reads the fragment of the page's address. Loaded only when there is one. */
import { issuedAt } from "../examples/example.ts";
import { decodeLink, headOf } from "../share/link.ts";
import { type LinkParameters, parseLinkParameters } from "../share/link-parameters.ts";
import type { PlaygroundStore, ProjectSource } from "../store/playground-store.ts";
import type { ViewState } from "../store/view-state.ts";
import { partOrWords } from "../views/parts/part-or-words.ts";
import { viewOfLink } from "../views/share/link-view.ts";
import { entryFile, type Project } from "../workflow/project.ts";

/** Lines to select, in a file by name; the workflow's own file when there is none. */
export type LinkPlace = Pick<LinkParameters, "file" | "lines">;

export type Opening =
  | {
      readonly kind: "project";
      readonly origin: Extract<ProjectSource, { readonly kind: "link" | "example" }>;
      /** As the link holds it, or the example as it comes. */
      readonly project: Project;
      readonly view: Partial<ViewState>;
      readonly place: LinkPlace;
    }
  /** No project, but perhaps a view or lines of the one that is open. */
  | { readonly kind: "none"; readonly view: Partial<ViewState>; readonly place: LinkPlace }
  /** `message` is for the person. */
  | { readonly kind: "broken"; readonly message: string };

/** Any text gives an answer. */
export async function readOpening(fragment: string): Promise<Opening> {
  const example = /^#(?:.*&)?example=([^&]*)/.exec(fragment)?.[1];
  if (example !== undefined) return openingOfExample(example, fragment);
  const link = decodeLink(fragment);
  if (link.kind === "broken") return link;
  if (link.kind === "none") return { kind: "none", ...shownBy(parseLinkParameters(fragment)) };
  const { shared, missingSecrets } = link;
  const { project } = shared;
  const origin = { kind: "link", link: headOf(fragment), shared: project, missingSecrets } as const;
  return { kind: "project", origin, project, ...shownBy(shared) };
}

async function openingOfExample(name: string, fragment: string): Promise<Opening> {
  const part = await partOrWords(() => import("../examples/examples.ts"));
  if (typeof part === "string") return { kind: "broken", message: `The example was not opened. ${part}` };
  const example = part.EXAMPLES.find((each) => each.name === name);
  if (example === undefined) {
    return {
      kind: "broken",
      message: `There is no example named “${name.slice(0, 60)}”. Choose one from the list of examples, at the top.`,
    };
  }
  const { view, place } = shownBy(parseLinkParameters(fragment));
  return {
    kind: "project",
    origin: { kind: "example", name },
    project: issuedAt(example.project, Math.floor(Date.now() / 1_000)),
    view: { baseToken: example.token ?? "accessToken", ...view },
    place,
  };
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
