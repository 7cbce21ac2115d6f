/** Edits to opened links, without secrets and pasted tokens: they outlive a reload of their tab, while a new tab shows what the link holds. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import { mapScenarios, type Project } from "../workflow/project.ts";
import { SCENARIO_PARTS } from "../workflow/scenario.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";
import { readStoredProject } from "./read-stored-project.ts";
import type { ProjectSource, PlaygroundStore } from "./playground-store.ts";
import { LINK_EDITS_KEY, writeStorage } from "./write-storage.ts";

type LinkSource = Extract<ProjectSource, { readonly kind: "link" }>;
type LinkEdits = { readonly link: string; readonly project: Project };

const MOST_KEPT = 6;
const QUIET_MS = 250;

/** The project as this tab has edited it, else as the link holds it. A part that is the same is the link's own object. */
export function withLinkEdits({ link, shared }: LinkSource, storage: Storage | null): Project {
  const edited = readEdits(storage).find((edits) => edits.link === link)?.project;
  if (edited === undefined) return shared;
  const own = withSame(edited, shared, ["files"]);
  const project = mapScenarios(own, (scenario) => {
    const given = shared.scenarios.find(({ name }) => name === scenario.name);
    return given === undefined ? scenario : withSame(scenario, given, SCENARIO_PARTS);
  });
  return isSame(project, shared) ? shared : project;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function withSame<T, Name extends keyof T>(edited: T, given: T, names: readonly Name[]): T {
  const same = names.filter((name) => isSame(edited[name], given[name]));
  return { ...edited, ...Object.fromEntries(same.map((name) => [name, given[name]])) };
}

/** Writes a link's edits whenever it has been quiet for a moment, and when the page goes away; drops them when the link is left. */
export function keepLinkEdits(store: PlaygroundStore, storage: Storage): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const { origin, project } = store.getState();
    if (origin.kind !== "link") return;
    const isEdited = project !== origin.shared;
    replaceEdits(storage, origin.link, isEdited ? withoutImports(project, origin.shared) : null);
  }

  store.subscribe((state, previous) => {
    if (state.origin !== previous.origin && previous.origin.kind === "link")
      replaceEdits(storage, previous.origin.link, null);
    if (state.project !== previous.project) timer ??= setTimeout(write, QUIET_MS);
  });
  addEventListener("pagehide", write);
}

/** A token that was pasted over one of the link's gives way to it. */
function withoutImports(project: Project, shared: Project): Project {
  const imported = new Map(project.scenarios.map(({ name, tokens }) => [name, tokens]));
  return mapScenarios(withoutSecrets(project), (kept) => {
    const tokens = shared.scenarios.find(({ name }) => name === kept.name)?.tokens ?? {};
    const given = TOKEN_NAMES.flatMap((token) => {
      const draft = tokens[token];
      return draft && imported.get(kept.name)?.[token]?.imported ? [[token, draft] as const] : [];
    });
    return { ...kept, tokens: { ...kept.tokens, ...Object.fromEntries(given) } };
  });
}

function replaceEdits(storage: Storage, link: string, project: Project | null): void {
  const others = readEdits(storage).filter((edits) => edits.link !== link);
  const all = project === null ? others : [{ link, project }, ...others].slice(0, MOST_KEPT);
  writeStorage(storage, LINK_EDITS_KEY, all.length > 0 ? all : null);
}

function readEdits(storage: Storage | null): readonly LinkEdits[] {
  try {
    const text = storage?.getItem(LINK_EDITS_KEY);
    const json: Json = text ? parseJson(text) : null;
    if (!Array.isArray(json)) return [];
    return json.flatMap((item: Json) => {
      if (!isJsonObject(item)) return [];
      const { link } = item;
      const project = readStoredProject(item["project"]);
      return typeof link === "string" && project !== null ? [{ link, project }] : [];
    });
  } catch {
    return [];
  }
}
