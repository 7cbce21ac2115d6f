/** Finds, in the parser's tokens, what production's bundler or engine would refuse, and what only the bundler writes exactly. */
import { tt } from "./token-type.ts";
import { findUnparsable } from "./engine-gate.ts";
import { lenientAt } from "./lenient-gate.ts";
import { stringValue } from "./module.ts";
import { type ParsedFile, textOf } from "./parse.ts";
import type { NameProblem, Names } from "./scope.ts";

export type SyntaxFinding =
  | {
      readonly kind: "refused";
      readonly phase: "compile" | "introspect";
      readonly message: string;
      readonly advice?: string;
      readonly productionText?: string;
      readonly tokenIndex: number;
    }
  | { readonly kind: "needs-bundler"; readonly construct: string; readonly tokenIndex: number }
  /** A package or file asked for by name in `require("…")` or `import("…")`. */
  | { readonly kind: "asks-for"; readonly specifier: string; readonly isRequire: boolean; readonly tokenIndex: number };

export function checkSyntax(parsed: ParsedFile, names: Names): readonly SyntaxFinding[] {
  const found: SyntaxFinding[] = [];
  for (const problem of names.problems) found.push(nameProblem(problem));
  for (const oddity of names.oddities) found.push({ kind: "needs-bundler", ...oddity });
  const requires = new Set(names.free.get("require") ?? []);
  for (const finding of findUnparsable(parsed)) {
    const specifier = literalArgument(parsed, finding.tokenIndex);
    const isImport = textOf(parsed, finding.tokenIndex) === "import";
    if (isImport && specifier !== null) {
      found.push({ kind: "asks-for", specifier, isRequire: false, tokenIndex: finding.tokenIndex });
    } else found.push({ kind: "refused", phase: "introspect", ...finding });
  }
  for (let index = 0; index < parsed.tokens.length; index++) {
    const finding = findingAt(parsed, index, requires);
    if (finding) found.push(finding);
  }
  return found;
}

function findingAt(parsed: ParsedFile, index: number, requires: ReadonlySet<number>): SyntaxFinding | null {
  const { tokens } = parsed;
  const token = tokens[index];
  if (!token) return null;
  const lenient = lenientAt(parsed, index);
  if (lenient) return { ...lenient, tokenIndex: index };
  if (token.isType) return namespaceAt(parsed, index);
  switch (token.type) {
    case tt.at:
      return { kind: "needs-bundler", construct: "a decorator", tokenIndex: index };
    case tt.jsxTagStart:
      return { kind: "needs-bundler", construct: "JSX", tokenIndex: index };
    case tt._enum:
      return token.scopeDepth > 0 ? localEnum(index) : null;
    case tt.name: {
      if (requires.has(index)) return requireAt(parsed, index);
      if (token.end - token.start === 5 && textOf(parsed, index) === "await" && token.identifierRole !== 10)
        return topLevelAwait(parsed, index);
      return null;
    }
    default:
      return null;
  }
}

function nameProblem(problem: NameProblem): SyntaxFinding {
  const { name, tokenIndex } = problem;
  const quoted = JSON.stringify(name);
  switch (problem.kind) {
    case "declared-twice":
      return {
        kind: "refused",
        phase: "compile",
        message: `The symbol ${quoted} has already been declared`,
        advice: "Rename one of the two, or assign to the first instead of declaring it again.",
        tokenIndex,
      };
    case "assigned-const":
      return {
        kind: "refused",
        phase: "compile",
        message: `Cannot assign to ${quoted} because it is a constant`,
        advice: `Declare it with let: let ${name} = ….`,
        tokenIndex,
      };
    case "assigned-import":
      return {
        kind: "refused",
        phase: "compile",
        message: `Cannot assign to import ${quoted}`,
        advice:
          "Imports are read-only: copy the value into a variable of your own, or export a function that changes it.",
        tokenIndex,
      };
  }
}

function localEnum(tokenIndex: number): SyntaxFinding {
  return {
    kind: "refused",
    phase: "introspect",
    message: "Kinde’s bundler writes ||= for an enum inside a function, and Kinde’s engine cannot parse that",
    advice: "Move the enum to the top level of the file.",
    productionText: "error parsing SyntaxError: Unexpected token =",
    tokenIndex,
  };
}

/** A namespace with anything but types in it; the parser takes all of it for a type. */
function namespaceAt(parsed: ParsedFile, index: number): SyntaxFinding | null {
  const { tokens } = parsed;
  if (tokens[index]?.type !== tt.name || tokens[index + 1]?.type !== tt.name) return null;
  const word = textOf(parsed, index);
  if ((word !== "namespace" && word !== "module") || tokens[index + 1]?.type !== tt.name) return null;
  const before = tokens[index - 1];
  if (before?.isType && (before.type === tt._declare || textOf(parsed, index - 1) === "declare")) return null;
  if (before?.isType && before.type !== tt._export && before.type !== tt.semi && before.type !== tt.braceR) return null;
  let open = index + 2;
  while (tokens[open]?.type === tt.dot) open += 2;
  if (tokens[open]?.type !== tt.braceL) return null;
  if ((tokens[index]?.scopeDepth ?? 0) > 0) {
    const message = `Expected ";" but found ${JSON.stringify(textOf(parsed, index + 1))}`;
    const advice = "A namespace stands at the top level of the file.";
    return { kind: "refused", phase: "compile", message, advice, tokenIndex: index };
  }
  if (!holdsValues(parsed, open)) return null;
  return {
    kind: "refused",
    phase: "introspect",
    message: "Kinde’s bundler writes ||= for a namespace with values, and Kinde’s engine cannot parse that",
    advice: `Write a plain object instead: const ${textOf(parsed, index + 1)} = { … }.`,
    productionText: "error parsing SyntaxError: Unexpected token =",
    tokenIndex: index,
  };
}

