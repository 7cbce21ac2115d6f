/** Checks of what a workflow asked for, and of the problems that are said about it. */
import type { RunResult } from "../workflow/run-result.ts";
import type { Check } from "./check.ts";
import { actionsIn, isCall } from "./workflow-actions.ts";
import type { Expectations } from "./expectation.ts";

export function* checksOfActions({ fields, mfa, calls, problems }: Expectations, result: RunResult): Generator<Check> {
  const actions = actionsIn(result.effects);
  for (const [name, part] of fields ?? []) {
    const said = actions.fields.findLast((one) => one.field === name);
    const holds = said?.message.includes(part) === true;
    const got = said === undefined ? "no message" : said.message;
    yield {
      status: holds ? "holds" : "fails",
      subject: "fields",
      name,
      expected: part,
      got,
      sentence: holds
        ? `the field ${name} shows “${part}”`
        : `expected the field ${name} to show “${part}”, but it shows ${said === undefined ? got : `“${got}”`}`,
      ...(said?.position ? { position: said.position } : {}),
    };
  }
  if (mfa !== undefined) {
    const holds = actions.mfa?.policy === mfa;
    const got = actions.mfa?.policy ?? "not set";
    yield {
      status: holds ? "holds" : "fails",
      subject: "mfa",
      expected: mfa,
      got,
      sentence: holds
        ? `the MFA policy is “${mfa}”`
        : `expected the MFA policy “${mfa}”, but it is ${actions.mfa ? `“${got}”` : got}`,
      ...(actions.mfa?.position ? { position: actions.mfa.position } : {}),
    };
  }
  if (calls !== undefined) yield callsCheck(calls, actions.calls);
  if (problems !== undefined) yield problemsCheck(problems, result);
}

function callsCheck(expected: number | readonly string[], calls: ReturnType<typeof actionsIn>["calls"]): Check {
  const got = calls.map(({ line }) => line);
  const base = { subject: "calls", expected: "", got: "" } as const;
  if (typeof expected === "number") {
    const holds = got.length === expected;
    const last = holds ? undefined : (calls[expected]?.position ?? calls.at(-1)?.position);
    return {
      ...base,
      status: holds ? "holds" : "fails",
      expected: `${expected}`,
      got: `${got.length}`,
      sentence: holds
        ? `${got.length} requests go out`
        : `expected ${expected} requests, but there are ${got.length}${got.length === 0 ? "" : `: ${got.join(", ")}`}`,
      ...(last ? { position: last } : {}),
    };
  }
  const first = Array.from({ length: Math.max(got.length, expected.length) }, (_, index) => index).find(
    (index) => !isCall(expected[index], got[index]),
  );
  const position = first === undefined ? undefined : calls[first]?.position;
  return {
    ...base,
    status: first === undefined ? "holds" : "fails",
    expected: expected.join(", "),
    got: got.join(", "),
    sentence:
      first === undefined
        ? `the requests are ${got.join(", ") || "none"}`
        : `expected request ${first + 1} to be ${expected[first] ?? "none"}, but it is ${got[first] ?? "none"}`,
    ...(position ? { position } : {}),
  };
}

function problemsCheck(expected: "none" | readonly string[], { diagnostics }: RunResult): Check {
  const said = diagnostics.filter(({ severity }) => expected !== "none" || severity !== "info");
  const got = said.map(({ id }) => id);
  if (expected === "none") {
    const [first] = said;
    return {
      status: first === undefined ? "holds" : "fails",
      subject: "problems",
      expected: "none",
      got: got.join(", ") || "none",
      sentence:
        first === undefined ? "there is no problem" : `expected no problem, but there is ${first.id}: ${first.message}`,
      ...(first ? { position: first.position } : {}),
    };
  }
  const missing = expected.filter((id) => !got.includes(id));
  return {
    status: missing.length === 0 ? "holds" : "fails",
    subject: "problems",
    expected: expected.join(", "),
    got: got.join(", ") || "none",
    sentence:
      missing.length === 0
        ? `there is ${expected.join(", ")}`
        : `expected the problem ${missing.join(", ")}, but ${got.length === 0 ? "there is none" : `there is only ${got.join(", ")}`}`,
  };
}
