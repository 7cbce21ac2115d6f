/** Finds expectations that no run can meet together. */
import { isEmptyJson, isSameJson } from "../claims/json-value.ts";
import type { ShapeMistake } from "../workflow/json-shape.ts";
import { isProhibited, TOKEN_NAMES, type TokenName } from "../workflow/token.ts";
import { complaintAboutValue } from "./claim-value.ts";
import type { ClaimExpectation, ExpectedOutcome } from "./expectation.ts";
import type { ExpectLevel, TokenLevel } from "./expectation-shape.ts";
import { tokenInSentence } from "./token-in-sentence.ts";

/** Every pair that no run can meet, at the place of the one that is said nearer. */
export function contradictionsIn(level: ExpectLevel, outcome: ExpectedOutcome): readonly ShapeMistake[] {
  return [...wordsAgainst(outcome, level), ...tokensAgainst(outcome, level)];
}

function* wordsAgainst(outcome: ExpectedOutcome, { message, denied, fields }: ExpectLevel): Generator<ShapeMistake> {
  if (message && message.value !== null && outcome === "completed") {
    yield {
      at: message.at,
      message: `"message" is what an error says, but the run is expected to complete. Add "outcome": "failed", or remove "message".`,
    };
  }
  if (denied && denied.value !== null && outcome !== "denied") {
    yield { at: denied.at, message: `"denied" contradicts the outcome "${outcome}". Remove one of them.` };
  }
  if (denied?.value && message?.value) {
    yield { at: message.at, message: '"message" and "denied" both speak of the reason. Remove one of them.' };
  }
  if (fields?.value && outcome !== "denied" && outcome !== "completed") {
    yield {
      at: fields.at,
      message: `"fields" are messages of a form that is shown again, but the outcome is "${outcome}". Remove one of them.`,
    };
  }
}

function* tokensAgainst(outcome: ExpectedOutcome, { tokens, maxBytes }: ExpectLevel): Generator<ShapeMistake> {
  for (const name of TOKEN_NAMES) {
    const token = tokens[name];
    const size = maxBytes[name];
    const place = token?.value ? token : size?.value ? size : null;
    if (place === null) continue;
    if (outcome === "denied") {
      yield {
        at: place.at,
        message: `No ${tokenInSentence(name)} is issued when access is denied, so nothing can be expected of it. Remove it, or expect another outcome.`,
      };
      continue;
    }
    if (name === "m2mToken" && (tokens.accessToken?.value || tokens.idToken?.value)) {
      yield {
        at: place.at,
        message: "No workflow has both an M2M token and the tokens of a user. Remove one of them.",
      };
    }
    if (token?.value) yield* claimsAgainst(name, outcome, token.value);
  }
}

/** States of a change that reached a token. */
export const LANDED_STATES: readonly string[] = ["added", "replaced", "emptied"];

function* claimsAgainst(token: TokenName, outcome: ExpectedOutcome, { claims }: TokenLevel): Generator<ShapeMistake> {
  for (const [name, { at, value }] of claims) {
    for (const one of value ?? []) {
      if (one.kind !== "state") continue;
      if (LANDED_STATES.includes(one.state) && outcome !== "completed") {
        const message = `${JSON.stringify(name)} cannot be ${one.state} when the run is expected to be "${outcome}": no change of such a run reaches a token.`;
        yield { at, message };
      }
      if ([...LANDED_STATES, "removed"].includes(one.state) && isProhibited(token, name)) {
        const message = `${JSON.stringify(name)} cannot be ${one.state}: Kinde sets this claim itself. Expect "rejected" or "unchanged".`;
        yield { at, message };
      }
    }
    const contradiction = contradictionBetween(value ?? []);
    if (contradiction)
      yield { at, message: `What is expected of ${JSON.stringify(name)} contradicts itself: ${contradiction}.` };
  }
}

/** Why a claim can never meet all of this; null when it can. */
export function contradictionBetween(all: readonly ClaimExpectation[]): string | null {
  const states = all.flatMap((one) => (one.kind === "state" ? [one.state] : []));
  const values = all.flatMap((one) => (one.kind === "is" ? [one.json] : []));
  const [first] = states;
  const other = states.find((one) => one !== first && !(isGone(one) && first !== undefined && isGone(first)));
  if (first !== undefined && other !== undefined) return `it cannot be both ${first} and ${other}`;
  if (states.some(isGone) && all.some(({ kind }) => kind !== "state")) return `a claim that is ${first} has no value`;
  const [json] = values;
  if (json === undefined) return null;
  const otherValue = values.find((one) => !isSameJson(one, json));
  if (otherValue !== undefined) return `it cannot be both ${json} and ${otherValue}`;
  if (first === "emptied" && !isEmptyJson(json)) return `a claim that is emptied is not ${json}`;
  for (const one of all) {
    const complaint = one.kind === "state" ? null : complaintAboutValue(one, json);
    if (complaint) return complaint;
  }
  return null;
}

const isGone = (state: string) => state === "absent" || state === "removed";
