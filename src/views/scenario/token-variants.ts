/** What else Kinde puts into a token when an environment is set up so, each laid over the claims at hand. */
import { seedToken } from "../../workflow/base-token.ts";
import type { ClaimsSet } from "../../workflow/claim.ts";
import { parseClaimsSet } from "../../workflow/claims-set.ts";
import type { Json } from "../../workflow/json.ts";
import type { TokenName } from "../../workflow/token.ts";
import { claimsText } from "../result/json/claims-text.ts";

type TokenVariant = {
  readonly title: string;
  /** The claims to add, by name. */
  readonly claims: (before: ReadonlyMap<string, string>) => { readonly [name: string]: Json };
  /** Claims that go under another name. */
  readonly renamed?: { readonly [name: string]: string };
};

const TRIAL_SECONDS = 14 * 86_400;

/** @param issuedSeconds seconds since the epoch. */
export const trialClaims = (issuedSeconds: number) => ({
  has_trial_period: true,
  trial_expires_on: new Date((issuedSeconds + TRIAL_SECONDS) * 1_000).toISOString(),
});

export const SOCIAL_CLAIMS = {
  ext_provider: {
    name: "google",
    claims: {
      connection_id: "conn_0190a1b2c3d4e5f60718293a4b5c6d7e",
      email: "ada@example.com",
      family_name: "Lovelace",
      given_name: "Ada",
    },
  },
};

const USER_PROPERTIES = { kp_usr_city: { v: "Sydney" }, crm_tier: { v: "gold" } };
const ORGANIZATION_PROPERTIES = { kp_org_industry: { v: "Logistics" } };
const APPLICATION_PROPERTIES = { kp_app_region: { v: "eu-west-1" } };

const PROPERTIES: TokenVariant = {
  title: "With properties",
  claims: () => ({ user_properties: USER_PROPERTIES, organization_properties: ORGANIZATION_PROPERTIES }),
};

const inHasura = (...names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [name, `x-hasura-${name.replace("org_", "org-").replace("feature_", "feature-")}`]),
  );

export const TOKEN_VARIANTS: { readonly [T in TokenName]: readonly TokenVariant[] } = {
  accessToken: [
    {
      title: "With properties",
      claims: (before) => ({ ...PROPERTIES.claims(before), application_properties: APPLICATION_PROPERTIES }),
    },
    { title: "With an external organization id", claims: () => ({ external_org_id: "customer-1017" }) },
    {
      title: "With Hasura’s names",
      claims: () => ({}),
      renamed: inHasura("permissions", "roles", "org_code", "org_name", "feature_flags"),
    },
    {
      title: "During a trial",
      claims: (before) => trialClaims(Number(before.get("iat") ?? 0)),
    },
  ],
  idToken: [
    PROPERTIES,
    { title: "After a social sign-in", claims: () => SOCIAL_CLAIMS },
    { title: "With Hasura’s names", claims: () => ({}), renamed: inHasura("org_codes") },
  ],
  m2mToken: [
    { title: "With properties", claims: () => ({ application_properties: APPLICATION_PROPERTIES }) },
    { title: "With feature flags", claims: () => ({ feature_flags: { is_dark_mode: { t: "b", v: true } } }) },
  ],
};

/** @param text the claims as they are; what is no claims set gives way to the seed of `nowSeconds`. */
export function tokenWith(variant: TokenVariant, token: TokenName, text: string, nowSeconds: number): string {
  const before = claimsIn(text) ?? claimsIn(seedToken(token, nowSeconds)) ?? [];
  const claims = new Map(before.map(({ name, json }) => [variant.renamed?.[name] ?? name, json]));
  for (const [name, value] of Object.entries(variant.claims(claims))) claims.set(name, JSON.stringify(value));
  return claimsText([...claims].map(([name, json]) => ({ name, json })));
}

function claimsIn(text: string): ClaimsSet | null {
  const reading = parseClaimsSet(text);
  return reading.kind === "invalid" ? null : reading.claims;
}
