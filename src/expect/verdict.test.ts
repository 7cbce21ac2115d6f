import { expect, test } from "vitest";
import { diffClaims } from "../claims/diff-claims.ts";
import { encodeClaimsSet } from "../claims/encode-claims-set.ts";
import type { Effect } from "../workflow/execution.ts";
import { readLocatedJson } from "../workflow/located-json.ts";
import { createRandom } from "../../testing/random.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { expectationShape } from "./expectation-shape.ts";
import { settle } from "./levels.ts";
import {
  anyExpectation,
  anyRun,
  isContradiction,
  type ModelRun,
  modelFailures,
} from "../../testing/expectation-model.ts";
import { judge } from "./verdict.ts";

function settled(json: unknown) {
  const reading = readLocatedJson(JSON.stringify(json));
  if (reading.kind === "invalid") throw new Error(reading.message);
  const told: string[] = [];
  const level = expectationShape.read(reading.value, "expect", ({ message }) => told.push(message));
  if (level === undefined || told.length > 0) throw new Error(told.join("\n"));
  return settle(level);
}

const guestValue = (value: unknown) => ({ text: JSON.stringify(value), problem: null });
const place = (line: number) => ({ file: "Workflow.ts", line, column: 3 });

function resultOf(run: ModelRun, calls: readonly Effect[] = []): RunResult {
  const writes = run.writes.map(
    ({ claim, value }, index): Effect => ({
      kind: "claim",
      token: "accessToken",
      name: claim,
      value: guestValue(value),
      position: place(index + 1),
    }),
  );
  const effects = [...writes, ...calls];
  const base = Object.entries(run.base).map(([name, value]) => ({ name, json: JSON.stringify(value) }));
  const diff = diffClaims({ token: "accessToken", base, effects, dropCustom: false, untouchable: false });
  const error = { name: "Error", message: "boom", productionText: "", frames: [], position: place(9) };
  const rule = { provenance: "recorded", sentence: "", source: "" } as const;
  return {
    settings: { failurePolicy: "stop", bindings: [], resetClaims: [] },
    trigger: "user:tokens_generation",
    outcome: run.fails ? { kind: "failed", phase: "execute", error } : { kind: "completed" },
    effects,
    tokens: [
      {
        name: "accessToken",
        base,
        changes: diff.changes,
        issuedText: run.fails ? null : encodeClaimsSet(diff.issued),
      },
    ],
    signIn: { kind: run.fails ? "stopped" : "continues", sentence: "", rule },
    gaps: [],
    diagnostics: [{ id: "an-info", severity: "info", position: place(1), message: "Something." }],
    durations: { transpileMs: 0, discoveryMs: 0, executionMs: 0, diffMs: 0, totalMs: 0 },
  };
}

test("verdicts are those of an independent model", () => {
  const random = createRandom(20_261_125);
  let failing = 0;
  for (let count = 0; count < 1_000; count++) {
    const run = anyRun(random);
    const accessToken = anyExpectation(random, run);
    const { expectations, mistakes } = settled({ outcome: "completed", accessToken });
    expect(mistakes.length > 0).toBe(isContradiction(accessToken));
    const wanted = modelFailures(accessToken, run);
    const { status, checks } = judge(expectations, resultOf(run));
    const failed = checks.filter((check) => check.status === "fails").map(({ subject, name }) => name ?? subject);
    expect({ run, accessToken, failed: failed.toSorted() }).toEqual({ run, accessToken, failed: wanted.toSorted() });
    expect(status).toBe(wanted.length === 0 ? "holds" : "fails");
    failing += Number(wanted.length > 0);
  }
  expect(failing).toBeGreaterThan(300);
  expect(failing).toBeLessThan(900);
});

const call = (fn: string, args: readonly unknown[], line: number): Effect => ({
  kind: "call",
  fn,
  args: args.map(guestValue),
  position: place(line),
});

const RUN: ModelRun = {
  base: { sub: "kp_1", roles: ["a"] },
  writes: [{ claim: "plan", value: "free" }],
  fails: false,
};
const RESULT = resultOf(RUN, [
  call("kinde.fetch", ["https://a.example/x"], 4),
  call("kinde.secureFetch", ["https://a.example/y", { method: "post" }], 5),
  call("kinde.mfa.setEnforcementPolicy", ["skip"], 6),
]);

