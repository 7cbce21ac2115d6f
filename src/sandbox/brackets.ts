/** Finds the brackets around a place in JavaScript, by a scan that knows strings, templates, comments and regular expressions. */

/** An open bracket: where it stands, and the word before it. Offsets into the code. */
export type Bracket = {
  readonly kind: "call" | "literal" | "block";
  readonly at: number;
  /** Where what precedes the bracket begins: the name of what is called, else the bracket itself. */
  readonly from: number;
  /** The name before a call's bracket; "" when it is no plain name. */
  readonly name: string;
};

type Word = { readonly from: number; readonly text: string };

const KEYWORDS_BEFORE_EXPRESSION = new Set(
  "return typeof instanceof in of new delete void throw case do else await yield".split(" "),
);
const KEYWORDS_BEFORE_PARENTHESIS = new Set(
  "if for while switch catch with function return await typeof in of".split(" "),
);
const PARTS =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*|\.?\d[\w.]*|=>|[\s\S]/uy;
const REGULAR_EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/uy;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/uy;

/** The brackets open at an offset, outermost first. */
export function openBrackets(code: string, offset: number): readonly Bracket[] {
  const open: (Bracket | { readonly kind: "template"; readonly at: number })[] = [];
  let last: Word = { from: 0, text: "" };
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(code)?.[0];
  };
  const template = () => {
    at += take(TEMPLATE_TEXT)?.length ?? 0;
    if (code[at] === "$") {
      open.push({ kind: "template", at });
      at += 2;
      last = { from: at, text: "${" };
    } else {
      at++;
      last = { from: at, text: "`" };
    }
  };
  while (at < offset) {
    const expression = code[at] === "/" && isBeforeExpression(last.text) ? take(REGULAR_EXPRESSION) : undefined;
    const part = expression ?? take(PARTS) ?? " ";
    const from = at;
    at += part.length;
    if (/^(?:\s|\/\/|\/\*)/u.test(part)) continue;
    if (part === "`") {
      template();
      continue;
    }
    if (part === "(" || part === "[" || part === "{") open.push(bracketAfter(last, part, from));
    if (part === ")" || part === "]" || part === "}") {
      if (open.pop()?.kind === "template") {
        template();
        continue;
      }
    }
    last = { from, text: part };
  }
  return open.filter((bracket) => bracket.kind !== "template");
}

function bracketAfter({ from, text }: Word, part: string, at: number): Bracket {
  const isWord = /^[\p{ID_Start}$_#]/u.test(text);
  if (part === "(") {
    const isCall = (isWord && !KEYWORDS_BEFORE_PARENTHESIS.has(text)) || text === ")" || text === "]";
    return isCall
      ? { kind: "call", at, from: isWord ? from : at, name: isWord ? text : "" }
      : { kind: "literal", at, from: at, name: "" };
  }
  const isLiteral = part === "[" || (text !== "=>" && /^[=(,:?[&|!+<>]$|^\$\{$/u.test(text)) || isReturn(text);
  return { kind: isLiteral ? "literal" : "block", at, from: at, name: "" };
}

const isReturn = (text: string) => text === "return" || text === "await" || text === "yield" || text === "throw";

function isBeforeExpression(text: string): boolean {
  if (text === "" || text === "${") return true;
  if (/^[\p{ID_Start}$_#]/u.test(text)) return KEYWORDS_BEFORE_EXPRESSION.has(text);
  return !/^(?:[)\]}`"'\d]|\.\d)/u.test(text) && !/^\/.+\/\w*$/u.test(text);
}
