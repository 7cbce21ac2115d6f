/** Keeps one's own work across reloads: source, scenario and view, but no secret value and no pasted token. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { projectOf } from "./project-of-json.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";
import type { PlaygroundState, PlaygroundStore } from "./playground-store.ts";
import { INITIAL_VIEW, type ViewState } from "./view-state.ts";

const KEY = "kinde-workflow-playground/1";
export const OWN_WORK_KEY = "kinde-workflow-playground/own-work/1";
export const LINK_EDITS_KEY = "kinde-workflow-playground/link-edits/1";
export const KEPT_KEYS: readonly string[] = [KEY, OWN_WORK_KEY, LINK_EDITS_KEY];
const QUIET_MS = 250;

export type Kept = { readonly project: Project; readonly view: Partial<ViewState>; readonly example: string | null };

/** Reads what was kept; null when there is nothing, or nothing usable. */
export function readKept(storage: Storage | null): Kept | null {
  try {
    const text = storage?.getItem(KEY);
    const json: Json = text ? parseJson(text) : null;
    if (!isJsonObject(json)) return null;
    const project = projectOf(json["project"]);
    if (project === null) return null;
    const view = isJsonObject(json["view"]) ? json["view"] : {};
    const known = Object.fromEntries(
      Object.entries(view).filter(
        ([name, value]) => Object.hasOwn(INITIAL_VIEW, name) && sameKind(name as keyof ViewState, value),
      ),
    );
    const example = json["example"];
    return { project, view: known, example: typeof example === "string" ? example : null };
  } catch {
    return null;
  }
}

function sameKind(name: keyof ViewState, value: Json): boolean {
  if (name === "layouts") return isJsonObject(value) && Object.values(value).every(isJsonObject);
  if (name === "token") return TOKEN_NAMES.some((token) => token === value);
  return typeof (INITIAL_VIEW[name] ?? "") === typeof value;
}

/** Writes one's own work whenever it has been quiet for a moment, and when the page goes away. A link's project never takes its place (link-edits.ts). */
export function keepWork(store: PlaygroundStore, storage: Storage): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: Pick<PlaygroundState, "project" | "view" | "origin"> = store.getState();

  function write({ project, view, origin }: PlaygroundState = store.getState()): void {
    clearTimeout(timer);
    timer = undefined;
    if (isForgotten(storage)) return;
    if (written.project === project && written.view === view && written.origin === origin) return;
    written = { project, view, origin };
    const own = origin.kind === "link" ? readKept(storage) : null;
    if (origin.kind === "link" && own === null) return;
    const kept: Kept = own
      ? { ...own, view }
      : { project: withoutSecrets(project), view, example: origin.kind === "example" ? origin.name : null };
    try {
      storage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A full or forbidden storage loses nothing that is on the page.
    }
  }

  store.subscribe((state, previous) => {
    // A link takes the place of what may not have been written yet.
    if (state.origin.kind === "link" && previous.origin.kind !== "link") write(previous);
    timer ??= setTimeout(write, QUIET_MS);
  });
  addEventListener("pagehide", () => write());
}

/** Storages that must stay as they were left, for the page that was told to forget is about to go. */
const forgotten = new WeakSet<Storage>();

export function isForgotten(storage: Storage): boolean {
  return forgotten.has(storage);
}

/** Forgets everything kept here; this page writes nothing into the storage from now on. */
export function forgetWork(storage: Storage): void {
  forgotten.add(storage);
  for (const key of KEPT_KEYS) storage.removeItem(key);
}

/** Forgets the work that is open; this page writes nothing into the storage from now on. */
export function dropKept(storage: Storage): void {
  forgotten.add(storage);
  storage.removeItem(KEY);
}
