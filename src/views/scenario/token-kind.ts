/** What a claims set alone tells about its token's time. */
import { isJsonObject, type Json } from "../../workflow/json.ts";
import type { ClaimsSet } from "../../workflow/claim.ts";

/** When the token expired, in seconds since the epoch; null when it has not, or does not say. */
export function expiredAt(claims: Json, nowSeconds: number): number | null {
  const exp = isJsonObject(claims) && Object.hasOwn(claims, "exp") ? claims["exp"] : null;
  return typeof exp === "number" && exp <= nowSeconds ? exp : null;
}

/** The same claims issued now: `iat` is moved to now and `exp` by as much. A token without a lifetime of its own gets the given one, in seconds. */
export function withFreshTimes(claims: ClaimsSet, nowSeconds: number, lifetimeSeconds: number): ClaimsSet {
  const secondsOf = (name: string) => Number(claims.find((claim) => claim.name === name)?.json);
  const own = secondsOf("exp") - secondsOf("iat");
  const fresh = new Map(claims.map(({ name, json }) => [name, json]))
    .set("iat", `${nowSeconds}`)
    .set("exp", `${nowSeconds + (own > 0 ? own : lifetimeSeconds)}`);
  return [...fresh].map(([name, json]) => ({ name, json }));
}
