/** Changes one member in the text of a JSON object with comments, and leaves all else in it as it is. */
import { readLocatedJson } from "../../workflow/located-json.ts";

/**
 * A text that is no object stays as it is.
 * @param object may have comments and trailing commas.
 * @param value its text; null takes the member away.
 * @param indent what stands before a member on a line of its own.
 */
export function setMember(object: string, name: string, value: string | null, indent: string): string {
  const reading = readLocatedJson(object);
  if (reading.kind === "invalid" || reading.value.kind !== "object") return object;
  const { members, at } = reading.value;
  const index = members.findIndex((member) => member.name === name);
  const [before, old, after] = [members[index - 1], members[index], members[index + 1]];
  const replaced = (from: number, to: number, text: string) => object.slice(0, from) + text + object.slice(to);
  if (old && value !== null) return replaced(old.value.at, old.value.end, value);
  if (old && after) return replaced(old.nameAt, after.nameAt, "");
  if (old) return replaced(before ? before.value.end : old.nameAt, old.value.end, "");
  if (value === null) return object;
  const end = members.at(-1)?.value.end;
  const gap = object.includes("\n") ? `\n${indent}` : " ";
  const member = `${gap}${JSON.stringify(name)}: ${value}`;
  if (end !== undefined) return replaced(end, end, `,${member}`);
  return replaced(at + 1, at + 1, object.includes("\n") ? member : `${member} `);
}
