/** Reads a scenario as authors of documentation write it: values as JSON where the project holds text, and mocks without what is usual. */
import { parseProjectJson } from "../share/project-json.ts";
import { isJsonObject, type Json, type JsonObject } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";

/**
 * Tokens, events and mock bodies may be JSON or text; `env` and `localization` may be objects of name and value.
 * @throws ProjectFormatError
 */
export function toScenario(scenario: JsonObject): Project {
  const { tokens, events, env, mocks, localization } = scenario;
  return parseProjectJson({
    ...(isJsonObject(tokens) ? { tokens: asTexts(tokens) } : {}),
    ...(isJsonObject(events) ? { events: asTexts(events) } : {}),
    ...(env === undefined ? {} : { env: asRows(env, "name", "value") }),
    ...(mocks === undefined ? {} : { mocks: Array.isArray(mocks) ? mocks.map(asMock) : mocks }),
    ...(localization === undefined ? {} : { localization: asRows(localization, "key", "text") }),
  });
}

function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function asTexts(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, asText(value)]));
}

function asRows(value: Json, name: string, text: string): Json {
  if (!isJsonObject(value)) return value;
  return Object.entries(value).map(([key, each]) => ({ [name]: key, [text]: asText(each) }));
}

function asMock(mock: Json): Json {
  if (!isJsonObject(mock)) return mock;
  const { json, text, error, ...rest } = mock;
  const answer =
    json !== undefined
      ? { answer: "json", body: asText(json) }
      : text !== undefined
        ? { answer: "text", body: asText(text) }
        : error !== undefined
          ? { answer: "error", body: asText(error) }
          : {};
  return { method: "GET", status: 200, latencyMs: 0, ...answer, ...rest };
}
