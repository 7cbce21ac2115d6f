/** Prepares a program to say what its operations are given, at the places where the engine's own words do not. */
import type { Program } from "../../workflow/program.ts";
import type { Site } from "../site.ts";
import { type Edit, editsOf } from "./operations.ts";
import { childrenOf, isFunction, parsedCode, type Tree } from "./tree.ts";

export type Traced = {
  readonly program: Program;
  /** The name under which the traced code sees the traced operations; it has no such name of its own. Absent where the code cannot be traced. */
  readonly name: string | undefined;
  /** The place in the program as it was. */
  readonly original: (site: Site) => Site;
};

type Inserted = { readonly line: number; readonly column: number; readonly length: number };

/** The program with every operation traced in the functions around the sites. */
export function traceProgram(program: Program, sites: readonly Site[]): Traced {
  const { unit } = program;
  const root = parsedCode(unit.code);
  if (root === null) return { program, name: undefined, original: (site) => site };
  const name = freeName(unit.code);
  const functions = new Set(sites.map((site) => functionAround(root, offsetOf(unit.code, site))));
  const edits = [...functions].flatMap((body) => editsOf(body, unit.code, name)).sort((a, b) => a.at - b.at);
  const inserted = insertedBy(unit.code, edits);
  const original = (site: Site): Site => {
    let { column } = site;
    for (const part of inserted) {
      if (part.line === site.line && part.column < column) column = Math.max(part.column, column - part.length);
    }
    return { ...site, column };
  };
  return {
    program: { ...program, unit: { ...unit, code: edited(unit.code, edits) } },
    name,
    original,
  };
}

function freeName(code: string): string {
  let name = "$traced";
  while (code.includes(name)) name += "$";
  return name;
}

function offsetOf(code: string, { line, column }: Site): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = code.indexOf("\n", start) + 1;
  return start + column - 1;
}

function functionAround(root: Tree, offset: number): Tree {
  let found = root;
  let at: Tree | undefined = root;
  while (at !== undefined) {
    if (isFunction(at)) found = at;
    at = childrenOf(at).find(({ start, end }) => start <= offset && offset < end);
  }
  return found;
}

function edited(code: string, edits: readonly Edit[]): string {
  let text = "";
  let from = 0;
  for (const edit of edits) {
    text += code.slice(from, edit.at) + edit.text;
    from = edit.at + edit.length;
  }
  return text + code.slice(from);
}

/** Where the edits move what follows them on its line, as columns to go back through in order. */
function insertedBy(code: string, edits: readonly Edit[]): readonly Inserted[] {
  return edits.map(({ at, length, text }) => {
    const before = code.slice(0, at);
    const column = at - before.lastIndexOf("\n");
    return { line: before.split("\n").length, column, length: text.length - length };
  });
}
