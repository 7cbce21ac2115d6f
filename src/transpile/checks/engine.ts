/** Finds what production's engine (goja) cannot parse although newer engines can. Recorded from the runtime; see syntax.json. */
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";
import { problemInRegExp } from "./regexp.ts";

type EngineFinding = {
  readonly message: string;
  readonly advice: string;
  /** The text production's engine gives, without its place in the bundle. */
  readonly productionText: string;
  readonly tokenIndex: number;
};

export function findUnparsable(parsed: ParsedFile): readonly EngineFinding[] {
  const found: EngineFinding[] = [];
  for (let index = 0; index < parsed.tokens.length; index++) {
    if (parsed.tokens[index]?.isType) continue;
    const finding = findingAt(parsed, index);
    if (finding) found.push({ ...finding, tokenIndex: index });
  }
  return found;
}

/** The first letters of using, async, accessor and import. */
const WORD_STARTS: ReadonlySet<number> = new Set([..."uai"].map((letter) => letter.charCodeAt(0)));

type Found = Omit<EngineFinding, "tokenIndex">;

function findingAt(parsed: ParsedFile, index: number): Found | null {
  const { tokens } = parsed;
  switch (tokens[index]?.type) {
    case tt.assign:
      return logicalAssignment(parsed, index);
    case tt.bracketR:
      return tokens[index + 1]?.type === tt.eq && isNestedPatternWithDefault(parsed, index) ? NESTED_DEFAULT : null;
    case tt.regexp:
      return regExp(textOf(parsed, index));
    case tt._for:
      return textOf(parsed, index + 1) === "await" ? FOR_AWAIT : null;
    case tt._function:
      return tokens[index + 1]?.type === tt.star && textOf(parsed, index - 1) === "async" ? ASYNC_GENERATOR : null;
    case tt._async:
      return tokens[index + 1]?.type === tt.star ? ASYNC_GENERATOR : null;
    case tt._import:
      return tokens[index + 1]?.type === tt.parenL ? COMPUTED_IMPORT : null;
    case tt.name:
      return WORD_STARTS.has(parsed.file.text.charCodeAt(tokens[index]?.start ?? 0)) ? word(parsed, index) : null;
    default:
      return null;
  }
}

function word(parsed: ParsedFile, index: number): Found | null {
  const { tokens } = parsed;
  const next = tokens[index + 1];
  switch (textOf(parsed, index)) {
    case "using": {
      const role = next?.identifierRole ?? -1;
      const previous = tokens[index - 1]?.type;
      if (next?.type !== tt.name || role < 2 || role > 4 || tokens[index]?.identifierRole === 0) return null;
      return previous === tt.dot || previous === tt._const || previous === tt._let || previous === tt._var
        ? null
        : USING;
    }
    case "accessor":
      return tokens[index]?.contextId !== null &&
        next?.contextId === tokens[index]?.contextId &&
        (next?.type === tt.name || next?.type === tt.bracketL || next?.type === tt.string)
        ? ACCESSOR
        : next?.type === tt.hash && tokens[index]?.identifierRole === 10
          ? ACCESSOR
          : null;
    case "async":
      return next?.type === tt.star && tokens[index]?.identifierRole !== 0 && tokens[index - 1]?.type !== tt.dot
        ? ASYNC_GENERATOR
        : null;
    case "import":
      return next?.type === tt.parenL && tokens[index - 1]?.type !== tt.dot ? COMPUTED_IMPORT : null;
    default:
      return null;
  }
}

/** Whether a name's role (sucrase's) is that of a variable or a parameter where it is declared. */
const isDeclared = (role: number | null | undefined) => role !== null && role !== undefined && role >= 2 && role <= 4;

/** Whether the bracket closes a list of variables that stands in another pattern and gives one of them a default. */
function isNestedPatternWithDefault({ tokens, partners, parents }: ParsedFile, close: number): boolean {
  const open = partners[close] ?? -1;
  const before = tokens[open - 1]?.type;
  const around = tokens[parents[open] ?? -1]?.type;
  const isItem = around === tt.bracketL && (before === tt.bracketL || before === tt.comma);
  // Behind a comma of a block it is a declaration of its own: `const list = f(), [a = 1] = list`.
  const isMember = around === tt.braceL && before === tt.colon;
  if (!isItem && !isMember) return false;
  for (let at = open + 1; at < close; at++) {
    if (tokens[at]?.type === tt.eq && parents[at] === open && isDeclared(tokens[at - 1]?.identifierRole)) return true;
  }
  return false;
}

const NESTED_DEFAULT: Found = {
  message: "Kinde’s engine cannot parse a default behind a list in a pattern whose names have defaults",
  advice: "Take the list out first, const list = value ?? [], then const [name = fallback] = list.",
  productionText: "error parsing SyntaxError: Invalid destructuring binding target",
};

function logicalAssignment(parsed: ParsedFile, index: number): Found | null {
  const operator = textOf(parsed, index);
  if (operator !== "??=" && operator !== "||=" && operator !== "&&=") return null;
  const target = targetBefore(parsed, index);
  return {
    message: `Kinde’s engine cannot parse ${operator}`,
    advice: `Write ${target} = ${target} ${operator.slice(0, 2)} … instead.`,
    productionText: "error parsing SyntaxError: Unexpected token =",
  };
}

/** The text of the name or member that is assigned, if it is a plain one. */
function targetBefore(parsed: ParsedFile, index: number): string {
  const { tokens } = parsed;
  let start = index - 1;
  while (tokens[start]?.type === tt.nonNullAssertion) start--;
  for (; start > 0; start--) {
    const isMember = tokens[start]?.type === tt.bracketR;
    if (isMember) start = parsed.partners[start] ?? 0;
    const type = tokens[start]?.type;
    const previous = tokens[start - 1]?.type;
    const continues = isMember
      ? previous === tt.name || previous === tt.bracketR || previous === tt._this
      : type === tt.dot || type === tt.hash || previous === tt.dot || previous === tt.hash;
    if (!continues) break;
  }
  const text = parsed.file.text.slice(tokens[start]?.start, tokens[index - 1]?.end);
  return text.length < 60 && /^[\w$.[\]"'#!]+$/.test(text) ? text.replaceAll("!", "") : "a";
}

const FOR_AWAIT: Found = {
  message: "Kinde’s engine cannot parse for await",
  advice: "Write for (const item of list) and await item inside the loop.",
  productionText: "error parsing SyntaxError: Unexpected token await",
};
const ASYNC_GENERATOR: Found = {
  message: "Kinde’s engine does not support async generators",
  advice: "Write an async function that returns an array, or an ordinary generator of promises.",
  productionText: "error compiling SyntaxError: Async generators are not supported yet",
};
const COMPUTED_IMPORT: Found = {
  message: "Kinde’s engine cannot parse import() with a name that is worked out at run time",
  advice: 'Import each file at the top (import { … } from "./file") and choose among them.',
  productionText: "error parsing SyntaxError: Unexpected reserved word",
};
const USING: Found = {
  message: "Kinde’s engine cannot parse using declarations",
  advice: "Write const, and release the resource in a finally block.",
  productionText: "error parsing SyntaxError: Unexpected identifier",
};
const ACCESSOR: Found = {
  message: "Kinde’s engine cannot parse accessor fields",
  advice: "Write a private field with a getter and a setter.",
  productionText: "error parsing SyntaxError: Unexpected identifier",
};

function regExp(literal: string): Found | null {
  const problem = problemInRegExp(literal);
  return problem && { ...problem, productionText: `error compiling SyntaxError: ${problem.productionText}` };
}
