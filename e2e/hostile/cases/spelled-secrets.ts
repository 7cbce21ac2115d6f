/** Generated secrets, and texts in which a binding, `JSON`, `URL`, `encodeURI…`, `escape` or `util.format` has written them, one within another. */
import { format } from "node:util";
import type { Random } from "../../../testing/random.ts";

const ALPHABETS: readonly [string, ...string[]] = [
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~",
  "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~ ",
  "\t\n\r\u0000\u0007\b\u000b\f\u001b\u007f",
  "äéßñøΩжיعさ漢ﬁ①Ⅷİıſ",
  "\u0301\u0308\u200b\u202e\ufeff\u2028\u00a0",
  "\ud83d\ude00\ud800\udc00",
];
const PIECES: readonly [string, ...string[]] = [
  "%41",
  "%zz",
  "%25",
  "%C3%A9",
  "&amp;",
  "&#97;",
  "&lt",
  "\\n",
  "\\u0061",
  "\\\\",
  "\u{1F600}",
  "..",
  "//",
  "a b",
  "+",
];

/** Without what may be read as an escape a value is long enough to be looked for in a text. */
export function secretFrom(random: Random): string {
  const isPlain = random.below(4) === 0;
  const length = 4 + random.below(random.below(6) === 0 ? 200 : 24);
  let secret = "";
  while (secret.length < length) {
    const alphabet = isPlain ? ALPHABETS[0] : random.pick(ALPHABETS);
    secret += !isPlain && random.below(8) === 0 ? random.pick(PIECES) : alphabet.charAt(random.below(alphabet.length));
  }
  return `${secret.slice(0, 2)}key1${secret.slice(2)}`;
}

function inUrl(change: (url: URL) => void): string {
  const url = new URL("https://a.test/");
  change(url);
  return url.href;
}

/** As the engine hands texts to what works in UTF-8. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\ufffd");
const ENTITIES: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What may come first alone: a host is in lower case, and normal forms are made of texts without escapes. */
const FIRST: readonly [Spelling, ...Spelling[]] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.normalize("NFC"),
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFKC"),
  (text) => text.normalize("NFKD"),
];

type Spelling = (text: string) => string;

const SPELLINGS: readonly [Spelling, ...Spelling[]] = [
  (text) => JSON.stringify(text),
  (text) => JSON.stringify({ k: { v: ["x", text] } }, null, 2),
  (text) => JSON.stringify({ [text]: 1 }),
  (text) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${hex(unit).padStart(4, "0")}`),
  (text) => encodeURIComponent(wellFormed(text)),
  (text) => encodeURI(wellFormed(text)),
  (text) => escape(text),
  (text) => new URLSearchParams({ a: "b", text }).toString(),
  (text) => new URLSearchParams([[text, "v"]]).toString(),
  (text) => inUrl((url) => (url.search = text)),
  (text) => inUrl((url) => url.searchParams.set("q", text)),
  (text) => inUrl((url) => (url.username = text)),
  (text) => inUrl((url) => (url.password = text)),
  (text) => inUrl((url) => (url.hash = text)),
  (text) => format("%j", text),
  (text) => format("x %s y", text),
  (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character),
  (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
];

const hex = (unit: string) => unit.charCodeAt(0).toString(16);

/** Up to three spellings, each of what the one before has written. */
export function spelledFrom(secret: string, random: Random): string {
  let text = random.pick(FIRST)(secret);
  for (let times = random.below(4); times > 0; times--) text = random.pick(SPELLINGS)(text);
  return random.below(2) === 0 ? text : `before ${text} after`;
}
