/** What a run did, written as expectations: "expect what I see". */
import { encodeClaimsSet } from "../claims/encode-claims-set.ts";
import type { Claim, ClaimChange } from "../workflow/claim.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { issuedBytes, stateOf } from "./claim-check.ts";
import { actionsIn } from "./workflow-actions.ts";
import type { Expectations } from "./expectation.ts";
import { reachedBy } from "./verdict.ts";

/** A longer value is expected by its state alone. */
const LONGEST_VALUE = 200;

/**
 * @param before what is expected so far: what it speaks of is spoken of again.
 * @param hidesIn whether a JSON text holds the value of a secret, which is never written down.
 * @returns JSON text of an object of expectations.
 */
export function expectationsOfRun(
  result: RunResult,
  before: Expectations | null,
  hidesIn: (json: string) => boolean,
): string {
  const { outcome, message } = reachedBy(result);
  const actions = actionsIn(result.effects);
  const isIssued = outcome === "completed";
  const members: Claim[] = [member("outcome", outcome)];
  const reason = actions.denial?.reason ?? "";
  if (outcome === "denied" && reason !== "") members.push(member("denied", reason));
  else if (!isIssued && outcome !== "denied") members.push(member("message", message));
  for (const { name, changes, issuedText } of isIssued ? result.tokens : []) {
    if (issuedText === null) continue;
    const named = before?.tokens[name];
    const claims = new Set([
      ...(named?.claims.keys() ?? []),
      ...changes.filter((change) => stateOf(change) !== "unchanged").map((change) => change.name),
    ]);
    const all = [...claims].map(
      (claim): Claim => ({
        name: claim,
        json: seenOf(
          changes.find((change) => change.name === claim),
          hidesIn,
        ),
      }),
    );
    members.push({ name, json: encodeClaimsSet([...all, member("*", "unchanged")]) });
  }
  const sizes = (isIssued ? result.tokens : []).flatMap((token) => {
    const limit = before?.maxBytes[token.name];
    return limit === undefined ? [] : [{ name: token.name, json: `${Math.max(limit, issuedBytes(token))}` }];
  });
  if (sizes.length > 0) members.push({ name: "maxBytes", json: encodeClaimsSet(sizes) });
  if (before?.fields || (outcome === "denied" && actions.fields.length > 0)) {
    const fields = actions.fields.map(({ field, message: said }) => [field, said]);
    members.push(member("fields", Object.fromEntries(fields)));
  }
  if (before?.mfa !== undefined || actions.mfa) members.push(member("mfa", actions.mfa?.policy ?? null));
  if (before?.calls !== undefined || actions.calls.length > 0) {
    const lines = actions.calls.map(({ line }) => line);
    members.push(member("calls", typeof before?.calls === "number" ? lines.length : lines));
  }
  if (before?.problems !== undefined) {
    const ids = [...new Set(result.diagnostics.map(({ id }) => id))];
    members.push(member("problems", ids.length === 0 ? "none" : ids));
  }
  return encodeClaimsSet(members);
}

const member = (name: string, value: unknown): Claim => ({ name, json: JSON.stringify(value) });

function seenOf(change: ClaimChange | undefined, hidesIn: (json: string) => boolean): string {
  if (change === undefined) return '"absent"';
  const { state, after } = change;
  const isValue =
    after !== undefined && ["added", "replaced"].includes(state) && after.length <= LONGEST_VALUE && !hidesIn(after);
  return isValue ? `{"is":${after}}` : JSON.stringify(stateOf(change));
}
