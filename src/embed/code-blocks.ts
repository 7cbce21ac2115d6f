/** Source as an embed shows it: highlighted line by line, with the parts between markers folded behind one line. */
import { type HighlightToken, highlight, highlightJson } from "../views/editor/highlight.ts";

export type CodeLine = {
  /** As it is counted in the file, from 1. */
  readonly line: number;
  readonly pieces: readonly HighlightToken[];
};

export type CodeBlock = {
  readonly kind: "shown" | "hidden";
  readonly lines: readonly CodeLine[];
  /** What the marker says about the hidden lines, such as "imports and settings"; "" when it says nothing. */
  readonly label: string;
};

/** `// #region hidden imports and settings` … `// #endregion`; editors fold the same markers. */
const HIDE = /^\s*\/\/\s*#region hidden\b\s*(.*?)\s*$/;
const SHOW = /^\s*\/\/\s*#endregion\b/;

/** The markers' own lines are in no block. A region that never ends is hidden to the end. */
export function codeBlocks(text: string, fileName: string): readonly CodeBlock[] {
  const blocks: { kind: "shown" | "hidden"; lines: CodeLine[]; label: string }[] = [];
  const source = text.split("\n");
  let isHidden = false;
  let block: { kind: "shown" | "hidden"; lines: CodeLine[]; label: string } | null = null;
  for (const [index, pieces] of linesOf(text, fileName).entries()) {
    const written = source[index] ?? "";
    const hide: RegExpExecArray | null = isHidden ? null : HIDE.exec(written);
    if (hide !== null || (isHidden && SHOW.test(written))) {
      isHidden = hide !== null;
      block = isHidden ? { kind: "hidden", lines: [], label: hide?.[1] ?? "" } : null;
      if (block !== null) blocks.push(block);
      continue;
    }
    if (block === null) {
      block = { kind: "shown", lines: [], label: "" };
      blocks.push(block);
    }
    block.lines.push({ line: index + 1, pieces });
  }
  return blocks.filter(({ lines }) => lines.length > 0);
}

/** What stands in the place of a hidden block. */
export function hiddenLabel({ lines, label }: CodeBlock): string {
  const count = lines.length === 1 ? "1 line" : `${lines.length.toLocaleString("en")} lines`;
  return label === "" ? `${count} hidden` : `${count}: ${label}`;
}

function linesOf(text: string, fileName: string): readonly (readonly HighlightToken[])[] {
  const lines: HighlightToken[][] = [[]];
  for (const { kind, text: piece } of fileName.endsWith(".json") ? highlightJson(text) : highlight(text)) {
    for (const [index, part] of piece.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ kind, text: part });
    }
  }
  return lines;
}
