/** Which edits of the source make a diagnostic go away; computed when asked for. Pure. */
import { readSource } from "../../transpile/read-source.ts";
import type { Diagnostic } from "../../workflow/diagnostic.ts";
import type { Position } from "../../workflow/position.ts";
import { entryFile, type SourceFile } from "../../workflow/project.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { fetchResponse } from "../checks/fetch-response.ts";
import { fetchWithoutOptions } from "../checks/fetch-without-options.ts";
import type { CheckInput } from "../check.ts";
import type { Fix, FixRow, TextEdit } from "./fix.ts";
import { FixFile } from "./fix-file.ts";
import { FIXES } from "./table.ts";
import { declareClaim } from "./undeclared-claim.ts";
import { editBetween, placeAt, shifted, offsetAt, withEdits } from "./text-edits.ts";

/** Longer projects are not read on the page, in UTF-16 units. */
const LONGEST_SOURCE = 100_000;
/** A call that was none before may bring as many further mistakes. */
const MOST_FOLLOW_UPS = 20;

type Found = Pick<Diagnostic, "id" | "position">;

/** Null where no fix is certain. */
export function fixFor(diagnostic: Found, sources: readonly SourceFile[], result: RunResult): Fix | null {
  const row = FIXES.get(diagnostic.id);
  if (row === undefined || isLong(sources)) return null;
  const fix = plainFix(row, diagnostic, sources, result);
  return fix !== null && row.bringsCalls ? withCallsMended(fix, sources, result) : fix;
}

function plainFix(row: FixRow, { position }: Found, sources: readonly SourceFile[], result: RunResult): Fix | null {
  const files = readFiles(sources);
  const [entry] = files;
  const place = placeIn(files, position);
  if (entry === undefined || place === null) return null;
  const fix = row.make({ ...place, files, entry, result });
  return fix && { ...fix, isSafe: row.isSafe };
}

const UNKNOWN_MEMBER = /^Property '.+' does not exist on type /;

/** Of what the type checker objects to. */
export function fixForType(
  { message, position }: { readonly message: string; readonly position: Position },
  sources: readonly SourceFile[],
): Fix | null {
  const found = UNKNOWN_MEMBER.test(message) && !isLong(sources) ? placeIn(readFiles(sources), position) : null;
  return found && declareClaim(found.file, found.index);
}

const isLong = (sources: readonly SourceFile[]) =>
  sources.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_SOURCE;

function placeIn(files: readonly FixFile[], { file: name, line, column }: Position) {
  const file = files.find((one) => one.name === name);
  const index = file?.view.tokens.findIndex((token) => token.line === line && token.column === column) ?? -1;
  return file === undefined || index < 0 ? null : { file, index };
}

/** A run’s diagnostics ask of the same files one after another. */
const read = new WeakMap<readonly SourceFile[], readonly FixFile[]>();

/** The files that the entry reaches, the entry first; none while it does not parse. */
function readFiles(sources: readonly SourceFile[]): readonly FixFile[] {
  const files = read.get(sources) ?? readAfresh(sources);
  read.set(sources, files);
  return files;
}

function readAfresh(sources: readonly SourceFile[]): readonly FixFile[] {
  const entry = entryFile(sources);
  if (entry === null) return [];
  return readSource(sources, entry).flatMap((tokens, at) => {
    const source = sources.find(({ name }) => name === tokens[0]?.file);
    return source === undefined ? [] : [new FixFile(source.name, source.text, tokens, at === 0)];
  });
}

export function withFix(sources: readonly SourceFile[], { edits }: Pick<Fix, "edits">): readonly SourceFile[] {
  return sources.map((source) => {
    const own = edits.filter(({ file }) => file === source.name);
    return own.length === 0 ? source : { ...source, text: withEdits(source.text, own) };
  });
}

/** Null where a mistake in those calls cannot be mended: one error would only take another’s place. */
function withCallsMended(fix: Fix, sources: readonly SourceFile[], result: RunResult): Fix | null {
  const before = mistakenCalls(sources, result).length;
  let now = withFix(sources, fix);
  for (let count = 0; count < MOST_FOLLOW_UPS; count++) {
    const mistakes = mistakenCalls(now, result);
    if (mistakes.length <= before) return count === 0 ? fix : { ...fix, edits: editsBetween(sources, now) };
    const mended = firstOf(mistakes, (next) => {
      const row = FIXES.get(next.id);
      return row === undefined ? null : plainFix(row, next, now, result);
    });
    if (mended === null) return null;
    now = withFix(now, mended);
  }
  return null;
}

function firstOf<One, Other>(list: readonly One[], make: (one: One) => Other | null): Other | null {
  for (const one of list) {
    const made = make(one);
    if (made !== null) return made;
  }
  return null;
}

function mistakenCalls(sources: readonly SourceFile[], result: RunResult): readonly Found[] {
  const { settings, trigger, effects, outcome } = result;
  const files = readFiles(sources).map(({ view }) => view);
  const run = { files, entry: files[0], settings, trigger, effects, outcome };
  const input: CheckInput = { ...run, isDiscovered: true, isSecretIn: () => false };
  return [fetchWithoutOptions, fetchResponse].flatMap(({ id, find }) =>
    [...find(input)].flatMap(({ at }) => (at === undefined ? [] : [{ id, position: at }])),
  );
}

function editsBetween(before: readonly SourceFile[], after: readonly SourceFile[]): readonly TextEdit[] {
  return before.flatMap(({ name, text }, at) => editBetween(name, text, after[at]?.text ?? text) ?? []);
}

/** Every safe fix of a run’s diagnostics as one, each made after the others; null where there are fewer than two. */
export function allFixes(sources: readonly SourceFile[], result: RunResult): Fix | null {
  let now = sources;
  let count = 0;
  let open: readonly Found[] = result.diagnostics.filter(({ id }) => FIXES.get(id)?.isSafe);
  while (open.length > 0) {
    const [next, ...rest] = open as [Found, ...Found[]];
    const fix = fixFor(next, now, result);
    open = fix === null ? rest : rest.map((found) => movedBy(found, now, fix));
    if (fix === null) continue;
    now = withFix(now, fix);
    count++;
  }
  if (count < 2) return null;
  return { title: `Fix ${count} problems at once`, isSafe: true, edits: editsBetween(sources, now) };
}

function movedBy({ id, position }: Found, sources: readonly SourceFile[], { edits }: Fix): Found {
  const text = sources.find(({ name }) => name === position.file)?.text ?? "";
  const own = edits.filter(({ file }) => file === position.file);
  const offset = shifted(offsetAt(text, position), own);
  return { id, position: { file: position.file, ...placeAt(withEdits(text, own), offset) } };
}
