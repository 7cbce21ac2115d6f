/** Author-made text before React, with marks for what hides or reorders. */
import { toVisiblePieces } from "../views/parts/visible-pieces.ts";
import { element } from "./element.ts";
import "../views/parts/visible-text.css";

export function visible(text: string): readonly (Node | string)[] {
  return toVisiblePieces(text).map((piece) =>
    piece.kind === "text" ? piece.text : element("span", "visible-mark", piece.text),
  );
}
