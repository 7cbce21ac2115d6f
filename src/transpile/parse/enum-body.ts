/** Reads an enum and works out its constant members, which production's bundler writes in place of their uses. */

import { stringValue } from "../../workflow/string-value.ts";
import { type ParsedFile, textOf } from "./parse.ts";
import { tt } from "./token-type.ts";
import { WORD } from "./words.ts";

type EnumMember = {
  readonly name: string;
  readonly nameIndex: number;
  /** Tokens of the initialiser; null when there is none. */
  readonly value: { readonly start: number; readonly end: number } | null;
  /** Its value where it is known before anything runs. */
  readonly constant: string | number | undefined;
};

type EnumBody = {
  readonly nameIndex: number;
  readonly open: number;
  readonly close: number;
  readonly members: readonly EnumMember[];
  /** Whether every member is a name or a string, with one comma between two. */
  readonly isWellFormed: boolean;
};

/** @param enumIndex the `enum` keyword's token. @param enums constants of the enums declared before, this one's earlier parts among them. */
export function readEnumBody(
  parsed: ParsedFile,
  enumIndex: number,
  enums: ReadonlyMap<string, ReadonlyMap<string, string | number>>,
): EnumBody {
  const { tokens } = parsed;
  const open = enumIndex + 2;
  const own = textOf(parsed, enumIndex + 1);
  const constants = new Map(enums.get(own));
  const all = new Map(enums).set(own, constants);
  const members: EnumMember[] = [];
  let isWellFormed = true;
  let next: number | undefined = 0;
  let index = open + 1;
  while (tokens[index]?.type !== tt.braceR && tokens[index]?.type !== tt.eof) {
    const nameIndex = index;
    const written = textOf(parsed, nameIndex);
    const name = tokens[nameIndex]?.type === tt.string ? stringValue(written) : written;
    let value: EnumMember["value"] = null;
    let constant: string | number | undefined = next;
    index++;
    if (tokens[index]?.type === tt.eq) {
      value = { start: index + 1, end: tokens[index]?.rhsEndIndex ?? index + 1 };
      constant = evaluate(parsed, value, constants, all);
      index = value.end;
    }
    if (constant !== undefined) constants.set(name, constant);
    next = typeof constant === "number" ? constant + 1 : undefined;
    members.push({ name, nameIndex, value, constant });
    isWellFormed &&= WORD.test(written) && END_OF_MEMBER.has(tokens[index]?.type ?? -1);
    if (tokens[index]?.type === tt.comma) index++;
  }
  return { nameIndex: enumIndex + 1, open, close: index, members, isWellFormed };
}

const END_OF_MEMBER: ReadonlySet<number> = new Set([tt.comma, tt.braceR]);

/** Evaluates sums of literals and of known members; anything else is undefined. */
function evaluate(
  parsed: ParsedFile,
  { start, end }: { readonly start: number; readonly end: number },
  constants: ReadonlyMap<string, string | number>,
  enums: ReadonlyMap<string, ReadonlyMap<string, string | number>>,
): string | number | undefined {
  let index = start;
  const primary = (): string | number | undefined => {
    const token = parsed.tokens[index];
    const text = textOf(parsed, index);
    index++;
    if (index > end || !token) return undefined;
    switch (token.type) {
      case tt.num:
        return Number(text.replaceAll("_", ""));
      case tt.string:
        return stringValue(text);
      case tt.name: {
        const isMember = parsed.tokens[index]?.type === tt.dot && index + 1 < end && !constants.has(text);
        if (!isMember) return constants.get(text);
        index += 2;
        return enums.get(text)?.get(textOf(parsed, index - 1));
      }
      case tt.backQuote: {
        if (parsed.tokens[index]?.type !== tt.template || parsed.tokens[index + 1]?.type !== tt.backQuote)
          return undefined;
        const content = textOf(parsed, index);
        index += 2;
        return content.includes("\\") ? undefined : content;
      }
      case tt.parenL: {
        const inner = binary(0);
        return textOf(parsed, index++) === ")" ? inner : undefined;
      }
      default: {
        const operand = primary();
        if (typeof operand !== "number") return undefined;
        return text === "-" ? -operand : text === "+" ? operand : text === "~" ? ~operand : undefined;
      }
    }
  };
  const binary = (least: number): string | number | undefined => {
    let left = primary();
    for (;;) {
      const operator = index < end ? textOf(parsed, index) : "";
      const precedence = PRECEDENCE.get(operator);
      if (precedence === undefined || precedence < least) return left;
      index++;
      const right = binary(operator === "**" ? precedence : precedence + 1);
      left = calculate(operator, left, right);
    }
  };
  const result = binary(0);
  return index === end ? result : undefined;
}

const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ["|", 1],
  ["^", 2],
  ["&", 3],
  ["<<", 4],
  [">>", 4],
  [">>>", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["%", 6],
  ["**", 7],
]);

function calculate(
  operator: string,
  left: string | number | undefined,
  right: string | number | undefined,
): string | number | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === "+" && (typeof left === "string" || typeof right === "string")) return `${left}${right}`;
  if (typeof left === "string" || typeof right === "string") return undefined;
  switch (operator) {
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "&":
      return left & right;
    case "<<":
      return left << right;
    case ">>":
      return left >> right;
    case ">>>":
      return left >>> right;
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    default:
      return left ** right;
  }
}
