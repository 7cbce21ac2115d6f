/** Lays two values out so that their texts differ where the values do, and nowhere else. */
import { type ExactJson, type Identities, readExactJson } from "../workflow/exact-json.ts";
import { pairedItems } from "./paired-items.ts";

/** Stands before a number that the other value has as well, in another spelling. JSON text has no such character. */
export const OTHER_SPELLING = "\u0000";

type Texts = readonly [before: string, after: string];

/** Compact texts, each with its own digits, and the names of `before` in the order that `after` has them in. */
export function laidBeside(before: string, after: string): Texts {
  if (before === after) return [before, after];
  const identities: Identities = new Map();
  const one = readExactJson(before, identities);
  return laid(one, readExactJson(after, identities));
}

function laid(before: ExactJson, after: ExactJson): Texts {
  if (before.text === after.text) return [before.text, after.text];
  if (before.items && after.items) return laidItems(before.items, after.items);
  if (before.members && after.members) return laidMembers(before.members, after.members);
  const mark = before.identity === after.identity ? OTHER_SPELLING : "";
  return [mark + before.text, mark + after.text];
}

function laidItems(before: readonly ExactJson[], after: readonly ExactJson[]): Texts {
  const [ones, others]: [string[], string[]] = [[], []];
  for (const [one, other] of pairedItems(before, after)) {
    const [text, otherText] = one && other ? laid(one, other) : [one?.text, other?.text];
    if (text !== undefined) ones.push(text);
    if (otherText !== undefined) others.push(otherText);
  }
  return [`[${ones}]`, `[${others}]`];
}

function laidMembers(before: ReadonlyMap<string, ExactJson>, after: ReadonlyMap<string, ExactJson>): Texts {
  const common = [...after.keys()].filter((name) => before.has(name)).values();
  const texts = new Map<string, Texts>();
  for (const [name, other] of after) {
    const one = before.get(name);
    texts.set(name, one ? laid(one, other) : ["", other.text]);
  }
  const member = (name: string, text: string | undefined) => `${JSON.stringify(name)}:${text}`;
  const ordered = [...before].map(([name, { text }]) => {
    if (!after.has(name)) return member(name, text);
    const next = common.next().value ?? name;
    return member(next, texts.get(next)?.[0]);
  });
  return [`{${ordered}}`, `{${[...texts].map(([name, [, text]]) => member(name, text))}}`];
}
