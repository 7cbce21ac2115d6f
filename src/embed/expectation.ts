/** What the author of an embed expects of its run, written in one attribute, so that a docs build can check its examples. */
import { isSameJson } from "../claims/json-value.ts";
import type { ClaimChange } from "../workflow/claim.ts";
import { compactJson } from "../workflow/exact-json.ts";
import { parseJson } from "../workflow/json.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { TokenName } from "../workflow/token.ts";

export type ExpectedOutcome = "completed" | "denied" | "failed" | "interrupted" | "never-settled";

export type Expectation = {
  readonly outcome: ExpectedOutcome;
  /** Stands in the error's message, or in the reason for which access is denied. */
  readonly message: string | null;
  readonly claims: readonly ExpectedClaim[];
};

export type ExpectedClaim =
  | { readonly name: string; readonly kind: "state"; readonly state: ClaimWord }
  /** `json`: the value in the issued token. */
  | { readonly name: string; readonly kind: "value"; readonly json: string };

const CLAIM_WORDS = ["added", "replaced", "emptied", "removed", "rejected", "unchanged"] as const;
type ClaimWord = (typeof CLAIM_WORDS)[number];

const OUTCOMES: readonly ExpectedOutcome[] = ["completed", "denied", "failed", "interrupted", "never-settled"];

export type ExpectationReading =
  | { readonly kind: "ok"; readonly expectation: Expectation }
  | { readonly kind: "invalid"; readonly message: string };

/**
 * Reads parts divided by `;`: an outcome, with what its message says after a colon (`failed: is not a function`), and claims with their
 * state (`permissions emptied`) or value (`companyName = "Acme Inc."`). Without an outcome the workflow is expected to complete.
 */
export function parseExpectation(text: string): ExpectationReading {
  let outcome: ExpectedOutcome | null = null;
  let message: string | null = null;
  const claims: ExpectedClaim[] = [];
  for (const part of partsOf(text)) {
    const [, word = "", said] = /^([a-z-]+)(?:\s*:\s*(.+))?$/.exec(part) ?? [];
    const known = OUTCOMES.find((name) => name === word);
    if (known !== undefined) {
      if (outcome !== null) return invalid(`“${part}” is a second outcome; there can be only one.`);
      outcome = known;
      message = said ?? null;
      continue;
    }
    const claim = claimIn(part);
    if (claim === null) {
      return invalid(
        `“${part}” is no expectation. Write an outcome (${OUTCOMES.join(", ")}), a claim and its state (companyName added), or a claim and its value (companyName = "Acme Inc.").`,
      );
    }
    claims.push(claim);
  }
  return { kind: "ok", expectation: { outcome: outcome ?? "completed", message, claims } };
}

/** Divides at `;` outside of quotes. */
function partsOf(text: string): readonly string[] {
  const parts = text.match(/(?:"(?:[^"\\]|\\.)*"|[^;"]|")+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function claimIn(part: string): ExpectedClaim | null {
  const value = /^("(?:[^"\\]|\\.)*"|[^\s=]+)\s*=\s*(.+)$/s.exec(part);
  if (value) {
    const json = compactOrNull(value[2] ?? "");
    return json === null ? null : { name: nameIn(value[1] ?? ""), kind: "value", json };
  }
  const [, name, word] = /^("(?:[^"\\]|\\.)*"|\S+)\s+([a-z]+)$/.exec(part) ?? [];
  const state = CLAIM_WORDS.find((known) => known === word);
  return name === undefined || state === undefined ? null : { name: nameIn(name), kind: "state", state };
}

function nameIn(written: string): string {
  if (!written.startsWith('"')) return written;
  try {
    return String(parseJson(written));
  } catch {
    return written;
  }
}

/** Null when it is no JSON. */
function compactOrNull(text: string): string | null {
  try {
    parseJson(text);
    return compactJson(text);
  } catch {
    return null;
  }
}

function invalid(message: string): ExpectationReading {
  return { kind: "invalid", message };
}

/**
 * What is otherwise than expected, in sentences; empty when all is met.
 * @param token whose claims are meant; the trigger's first one when null.
 */
export function unmet(expectation: Expectation, result: RunResult, token: TokenName | null): readonly string[] {
  const { outcome, message, claims } = expectation;
  const reached = outcomeOf(result);
  if (reached.outcome !== outcome) {
    const why = reached.message === "" ? "" : `: ${reached.message}`;
    return [`expected the outcome “${outcome}”, but it is “${reached.outcome}”${why}`];
  }
  const said =
    message === null || reached.message.includes(message)
      ? []
      : [`expected a message with “${message}”, but it is “${reached.message}”`];
  const shown = result.tokens.find(({ name }) => name === token) ?? result.tokens[0];
  return [...said, ...claims.flatMap((claim) => complaintAbout(claim, shown?.changes ?? []))];
}

function outcomeOf({ outcome, signIn }: RunResult): { readonly outcome: string; readonly message: string } {
  if (outcome.kind === "completed") {
    return signIn.kind === "denied"
      ? { outcome: "denied", message: signIn.sentence }
      : { outcome: "completed", message: "" };
  }
  if (outcome.kind === "unready") return { outcome: "scenario mistake", message: outcome.problems[0]?.message ?? "" };
  const { name, message } = outcome.error;
  return { outcome: outcome.kind, message: name === "" ? message : `${name}: ${message}` };
}

function complaintAbout(claim: ExpectedClaim, changes: readonly ClaimChange[]): readonly string[] {
  const change = changes.find(({ name }) => name === claim.name);
  if (claim.kind === "value") {
    if (change?.after === undefined) return [`expected the claim ${claim.name}, but it is not in the token`];
    return isSameJson(change.after, claim.json)
      ? []
      : [`expected ${claim.name} = ${claim.json}, but it is ${change.after}`];
  }
  const state = change === undefined ? "not in the token" : wordOf(change);
  return state === claim.state ? [] : [`expected ${claim.name} ${claim.state}, but it is ${state}`];
}

function wordOf({ state }: ClaimChange): string {
  if (state === "prohibited" || state === "unserializable") return "rejected";
  return state === "written-unchanged" ? "unchanged" : state;
}
