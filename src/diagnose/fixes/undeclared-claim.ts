/** The fix for a claim that the type parameter of a token’s claims leaves out: it is declared there. */
import type { SourceToken } from "../../workflow/source-token.ts";
import { isProhibited } from "../../workflow/token.ts";
import type { FixFile } from "./fix-file.ts";
import type { Fix, TextEdit } from "./fix.ts";

const LITERALS: ReadonlyMap<SourceToken["kind"], string> = new Map([
  ["string", "string"],
  ["number", "number"],
]);

/** @param index the member that the type checker does not know. */
export function declareClaim(file: FixFile, index: number): Fix | null {
  const { view } = file;
  const name = view.text(index);
  const handle = index - 2;
  if (!view.isAfterDot(index) || view.text(index + 1) !== "=" || view.tokens[handle]?.kind !== "name") return null;
  const claims = view.claimsAt(handle);
  const maker = view.initialiserOf(handle);
  if (claims === null || claims.end !== handle || maker < 0 || isProhibited(claims.token, name)) return null;
  const open = typeLiteral(file, maker);
  if (open < 0) return null;
  const edits = addProperty(file, open, `${name}: ${typeOf(file, index + 2)};`);
  return edits && { title: `Declare ${name} in the type of the claims`, isSafe: true, edits };
}

/** The brace of the type of claims that a call is given: written in place, or by a name that this file declares. */
function typeLiteral({ view, tokens }: FixFile, maker: number): number {
  const at = tokens.findIndex(({ start }) => start === view.tokens[maker]?.start);
  if (tokens[at + 1]?.text !== "<") return -1;
  if (tokens[at + 2]?.text === "{") return at + 2;
  const name = tokens[at + 2]?.text;
  if (tokens[at + 3]?.text !== ">") return -1;
  const declared = tokens.findIndex(
    ({ text, isType }, index) => isType && text === name && /^(?:type|interface)$/.test(tokens[index - 1]?.text ?? ""),
  );
  if (declared < 0) return -1;
  const open = tokens[declared - 1]?.text === "type" ? declared + 2 : declared + 1;
  return tokens[open]?.text === "{" ? open : -1;
}

function addProperty(file: FixFile, open: number, property: string): readonly TextEdit[] | null {
  const { tokens } = file;
  let depth = 0;
  const close = tokens.findIndex(({ text }, index) => {
    if (index >= open) depth += text === "{" ? 1 : text === "}" ? -1 : 0;
    return index > open && depth === 0;
  });
  const [first, last, end] = [tokens[open], tokens[close - 1], tokens[close]];
  if (first === undefined || last === undefined || end === undefined) return null;
  const isEmpty = close === open + 1;
  const between = file.text.slice(last.end, end.start);
  const line = /^[^\r\n]*(\r\n|\r|\n)[ \t]*$/.exec(between);
  const isOpen = !isEmpty && !/^[;,]$/.test(last.text);
  const put = (start: number, stop: number, text: string): TextEdit => ({ file: file.name, start, end: stop, text });
  const separator = isOpen ? [put(last.end, last.end, ";")] : [];
  if (line === null)
    return [
      ...separator,
      put(end.start, end.start, isEmpty ? ` ${property} ` : `${/\s$/.test(between) ? "" : " "}${property} `),
    ];
  const member = tokens[open + 1];
  const indent = member === undefined || isEmpty ? "  " : indentOf(file.text, member.start);
  const lineStart = end.start - (/[ \t]*$/.exec(between)?.[0].length ?? 0);
  return [...separator, put(lineStart, lineStart, `${indent}${property}${line[1]}`)];
}

function indentOf(text: string, offset: number): string {
  return /[ \t]*$/.exec(text.slice(0, offset))?.[0] ?? "";
}

/** Of a value that is one literal; of anything else what every value may be. */
function typeOf(file: FixFile, index: number): string {
  const token = file.view.tokens[index];
  if (file.expressionFrom(index)?.last !== index || token === undefined) return "unknown";
  return LITERALS.get(token.kind) ?? (/^(?:true|false)$/.test(token.text) ? "boolean" : "unknown");
}
