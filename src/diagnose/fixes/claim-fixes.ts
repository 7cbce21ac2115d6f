/** Fixes of writes that never reach a token: inside of a claim, with `delete`, or of a value that is no JSON. */
import { isJsonObject, type Json, parseJson } from "../../workflow/json.ts";
import { stringValue } from "../../workflow/string-value.ts";
import { isProhibited, type TokenName } from "../../workflow/token.ts";
import type { FileView } from "../source.ts";
import type { FixInput, FixMaker } from "./fix.ts";
import type { FixFile } from "./fix-file.ts";

/** `claims.name`, from the first token to the last. */
type ClaimAt = { readonly token: TokenName; readonly start: number; readonly end: number; readonly name: string };

type MemberAt = {
  readonly key: string;
  readonly name: string | null;
  readonly end: number;
  readonly isOptional: boolean;
};

const LONGEST_TITLE = 60;
const COPYING: ReadonlyMap<string, string> = new Map([
  ["sort", "toSorted"],
  ["reverse", "toReversed"],
  ["splice", "toSpliced"],
]);

/** The member read after a token: by name, or by a text or an expression in brackets. */
function memberAfter(file: FixFile, index: number): MemberAt | null {
  const { view } = file;
  const isOptional = view.text(index + 1) === "?.";
  if (view.isMemberRead(index + 1)) {
    const name = view.text(index + 2);
    return { key: name, name, end: index + 2, isOptional };
  }
  const open = isOptional ? index + 2 : index + 1;
  if (view.text(open) !== "[") return null;
  const end = view.closeOf(open);
  const written = file.textOf(open + 1, end - 1);
  const isText = end === open + 2 && view.tokens[open + 1]?.kind === "string";
  return { key: isText ? written : `[${written}]`, name: isText ? stringValue(written) : null, end, isOptional };
}

/** The claim of the expression that a token is part of. */
function claimBefore(file: FixFile, index: number, fits: (claim: ClaimAt) => boolean): ClaimAt | null {
  for (let at = index; at >= 0 && at > index - 40; at--) {
    const claim = claimFrom(file, at);
    if (claim !== null && fits(claim)) return claim;
  }
  return null;
}

/** The claim that an expression beginning at a token names. */
function claimFrom(file: FixFile, at: number): ClaimAt | null {
  const claims = file.view.claimsAt(at);
  const member = claims && memberAfter(file, claims.end);
  if (!claims || !member || member.name === null) return null;
  return { token: claims.token, start: outermost(file.view, at, claims.end), end: member.end, name: member.name };
}

/** Where the parentheses around an expression begin. */
function outermost(view: FileView, start: number, end: number): number {
  let at = start;
  while (at > 0 && view.text(at - 1) === "(" && view.closeOf(at - 1) <= end) at--;
  return at;
}

/** The token’s own value of a claim and what the run wrote. */
function knownValues({ result }: FixInput, { token, name }: ClaimAt): readonly Json[] {
  const base = result.tokens.find((one) => one.name === token)?.base.find((claim) => claim.name === name);
  const writes = result.effects.flatMap((effect) =>
    effect.kind === "claim" && effect.token === token && effect.name === name && effect.value.problem === null
      ? [parseJson(effect.value.text)]
      : [],
  );
  return base === undefined ? writes : [parseJson(base.json), ...writes];
}

/** What kind of value a claim is known to hold; "other" where values differ. */
function kindOf(input: FixInput, claim: ClaimAt): "array" | "object" | "other" | "missing" {
  const kinds = new Set(knownValues(input, claim).map(jsonKind));
  const [kind = "missing"] = kinds;
  return kinds.size > 1 ? "other" : kind;
}

function jsonKind(value: Json): "array" | "object" | "other" {
  if (Array.isArray(value)) return "array";
  return isJsonObject(value) ? "object" : "other";
}

function assigning(file: FixFile, claim: ClaimAt, end: number, value: string): ReturnType<FixMaker> {
  const text = `${target(file, claim)} = ${value}`;
  const title = `Write ${text.replace(/\s+/g, " ")}`;
  const edit = { file: file.name, start: file.start(claim.start), end, text };
  return { title: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title, edits: [edit] };
}

