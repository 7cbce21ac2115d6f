/** One's own work as an earlier visit saved it: source, scenario and view. autosave.ts writes it. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { readStoredProject } from "./read-stored-project.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { INITIAL_VIEW, type ViewState } from "./view-state.ts";

/** In the storage that outlives the tab: the work that any tab wrote last. In the tab's own: the work of this tab. */
export const SAVED_WORK_KEY = "kinde-workflow-playground/1";

export type SavedWork = {
  readonly project: Project;
  readonly view: Partial<ViewState>;
  readonly example: string | null;
  /** As the person calls it. */
  readonly name: string | null;
  /** The piece of work. */
  readonly id: string | null;
};

/** Reads what was saved; null when there is nothing, or nothing usable. */
export function readSavedWork(storage: Storage | null): SavedWork | null {
  try {
    const text = storage?.getItem(SAVED_WORK_KEY);
    const json: Json = text ? parseJson(text) : null;
    if (!isJsonObject(json)) return null;
    const project = readStoredProject(json["project"]);
    if (project === null) return null;
    const view = isJsonObject(json["view"]) ? json["view"] : {};
    const known = Object.fromEntries(
      Object.entries(view).filter(
        ([name, value]) => Object.hasOwn(INITIAL_VIEW, name) && sameKind(name as keyof ViewState, value),
      ),
    );
    const textOf = (name: string) => (typeof json[name] === "string" ? json[name] : null);
    return { project, view: known, example: textOf("example"), name: textOf("name"), id: textOf("id") };
  } catch {
    return null;
  }
}

function sameKind(name: keyof ViewState, value: Json): boolean {
  if (name === "layouts") return isJsonObject(value) && Object.values(value).every(isJsonObject);
  if (name === "token") return TOKEN_NAMES.some((token) => token === value);
  return typeof (INITIAL_VIEW[name] ?? "") === typeof value;
}
