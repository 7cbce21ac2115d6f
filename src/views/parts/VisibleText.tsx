/** Author-made text as text: characters that hide or reorder are shown as marks. */
import { toVisiblePieces } from "./visible-pieces.ts";
import "./visible-text.css";

export function VisibleText({ text }: { readonly text: string }) {
  const pieces = toVisiblePieces(text);
  if (pieces.every((piece) => piece.kind === "text")) return text;
  let offset = 0;
  return pieces.map((piece) => {
    const key = offset;
    offset += piece.text.length;
    return piece.kind === "text" ? (
      piece.text
    ) : (
      <span key={key} className="visible-mark" title="A character that cannot be seen">
        {piece.text}
      </span>
    );
  });
}
