/** When a token was issued and until when it is valid, in words. */
import type { ClaimsSet } from "../../../workflow/claim.ts";

function secondsIn(claims: ClaimsSet, name: string): number | null {
  const json = claims.find((claim) => claim.name === name)?.json;
  const seconds = json === undefined ? Number.NaN : Number(json);
  return Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12 ? seconds : null;
}

function timeText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function spanText(seconds: number): string {
  if (seconds >= 3600) return `${Number((seconds / 3600).toFixed(1))} h`;
  if (seconds >= 60) return `${Number((seconds / 60).toFixed(1))} min`;
  return `${seconds} s`;
}

/** For example "Issued 2026-11-23 04:16:50 UTC, expires after 24 h". Empty when the claims set has no such times. */
export function validityOf(claims: ClaimsSet): string {
  const issued = secondsIn(claims, "iat");
  const expires = secondsIn(claims, "exp");
  const parts = [
    ...(issued === null ? [] : [`issued ${timeText(issued)}`]),
    ...(expires === null
      ? []
      : [
          issued !== null && expires > issued
            ? `expires after ${spanText(expires - issued)}`
            : `expires ${timeText(expires)}`,
        ]),
  ];
  const text = parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
