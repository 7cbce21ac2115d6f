/** Sets one member in the text of a JSON object and leaves everything else, comments too, as it is written. */
import { indentJson } from "./indent-json.ts";
import { type LocatedJson, readLocatedJson } from "./located-json.ts";

/**
 * @param text of an object; a blank one is an empty object.
 * @param path names from the outside in; objects that are missing on the way are made, and what is no object gives way.
 * @param json the new value as JSON text; null takes the member away.
 * @returns the text as it was where it cannot be read.
 */
export function setJsonMember(text: string, path: readonly string[], json: string | null): string {
  const whole = text.trim() === "" ? "{}" : text;
  const reading = readLocatedJson(whole);
  if (reading.kind === "invalid") return text;
  let under = reading.value;
  for (const [depth, name] of path.entries()) {
    if (under.kind !== "object") return text;
    const member = under.members.find((one) => one.name === name)?.value;
    const isLast = depth === path.length - 1;
    if (member && !isLast && member.kind === "object") {
      under = member;
      continue;
    }
    if (json === null) return isLast && member ? withoutMember(whole, under, name) : text;
    const value = path.slice(depth + 1).reduceRight((inside, outer) => `{${JSON.stringify(outer)}:${inside}}`, json);
    const written = indentJson(value, depth + 1);
    if (member) return whole.slice(0, member.at) + written + whole.slice(member.end);
    return withMember(whole, under, `${JSON.stringify(name)}: ${written}`, depth);
  }
  return text;
}

type LocatedObject = Extract<LocatedJson, { readonly kind: "object" }>;

function withMember(text: string, { at, end, members }: LocatedObject, written: string, depth: number): string {
  const line = `\n${"  ".repeat(depth + 1)}`;
  const last = members.at(-1)?.value;
  if (last === undefined) return `${text.slice(0, at)}{${line}${written}\n${"  ".repeat(depth)}}${text.slice(end)}`;
  return `${text.slice(0, last.end)},${line}${written}${text.slice(last.end)}`;
}

/** With the comma that stood after it, else the one before it. */
function withoutMember(text: string, { at, end, members }: LocatedObject, name: string): string {
  const index = members.findIndex((one) => one.name === name);
  const [before, own, after] = [members[index - 1], members[index], members[index + 1]];
  if (own === undefined) return text;
  if (after) return text.slice(0, own.nameAt) + text.slice(after.nameAt);
  if (before) return text.slice(0, before.value.end) + text.slice(own.value.end);
  return `${text.slice(0, at)}{}${text.slice(end)}`;
}
