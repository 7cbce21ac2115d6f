/** How code uses what the engine reads from nothing, and where production says that it does. */
import type { Place } from "../call-site.ts";
import { NotedPlaces } from "./noted.ts";
import { childOf, isFunction, listOf, parsedCode, type Tree } from "./tree.ts";

export type Usage = "called" | "iterated" | "read";
type UsageAt = { readonly use: Usage; readonly place: Place };

/** What is known of a unit's code, which is read once, however many places are asked about. */
export type UsageReader = {
  /** @param name of the property that is read; "" for a value that is taken apart, or an operation on values that are written out. */
  readonly usageAt: (place: Place, name: string) => UsageAt;
  /** Where what the bundler puts in the place of the name at an offset begins. */
  readonly inlinedAt: (offset: number) => number | undefined;
};
export type UsageIn = (code: string) => UsageReader;

const LINES_AROUND = 100;
const TAKEN_APART = /\b(?:(?:const|let|var)\s*[{[]|for\s*\([^;]*?\bof\b)/u;

/** @param at an offset in what is read, iterated or computed. */
type Found = { readonly use: Usage; readonly at: number };

export const usageIn: UsageIn = (code) => {
  const starts = [0];
  for (let at = code.indexOf("\n") + 1; at > 0; at = code.indexOf("\n", at) + 1) starts.push(at);
  let read: NotedPlaces | null | undefined;
  const noted = () => {
    if (read === undefined) {
      const root = parsedCode(code);
      read = root && new NotedPlaces(root, code);
    }
    return read;
  };
  const usageAt = (place: Place, name: string): UsageAt => {
    // As much of the code as a statement and what stands around it take: a program may fail at thousands of places.
    const first = starts[Math.max(0, place.line - 1 - LINES_AROUND)] ?? 0;
    const from = (starts[place.line - 1] ?? 0) + place.column - 1;
    const found = usageOf(code.slice(first, starts[place.line + LINES_AROUND]), from - first, name);
    const places = noted();
    const offset = (places && lastPlace(places, { ...found, at: found.at + first }, from, name)) ?? from;
    const line = starts.findLastIndex((start) => start <= offset);
    return { use: found.use, place: { line: line + 1, column: offset - (starts[line] ?? 0) + 1 } };
  };
  return { usageAt, inlinedAt: (offset) => noted()?.inlinedAt(offset) };
};

function usageOf(code: string, from: number, name: string): Found {
  const rest = code.slice(from);
  if (name === "" || (name === "Symbol.iterator" && !/^.*Symbol\.iterator/u.test(rest))) {
    // The engine has a pattern's code before the code of its value: the place is that of the statement before.
    const taken = TAKEN_APART.exec(rest);
    return { use: "iterated", at: taken ? valueBehind(code, from + taken.index + taken[0].length) : from };
  }
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const member = new RegExp(`\\.\\s*(${escaped})(?![\\p{ID_Continue}$])`, "u").exec(rest);
  const end = member ? member.index + member[0].length : closing(rest, rest.indexOf("[") + 1);
  const isCalled = /^\s*(?:\?\.)?[(`]/u.test(rest.slice(end)) && !/\bnew\s[\w$.\s]*$/u.test(code.slice(0, from));
  return { use: isCalled ? "called" : "read", at: member ? from + end - name.length : from };
}

/** Where goja says that it failed: the place that it has noted last. Undefined where that is the engine's. */
function lastPlace(noted: NotedPlaces, { use, at }: Found, from: number, name: string): number | undefined {
  if (use !== "iterated") {
    const path = noted.pathTo(at);
    const property = path.at(-1);
    const member = path.at(-2);
    if (property?.["name"] !== name || member?.type !== "MemberExpression") return undefined;
    return use === "called" || isWritten(path, member) ? noted.behind(path, member) : noted.shown(property.start);
  }
  const around = noted.pathTo(from);
  const computed = around.find((node) => node.type === "BinaryExpression" && noted.isConstant(node));
  if (computed) return isAlone(around, computed) ? noted.behind(around, computed) : undefined;
  for (const path of [around, noted.pathTo(at)]) {
    const inner = path.findLastIndex(isFunction);
    const value = path.findLast((node, index) => index > inner && takenApart(path[index - 1]) === node);
    if (value) return noted.behind(path, value);
  }
  return undefined;
}

const isWritten = (path: readonly Tree[], member: Tree): boolean => {
  const around = path[path.indexOf(member) - 1];
  if (around?.type === "UpdateExpression") return true;
  return around?.type === "AssignmentExpression" && around["left"] === member;
};

/** What of a node is iterated or taken apart. */
function takenApart(node: Tree | undefined): Tree | undefined {
  switch (node?.type) {
    case "SpreadElement":
      return childOf(node, "argument");
    case "ForOfStatement":
      return childOf(node, "right");
    case "YieldExpression":
      return node["delegate"] === true ? childOf(node, "argument") : undefined;
    case "VariableDeclarator":
      return node["init"] && childOf(node, "id").type !== "Identifier" ? childOf(node, "init") : undefined;
    case "AssignmentExpression":
      return /Pattern$/.test(childOf(node, "left").type) ? childOf(node, "right") : undefined;
    default:
      return undefined;
  }
}

/** Whether the bundler leaves a returned value without company: an expression before it would become part of it. */
function isAlone(path: readonly Tree[], node: Tree): boolean {
  const at = path.indexOf(node);
  const [outer, block, statement] = path.slice(at - 3, at);
  if (statement?.type !== "ReturnStatement" || block?.type !== "BlockStatement" || outer?.type === "IfStatement")
    return false;
  const list = listOf(block, "body");
  return list[list.indexOf(statement) - 1]?.type !== "ExpressionStatement";
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
