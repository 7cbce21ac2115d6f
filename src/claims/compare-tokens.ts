/** Compares the token that is predicted here with one that Kinde issued: claim by claim, and what the difference most likely comes from. */
import type { ClaimChange } from "../workflow/claim.ts";
import { isSameJson } from "./json-value.ts";
import { likelyCause } from "./likely-cause.ts";
import { nestedChanges } from "./nested-changes.ts";
import type { ClaimComparison, ComparisonInput, TokenComparison } from "./token-comparison.ts";

/** Of every token its own, so that a difference says nothing: times, and identifiers of the token or the session. */
const OF_EACH_TOKEN: ReadonlySet<string> = new Set([
  "exp",
  "iat",
  "nbf",
  "auth_time",
  "updated_at",
  "rat",
  "jti",
  "sid",
  "at_hash",
  "nonce",
]);

const ORDER: readonly ClaimComparison["verdict"][] = [
  "differs",
  "only-predicted",
  "only-issued",
  "same",
  "not-compared",
];

export function compareTokens(input: ComparisonInput): TokenComparison {
  const issued = new Map(input.issued.map(({ name, json }) => [name, json]));
  const here = new Map(input.changes.map((change) => [change.name, change]));
  const names = [...here.keys(), ...[...issued.keys()].filter((name) => !here.has(name))];
  const claims = names.flatMap((name) => compareClaim(name, here.get(name), issued.get(name)));
  return {
    claims: claims.toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict)),
    cause: likelyCause(input, claims),
  };
}

function compareClaim(
  name: string,
  change: ClaimChange | undefined,
  issued: string | undefined,
): readonly ClaimComparison[] {
  const predicted = change?.after;
  if (predicted === undefined && issued === undefined) return [];
  const values = {
    ...(predicted === undefined ? {} : { predicted }),
    ...(issued === undefined ? {} : { issued }),
  };
  const about = { name, ...values, placesInside: 0, state: change?.state ?? ("absent" as const) };
  if (OF_EACH_TOKEN.has(name)) return [{ ...about, verdict: "not-compared" }];
  if (predicted === undefined) return [{ ...about, verdict: "only-issued" }];
  if (issued === undefined) return [{ ...about, verdict: "only-predicted" }];
  if (isSameJson(predicted, issued)) return [{ ...about, verdict: "same" }];
  const { changes, omitted } = nestedChanges(predicted, issued);
  const placesInside = changes[0]?.path.length === 0 ? 0 : changes.length + omitted;
  return [{ ...about, verdict: "differs", placesInside }];
}
