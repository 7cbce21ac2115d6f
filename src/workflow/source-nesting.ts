/** How deep the brackets of source may stand in each other, found without a call inside a call: parser, bundler and engine each spend the host's stack on them. */
import type { WorkflowError } from "./execution.ts";
import type { SourceFile } from "./project.ts";
import { MAX_NESTING, refusal } from "./source-limits.ts";

/** Comments, texts on one line, regular expressions (of a length, lest many that never end be read again and again), templates' beginnings, and brackets. */
const PIECES =
  /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?|(?=\/)(?<=(?:[(,=:[!&|?{};+*%<>~^-]|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n]){0,200}\]|[^/\\\n[]){1,400}\/|[`([{}\])]/g;
const IN_TEMPLATE = /[^`\\$]*(?:(?:\\[\s\S]|\$(?!\{))[^`\\$]*)*(?:\$\{|`|$)/y;

/** For source without so many brackets whose reading ended the stack all the same: chains of thousands of operators. */
const CHAINED_TOO_LONG = refusal(
  "The source is nested deeper than the playground can read.",
  "Put fewer operators, functions or types inside each other.",
);

/**
 * Why the source stands deeper in itself than can be read; null when it does not.
 * @param stackHasEnded whether reading it has shown that it does.
 */
export function nestingRefusal(files: readonly SourceFile[], stackHasEnded: boolean): WorkflowError | null {
  for (const { name, text } of files) {
    if (name.endsWith(".txt")) continue;
    const { depth, at } = deepestOf(text);
    if (depth <= MAX_NESTING) continue;
    const line = text.slice(0, at).split(/\r\n?|\n/).length;
    const column = at - Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1));
    const position = { file: name, line, column };
    return {
      ...refusal(
        `Line ${line} of ${name} stands inside ${depth.toLocaleString("en")} brackets, more than the ${MAX_NESTING} that the playground reads.`,
        "Put fewer brackets, functions or types inside each other, for example by naming the inner ones first.",
      ),
      position,
    };
  }
  return stackHasEnded ? CHAINED_TOO_LONG : null;
}

/** The most brackets that are open at once, and the offset of the innermost. */
function deepestOf(text: string): { readonly depth: number; readonly at: number } {
  const open: string[] = [];
  const pieces = new RegExp(PIECES);
  let deepest = { depth: 0, at: 0 };
  for (let piece = pieces.exec(text); piece; piece = pieces.exec(text)) {
    const [sign] = piece;
    if (sign === "`") {
      inTemplate();
    } else if ("([{".includes(sign)) {
      push(sign, piece.index);
    } else if (")]}".includes(sign)) {
      if (open.pop() === "${") inTemplate();
    }
  }
  return deepest;

  function push(sign: string, at: number): void {
    open.push(sign);
    if (open.length > deepest.depth) deepest = { depth: open.length, at };
  }

  /** Leaves off behind the template, or behind the next `${` in it. */
  function inTemplate(): void {
    IN_TEMPLATE.lastIndex = pieces.lastIndex;
    const part = IN_TEMPLATE.exec(text)?.[0] ?? "";
    pieces.lastIndex += part.length;
    if (part.endsWith("${")) push("${", pieces.lastIndex - 2);
  }
}
