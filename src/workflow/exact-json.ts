/** Reads JSON text without changing what it says: a number stays the text it was written as, members stay in their order. */
import type { Claim } from "./claim.ts";
import { isJsonObject, type Json } from "./json.ts";

const STRING_OR_SPACE = /("[^"\\]*(?:\\.[^"\\]*)*")|\s+/g;
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(:)?|[[\]{}]|[^,[\]{}]+/g;

/** JSON text on one line: numbers as they were written, strings as `JSON.stringify` spells them. */
export function compactJson(text: string): string {
  if (!/[\\\p{Surrogate}]/u.test(text)) return text.replace(STRING_OR_SPACE, "$1");
  return text.replace(STRING_OR_SPACE, (_, string?: string) => (string ? JSON.stringify(JSON.parse(string)) : ""));
}

function nameIn(string: string): string {
  return string.includes("\\") ? JSON.parse(string) : string.slice(1, -1);
}

/**
 * The members of an object or the items of a list (their name is "") in the order of the text, each value compact, and how many names
 * stand in that text in all.
 * @param text is known to be JSON.
 */
export function readParts(text: string): { readonly parts: readonly Claim[]; readonly names: number } {
  const compact = compactJson(text);
  const parts: Claim[] = [];
  let names = 0;
  let depth = 0;
  let name = "";
  let start = 1;
  for (let at = 0; at < compact.length; at++) {
    const character = compact[at];
    if (character === '"') {
      while (compact[++at] !== '"') if (compact[at] === "\\") at++;
    } else if (character === ":") {
      names++;
      if (depth === 1) {
        name = nameIn(compact.slice(start, at));
        start = at + 1;
      }
    } else if (character === "{" || character === "[") {
      depth++;
    } else if (character === "}" || character === "]" || character === ",") {
      if (character !== ",") depth--;
      if (depth === (character === "," ? 1 : 0) && at > start) {
        parts.push({ name, json: compact.slice(start, at) });
        start = at + 1;
      }
    }
  }
  return { parts, names };
}

/** How many members the objects of a value have in all. */
export function countNames(json: Json): number {
  const met: Json[] = [json];
  let names = 0;
  for (const value of met) {
    if (typeof value !== "object" || value === null) continue;
    const inside = Object.values(value);
    if (isJsonObject(value)) names += inside.length;
    for (const part of inside) met.push(part);
  }
  return names;
}

/** One value and what is in it. Without `items` and `members` it is a leaf, and `text` tells which. */
export type ExactJson = {
  /** As `compactJson` writes it. */
  readonly text: string;
  /** The same number for the same value, among all that was read with the same `identities`. */
  readonly identity: number;
  readonly items?: readonly ExactJson[];
  /** Of a name that stands twice, the last value. */
  readonly members?: ReadonlyMap<string, ExactJson>;
};

/** The values that were met, each with its number: the order of members and the spelling of numbers do not count. */
export type Identities = Map<string, number>;

type Open = { start: number; name: string; items?: ExactJson[]; members?: Map<string, ExactJson> };

/** @param text is known to be JSON. */
export function readExactJson(text: string, identities: Identities = new Map()): ExactJson {
  const compact = compactJson(text);
  let open: Open = { start: 0, name: "", items: [] };
  const around: Open[] = [];

  function put(shape: string, node: Omit<ExactJson, "identity">): void {
    let identity = identities.get(shape);
    if (identity === undefined) {
      identity = identities.size;
      identities.set(shape, identity);
    }
    const value: ExactJson = Object.assign(node, { identity });
    open.items?.push(value);
    open.members?.set(open.name, value);
  }

  for (const { 0: token, 1: string, 2: colon, index } of compact.matchAll(TOKEN)) {
    if (colon) {
      open.name = nameIn(string ?? "");
    } else if (token === "[" || token === "{") {
      around.push(open);
      open = { start: index, name: "", ...(token === "[" ? { items: [] } : { members: new Map() }) };
    } else if (token === "]" || token === "}") {
      const { start, items, members } = open;
      open = around.pop() ?? open;
      const whole = compact.slice(start, index + 1);
      if (items) put(`[${items.map(({ identity }) => identity)}`, { text: whole, items });
      if (members) put(`{${[...members].map(memberShape).sort()}`, { text: whole, members });
    } else {
      put(string ?? decimal(token), { text: token });
    }
  }
  return open.items?.[0] as ExactJson;
}

const memberShape = ([name, { identity }]: [string, ExactJson]) => JSON.stringify(name) + identity;

/** The same text for the same number, however it is written; other words as they are. */
function decimal(text: string): string {
  const [, sign, whole = "", fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/i.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  if (whole === "" || end === 0) return whole === "" ? text : "0";
  const shift = digits.length - end - fraction.length;
  // In base 16, which takes no time even where the exponent is as long as a text may be.
  return `${sign}${digits.slice(0, end)}e${(exponent === "0" ? shift : BigInt(exponent) + BigInt(shift)).toString(16)}`;
}