test.each([
  [{ accessToken: { plan: { is: "none" } } }, 'expected plan = "none", but it is "free"', 1],
  [{ accessToken: { plan: { has: "x" } } }, 'expected plan to have "x", but it is "free"', 1],
  [{ accessToken: { plan: { matches: "^x" } } }, 'expected plan to match ^x, but it is "free"', 1],
  [{ accessToken: "unchanged" }, "expected plan unchanged, but it is added", 1],
  [{ accessToken: { gone: "removed" } }, "expected gone removed, but it is not in the token", undefined],
  [
    { idToken: { a: "added" } },
    "expected a added, but the trigger user:tokens_generation carries no ID token",
    undefined,
  ],
  [{ maxBytes: { accessToken: 10 } }, "expected the access token to have at most 10 bytes, but it has 506", undefined],
  [{ mfa: "required" }, "expected the MFA policy “required”, but it is “skip”", 6],
  [{ calls: 1 }, "expected 1 requests, but there are 2: GET https://a.example/x, POST https://a.example/y", 5],
  [
    { calls: ["GET https://a.example/*", "GET https://a.example/y"] },
    "expected request 2 to be GET https://a.example/y, but it is POST https://a.example/y",
    5,
  ],
  [{ problems: ["no-such"] }, "expected the problem no-such, but there is only an-info", undefined],
  [{ outcome: "failed", message: "x" }, "expected the outcome “failed”, but it is “completed”", undefined],
] as const)("%j fails in a sentence with its place", (expected, sentence, line) => {
  const { status, checks } = judge(settled(expected).expectations, RESULT);
  const failed = checks.filter((check) => check.status === "fails");
  expect(status).toBe("fails");
  expect(failed.map((check) => [check.sentence, check.position?.line])).toEqual([[sentence, line]]);
});

test.each([
  { accessToken: { plan: "added", roles: { has: "a" }, "*": "unchanged" } },
  { mfa: "skip", calls: 2, problems: "none", maxBytes: { accessToken: 506 } },
  { calls: ["GET https://a.example/x", "POST https://a.example/*"], problems: ["an-info"] },
])("%j holds", (expected) => {
  expect(judge(settled(expected).expectations, RESULT).status).toBe("holds");
});

test("what a run touched and nobody speaks of is told as not checked; nothing expected is never green", () => {
  const unchecked = [["plan", "plan is added, and nothing is expected of it"]];
  const of = (expected: unknown) => {
    const { status, checks } = judge(settled(expected).expectations, RESULT);
    return {
      status,
      unchecked: checks.filter((one) => one.status === "unchecked").map((one) => [one.name, one.sentence]),
    };
  };
  expect(of({})).toEqual({ status: "unchecked", unchecked });
  expect(of({ calls: 2 })).toEqual({ status: "holds", unchecked });
  expect(of({ accessToken: { plan: "added" } })).toEqual({ status: "holds", unchecked: [] });
});

test("a denial, its reason and the messages of a form", () => {
  const denied = (effects: readonly Effect[], sentence: string): RunResult => ({
    ...resultOf({ ...RUN, writes: [] }, effects),
    signIn: { ...RESULT.signIn, kind: "denied", sentence },
  });
  const access = denied(
    [call("kinde.auth.denyAccess", ["not from here"], 7)],
    "Access is denied with “not from here”.",
  );
  const form = denied([call("kinde.widget.invalidateFormField", ["p_password", "Too short"], 8)], "The form is shown.");
  expect(judge(settled({ denied: "from here" }).expectations, access).status).toBe("holds");
  expect(judge(settled({ fields: { p_password: "short" } }).expectations, form).status).toBe("holds");
  const wrong = judge(settled({ fields: { p_password: "long", other: "x" } }).expectations, form).checks;
  expect(wrong.filter(({ status }) => status === "fails").map(({ sentence }) => sentence)).toEqual([
    "expected the field p_password to show “long”, but it shows “Too short”",
    "expected the field other to show “x”, but it shows no message",
  ]);
});
