/** A project as plain JSON and back, checked field by field: what links and zip files hold (format version 1). */
import { isJsonObject, type Json, type JsonObject } from "../workflow/json.ts";
import type { Project, SourceFile } from "../workflow/project.ts";
import type { EnvironmentDraft, FetchMockDraft, TokenDraft } from "../workflow/scenario.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { TRIGGER_NAMES } from "../workflow/trigger.ts";
import { toShareable } from "./shareable.ts";

/** More entries than this in one list are refused, so that a stranger's link cannot fill the page. */
export const LIST_LIMIT = 1_000;

/** Thrown when JSON holds no project; the message names the field and what it must be. */
export class ProjectFormatError extends Error {
  override readonly name = "ProjectFormatError";
  readonly code = "project-format";
}

/**
 * The shareable part of a project, empty parts left out. A token is its text, as imported ones never get here;
 * a secret variable is its name with `"secret": true` and has no value.
 */
export function toProjectJson(project: Project): JsonObject {
  const { files, tokens, events, env, mocks, localization } = toShareable(project).project;
  return {
    ...list(
      "files",
      files.map(({ name, text }) => ({ name, text })),
    ),
    ...texts(
      "tokens",
      TOKEN_NAMES.map((token) => [token, tokens[token]?.text]),
    ),
    ...texts(
      "events",
      TRIGGER_NAMES.map((trigger) => [trigger, events[trigger]]),
    ),
    ...list(
      "env",
      env.map(({ name, value, isSecret }) => (isSecret ? { name, secret: true } : { name, value })),
    ),
    ...list("mocks", mocks.map(mockJson)),
    ...list(
      "localization",
      localization.map(({ key, text }) => ({ key, text })),
    ),
  };
}

function mockJson({ method, url, status, answer, body, latencyMs }: FetchMockDraft): Json {
  return { method, url, status: finite(status), answer, body, latencyMs: finite(latencyMs) };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function list(name: string, items: readonly Json[]): JsonObject {
  return items.length > 0 ? { [name]: items } : {};
}

function texts(name: string, entries: readonly (readonly [string, string | undefined])[]): JsonObject {
  const present = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return present.length > 0 ? { [name]: Object.fromEntries(present) } : {};
}

/**
 * Reads what `toProjectJson` wrote; absent parts are empty, unknown fields are ignored, and every object is made anew.
 * @throws ProjectFormatError
 */
export function parseProjectJson(json: Json): Project {
  const root = objectAt(json, "the project");
  return {
    files: listAt(root, "files", parseFile),
    tokens: entriesAt(root, "tokens", TOKEN_NAMES, (text): TokenDraft => ({ text, imported: false })),
    events: entriesAt(root, "events", TRIGGER_NAMES, (text) => text),
    env: listAt(root, "env", parseVariable),
    mocks: listAt(root, "mocks", parseMock),
    localization: listAt(root, "localization", (item, at) => ({
      key: textAt(item, "key", at),
      text: textAt(item, "text", at),
    })),
  };
}

function parseFile(item: JsonObject, at: string): SourceFile {
  return { name: textAt(item, "name", at), text: textAt(item, "text", at) };
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
  return {
    method: textAt(item, "method", at),
    url: textAt(item, "url", at),
    status: numberAt(item, "status", at),
    answer,
    body: textAt(item, "body", at),
    latencyMs: numberAt(item, "latencyMs", at),
  };
}

function fieldOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function objectAt(value: Json | undefined, at: string): JsonObject {
  if (!isJsonObject(value)) throw new ProjectFormatError(`${at} must be an object`);
  return value;
}

function textAt(object: JsonObject, name: string, at: string): string {
  const value = fieldOf(object, name);
  if (typeof value !== "string") throw new ProjectFormatError(`${at}.${name} must be text`);
  return value;
}

function numberAt(object: JsonObject, name: string, at: string): number {
  const value = fieldOf(object, name);
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new ProjectFormatError(`${at}.${name} must be a number`);
  return value;
}

function listAt<T>(root: JsonObject, name: string, parse: (item: JsonObject, at: string) => T): readonly T[] {
  const value = fieldOf(root, name) ?? [];
  if (!Array.isArray(value)) throw new ProjectFormatError(`${name} must be a list`);
  if (value.length > LIST_LIMIT) throw new ProjectFormatError(`${name} must have at most ${LIST_LIMIT} entries`);
  return value.map((item: Json, index) => parse(objectAt(item, `${name}[${index}]`), `${name}[${index}]`));
}

function entriesAt<Name extends string, T>(
  root: JsonObject,
  part: string,
  names: readonly Name[],
  make: (text: string) => T,
): { readonly [N in Name]?: T } {
  const object = objectAt(fieldOf(root, part) ?? {}, part);
  const found = names
    .filter((name) => Object.hasOwn(object, name))
    .map((name) => [name, make(textAt(object, name, part))]);
  return Object.fromEntries(found) as { [N in Name]?: T };
}
