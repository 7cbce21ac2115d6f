/** Compares a run with what is expected of it: what holds, what fails and what nobody asked about, each as one sentence. */
import type { Position } from "../workflow/position.ts";
import type { RunResult, TokenResult } from "../workflow/run-result.ts";
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";
import type { Check } from "./check.ts";
import { claimCheck, sizeCheck, stateOf, wordsOf } from "./claim-check.ts";
import { checksOfActions } from "./action-checks.ts";
import type { Expectations, TokenExpectation } from "./expectation.ts";
import { actionsIn } from "./workflow-actions.ts";
import { tokenInSentence } from "./token-in-sentence.ts";

/** `unchecked`: nothing is expected. */
export type Verdict = { readonly status: "holds" | "fails" | "unchecked"; readonly checks: readonly Check[] };

/** @param expectations null when nothing is expected. */
export function judge(expectations: Expectations | null, result: RunResult): Verdict {
  if (expectations === null) return { status: "unchecked", checks: [...unchecked(new Map(), result)] };
  const checks = [...checksOf(expectations, result)];
  return { status: checks.some(({ status }) => status === "fails") ? "fails" : "holds", checks };
}

function* checksOf(expectations: Expectations, result: RunResult): Generator<Check> {
  const reached = reachedBy(result);
  const { outcome, message } = expectations;
  const place = reached.position ? { position: reached.position } : {};
  const isReached = reached.outcome === outcome;
  yield {
    status: isReached ? "holds" : "fails",
    subject: "outcome",
    expected: outcome,
    got: reached.outcome,
    sentence: isReached
      ? `the outcome is “${outcome}”`
      : `expected the outcome “${outcome}”, but it is “${reached.outcome}”${reached.message === "" ? "" : `: ${reached.message}`}`,
    ...place,
  };
  if (message !== undefined && isReached) {
    const holds = reached.message.includes(message);
    const sentence = holds
      ? `the message has “${message}”`
      : `expected a message with “${message}”, but it is “${reached.message}”`;
    yield {
      status: holds ? "holds" : "fails",
      subject: "message",
      expected: message,
      got: reached.message,
      sentence,
      ...place,
    };
  }
  yield* checksOfActions(expectations, result);
  // What a run that went another way did to its tokens is no news.
  if (!isReached) return;
  for (const name of TOKEN_NAMES) {
    const expected = expectations.tokens[name];
    const limit = expectations.maxBytes[name];
    const token = result.tokens.find((one) => one.name === name);
    if (expected) yield* checksOfToken(name, expected, token, result);
    if (limit !== undefined) yield sizeCheck(name, limit, token);
  }
  yield* unchecked(new Map(Object.entries(expectations.tokens)), result);
}

type Reached = { readonly outcome: string; readonly message: string; readonly position?: Position };

export function reachedBy({ outcome, signIn, effects }: Pick<RunResult, "outcome" | "signIn" | "effects">): Reached {
  if (outcome.kind === "completed") {
    if (signIn.kind !== "denied") return { outcome: "completed", message: "" };
    const position = actionsIn(effects).denial?.position;
    return { outcome: "denied", message: signIn.sentence, ...(position ? { position } : {}) };
  }
  if (outcome.kind === "unready") return { outcome: "scenario mistake", message: outcome.problems[0]?.message ?? "" };
  const { name, message, position } = outcome.error;
  return {
    outcome: outcome.kind,
    message: name === "" ? message : `${name}: ${message}`,
    ...(position ? { position } : {}),
  };
}

function* checksOfToken(
  name: TokenName,
  { claims, others }: TokenExpectation,
  token: TokenResult | undefined,
  { trigger }: RunResult,
): Generator<Check> {
  const label = tokenInSentence(name);
  const why =
    token === undefined
      ? `the trigger ${trigger} carries no ${label}`
      : token.issuedText === null
        ? `no ${label} is issued`
        : null;
  if (why !== null) {
    const said = [...claims].map(([claim, all]) => ({ claim, expected: all.map(wordsOf).join(", ") }));
    if (others !== undefined) said.push({ claim: "*", expected: others });
    for (const { claim, expected } of said) {
      const sentence = `expected ${claim} ${expected}, but ${why}`;
      yield { status: "fails", subject: "claim", token: name, name: claim, expected, got: "not issued", sentence };
    }
    return;
  }
  const changes = token?.changes ?? [];
  for (const [claim, all] of claims) {
    const change = changes.find((one) => one.name === claim);
    for (const expected of all) yield claimCheck(name, claim, expected, change);
  }
  if (others === undefined) return;
  const rest = changes.filter((change) => !claims.has(change.name));
  const failing = rest
    .map((change) => claimCheck(name, change.name, { kind: "state", state: others }, change))
    .filter(({ status }) => status === "fails");
  yield* failing;
  if (failing.length > 0) return;
  const sentence = `every other claim is ${others}`;
  yield { status: "holds", subject: "claim", token: name, name: "*", expected: others, got: others, sentence };
}

/** The claims that the run touched and of which nothing is expected. */
function* unchecked(expected: ReadonlyMap<string, TokenExpectation>, result: RunResult): Generator<Check> {
  for (const { name: token, changes, issuedText } of result.tokens) {
    const named = expected.get(token);
    if (issuedText === null || named?.others !== undefined) continue;
    for (const change of changes) {
      const state = stateOf(change);
      if (state === "unchanged" || named?.claims.has(change.name)) continue;
      yield {
        status: "unchecked",
        subject: "claim",
        token,
        name: change.name,
        expected: "",
        got: state,
        sentence: `${change.name} is ${state}, and nothing is expected of it`,
        ...(change.position ? { position: change.position } : {}),
      };
    }
  }
}
