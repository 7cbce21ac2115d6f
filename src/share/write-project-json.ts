/** A project as plain JSON: what links and zip files hold (format versions 1 and 2). */
import type { Json, JsonObject } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import {
  emptyScenario,
  type FetchMockDraft,
  FIRST_NAME,
  lessonPart,
  type Scenario,
  type ScenarioParts,
} from "../workflow/scenario.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { TRIGGER_NAMES } from "../workflow/trigger.ts";
import { toShareable } from "./shareable.ts";

/**
 * The shareable part of a project, empty parts left out. A token is its text, as imported ones never get here;
 * a secret variable is its name with `"secret": true` and has no value. A project of one scenario is as version 1 wrote it;
 * of several, each after the first stands under `more` with the parts that differ from the first one's.
 */
export function toProjectJson(project: Project): JsonObject {
  const { files, scenarios } = toShareable(project).project;
  const [first, ...others] = scenarios;
  return {
    ...list(
      "files",
      files.map(({ name, text }) => ({ name, text })),
    ),
    ...(first.name === FIRST_NAME ? {} : { name: first.name }),
    ...namedJson(first),
    ...withoutEmpty(partsJson(first)),
    ...list(
      "more",
      others.map((scenario) => ({
        name: scenario.name,
        ...namedJson(scenario),
        ...changed(partsJson(scenario), partsJson(first)),
      })),
    ),
  };
}

function namedJson(scenario: Scenario): JsonObject {
  const { expect } = scenario;
  return { ...(expect === "" ? {} : { expect }), ...lessonPart(scenario) };
}

function partsJson({ tokens, events, env, mocks, localization }: ScenarioParts): JsonObject {
  return {
    tokens: texts(TOKEN_NAMES.map((token) => [token, tokens[token]?.text])),
    events: texts(TRIGGER_NAMES.map((trigger) => [trigger, events[trigger]])),
    env: env.map(({ name, value, isSecret }) => (isSecret ? { name, secret: true } : { name, value })),
    mocks: mocks.map(mockJson),
    localization: localization.map(({ key, text }) => ({ key, text })),
  };
}

function withoutEmpty(parts: JsonObject): JsonObject {
  return changed(parts, partsJson(emptyScenario()));
}

function changed(parts: JsonObject, from: JsonObject): JsonObject {
  const isChanged = ([name, part]: [string, Json]) => JSON.stringify(part) !== JSON.stringify(from[name]);
  return Object.fromEntries(Object.entries(parts).filter(isChanged));
}

function mockJson({ method, url, status, answer, body, latencyMs, ...rest }: FetchMockDraft): Json {
  const { times = 0, sentHeaders = "", sentBody = "", level = 0 } = rest;
  return {
    ...{ method, url, status: finite(status), answer, body, latencyMs: finite(latencyMs) },
    ...(finite(times) === 0 ? {} : { times }),
    ...(sentHeaders === "" ? {} : { sentHeaders }),
    ...(sentBody === "" ? {} : { sentBody }),
    ...(finite(level) === 0 ? {} : { level }),
  };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function list(name: string, items: readonly Json[]): JsonObject {
  return items.length > 0 ? { [name]: items } : {};
}

function texts(entries: readonly (readonly [string, string | undefined])[]): JsonObject {
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
