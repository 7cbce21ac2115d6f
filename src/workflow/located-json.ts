/** Reads JSON with comments and trailing commas into values that know where they stand, and keeps each number as it is written. */
import { compactJson } from "./exact-json.ts";
import { parseJson } from "./json.ts";
import { findJsonMistake, type JsonMistake, placeOf } from "./json-mistake.ts";

type LocatedMember = { readonly name: string; readonly nameAt: number; readonly value: LocatedJson };

/** `at` and `end` are offsets in the text that was read; `json` is the value as `compactJson` writes it. */
export type LocatedJson = { readonly at: number; readonly end: number } & (
  | { readonly kind: "object"; readonly members: readonly LocatedMember[]; readonly json: string }
  | { readonly kind: "list"; readonly items: readonly LocatedJson[]; readonly json: string }
  | { readonly kind: "text"; readonly text: string; readonly json: string }
  | { readonly kind: "number" | "boolean" | "null"; readonly json: string }
);

type LocatedReading =
  | { readonly kind: "ok"; readonly value: LocatedJson }
  | ({ readonly kind: "invalid" } & JsonMistake);

const PART = /"(?:[^"\\\n]|\\.)*"|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|\/\*|,|[^\s]/g;

/** Never throws. A name may stand only once in an object. */
export function readLocatedJson(text: string): LocatedReading {
  const plain = withoutComments(text);
  if (typeof plain !== "string") return plain;
  const mistake = findJsonMistake(plain, "unique");
  return mistake === null ? { kind: "ok", value: new Builder(plain).value() } : { kind: "invalid", ...mistake };
}

/** What some editors put before a text. */
const BYTE_ORDER_MARK = /^\ufeff/;

/** The same text with spaces for a byte order mark, comments and trailing commas, so that every offset stays. */
function withoutComments(text: string): string | Extract<LocatedReading, { kind: "invalid" }> {
  let plain = "";
  let copied = 0;
  let last = "";
  let comma: number | null = null;
  const blank = (from: number, to: number) => {
    plain += text.slice(copied, from) + text.slice(from, to).replace(/[^\r\n]/g, " ");
    copied = to;
  };
  const commas: number[] = [];
  for (const { 0: part, index } of text.matchAll(PART)) {
    if (part === "/*") {
      return { kind: "invalid", message: "This comment has no end. Close it with */.", ...placeOf(text, index) };
    }
    if (part.startsWith("//") || part.startsWith("/*")) {
      blank(index, index + part.length);
      continue;
    }
    if (comma !== null && (part === "}" || part === "]")) commas.push(comma);
    comma = part === "," && !"{[,:".includes(last || ",") ? index : null;
    last = part;
  }
  plain += text.slice(copied);
  plain = plain.replace(BYTE_ORDER_MARK, " ");
  for (const at of commas) plain = `${plain.slice(0, at)} ${plain.slice(at + 1)}`;
  return plain;
}

/** Builds the values of a text that is known to be JSON. */
class Builder {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): LocatedJson {
    this.#skip(/[\s,]*/y);
    const at = this.#at;
    const next = this.#text[at];
    if (next === "{") return this.#object(at);
    if (next === "[") return this.#list(at);
    if (next === '"') return { kind: "text", text: this.#name(), ...this.#span(at) };
    this.#skip(/[^\s,\]}]+/y);
    const kind = next === "n" ? "null" : next === "t" || next === "f" ? "boolean" : "number";
    return { kind, ...this.#span(at) };
  }

  #object(at: number): LocatedJson {
    const members: LocatedMember[] = [];
    this.#at++;
    while (this.#isMore("}")) {
      const nameAt = this.#at;
      const name = this.#name();
      this.#skip(/\s*:/y);
      members.push({ name, nameAt, value: this.value() });
    }
    return { kind: "object", members, ...this.#span(at) };
  }

  #list(at: number): LocatedJson {
    const items: LocatedJson[] = [];
    this.#at++;
    while (this.#isMore("]")) items.push(this.value());
    return { kind: "list", items, ...this.#span(at) };
  }

  #isMore(close: string): boolean {
    this.#skip(/[\s,]*/y);
    if (this.#text[this.#at] !== close) return true;
    this.#at++;
    return false;
  }

  #name(): string {
    return String(parseJson(this.#skip(/"[^"\\]*(?:\\.[^"\\]*)*"/y)));
  }

  #span(at: number): { readonly at: number; readonly end: number; readonly json: string } {
    return { at, end: this.#at, json: compactJson(this.#text.slice(at, this.#at)) };
  }

  #skip(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }
}
