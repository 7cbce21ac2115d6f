/** Whether an M2M token is meant for Kinde's Management API, whose tokens no workflow may change (documented). */
import type { ClaimsSet } from "./claim.ts";
import { isJsonObject, type Json, parseJson } from "./json.ts";

/** The Kinde domain of an event, `context.domains.kindeDomain`; null when there is none. */
function kindeDomainOf(event: Json): string | null {
  const context = isJsonObject(event) ? event["context"] : undefined;
  const domains = isJsonObject(context) ? context["domains"] : undefined;
  const domain = isJsonObject(domains) ? domains["kindeDomain"] : undefined;
  return typeof domain === "string" ? domain : null;
}

/** True when `aud` of the claims set contains `<kindeDomain>/api`. */
export function managementApiIn(claims: ClaimsSet, event: Json): boolean {
  const domain = kindeDomainOf(event);
  const audience = claims.find((claim) => claim.name === "aud");
  if (domain === null || audience === undefined) return false;
  const value = parseJson(audience.json);
  return [value].flat().includes(`${domain}/api`);
}
