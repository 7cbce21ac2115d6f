/** Finds values in a text, however the text spells them: as they are, escaped for JSON, a URL or HTML, or in another Unicode normal form. */

/** A shorter value stands in too many ordinary words. */
const LEAST_CHARACTERS = 4;

/** Longer values are looked for piece by piece, so that one place is compared with few characters only. */
const MOST_CHARACTERS = 64;

/** How often an escaped text may have been escaped again, such as JSON in JSON in a URL. */
const MOST_LAYERS = 6;

/** Nobody writes more into one text. */
const MOST_ESCAPES = 25_000;

/** An error tells no more of a property's name. */
const MOST_NAME_CHARACTERS = 50_000;

/** Where the engine cut what is longer than this, and how many of those places a text has at most. */
const CUT = "…";
const LEAST_CUT_CHARACTERS = 1_000;
const MOST_CUTS = 200;

const NORMAL_FORMS = ["NFC", "NFD", "NFKC", "NFKD"];

const ESCAPE =
  /%(?:u[\da-f]{4}|[\da-f]{2}(?:%[89ab][\da-f])*)|\\(?:u\{[\da-f]{1,6}\}|u[\da-f]{4}|x[\da-f]{2}|(?!%[\da-f]{2})[\s\S])|&(?:#x[\da-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi;

const NAMED: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LETTERS: { readonly [letter: string]: string } = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

function unescaped(escaped: string): string {
  if (escaped.startsWith("%")) {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return unescape(escaped);
    }
  }
  const hex = /^(?:\\[ux]\{?|&#x)([\da-f]+)/i.exec(escaped)?.[1];
  const digits = /^&#(\d+)/.exec(escaped)?.[1];
  const code = hex ? Number.parseInt(hex, 16) : Number(digits);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  const rest = escaped.slice(1);
  return LETTERS[rest] ?? NAMED[rest.slice(0, -1)] ?? rest;
}

/** A text without its outermost escapes: `from[i]` is where the character at `to[i]`, and those up to the next such place, come from. */
type Layer = { readonly text: string; readonly to: readonly number[]; readonly from: readonly number[] };

/** Null when there are none, and "too many" when there are more than anybody writes. */
function peeled(text: string): Layer | null | "too many" {
  if (!/[%\\&]/.test(text)) return null;
  const to: number[] = [];
  const from: number[] = [];
  let plain = "";
  let at = 0;
  for (const { 0: escaped, index } of text.matchAll(ESCAPE)) {
    if (to.length > 2 * MOST_ESCAPES) return "too many";
    plain += text.slice(at, index);
    to.push(plain.length);
    from.push(index);
    plain += unescaped(escaped);
    at = index + escaped.length;
    to.push(plain.length);
    from.push(at);
  }
  return at === 0 ? null : { text: plain + text.slice(at), to, from };
}

/** Half a character is written as the character for what cannot be read by all that writes UTF-8. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** What a value can look like without escapes: in a form spaces are plus signs, a URL drops line breaks, a host is in lower case. */
function looksOf(value: string): ReadonlySet<string> {
  const looks = new Set<string>();
  const given = wellFormed(value);
  const forms = [given, ...NORMAL_FORMS.map((form) => given.normalize(form))];
  const cased = forms.flatMap((text) => [text, text.toLowerCase()]);
  const written = cased.flatMap((text) => [text, text.replaceAll(" ", "+"), text.replace(/[\t\n\r]/g, "")]);
  // What `escape` writes may read as UTF-8, and so may a property's name in UTF-16, as errors have it.
  const misread = [...new Set([value, ...cased])].flatMap((text) => [
    withoutEscapes(escape(text)),
    bytesReadAsUtf8(text.slice(0, MOST_NAME_CHARACTERS)),
  ]);
  for (let text of new Set([...written, ...misread])) {
    looks.add(text);
    // Escapes that stand in the value itself go with those around it, and a backslash at its end goes with what follows.
    for (let n = 0; n < MOST_LAYERS; n++) {
      const inner = withoutEscapes(text.replace(/\\$/, ""));
      if (inner === text) break;
      text = inner;
      looks.add(text);
    }
  }
  looks.delete("");
  return looks;
}

/** The bytes of a text in UTF-16, read as UTF-8 up to its sequences of two. */
function bytesReadAsUtf8(text: string): string {
  let bytes = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes += String.fromCharCode(unit & 0xff, unit >> 8);
  }
  return bytes.replace(/[\xc2-\xdf][\x80-\xbf]|[\x80-\xff]/g, (read) =>
    read.length === 2
      ? String.fromCharCode(((read.charCodeAt(0) & 0x1f) << 6) | (read.charCodeAt(1) & 0x3f))
      : "\ufffd",
  );
}

/** A value without its outermost escapes; one that has none, or too many, as it is. */
function withoutEscapes(text: string): string {
  const inner = peeled(text);
  return inner === null || inner === "too many" ? text : wellFormed(inner.text);
}

type Place = { readonly start: number; readonly end: number };

const pairAt = (text: string, at: number) => (31 * text.charCodeAt(at) + text.charCodeAt(at + 1)) & 0xffff;

/** @returns where one of the values stands in a text, in order and apart from each other. */
export function createSecretFinder(values: readonly string[]): (text: string) => readonly Place[] {
  const wholes = new Set(values.flatMap((value) => [...looksOf(value)]));
  const pieces = new Set<string>();
  for (const look of wholes) {
    const last = Math.max(0, look.length - MOST_CHARACTERS);
    for (let at = 0; at < last; at += MOST_CHARACTERS - 1) pieces.add(look.slice(at, at + MOST_CHARACTERS));
    if (look.length >= LEAST_CHARACTERS) pieces.add(look.slice(last));
  }
  const isPair = new Uint8Array(0x10000);
  for (const piece of pieces) isPair[pairAt(piece, 0)] = 1;
  const heads = new Set([...pieces].map((piece) => piece.slice(0, LEAST_CHARACTERS)));
  const lengths = [...new Set([...pieces].map(({ length }) => length))].sort((one, other) => other - one);

  return (text) => {
    const places: { start: number; end: number }[] = [];
    const layers: Layer[] = [];
    for (let layer = wellFormed(text); ; ) {
      if (wholes.has(layer)) return [{ start: 0, end: text.length }];
      let start = 0;
      let end = 0;
      const found = () => end > start && places.push({ start: origin(layers, start), end: origin(layers, end) });
      for (let at = 0; at + LEAST_CHARACTERS <= layer.length; at++) {
        if (!isPair[pairAt(layer, at)]) continue;
        const length = lengths.find((length) => pieces.has(layer.slice(at, at + length)));
        if (length === undefined) continue;
        if (at >= end) {
          found();
          start = at;
        }
        end = Math.max(end, at + length);
      }
      found();
      for (const end of text.length > LEAST_CUT_CHARACTERS ? cutsIn(layer) : []) {
        for (let at = Math.max(0, end - 2 * MOST_CHARACTERS); at < end; at++) {
          if (!heads.has(layer.slice(at, at + LEAST_CHARACTERS))) continue;
          places.push({ start: origin(layers, at), end: origin(layers, end) });
          break;
        }
      }
      const inner = layers.length < MOST_LAYERS ? peeled(layer) : null;
      if (inner === null) return merged(places);
      if (inner === "too many") return [{ start: 0, end: text.length }];
      layers.push(inner);
      layer = wellFormed(inner.text);
    }
  };
}

/** Before these a value may have begun whose end is not there any more. */
function cutsIn(text: string): readonly number[] {
  const cuts: number[] = [];
  for (let at = text.lastIndexOf(CUT); at > 0 && cuts.length < MOST_CUTS; at = text.lastIndexOf(CUT, at - 1))
    cuts.push(at);
  return cuts;
}

/** Where in the outermost text a character of the innermost comes from. */
function origin(layers: readonly Layer[], at: number): number {
  return layers.reduceRight((index, { to, from }) => {
    let low = -1;
    for (let high = to.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((to[middle] ?? 0) <= index) low = middle;
      else high = middle;
    }
    return low < 0 ? index : (from[low] ?? 0) + (low % 2 === 0 ? 0 : index - (to[low] ?? 0));
  }, at);
}

function merged(places: { start: number; end: number }[]): readonly Place[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of places.sort((one, other) => one.start - other.start)) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}
