/** Values as they left the sandbox, written for reading: JSON, with what JSON cannot hold under its own name. */
import type { GuestValue } from "../../../workflow/execution.ts";
import { type ExactJson, readExactJson } from "../../../workflow/exact-json.ts";
import { type Json, parseJson } from "../../../workflow/json.ts";

/** What a value is at its top: a leaf has its text, a branch its members. */
type GuestNode =
  | { readonly kind: "leaf"; readonly text: string; readonly isString: boolean }
  | {
      readonly kind: "branch";
      readonly open: string;
      readonly close: string;
      readonly members: readonly GuestMember[];
    };

type GuestMember = { readonly label: string; readonly value: ExactJson };

/** The text of a mark such as `{"$number":"NaN"}`; null when the object is none. */
function markText(members: ReadonlyMap<string, ExactJson>): string | null {
  const [member] = members;
  if (members.size !== 1 || member === undefined) return null;
  const [name, { text }] = member;
  if (!name.startsWith("$")) return null;
  const content: Json = parseJson(text);
  if (name === "$number" && typeof content === "string") return content;
  if (name === "$bigint" && typeof content === "string") return `${content}n`;
  if (name === "$function") return `function ${typeof content === "string" && content !== "" ? content : "(no name)"}`;
  if (name === "$cycle") return "[cycle]";
  if (name === "$truncated") return `[cut off: ${Number(content).toLocaleString("en")} bytes]`;
  if (name === "$searchParams" && Array.isArray(content)) {
    return `URLSearchParams { ${content.map((pair) => (Array.isArray(pair) ? pair.join("=") : "")).join("&")} }`;
  }
  return null;
}

/** One level of a value. Marks are read only where the value has a problem: elsewhere the author's own `$number` is just a name. */
export function guestNode({ text, items, members }: ExactJson, hasMarks: boolean): GuestNode {
  if (items) {
    const inside = items.map((item, index) => ({ label: `${index}`, value: item }));
    return { kind: "branch", open: "[", close: "]", members: inside };
  }
  if (members) {
    const mark = hasMarks ? markText(members) : null;
    if (mark !== null) return { kind: "leaf", text: mark, isString: false };
    const inside = [...members].map(([label, value]) => ({ label, value }));
    return { kind: "branch", open: "{", close: "}", members: inside };
  }
  return { kind: "leaf", text, isString: text.startsWith('"') };
}

/** Deeper than this a value is not written on one line. */
const MOST_LEVELS = 50;

function inlineText(value: ExactJson, hasMarks: boolean, level = 0): string {
  const node = guestNode(value, hasMarks);
  if (node.kind === "leaf") return node.text;
  if (level === MOST_LEVELS) return "…";
  const texts = node.members.map((member) => inlineText(member.value, hasMarks, level + 1));
  if (node.open === "[") return `[${texts.join(", ")}]`;
  const members = node.members.map(({ label }, index) => `${nameText(label)}: ${texts[index]}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A member's name as one would write it: bare when it can be. */
export function nameText(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}

/** The whole value on one line. */
export function guestLine({ text, problem }: GuestValue): string {
  return inlineText(readExactJson(text), problem !== null);
}

/** A console argument: strings stand bare, as consoles print them. */
export function consoleText(value: GuestValue): string {
  return value.text.startsWith('"') ? String(parseJson(value.text)) : guestLine(value);
}

/** The text of an argument that should be a string; null when it is something else. */
export function stringArgument(value: GuestValue | undefined): string | null {
  if (value === undefined || value.problem !== null) return null;
  const json = parseJson(value.text);
  return typeof json === "string" ? json : null;
}
