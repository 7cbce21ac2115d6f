/** The fields of a project's JSON, each checked; of a project, its files alone are read here, which is all that an embed opens with. */
import { isJsonObject, type Json, type JsonObject } from "../workflow/json.ts";
import type { SourceFile } from "../workflow/project.ts";

/** More entries than this in one list are refused, so that a stranger's link cannot fill the page. */
const LIST_LIMIT = 1_000;

/** Thrown when JSON holds no project; the message names the field and what it must be. */
export class ProjectFormatError extends Error {
  override readonly name = "ProjectFormatError";
  readonly code = "project-format";
}

export function fieldOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function objectAt(value: Json | undefined, at: string): JsonObject {
  if (!isJsonObject(value)) throw new ProjectFormatError(`${at} must be an object`);
  return value;
}

export function textAt(object: JsonObject, name: string, at: string): string {
  const value = fieldOf(object, name);
  if (typeof value !== "string") throw new ProjectFormatError(`${at}.${name} must be text`);
  return value;
}

export function listAt<T>(
  root: JsonObject,
  name: string,
  parse: (item: JsonObject, at: string) => T,
  before = "",
): readonly T[] {
  const value = fieldOf(root, name) ?? [];
  const list = before + name;
  if (!Array.isArray(value)) throw new ProjectFormatError(`${list} must be a list`);
  if (value.length > LIST_LIMIT) throw new ProjectFormatError(`${list} must have at most ${LIST_LIMIT} entries`);
  return value.map((item: Json, index) => parse(objectAt(item, `${list}[${index}]`), `${list}[${index}]`));
}

/** @throws ProjectFormatError */
export function filesAt(root: JsonObject): readonly SourceFile[] {
  return listAt(root, "files", (item, at) => ({ name: textAt(item, "name", at), text: textAt(item, "text", at) }));
}
