/** Lays one JSON object over another, member by member (RFC 7396), on the texts, so that no number loses a digit. */
import { type ExactJson, readExactJson } from "../../workflow/exact-json.ts";

/**
 * Objects are merged, `null` takes a member away, all else replaces.
 * @param under JSON text; what is no object counts as an empty one.
 * @param over JSON text of an object.
 * @returns JSON text on one line.
 */
export function layOver(under: string, over: string): string {
  return merged(readExactJson(under), readExactJson(over));
}

function merged(under: ExactJson | undefined, over: ExactJson): string {
  if (over.members === undefined) return over.text;
  const texts = new Map([...(under?.members ?? [])].map(([name, { text }]) => [name, text]));
  for (const [name, value] of over.members) {
    if (value.text === "null") texts.delete(name);
    else texts.set(name, merged(under?.members?.get(name), value));
  }
  return objectOf([...texts]);
}

/** What laid over `under` gives `wanted`; null where nothing does, since `wanted` holds a null or is no object. */
export function overlayBetween(under: string, wanted: string): string | null {
  return between(readExactJson(under), readExactJson(wanted));
}

function between(under: ExactJson | undefined, wanted: ExactJson): string | null {
  if (wanted.members === undefined || under?.members === undefined) return null;
  const parts: [string, string][] = [];
  for (const name of under.members.keys()) if (!wanted.members.has(name)) parts.push([name, "null"]);
  for (const [name, value] of wanted.members) {
    const below = under.members.get(name);
    if (below?.text === value.text) continue;
    const part = below?.members && value.members ? between(below, value) : value.text;
    if (part === null || hasNull(value)) return null;
    parts.push([name, part]);
  }
  return objectOf(parts);
}

function hasNull({ text, members }: ExactJson): boolean {
  return text === "null" || [...(members?.values() ?? [])].some(hasNull);
}

function objectOf(parts: readonly (readonly [name: string, text: string])[]): string {
  return `{${parts.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`;
}
