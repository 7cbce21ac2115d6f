/** How code uses what the engine reads from nothing, and where production says that it does. */
import { offsetOf, type Place, placeOf } from "../call-site.ts";

export type Usage = "called" | "iterated" | "read";
export type UsageAt = { readonly use: Usage; readonly place: Place };

const CHAIN_BEFORE_ITERATION = /(?:\.\.\.|\bof\s|yield\s*\*)[^;=]*$/u;
const TAKEN_APART = /\b(?:(?:const|let|var)\s*[{[]|for\s*\([^;]*?\bof\b)/u;
const LITERAL = /^\(*(?:undefined|null|void\b|\d|["'])/u;

/**
 * How the code from the place on uses the first property of that name, and where production says that it reads it: goja notes no place
 * for what it is about to call, and its places count columns from one where the bundle's source map counts from zero.
 * @param name "" for a value that is taken apart.
 */
export function usageOf(code: string, place: Place, name: string): UsageAt {
  const from = offsetOf(code, place);
  const rest = code.slice(from);
  if (name === "" || (name === "Symbol.iterator" && !/^.*Symbol\.iterator/u.test(rest))) {
    // The engine has a pattern's code before the code of its value: the place is that of the statement before.
    const chain = CHAIN_BEFORE_ITERATION.exec(code.slice(0, from))?.[0];
    if (chain !== undefined)
      return { use: "iterated", place: placeOf(code, inlined(code, from, !chain.startsWith("..."))) };
    const taken = TAKEN_APART.exec(rest);
    const at = taken ? valueBehind(code, from + taken.index + taken[0].length) : from;
    return { use: "iterated", place: LITERAL.test(code.slice(at)) ? place : placeOf(code, at) };
  }
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const member = new RegExp(`\\.\\s*(${escaped})(?![\\p{ID_Continue}$])`, "u").exec(rest);
  const end = member ? member.index + member[0].length : closing(rest, rest.indexOf("[") + 1);
  const isCalled = /^\s*(?:\?\.)?[(`]/u.test(rest.slice(end)) && !/\bnew\s[\w$.\s]*$/u.test(code.slice(0, from));
  if (!member) return { use: isCalled ? "called" : "read", place };
  if (!isCalled) return { use: "read", place: placeOf(code, afterOneLetter(code, from + end - name.length, name)) };
  const before = code.slice(0, from + member.index).replace(/[?\s]*$/u, "");
  const word = /[\p{ID_Continue}$]*\)*$/u.exec(before)?.index ?? from;
  if (LITERAL.test(before.slice(word))) return { use: "called", place: placeOf(code, noted(code, word)) };
  return {
    use: "called",
    place: placeOf(code, word === from ? inlined(code, from) : Math.max(from, before.length - 1)),
  };
}

/** Behind the bracket that closes what is open at an offset. */
function closing(code: string, offset: number): number {
  let at = offset;
  for (let depth = 1; depth > 0 && at < code.length; at++) depth += BRACKETS[code[at] ?? ""] ?? 0;
  return at;
}

const BRACKETS: { readonly [character: string]: number } = { "[": 1, "{": 1, "(": 1, "]": -1, "}": -1, ")": -1 };

/** @param inside behind the bracket of a pattern, or behind `of`. */
function valueBehind(code: string, inside: number): number {
  const isPattern = /[{[]$/u.test(code.slice(0, inside));
  const end = isPattern ? closing(code, inside) : inside;
  return end + (/^\s*(?:=|of\b)?\s*/u.exec(code.slice(end))?.[0].length ?? 0);
}

/**
 * The bundler puts a variable that is used once, at the start of the next statement, in its place: what it begins with is then the last place
 * that goja has noted.
 */
function inlined(code: string, at: number, ofLiterals = true): number {
  const name = /^[\p{ID_Continue}$]+/u.exec(code.slice(at))?.[0];
  const declared = new RegExp(
    `\\b(?:const|let|var)\\s+${name?.replaceAll("$", "\\$")}\\s*=\\s*([^;]*?)\\s*;\\s*(?:${PURE_START.source})*$`,
    "u",
  ).exec(code.slice(0, at));
  if (!name || declared?.[1] === undefined) return at;
  const isUsedOnce =
    code
      .slice(at, closing(code, at))
      .split(new RegExp(`(?<![\\p{ID_Continue}$.])${name.replaceAll("$", "\\$")}(?![\\p{ID_Continue}$])`, "u"))
      .length === 2;
  if (!isUsedOnce) return at;
  const value = declared.index + declared[0].indexOf(declared[1], declared[0].indexOf("="));
  if (LITERAL.test(declared[1])) return ofLiterals ? noted(code, declared.index) : at;
  return value + declared[1].length - 1;
}

/** Literals are no place that goja notes: at the start of a function that leaves the function itself. */
function noted(code: string, at: number): number {
  return new RegExp(`\\{\\s*(?:${PURE_START.source})*\\(*$`, "u").exec(code.slice(0, at))?.index ?? at;
}

const PURE_START =
  /(?:return|throw|await|yield|if|const|let|var)\b\s*|[\w$]+\s*[=:,]\s*|[[({!`]\s*|\$\{|\.\.\.|\d+,?\s*/u;

/** A place one column too far is that of the bracket behind a name of one letter, which minified code has nothing in front of. */
function afterOneLetter(code: string, at: number, name: string): number {
  const isLast = name.length === 1 && !/=>\s*\{\s*return\b[^{};]*$/u.test(code.slice(0, at));
  const closing = isLast ? /^[\s;,]*[)\]}]/u.exec(code.slice(at + 1)) : null;
  return closing ? at + closing[0].length : at;
}
