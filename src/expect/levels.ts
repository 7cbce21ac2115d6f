/** Lays expectations over those below, nearer over farther. */
import type { Said, ShapeMistake } from "../workflow/json-shape.ts";
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";
import type { ExpectedOutcome, Expectations, TokenExpectation } from "./expectation.ts";
import type { ExpectLevel, TokenLevel } from "./expectation-shape.ts";
import { contradictionsIn } from "./contradictions.ts";

export const EMPTY_LEVEL: ExpectLevel = { tokens: {}, maxBytes: {} };

function outcomeSaidBy({ outcome, denied, fields }: ExpectLevel): ExpectedOutcome | null {
  if (outcome?.value) return outcome.value;
  return denied?.value || fields?.value ? "denied" : null;
}

/**
 * A level that expects another outcome than the one below does not inherit what depends on the outcome: what a message says and, where no
 * run completes, all that a run does before it is over.
 */
function inherited(under: ExpectLevel, over: ExpectLevel): ExpectLevel {
  const next = outcomeSaidBy(over);
  if (next === null || next === (outcomeSaidBy(under) ?? "completed")) return under;
  const { problems, mfa, calls, tokens, maxBytes } = under;
  const kept = problems ? { problems } : {};
  if (next !== "completed") return { ...kept, tokens: {}, maxBytes: {} };
  return { ...kept, ...(mfa ? { mfa } : {}), ...(calls ? { calls } : {}), tokens, maxBytes };
}

/** Member by member; of each claim the nearer expectation counts. */
export function lay(under: ExpectLevel, over: ExpectLevel): ExpectLevel {
  const base = inherited(under, over);
  const tokens: { [T in TokenName]?: Said<TokenLevel | null> } = { ...base.tokens };
  for (const name of TOKEN_NAMES) {
    const [below, above] = [base.tokens[name], over.tokens[name]];
    if (above !== undefined) tokens[name] = below ? layToken(below, above) : above;
  }
  return { ...base, ...over, tokens, maxBytes: { ...base.maxBytes, ...over.maxBytes } };
}

function layToken(below: Said<TokenLevel | null>, above: Said<TokenLevel | null>): Said<TokenLevel | null> {
  if (above.value === null || below.value === null || above.value.replaces) return above;
  const others = above.value.others ?? below.value.others;
  const value = {
    replaces: below.value.replaces,
    claims: new Map([...below.value.claims, ...above.value.claims]),
    ...(others ? { others } : {}),
  };
  return { at: above.at, value };
}

type Settled = { readonly expectations: Expectations | null; readonly mistakes: readonly ShapeMistake[] };

/** `expectations` is null when nothing is expected. */
export function settle(level: ExpectLevel): Settled {
  const tokens: { [T in TokenName]?: TokenExpectation } = {};
  const maxBytes: { [T in TokenName]?: number } = {};
  for (const name of TOKEN_NAMES) {
    const token = level.tokens[name]?.value;
    if (token) {
      const settled = settleToken(token);
      if (settled.claims.size > 0 || settled.others !== undefined) tokens[name] = settled;
    }
    const bytes = level.maxBytes[name]?.value;
    if (bytes) maxBytes[name] = bytes;
  }
  const message = level.denied?.value ?? level.message?.value;
  const { fields, mfa, calls, problems } = level;
  const said = {
    ...(typeof message === "string" ? { message } : {}),
    ...(fields?.value ? { fields: fields.value } : {}),
    ...(typeof mfa?.value === "string" ? { mfa: mfa.value } : {}),
    ...(calls && calls.value !== null ? { calls: calls.value } : {}),
    ...(problems?.value ? { problems: problems.value } : {}),
  };
  const outcome = outcomeSaidBy(level);
  const isSomething = outcome !== null || [said, tokens, maxBytes].some((members) => Object.keys(members).length > 0);
  return {
    expectations: isSomething ? { outcome: outcome ?? "completed", ...said, tokens, maxBytes } : null,
    mistakes: contradictionsIn(level, outcome ?? "completed"),
  };
}

function settleToken({ claims, others }: TokenLevel): TokenExpectation {
  const named = [...claims].flatMap(([name, { value }]) => (value === null ? [] : [[name, value] as const]));
  return { claims: new Map(named), ...(others?.value ? { others: others.value } : {}) };
}
