/** Which unset variables a failure comes from: what is missing was read as if it were there, or the author's own guard found it missing. */
import type { Effect, WorkflowError } from "../workflow/execution.ts";
import { parseJson } from "../workflow/json.ts";
import type { Position } from "../workflow/position.ts";
import type { CheckInput } from "./check.ts";
import { tokenAt } from "./check.ts";
import { stringValue } from "../workflow/string-value.ts";
import type { FileView } from "./source.ts";

type UnsetVariable = { readonly name: string; readonly position?: Position };

const READ_OF_NOTHING = /^Cannot read property '(value|isSecret)' of (undefined|null)/;
const NOTHING_THERE = /\b(?:undefined|null)\b|has no member|object coercible/;
const MANAGEMENT_API = /^M2M client (?:ID|secret) not set/;
/** How far a value is followed from one variable to the next. */
const MOST_STEPS = 4;
/** Longer initial values are not looked through. */
const MOST_TOKENS = 80;

/** In the order in which they were asked for; empty when the failure is the workflow's own. */
export function unsetVariablesBehind({
  files,
  effects,
  outcome,
}: Pick<CheckInput, "files" | "effects" | "outcome">): readonly UnsetVariable[] {
  if (outcome.kind !== "failed" || outcome.phase !== "execute") return [];
  const { error } = outcome;
  const unset = unsetIn(effects);
  if (unset.length === 0) return [];
  if (MANAGEMENT_API.test(error.message)) return unset.filter(({ name }) => name.startsWith("KINDE_WF_M2M_"));
  if (READ_OF_NOTHING.test(error.message)) {
    const there = unset.filter(({ position }) => isSameLine(position, error.position));
    return [there.at(-1) ?? unset.at(-1) ?? []].flat();
  }
  const named = unset.filter(({ name }) => error.name !== "TypeError" && isNamedIn(error.message, name));
  if (named.length > 0) return named;
  const names = namesBehind(files, error);
  return unset.filter(({ name }) => names.has(name));
}

function unsetIn(effects: readonly Effect[]): readonly UnsetVariable[] {
  const found = new Map<string, UnsetVariable>();
  for (const effect of effects) {
    if (effect.kind !== "call" || effect.fn !== "kinde.env.get" || effect.answer !== undefined) continue;
    const [first] = effect.args;
    const name = first?.problem === null ? parseJson(first.text) : null;
    if (typeof name !== "string" || name === "") continue;
    const { position } = effect;
    found.delete(name);
    found.set(name, { name, ...(position ? { position } : {}) });
  }
  return [...found.values()];
}

const isSameLine = (one: Position | undefined, other: Position | undefined) =>
  one?.file === other?.file && one?.line === other?.line;

function isNamedIn(message: string, name: string): boolean {
  const at = message.indexOf(name);
  return at >= 0 && !/\w/.test(`${message[at - 1] ?? ""}${message[at + name.length] ?? ""}`);
}

/** Texts in the code that gave what the failing expression, or the guard around a throw, looks at. */
function namesBehind(files: readonly FileView[], { name, message, position }: WorkflowError): ReadonlySet<string> {
  const names = new Set<string>();
  const place = position && tokenAt({ files }, position);
  if (!place) return names;
  const { file, index } = place;
  const guard = guardOf(file, index);
  if (guard) gather(file, guard.start, guard.end, MOST_STEPS, names);
  else if (name === "TypeError" && NOTHING_THERE.test(message)) {
    const end = file.isAfterDot(index) ? index : endOfChain(file, index);
    gather(file, startOfChain(file, index), end, MOST_STEPS, names);
  }
  return names;
}

/** The condition under which the error that is made at a token is thrown. */
function guardOf(file: FileView, index: number): { readonly start: number; readonly end: number } | null {
  let at = index;
  if (file.text(at) !== "new" && file.text(at) !== "throw" && file.text(at - 1) === "new") at--;
  if (file.text(at) !== "throw") at--;
  if (file.text(at) !== "throw") return null;
  const close = file.text(at - 1) === "{" ? at - 2 : at - 1;
  if (file.text(close) !== ")") return null;
  const open = file.openOf(close);
  return file.text(open - 1) === "if" ? { start: open + 1, end: close - 1 } : null;
}

/** Adds the texts between two tokens, and those in the initial values of the variables there. */
function gather(file: FileView, start: number, end: number, steps: number, names: Set<string>): void {
  for (let index = start; index <= Math.min(end, start + MOST_TOKENS); index++) {
    const token = file.tokens[index];
    if (token?.kind === "string") names.add(stringValue(token.text));
    if (token?.kind !== "name" || steps === 0 || file.isAfterDot(index)) continue;
    const declared = file.declarationOf(index);
    const given = declared < 0 || declared === index ? null : initialValueOf(file, declared);
    if (given) gather(file, given.start, given.end, steps - 1, names);
  }
}

/** What a declaration gives the variable it declares, alone or in a pattern. */
function initialValueOf(file: FileView, declared: number): { readonly start: number; readonly end: number } | null {
  let at = declared + 1;
  while (at < declared + MOST_TOKENS && /^[,:}\]]$|^\w+$/.test(file.text(at)) && file.text(at - 1) !== "=") at++;
  if (file.text(at) !== "=") return null;
  let end = at + 1;
  for (let next = end; next < at + MOST_TOKENS && next < file.tokens.length; next++) {
    const text = file.text(next);
    if (
      text === ";" ||
      text === "," ||
      (next > at + 1 && /^(?:const|let|var|return|if|throw|for|await)$/.test(text) && startsLine(file, next))
    )
      break;
    if (/^[([{]$/.test(text)) next = file.closeOf(next);
    end = next;
  }
  return { start: at + 1, end };
}

const startsLine = (file: FileView, index: number) => file.tokens[index]?.line !== file.tokens[index - 1]?.line;

/** The last token of the members and calls that begin at a token. */
export function endOfChain(file: FileView, start: number): number {
  let end = start;
  for (;;) {
    const next = file.text(end + 1);
    if (next === "." || next === "?.") end += 2;
    else if (next === "!") end++;
    else if (next === "(" || next === "[") end = file.closeOf(end + 1);
    else return end;
  }
}

/** The first token of the members and calls that end at a token. */
export function startOfChain(file: FileView, end: number): number {
  let start = end;
  for (;;) {
    if (/^[)\]]$/.test(file.text(start))) {
      start = file.openOf(start);
      if (start > 0 && (file.tokens[start - 1]?.kind === "name" || /^[)\]]$/.test(file.text(start - 1)))) start--;
      else return Math.max(start, 0);
    } else if (file.isAfterDot(start)) {
      start -= 2;
      if (file.text(start) === "!") start--;
    } else return Math.max(start, 0);
  }
}
