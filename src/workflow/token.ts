/** The three tokens a workflow can change: their names, the claims Kinde sets itself, and the claims nobody may set. */
import type { Rule } from "./provenance.ts";

/** Named as the low-level API names them: `kinde.accessToken`, `kinde.idToken`, `kinde.m2mToken`. */
export type TokenName = "accessToken" | "idToken" | "m2mToken";

export const TOKEN_NAMES: readonly TokenName[] = ["accessToken", "idToken", "m2mToken"];

/** Source: `CommonProhibitedClaims` in the types of `@kinde/infrastructure`. */
const COMMON_PROHIBITED = ["azp", "exp", "iat", "iss", "nbf", "sid", "sub", "act", "aud"] as const;

/** Claims that an application's token customization adds. */
const PROPERTIES = ["user_properties", "organization_properties"] as const;

/** The names Kinde writes its claims under for Hasura. */
const HASURA = [
  "permissions",
  "roles",
  "org-code",
  "org-codes",
  "org-name",
  "organizations",
  "feature-flags",
  "user_properties",
  "organization_properties",
].map((name) => `x-hasura-${name}`);

type TokenRow = {
  readonly label: string;
  /** How long Kinde issues it for by default, in seconds. */
  readonly lifetimeSeconds: number;
  /** Claims a workflow cannot change. Source: the package's `Kinde…TokenProhibitedClaims` types; a test holds them together. */
  readonly prohibited: readonly string[];
  /** Claims Kinde itself may issue. Everything else in a base token was set by an earlier workflow and is what `resetClaims` drops. */
  readonly issuedByKinde: readonly string[];
};

export const TOKENS: { readonly [T in TokenName]: TokenRow } = {
  accessToken: {
    label: "Access token",
    lifetimeSeconds: 86_400,
    prohibited: [...COMMON_PROHIBITED, "jti", "scp"],
    issuedByKinde: [
      ...COMMON_PROHIBITED,
      "jti",
      "scp",
      "feature_flags",
      "org_code",
      "permissions",
      "org_name",
      "roles",
      "email",
      "external_organization_id",
      "has_trial_period",
      "trial_expires_on",
      "ext_groups",
      "ext_attributes",
      ...PROPERTIES,
      "application_properties",
      "external_org_id",
      ...HASURA,
    ],
  },
  idToken: {
    label: "ID token",
    lifetimeSeconds: 3_600,
    prohibited: [...COMMON_PROHIBITED, "auth_time", "jti", "updated_at", "rat"],
    issuedByKinde: [
      ...COMMON_PROHIBITED,
      "auth_time",
      "jti",
      "updated_at",
      "rat",
      "at_hash",
      "email",
      "family_name",
      "given_name",
      "name",
      "org_codes",
      "picture",
      "nonce",
      "email_verified",
      "phone_number",
      "preferred_username",
      "organizations",
      "ext_provider",
      ...PROPERTIES,
      ...HASURA,
    ],
  },
  m2mToken: {
    label: "M2M token",
    lifetimeSeconds: 86_400,
    prohibited: [...COMMON_PROHIBITED, "gty", "jti", "scp"],
    issuedByKinde: [
      ...COMMON_PROHIBITED,
      "gty",
      "jti",
      "scp",
      "scope",
      "v",
      "org_code",
      "application_properties",
      "feature_flags",
    ],
  },
};

/** Whether Kinde forbids a workflow to set this claim on this token. */
export function isProhibited(token: TokenName, claim: string): boolean {
  return TOKENS[token].prohibited.includes(claim);
}

/** That the claim is prohibited is in the package's types; how production reacts to the attempt is not published. */
export const PROHIBITED_RULE: Rule = {
  provenance: "package",
  sentence: "The package's types leave this claim out, because Kinde sets it itself.",
  source: "@kinde/infrastructure, prohibitedClaims.d.ts",
};

export const PROHIBITED_REACTION_RULE: Rule = {
  provenance: "simulated",
  sentence:
    "Kinde has not published what happens to the attempt: here the token keeps its original value and the run goes on.",
  source: "Simulated by this playground",
};
