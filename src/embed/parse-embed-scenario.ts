/** Reads a scenario as authors of documentation write it: values as JSON where the project holds text, and mocks without what is usual. */
import { parseProjectJson } from "../share/project-json.ts";
import { readParts } from "../workflow/exact-json.ts";
import { indentJson } from "../workflow/indent-json.ts";
import { type Json, type JsonObject, parseJson } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";

/**
 * Tokens, events and mock bodies may be JSON, which is taken over as it is written, or text; `env` and `localization` may be objects of
 * name and value. It becomes a project's JSON, which the reader of links and zips checks. It is no `scenarios.json`, where a token is laid
 * over its seed and an unknown field is a mistake: published pages have the one, whose first result would wait for the other's reader.
 * @throws ProjectFormatError, and SyntaxError for what is no JSON
 */
export function parseEmbedScenario(text: string): Project {
  parseJson(text);
  const { tokens, events, env, mocks, localization } = partsByName(text);
  return parseProjectJson({
    ...(tokens?.startsWith("{") ? { tokens: asTexts(tokens) } : {}),
    ...(events?.startsWith("{") ? { events: asTexts(events) } : {}),
    ...(env === undefined ? {} : { env: asRows(env, "name", "value") }),
    ...(mocks === undefined
      ? {}
      : { mocks: mocks.startsWith("[") ? readParts(mocks).parts.map(asMock) : parseJson(mocks) }),
    ...(localization === undefined ? {} : { localization: asRows(localization, "key", "text") }),
  });
}

function partsByName(text: string): { readonly [name: string]: string } {
  return Object.fromEntries(readParts(text).parts.map(({ name, json }) => [name, json]));
}

function asText(json: string): string {
  return json.startsWith('"') ? String(parseJson(json)) : indentJson(json);
}

function asTexts(json: string): JsonObject {
  return Object.fromEntries(readParts(json).parts.map((part) => [part.name, asText(part.json)]));
}

function asRows(json: string, name: string, text: string): Json {
  if (!json.startsWith("{")) return parseJson(json);
  return readParts(json).parts.map((part) => ({ [name]: part.name, [text]: asText(part.json) }));
}

/** An object of names and values as lines. */
function asLines(json: string): Json {
  if (!json.startsWith("{")) return parseJson(json);
  return readParts(json)
    .parts.map((part) => `${part.name}: ${asText(part.json)}`)
    .join("\n");
}

function asMock({ json: written }: { readonly json: string }): Json {
  if (!written.startsWith("{")) return parseJson(written);
  const { json, text, error, ...rest } = partsByName(written);
  const answer =
    json !== undefined
      ? { answer: "json", body: asText(json) }
      : text !== undefined
        ? { answer: "text", body: asText(text) }
        : error !== undefined
          ? { answer: "error", body: asText(error) }
          : {};
  const { body, headers, ...others } = rest;
  const isOfAnswer = others["answer"] !== undefined;
  return {
    ...{ method: "GET", status: 200, latencyMs: 0 },
    // What answers without a body has an empty one.
    ...(isOfAnswer ? {} : { answer: "text", body: "" }),
    ...answer,
    ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, parseJson(value)])),
    ...(body === undefined ? {} : isOfAnswer ? { body: parseJson(body) } : { sentBody: asText(body) }),
    ...(headers === undefined ? {} : { sentHeaders: asLines(headers) }),
  };
}
