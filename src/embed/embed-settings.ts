/** What an embed is asked to show, read from the fragment of its address: a share link, or the settings that the custom element wrote. */
import type { ShortForm } from "../expect/short-form.ts";
import { parseLinkParameters, splitFragment } from "../share/link-parameters.ts";
import { filesAt } from "../share/json-fields.ts";
import type { ResultTab } from "../store/view-state.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../workflow/json.ts";
import { createProject, type Project } from "../workflow/project.ts";
import { sourceRefusal } from "../workflow/source-limits.ts";
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";
import { loadPart } from "../views/parts/load-part.ts";
import type { EmbedTheme } from "./messages.ts";
import type { GivenScenarios } from "./scenarios/given-scenarios.ts";
import { EmbedSettingsError } from "./embed-settings-error.ts";

/**
 * `code`: the code and one line about the result. `diff`: the claims before and after. `jwt`: the token. `split`: code and claims.
 * `grid`: code, and what each scenario does to each claim.
 */
export type EmbedView = "code" | "diff" | "grid" | "jwt" | "split";

export const EMBED_VIEWS: readonly EmbedView[] = ["code", "diff", "grid", "jwt", "split"];

export type EmbedSettings = {
  readonly project: Project;
  /** Null shows the one that changed. */
  readonly token: TokenName | null;
  readonly view: EmbedView;
  readonly theme: EmbedTheme;
  /** `at-once`: the code is a text field from the start. */
  readonly editing: "on-request" | "at-once" | "never";
  readonly title: string;
  /** The number of the first line. */
  readonly startLine: number;
  /** Line numbers as they are shown. */
  readonly highlighted: readonly { readonly first: number; readonly last: number }[];
  readonly expectation: ShortForm | null;
  /** The element's attributes but its scenario, as the page's author wrote them. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What is wrong with them, as far as reading them tells: for the author, not for readers. */
  readonly mistakes: readonly string[];
  /** The page's origin, where it is known from the start. */
  readonly hostOrigin: string | null;
  /** Whether the custom element holds this embed, which opens links for it. */
  readonly isElement: boolean;
};

/**
 * Loads the decoder of links only for a link, and the readers of scenarios and expectations only where there are such.
 * @throws EmbedSettingsError
 */
export async function readSettings(fragment: string): Promise<EmbedSettings> {
  const written = /^#?settings=(.*)$/s.exec(fragment)?.[1];
  return written === undefined ? fromLink(fragment) : fromElement(written);
}

async function fromLink(fragment: string): Promise<EmbedSettings> {
  const { projectOfLink } = await loadPart(() => import("./project-of-link.ts"));
  const project = projectOfLink(fragment);
  const { token, view, lines } = parseLinkParameters(fragment);
  const others = new Map(splitFragment(fragment).map((part) => part.split("=", 2) as [string, string | undefined]));
  return {
    ...shown({ token, view, theme: others.get("theme"), title: textIn(others.get("title")) }),
    project,
    editing: others.has("readonly") ? "never" : "on-request",
    highlighted: lines ? [lines] : [],
    isElement: false,
  };
}

async function expectationIn(text: string) {
  const { parseShortForm } = await loadPart(() => import("../expect/short-form.ts"));
  return parseShortForm(text);
}

async function fromElement(written: string): Promise<EmbedSettings> {
  const json = objectIn(written);
  const files = checked(() => filesAt(json));
  const refusal = sourceRefusal(files);
  if (refusal !== null) throw new EmbedSettingsError(refusal.message);
  const attributes = attributesIn(json["attributes"]);
  const { scenario, scenarios } = json;
  const isGiven = scenarios !== undefined || (scenario ?? "") !== "";
  const seeds: GivenScenarios = { scenarios: createProject([]).scenarios, mistakes: [] };
  const given = isGiven ? await (await loadGiven()).givenScenarios(json, files, attributes) : seeds;
  const expect = scenarios === undefined ? attributes.get("expect") : undefined;
  const expected = expect === undefined ? null : await expectationIn(expect);
  const startLine = Number(attributes.get("start-line") ?? 1);
  const { theme, host } = json;
  return {
    ...shown({ ...Object.fromEntries(attributes), theme }),
    project: { files, scenarios: given.scenarios },
    editing: attributes.has("readonly") ? "never" : attributes.has("editable") ? "at-once" : "on-request",
    startLine: Number.isSafeInteger(startLine) ? startLine : 1,
    highlighted: rangesIn(attributes.get("highlight") ?? ""),
    expectation: expected?.kind === "ok" ? expected.expectation : null,
    attributes,
    mistakes: expected?.kind === "invalid" ? [expected.message] : given.mistakes,
    hostOrigin: typeof host === "string" && host !== "null" ? host : null,
    isElement: true,
  };
}

/** What a page says of scenarios, read: loaded only where it says something. */
export const loadGiven = () => loadPart(() => import("./scenarios/given-scenarios.ts"));

function attributesIn(written: Json | undefined): ReadonlyMap<string, string> {
  const entries = isJsonObject(written) ? Object.entries(written) : [];
  return new Map(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])));
}

type Shown = { readonly [name in "token" | "view" | "theme" | "title"]?: unknown };

type ShownSettings = Pick<
  EmbedSettings,
  "token" | "view" | "theme" | "title" | "startLine" | "expectation" | "attributes" | "mistakes" | "hostOrigin"
>;

function shown({ token, view, theme, title }: Shown | JsonObject): ShownSettings {
  return {
    token: TOKEN_NAMES.find((name) => name === token) ?? null,
    view: viewNamed(view) ?? "split",
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    title: typeof title === "string" ? title : "",
    startLine: 1,
    expectation: null,
    attributes: new Map(),
    mistakes: [],
    hostOrigin: null,
  };
}

/** The views of a token that an embed offers. */
export function tabsOfView(view: EmbedView): readonly ResultTab[] {
  return view === "jwt" ? ["jwt"] : ["claims"];
}

/** Null for a view that an embed does not have. */
export function viewNamed(name: unknown): EmbedView | null {
  if (name === "claims") return "diff";
  return EMBED_VIEWS.find((view) => view === name) ?? null;
}

/** `3, 5-7`; what is no number is left out. */
function rangesIn(text: string): EmbedSettings["highlighted"] {
  return [...text.matchAll(/(\d{1,6})(?:\s*-\s*(\d{1,6}))?/g)].map(([, first, last]) => ({
    first: Number(first),
    last: Number(last ?? first),
  }));
}

function objectIn(written: string): JsonObject {
  try {
    const json: Json = parseJson(decodeURIComponent(written));
    if (isJsonObject(json)) return json;
  } catch {
    // Said below.
  }
  throw new EmbedSettingsError("The settings of this example arrived damaged. Reload the page.");
}

function checked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new EmbedSettingsError(
      `The scenario of this example cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function textIn(encoded: string | undefined): string {
  try {
    return decodeURIComponent(encoded ?? "");
  } catch {
    return "";
  }
}
