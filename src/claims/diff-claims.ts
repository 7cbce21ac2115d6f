/** Compares a token before and after a run: how each claim fared, and the claims set that is issued. */
import type { Claim, ClaimChange, ClaimState, ClaimsSet } from "../workflow/claim.ts";
import type { Effect } from "../workflow/execution.ts";
import type { Rule } from "../workflow/provenance.ts";
import { isProhibited, PROHIBITED_REACTION_RULE, PROHIBITED_RULE, TOKENS, type TokenName } from "../workflow/token.ts";
import { MANAGEMENT_API_RULE, RESET_CLAIMS_RULE, RESET_SCOPE_RULE, UNSERIALIZABLE_RULE } from "./claim-rules.ts";
import { isEmptyJson, isSameJson } from "./json-value.ts";

export type DiffInput = {
  readonly token: TokenName;
  /** The token before the run. */
  readonly base: ClaimsSet;
  /** What the run did; only its claim writes to `token` count. */
  readonly effects: readonly Effect[];
  /** `resetClaims`: base claims that Kinde does not issue itself are dropped before the run. */
  readonly dropCustom: boolean;
  /** An M2M token for Kinde's Management API: every write is rejected, and nothing is dropped. */
  readonly untouchable: boolean;
};

export type ClaimsDiff = {
  /** Every claim of the base and every claim written, sorted for display. */
  readonly changes: readonly ClaimChange[];
  /** Base claims at their places, then added ones in the order of their first write. */
  readonly issued: ClaimsSet;
};

/** For display: what needs attention first. */
const STATE_ORDER: readonly ClaimState[] = [
  "prohibited",
  "unserializable",
  "added",
  "replaced",
  "emptied",
  "removed",
  "written-unchanged",
  "unchanged",
];

type ClaimEffect = Extract<Effect, { kind: "claim" }>;
type Writes = { readonly count: number; readonly last: ClaimEffect };

/** The writes of each claim of one token, in the order of their first write. */
function writesByName(effects: readonly Effect[], token: TokenName): ReadonlyMap<string, Writes> {
  const writes = new Map<string, Writes>();
  for (const effect of effects) {
    if (effect.kind !== "claim" || effect.token !== token) continue;
    writes.set(effect.name, { count: (writes.get(effect.name)?.count ?? 0) + 1, last: effect });
  }
  return writes;
}

/** Why a write to this claim cannot land; empty when it can. */
function rejection(input: DiffInput, name: string): readonly Rule[] {
  const prohibited = isProhibited(input.token, name);
  if (!prohibited && !input.untouchable) return [];
  return [
    ...(input.untouchable ? [MANAGEMENT_API_RULE] : []),
    ...(prohibited ? [PROHIBITED_RULE] : []),
    PROHIBITED_REACTION_RULE,
  ];
}

function landedState(before: string | undefined, after: string): ClaimState {
  if (before === undefined) return "added";
  if (isSameJson(before, after)) return "written-unchanged";
  return isEmptyJson(after) && !isEmptyJson(before) ? "emptied" : "replaced";
}

function changeOf(input: DiffInput, name: string, before: string | undefined, writes: Writes | undefined): ClaimChange {
  const isDropped =
    input.dropCustom && !input.untouchable && before !== undefined && !TOKENS[input.token].issuedByKinde.includes(name);
  const kept = isDropped || before === undefined ? {} : { after: before };
  const start = { name, ...(before === undefined ? {} : { before }), writes: writes?.count ?? 0 };
  const dropRules = isDropped ? [RESET_CLAIMS_RULE, RESET_SCOPE_RULE] : [];
  if (writes === undefined) {
    return { ...start, ...kept, state: isDropped ? "removed" : "unchanged", rules: dropRules };
  }

  const { value, position } = writes.last;
  const written = { ...start, ...(position ? { position } : {}) };
  const rejectedBy = rejection(input, name);
  if (rejectedBy.length > 0) return { ...written, ...kept, state: "prohibited", attempted: value, rules: rejectedBy };
  if (value.problem !== null) {
    return {
      ...written,
      ...kept,
      state: "unserializable",
      attempted: value,
      rules: [UNSERIALIZABLE_RULE, ...dropRules],
    };
  }
  return { ...written, after: value.text, state: landedState(before, value.text), rules: [] };
}

/** Of each claim the last write decides; a write that cannot land leaves the base value. */
export function diffClaims(input: DiffInput): ClaimsDiff {
  const writes = writesByName(input.effects, input.token);
  const base = new Map(input.base.map(({ name, json }) => [name, json]));
  const names = [...base.keys(), ...[...writes.keys()].filter((name) => !base.has(name))];
  const changes = names.map((name) => changeOf(input, name, base.get(name), writes.get(name)));

  const firstWrite = new Map([...writes.keys()].map((name, index) => [name, index]));
  const rank = (change: ClaimChange) => firstWrite.get(change.name) ?? 0;
  return {
    changes: changes.toSorted(
      (one, other) => STATE_ORDER.indexOf(one.state) - STATE_ORDER.indexOf(other.state) || rank(one) - rank(other),
    ),
    issued: changes.flatMap(({ name, after }): Claim[] => (after === undefined ? [] : [{ name, json: after }])),
  };
}
