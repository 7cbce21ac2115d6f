/** Splits a text into what can be read as it is and what would be invisible or change how the rest is read. */

type VisiblePiece = { readonly kind: "text" | "mark"; readonly text: string };

/** Controls but tab and newline, bidi controls, zero-width and other invisible characters, lone surrogates, Unicode tags. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<![\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]|(?<=[\u0000-\u024f])[\u200c\u200d]|\p{Cs}/gu;

function markFor(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The pieces in order; adjacent marks stay apart, and joined again their texts read as the whole. */
export function toVisiblePieces(text: string): readonly VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let end = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    pieces.push({ kind: "mark", text: markFor(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

/** The whole as one text, for names and announcements that no element can be put into. */
export function toVisibleText(text: string): string {
  return toVisiblePieces(text)
    .map((piece) => piece.text)
    .join("");
}