/** An assignment cannot be optional. */
const target = (file: FixFile, { start, end }: ClaimAt) =>
  file
    .textOf(start, end)
    .replace(/\?\.(?=\[)/, "")
    .replace("?.", ".");

export const emptyClaim: FixMaker = (input) => {
  const { file, index, result } = input;
  let first = index + 1;
  let claim = claimFrom(file, first);
  while (claim === null && file.view.text(first) === "(") claim = claimFrom(file, ++first);
  if (claim === null || isProhibited(claim.token, claim.name) || !file.startsStatement(index)) return null;
  const base = result.tokens.find(({ name }) => name === claim.token)?.base.find(({ name }) => name === claim.name);
  const whole = file.expressionFrom(index);
  let last = claim.end;
  while (last < (whole?.last ?? last) && file.view.text(last + 1) === ")") last++;
  if (base === undefined || whole?.last !== last) return null;
  const value = { array: "[]", object: "{}", other: "null" }[jsonKind(parseJson(base.json))];
  const made = assigning(file, claim, whole.end, value);
  const [edit] = made?.edits ?? [];
  return made && edit ? { ...made, edits: [{ ...edit, start: file.start(index) }] } : null;
};

export const assignCopy: FixMaker = (input) => {
  const { file, index } = input;
  const claim = claimBefore(file, index, ({ end }) => end < index && memberAfter(file, end) !== null);
  if (claim === null || isProhibited(claim.token, claim.name) || !file.startsStatement(claim.start)) return null;
  const inner = memberAfter(file, claim.end);
  if (inner === null || file.textOf(claim.start, inner.end).includes("//")) return null;
  return file.view.text(inner.end + 1) === "("
    ? changedByMethod(input, claim, inner)
    : changedByAssignment(input, claim);
};

function changedByMethod(input: FixInput, claim: ClaimAt, method: MemberAt): ReturnType<FixMaker> {
  const { file } = input;
  const kind = kindOf(input, claim);
  const close = file.view.closeOf(method.end + 1);
  const whole = file.expressionFrom(claim.start);
  const isOptional = method.isOptional || file.textOf(claim.start, claim.end).includes("?.");
  if (whole?.last !== close || kind === "object" || kind === "other" || (isOptional && kind !== "array")) return null;
  const passed = file.text
    .slice(file.end(method.end + 1), file.start(close))
    .trim()
    .replace(/,$/, "");
  const now = target(file, claim);
  const items = kind === "array" ? `...${now}` : `...(${now} ?? [])`;
  const copying = COPYING.get(method.name ?? "");
  const name = method.name ?? "";
  if (passed !== "" && name === "push") return assigning(file, claim, whole.end, `[${items}, ${passed}]`);
  if (passed !== "" && name === "unshift") return assigning(file, claim, whole.end, `[${passed}, ${items}]`);
  if (kind !== "array") return null;
  if (name === "pop") return assigning(file, claim, whole.end, `${now}.slice(0, -1)`);
  if (name === "shift") return assigning(file, claim, whole.end, `${now}.slice(1)`);
  return copying === undefined ? null : assigning(file, claim, whole.end, `${now}.${copying}(${passed})`);
}

function changedByAssignment(input: FixInput, claim: ClaimAt): ReturnType<FixMaker> {
  const { file } = input;
  const path: MemberAt[] = [];
  let end = claim.end;
  for (let next = memberAfter(file, end); next !== null; next = memberAfter(file, end)) {
    if (next.isOptional || next.name === null) return null;
    path.push(next);
    end = next.end;
  }
  const whole = file.expressionFrom(claim.start);
  const kind = kindOf(input, claim);
  const isPlain = kind === "object" || (kind === "missing" && path.length === 1);
  if (whole === null || !isPlain || (path.length > 1 && !isObjectAt(input, claim, path.slice(0, -1)))) return null;
  const value = newValue(file, claim, end, whole);
  if (value === null) return null;
  const wrapped = path.reduceRight((inner, { key }, at) => {
    const before = at === 0 ? target(file, claim) : file.textOf(claim.start, path[at - 1]?.end ?? end);
    return `{ ...${before}, ${key}: ${inner} }`;
  }, value);
  return assigning(file, claim, whole.end, wrapped);
}

/** What the assignment gives the member: for `+=` and its like what it works out. */
function newValue(file: FixFile, claim: ClaimAt, end: number, whole: { last: number; end: number }): string | null {
  const operator = file.view.text(end + 1);
  const now = file.textOf(claim.start, end);
  if (operator === "++" || operator === "--") return whole.last === end + 1 ? `${now} ${operator[0]} 1` : null;
  if (whole.last < end + 2 || !operator.endsWith("=")) return null;
  const given = file.text.slice(file.start(end + 2), whole.end);
  if (operator === "=") return given;
  return `${now} ${operator.slice(0, -1)} ${whole.last === end + 2 ? given : `(${given})`}`;
}

/** Whether whatever the claim is known to hold has an object at each step of a path. */
function isObjectAt(input: FixInput, claim: ClaimAt, path: readonly MemberAt[]): boolean {
  const values = knownValues(input, claim);
  const isObject = (value: Json): boolean => {
    let inner = value;
    for (const { name } of path) {
      inner = isJsonObject(inner) && name !== null && Object.hasOwn(inner, name) ? (inner[name] ?? null) : null;
    }
    return isJsonObject(inner);
  };
  return values.length > 0 && values.every(isObject);
}

/** A query as text: of what else cannot become JSON only its author knows what it should be. */
export const writeAsText: FixMaker = ({ file, index, result }) => {
  const at = file.view.tokens[index];
  const write = result.effects.find(
    (effect) =>
      effect.kind === "claim" &&
      effect.position?.file === file.name &&
      effect.position.line === at?.line &&
      effect.value.problem !== null,
  );
  if (write?.kind !== "claim" || write.value.problem?.reason !== "a URLSearchParams" || write.value.problem.path !== "")
    return null;
  const line = file.view.tokens.findIndex((token) => token.line === at?.line);
  for (let first = line; file.view.tokens[first]?.line === at?.line; first++) {
    const claim = claimFrom(file, first);
    if (claim?.name !== write.name || file.view.text(claim.end + 1) !== "=") continue;
    const value = file.expressionFrom(claim.end + 2);
    if (value === null) return null;
    const start = file.start(claim.end + 2);
    const text = `String(${file.text.slice(start, value.end)})`;
    return { title: "Write it as text with String(…)", edits: [{ file: file.name, start, end: value.end, text }] };
  }
  return null;
};
