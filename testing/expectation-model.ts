/** An independent, slow and plain reading of what expectations mean, for comparison. */
import type { Random } from "./random.ts";

/** Values are plain ones here; `undefined` is a claim that is not there. */
export type ModelRun = {
  readonly base: { readonly [claim: string]: unknown };
  /** In order; a claim can be written several times. */
  readonly writes: readonly { readonly claim: string; readonly value: unknown }[];
  readonly fails: boolean;
};

type ModelExpectation = { readonly [claim: string]: unknown };

const CLAIMS = ["plan", "roles", "sub", "extra"] as const;
const VALUES: readonly [unknown, ...unknown[]] = ["gold", "", [], ["a", "b"], { a: 1, b: { c: 2 } }, null, 7, "org_7"];
const STATES = ["added", "replaced", "emptied", "removed", "rejected", "unchanged", "absent"] as const;

export function anyRun(random: Random): ModelRun {
  const base: { [claim: string]: unknown } = { sub: "kp_1" };
  for (const claim of CLAIMS) if (claim !== "sub" && random.below(2) === 0) base[claim] = random.pick(VALUES);
  const writes = Array.from({ length: random.below(4) }, () => ({
    claim: random.pick(CLAIMS),
    value: random.pick(VALUES),
  }));
  return { base, writes, fails: random.below(6) === 0 };
}

/** Often what the run does, so that as many hold as fail. */
export function anyExpectation(random: Random, run: ModelRun): ModelExpectation {
  const expected: { [claim: string]: unknown } = {};
  for (const claim of [...CLAIMS, "*"]) {
    if (random.below(2) === 0) continue;
    const likely = stateIn(run, claim);
    const isLikely = likely !== "nowhere" && claim !== "*" && random.below(5) > 0;
    const value = random.pick<unknown>([
      { is: random.below(2) === 0 ? (afterRun(run)[claim] ?? 1) : random.pick(VALUES) },
      { has: random.pick<unknown>(["a", "g", { a: 1 }, { b: { c: 2 } }, 7, "b"]) },
      { matches: random.pick(["^o", "d$", "[0-9]", "x"]) },
    ]);
    expected[claim] = claim === "*" || random.below(3) > 0 ? (isLikely ? likely : random.pick(STATES)) : value;
  }
  return expected;
}

const text = (value: unknown) => JSON.stringify(value);
const isEmpty = (value: unknown) => ["null", '""', "[]", "{}"].includes(text(value) ?? "");

function afterRun({ base, writes }: ModelRun): { readonly [claim: string]: unknown } {
  const after: { [claim: string]: unknown } = { ...base };
  for (const { claim, value } of writes) if (claim !== "sub") after[claim] = value;
  return after;
}

function stateIn(run: ModelRun, claim: string): string {
  const [before, after] = [run.base[claim], afterRun(run)[claim]];
  const isWritten = run.writes.some((write) => write.claim === claim);
  if (claim === "sub") return isWritten ? "rejected" : "unchanged";
  if (before === undefined) return after === undefined ? "nowhere" : "added";
  if (text(before) === text(after)) return "unchanged";
  return isEmpty(after) && !isEmpty(before) ? "emptied" : "replaced";
}

function isMet(expected: unknown, run: ModelRun, claim: string): boolean {
  const after = afterRun(run)[claim];
  if (expected === "absent") return after === undefined;
  if (typeof expected === "string") return stateIn(run, claim) === expected;
  const { is, has, matches } = Object(expected);
  if (after === undefined) return false;
  if (is !== undefined) return text(is) === text(after);
  if (matches !== undefined) return typeof after === "string" && new RegExp(matches).test(after);
  if (Array.isArray(after)) return after.some((item) => text(item) === text(has));
  if (typeof after === "string") return typeof has === "string" && after.includes(has);
  if (typeof after !== "object" || after === null || typeof has !== "object") return false;
  return Object.entries(has).every(([name, value]) => text(Object(after)[name]) === text(value));
}

/** The claims that are otherwise than expected, or `outcome` when the run fails. */
export function modelFailures(expected: ModelExpectation, run: ModelRun): readonly string[] {
  if (run.fails) return ["outcome"];
  const named = Object.keys(expected).filter((claim) => claim !== "*");
  const others = CLAIMS.filter((claim) => !named.includes(claim) && stateIn(run, claim) !== "nowhere");
  return [
    ...named.filter((claim) => !isMet(expected[claim], run, claim)),
    ...(expected["*"] === undefined ? [] : others.filter((claim) => !isMet(expected["*"], run, claim))),
  ];
}

/** Whether no run at all could meet it, by what each word says. */
export function isContradiction(expected: ModelExpectation): boolean {
  return ["added", "replaced", "emptied", "removed"].includes(String(expected["sub"]));
}
