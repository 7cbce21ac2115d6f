/** Where a long text is folded: its beginning, how much is hidden, and its end. */

type FoldedText = { readonly head: string; readonly hidden: number; readonly tail: string };

/** Null when the text is short enough to stand whole. Never cuts a surrogate pair; `hidden` counts UTF-16 units. */
export function foldText(text: string, limit: number): FoldedText | null {
  if (text.length <= limit) return null;
  const headEnd = Math.ceil(limit * 0.7);
  const tailStart = text.length - Math.floor(limit * 0.25);
  const start = isLowSurrogate(text, headEnd) ? headEnd - 1 : headEnd;
  const end = isLowSurrogate(text, tailStart) ? tailStart + 1 : tailStart;
  return { head: text.slice(0, start), hidden: end - start, tail: text.slice(end) };
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
