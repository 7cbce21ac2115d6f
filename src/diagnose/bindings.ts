/** Which binding each export of the package and each global needs. Source: the package's code. */

export const BINDINGS_OF_EXPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ["accessTokenCustomClaims", ["kinde.accessToken"]],
  ["idTokenCustomClaims", ["kinde.idToken"]],
  ["m2mTokenClaims", ["kinde.m2mToken"]],
  ["getEnvironmentVariable", ["kinde.env"]],
  ["fetch", ["kinde.fetch"]],
  ["secureFetch", ["kinde.secureFetch"]],
  ["denyAccess", ["kinde.auth"]],
  ["invalidateFormField", ["kinde.widget"]],
  ["setEnforcementPolicy", ["kinde.mfa"]],
  ["denyPlanSelection", ["kinde.plan"]],
  ["denyPlanCancellation", ["kinde.plan"]],
  ["getLocalization", ["kinde.localization"]],
  ["getM2MToken", ["kinde.fetch", "url"]],
  ["createKindeAPI", ["kinde.fetch", "kinde.env", "url"]],
]);

export const BINDING_OF_GLOBAL: ReadonlyMap<string, string> = new Map([
  ["URL", "url"],
  ["URLSearchParams", "url"],
  ["util", "util"],
]);

/** Bindings that exist for every trigger, or that the package types without naming a trigger. */
export const EVERYWHERE: readonly string[] = [
  "console",
  "module",
  "util",
  "url",
  "kinde.localization",
  "kinde.ssoSession",
  "kinde.cache",
];