const TYPE_STATEMENTS: ReadonlySet<string> = new Set(["type", "interface", "declare"]);

function holdsValues(parsed: ParsedFile, open: number): boolean {
  const { tokens } = parsed;
  let depth = 0;
  let startsStatement = true;
  for (let index = open; index < tokens.length; index++) {
    const type = tokens[index]?.type;
    const text = textOf(parsed, index);
    if (depth === 1 && startsStatement && type !== tt.braceR && type !== tt.semi) {
      const first = type === tt._export ? index + 1 : index;
      const word = textOf(parsed, first);
      if ((word === "namespace" || word === "module") && tokens[first + 1]?.type === tt.name) {
        let inner = first + 2;
        while (tokens[inner]?.type === tt.dot) inner += 2;
        if (holdsValues(parsed, inner)) return true;
      } else if (!TYPE_STATEMENTS.has(word) && word !== "import") return true;
      startsStatement = false;
    }
    if (type === tt.braceL || type === tt.parenL || type === tt.bracketL) depth++;
    else if (type === tt.braceR || type === tt.parenR || type === tt.bracketR) {
      if (--depth === 0) return false;
      if (depth === 1) startsStatement = text === "}";
    } else if (depth === 1 && type === tt.semi) startsStatement = true;
    else if (depth === 1 && isDeclarationOnNewLine(parsed, index + 1)) startsStatement = true;
  }
  return false;
}

function isDeclarationOnNewLine(parsed: ParsedFile, index: number): boolean {
  const before = parsed.tokens[index - 1];
  const token = parsed.tokens[index];
  if (!before || !token || !/[\r\n]/.test(parsed.file.text.slice(before.end, token.start))) return false;
  return /^(export|const|let|var|function|class|enum|type|interface|declare|abstract|async|namespace)$/.test(
    textOf(parsed, index),
  );
}

function requireAt(parsed: ParsedFile, index: number): SyntaxFinding | null {
  const specifier = literalArgument(parsed, index);
  if (specifier === null) return null;
  return { kind: "asks-for", specifier, isRequire: true, tokenIndex: index };
}

/** The value of a call's only argument when it is made of string literals alone (esbuild folds sums of them). */
function literalArgument(parsed: ParsedFile, calleeIndex: number): string | null {
  const { tokens } = parsed;
  if (tokens[calleeIndex + 1]?.type !== tt.parenL) return null;
  let value = "";
  let index = calleeIndex + 2;
  for (;;) {
    if (tokens[index]?.type === tt.string) value += stringValue(textOf(parsed, index++));
    else if (tokens[index]?.type === tt.backQuote && tokens[index + 2]?.type === tt.backQuote) {
      value += textOf(parsed, index + 1);
      index += 3;
    } else return null;
    while (tokens[index]?.isType) index++;
    if (tokens[index]?.type === tt.parenR || tokens[index]?.type === tt.comma) return value;
    if (tokens[index]?.type !== tt.plus) return null;
    index++;
  }
}

/** `await` outside every function. */
function topLevelAwait(parsed: ParsedFile, index: number): SyntaxFinding | null {
  const { tokens, scopes } = parsed;
  const before = tokens[index - 1]?.type;
  const next = tokens[index + 1];
  if (before === tt.dot || before === tt.questionDot || before === tt._for) return null;
  if (!next || next.isType || !startsOperand(parsed, index + 1)) return null;
  const isInside = scopes.some(
    (scope) =>
      scope.isFunctionScope &&
      scope.startTokenIndex <= index &&
      index < scope.endTokenIndex &&
      scope.startTokenIndex > 0,
  );
  if (isInside || isInFieldOrStaticBlock(parsed, index)) return null;
  return {
    kind: "refused",
    phase: "compile",
    message: 'Top-level await is currently not supported with the "cjs" output format',
    advice: "Move the await into the default export’s function.",
    tokenIndex: index,
  };
}

function isInFieldOrStaticBlock(parsed: ParsedFile, index: number): boolean {
  return (
    (parsed.tokens[index]?.scopeDepth ?? 0) > 0 &&
    parsed.tokens.slice(0, index).some((token) => token.type === tt._class)
  );
}

function startsOperand(parsed: ParsedFile, index: number): boolean {
  const type = parsed.tokens[index]?.type;
  const isOperator =
    type === tt.semi ||
    type === tt.comma ||
    type === tt.parenR ||
    type === tt.braceR ||
    type === tt.bracketR ||
    type === tt.eq ||
    type === tt.assign ||
    type === tt.colon ||
    type === tt.dot ||
    type === tt.arrow;
  return !isOperator;
}
