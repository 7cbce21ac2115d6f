/** A comparison as text that can be passed on: names, kinds and counts, but no value of either token. */
import { TOKENS, type TokenName } from "../workflow/token.ts";
import { parseJson } from "../workflow/json.ts";
import type { ClaimComparison, TokenComparison } from "./token-comparison.ts";

export const VERDICTS: readonly (readonly [ClaimComparison["verdict"], string])[] = [
  ["differs", "differs"],
  ["only-predicted", "only predicted"],
  ["only-issued", "only issued"],
  ["same", "same"],
  ["not-compared", "not compared"],
];

export const NO_DIFFERENCE = "Every claim that is compared is the same in both tokens.";

export function comparisonReport(token: TokenName, { claims, cause }: TokenComparison): string {
  const lines = VERDICTS.flatMap(([verdict, label]) => {
    const rows = claims.filter((claim) => claim.verdict === verdict);
    return rows.length === 0 ? [] : [`${label}: ${rows.map(rowText).join(", ")}`];
  });
  const why = cause === null ? [NO_DIFFERENCE] : [`Likely cause (${cause.kind}): ${cause.sentence}`, cause.advice];
  return [`${TOKENS[token].label}, predicted and issued; without values`, ...why, "", ...lines, ""].join("\n");
}

function rowText({ name, verdict, predicted, issued, placesInside, state }: ClaimComparison): string {
  const kinds =
    verdict === "differs" && predicted !== undefined && issued !== undefined
      ? [placesInside > 0 ? `${placesInside} places inside` : `${kindOfJson(predicted)} → ${kindOfJson(issued)}`]
      : [];
  const said = [...kinds, ...(state === "unchanged" || state === "absent" ? [] : [`here ${state}`])];
  return said.length === 0 ? name : `${name} (${said.join("; ")})`;
}

/** What kind of value a JSON text is, without the value. */
function kindOfJson(json: string): string {
  const value = parseJson(json);
  if (value === null) return "null";
  return Array.isArray(value) ? `${value.length} items` : typeof value;
}
