/** Reads a project from plain JSON, checked field by field: what links and zip files hold (format versions 1 and 2). */
import type { Json, JsonObject } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import {
  emptyScenario,
  lessonPart,
  FIRST_NAME,
  MOST_SCENARIOS,
  type EnvironmentDraft,
  type FetchMockDraft,
  type LocalizationDraft,
  type Scenario,
  type ScenarioParts,
  type TokenDraft,
} from "../workflow/scenario.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { TRIGGER_NAMES } from "../workflow/trigger.ts";
import { fieldOf, filesAt, listAt, objectAt, ProjectFormatError, textAt } from "./json-fields.ts";

/**
 * Reads what `write-project-json.ts` wrote; absent parts are empty, unknown fields are ignored, and every object is made anew.
 * @throws ProjectFormatError
 */
export function parseProjectJson(json: Json): Project {
  const root = objectAt(json, "the project");
  const scenario = (item: JsonObject, under: ScenarioParts, name: string, at = ""): Scenario => ({
    name: optionalText(item, "name", name),
    expect: optionalText(item, "expect", ""),
    ...lessonPart(item),
    ...parseParts(item, under, at),
  });
  const first = scenario(root, emptyScenario(), FIRST_NAME);
  const more = listAt(root, "more", (item, at) => scenario(item, first, at, `${at}.`));
  if (more.length >= MOST_SCENARIOS) {
    throw new ProjectFormatError(`more must have at most ${MOST_SCENARIOS - 1} entries`);
  }
  if (new Set([first, ...more].map(({ name }) => name)).size <= more.length) {
    throw new ProjectFormatError("two scenarios have one name");
  }
  return { files: filesAt(root), scenarios: [first, ...more] };
}

function optionalText(object: JsonObject, name: string, otherwise: string): string {
  return Object.hasOwn(object, name) ? textAt(object, name, "scenario") : otherwise;
}

/** A part that is absent is the one of `under`. */
function parseParts(object: JsonObject, under: ScenarioParts, at = ""): ScenarioParts {
  const given = (name: keyof ScenarioParts) => Object.hasOwn(object, name);
  return {
    tokens: given("tokens")
      ? entriesAt(object, "tokens", TOKEN_NAMES, (text): TokenDraft => ({ text, imported: false }), at)
      : under.tokens,
    events: given("events") ? entriesAt(object, "events", TRIGGER_NAMES, (text) => text, at) : under.events,
    env: given("env") ? listAt(object, "env", parseVariable, at) : under.env,
    mocks: given("mocks") ? listAt(object, "mocks", parseMock, at) : under.mocks,
    localization: given("localization") ? listAt(object, "localization", parseText, at) : under.localization,
  };
}

function parseText(item: JsonObject, at: string): LocalizationDraft {
  return { key: textAt(item, "key", at), text: textAt(item, "text", at) };
}

function parseVariable(item: JsonObject, at: string): EnvironmentDraft {
  const name = textAt(item, "name", at);
  return fieldOf(item, "secret") === true
    ? { name, value: "", isSecret: true }
    : { name, value: textAt(item, "value", at), isSecret: false };
}

function parseMock(item: JsonObject, at: string): FetchMockDraft {
  const answer = textAt(item, "answer", at);
  if (answer !== "json" && answer !== "text" && answer !== "error") {
    throw new ProjectFormatError(`${at}.answer must be "json", "text" or "error"`);
  }
  const given = (name: keyof FetchMockDraft) => Object.hasOwn(item, name);
  return {
    method: textAt(item, "method", at),
    url: textAt(item, "url", at),
    status: numberAt(item, "status", at),
    answer,
    body: textAt(item, "body", at),
    latencyMs: numberAt(item, "latencyMs", at),
    ...(given("times") ? { times: numberAt(item, "times", at) } : {}),
    ...(given("sentHeaders") ? { sentHeaders: textAt(item, "sentHeaders", at) } : {}),
    ...(given("sentBody") ? { sentBody: textAt(item, "sentBody", at) } : {}),
    ...(given("level") ? { level: numberAt(item, "level", at) } : {}),
  };
}

function numberAt(object: JsonObject, name: string, at: string): number {
  const value = fieldOf(object, name);
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new ProjectFormatError(`${at}.${name} must be a number`);
  return value;
}

function entriesAt<Name extends string, T>(
  root: JsonObject,
  part: string,
  names: readonly Name[],
  make: (text: string) => T,
  before = "",
): { readonly [N in Name]?: T } {
  const object = objectAt(fieldOf(root, part) ?? {}, before + part);
  const found = names
    .filter((name) => Object.hasOwn(object, name))
    .map((name) => [name, make(textAt(object, name, before + part))]);
  return Object.fromEntries(found) as { [N in Name]?: T };
}
