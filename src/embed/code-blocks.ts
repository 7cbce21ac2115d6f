/** Source as an embed shows it: highlighted line by line, with the parts between markers folded behind one line. */
import { type HighlightToken, headOf, highlight, highlightJson } from "../views/editor/highlight.ts";

type CodeLine = {
  /** As it is counted in the file, from 1. */
  readonly line: number;
  readonly pieces: readonly HighlightToken[];
};

export type CodeBlock = {
  /** `rest`: the lines of a long file that are not here. */
  readonly kind: "shown" | "hidden" | "rest";
  readonly lines: readonly CodeLine[];
  /** What the marker says about the hidden lines, such as "imports and settings"; "" when it says nothing. For the rest, all of it. */
  readonly label: string;
};

/** `// #region hidden imports and settings` … `// #endregion`; editors fold the same markers. */
const HIDE = /^\s*\/\/\s*#region hidden\b(.*)/;
const SHOW = /^\s*\/\/\s*#endregion\b/;

/** More of a file is not read in an embed. */
const MOST_LINES = 1_000;
const MOST_CHARACTERS = 50_000;

/** The markers' own lines are in no block, nor are empty ones at the end. A region that never ends is hidden to the end. */
export function codeBlocks(written: string, fileName: string): readonly CodeBlock[] {
  let end = written.length;
  while (written[end - 1] === "\n") end--;
  const text = headOf(written.slice(0, end), MOST_LINES, MOST_CHARACTERS);
  const left = end - text.length;
  const blocks: { kind: "shown" | "hidden"; lines: CodeLine[]; label: string }[] = [];
  const source = text.split("\n");
  let isHidden = false;
  let block: { kind: "shown" | "hidden"; lines: CodeLine[]; label: string } | null = null;
  for (const [index, pieces] of linesOf(text, fileName).entries()) {
    const line = source[index] ?? "";
    const hide: RegExpExecArray | null = isHidden ? null : HIDE.exec(line);
    if (hide !== null || (isHidden && SHOW.test(line))) {
      isHidden = hide !== null;
      block = isHidden ? { kind: "hidden", lines: [], label: hide?.[1]?.trim() ?? "" } : null;
      if (block !== null) blocks.push(block);
      continue;
    }
    if (block === null) {
      block = { kind: "shown", lines: [], label: "" };
      blocks.push(block);
    }
    block.lines.push({ line: index + 1, pieces });
  }
  const shown: CodeBlock[] = blocks.filter(({ lines }) => lines.length > 0);
  const label = `${left.toLocaleString("en")} more characters: open it in the playground to read them`;
  return left === 0 ? shown : [...shown, { kind: "rest", lines: [], label }];
}

/** What stands in the place of a hidden block. */
export function hiddenLabel({ kind, lines, label }: CodeBlock): string {
  if (kind === "rest") return label;
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
