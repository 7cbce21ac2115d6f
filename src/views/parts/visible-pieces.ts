/** Splits a text into what can be read as it is and what would be invisible or change how the rest is read. */

type VisiblePiece = { readonly kind: "text" | "mark"; readonly text: string };

/** Controls but tab and newline, the blank of Braille, what Unicode says to draw nothing for, lone surrogates; of joiners and selectors of variants those that stand where no script and no emoji has them. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u2800\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|(?!\p{Join_C}|\p{VS})\p{DI}|(?<![\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]|(?<=[\u0000-\u024f])[\u200c\u200d]|(?<![\p{Lo}\p{S}])(?!(?<=[#*\d])\ufe0f\u20e3)\p{VS}|\p{Cs}/gu;

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
