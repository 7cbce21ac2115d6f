/** Compares what our runtime did with what production's runtime was recorded to do. */
import { isJsonObject, type Json, parseJson } from "../src/workflow/json.ts";
import { callsOf, claimsOf, type GuestValue, logsOf, type Observed } from "./observed.ts";
import type { ClaimWrite, Expected } from "./vector.ts";

const MAX_SHOWN = 300;

/** @returns null when they agree, else what differed, in one line. */
export function compareRun(expected: Expected, observed: Observed): string | null {
  return (
    compareEnd(expected, observed) ??
    compareClaims(expected.claimWrites, observed) ??
    compareCalls(expected, observed) ??
    compareLogs(expected, observed) ??
    compareReturned(expected, observed)
  );
}

const EARLY = ["compile", "introspect"];

export function compareEnd(expected: Expected, observed: Observed): string | null {
  const { outcome } = observed;
  const isOk = outcome.kind === "completed";
  if (isOk !== expected.ok) {
    const text = outcome.kind === "completed" ? "" : `: ${outcome.error.productionText || outcome.error.message}`;
    return shown(
      `${isOk ? "it ran" : `it failed in ${observed.phase}`}${text}; expected ${JSON.stringify(expected.error)}`,
    );
  }
  const { error } = expected;
  const isSamePhase =
    observed.phase === expected.phase ||
    (error?.compare === "fails" && EARLY.includes(observed.phase) && EARLY.includes(expected.phase));
  if (!isSamePhase) return `it ended in ${observed.phase}, expected ${expected.phase}`;
  if (outcome.kind === "completed" || !error) return null;
  return compareError(error, outcome);
}

function compareError(
  expected: NonNullable<Expected["error"]>,
  outcome: Exclude<Observed["outcome"], { kind: "completed" }>,
): string | null {
  const [first = ""] = outcome.error.productionText.split("\n");
  const isStopped = outcome.kind === "interrupted";
  if (outcome.kind === "never-settled") return "it never settled";
  switch (expected.compare) {
    case "text":
      if (isStopped || first !== expected.text) return shown(`error "${first}", expected "${expected.text}"`);
      break;
    case "type":
      if (isStopped || outcome.error.name !== expected.type) {
        return shown(`error class ${outcome.error.name} ("${first}"), expected ${expected.type}`);
      }
      break;
    case "fails":
      if (isStopped || first === "") return shown(`it ended with "${first}", expected a failure`);
      break;
    case "timeout":
      if (!isStopped || first !== expected.text) return shown(`it ended with "${first}", expected the time limit`);
  }
  const line = outcome.error.position?.line;
  if (expected.line !== undefined && line !== expected.line) return `error at line ${line}, expected ${expected.line}`;
  return null;
}

function compareClaims(expected: readonly ClaimWrite[], observed: Observed): string | null {
  const writes = claimsOf(observed);
  return firstDifference("claim write", expected, writes, (wanted, write) => {
    if (wanted.token !== write.token || wanted.name !== write.name) return false;
    if (wanted.anyValue) return true;
    if (wanted.unserializable) return write.value.problem !== null;
    return write.value.problem === null && matches(wanted.value ?? null, parseJson(write.value.text));
  });
}

function compareCalls(expected: Expected, observed: Observed): string | null {
  return firstDifference("call", expected.calls, callsOf(observed), (wanted, call) => {
    return wanted.fn === call.fn && matchesAll(wanted.args, call.args);
  });
}

function compareLogs(expected: Expected, observed: Observed): string | null {
  return firstDifference("log", expected.logs, logsOf(observed), (wanted, log) => {
    return wanted.level === log.level && matchesAll(wanted.args, log.args);
  });
}

export function compareReturned(expected: Expected, observed: Observed): string | null {
  if (expected.returned === undefined || observed.outcome.kind !== "completed") return null;
  const { returned } = observed.outcome;
  const value = returned ? parseJson(returned.text) : null;
  if (matches(expected.returned, value)) return null;
  return shown(`returned ${JSON.stringify(value)}, expected ${JSON.stringify(expected.returned)}`);
}

function firstDifference<Wanted, Got>(
  what: string,
  expected: readonly Wanted[],
  observed: readonly Got[],
  isSame: (wanted: Wanted, got: Got) => boolean,
): string | null {
  for (let index = 0; index < Math.max(expected.length, observed.length); index++) {
    const wanted = expected[index];
    const got = observed[index];
    if (wanted !== undefined && got !== undefined && isSame(wanted, got)) continue;
    return shown(`${what} ${index + 1}: ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`);
  }
  return null;
}

const matchesAll = (wanted: readonly Json[], got: readonly GuestValue[]) =>
  wanted.length === got.length && wanted.every((value, index) => matches(value, parseJson(got[index]?.text ?? "null")));

/** Whether a value is what was recorded. Key order never counts; marks such as `$any` stand for what JSON cannot hold. */
export function matches(wanted: Json, got: Json): boolean {
  if (isJsonObject(wanted)) {
    if (wanted["$any"] === true) return true;
    if (typeof wanted["$bigint"] === "string" && typeof got === "number") return wanted["$bigint"] === String(got);
    if (wanted["$number"] === "-0") return Object.is(got, -0);
    if (!isJsonObject(got)) return false;
    const names = Object.keys(wanted);
    if (names.length !== Object.keys(got).length) return false;
    return names.every((name) => Object.hasOwn(got, name) && matches(wanted[name] ?? null, got[name] ?? null));
  }
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(got) &&
      wanted.length === got.length &&
      wanted.every((value, index) => matches(value, got[index] ?? null))
    );
  }
  return wanted === got;
}

const shown = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text).replaceAll("\n", "⏎");
