/** What can be imported from Kinde's package at run time. A test holds this list and the installed package together. */
export const PACKAGE_NAME = "@kinde/infrastructure";

export const PACKAGE_EXPORTS: readonly string[] = [
  "PromptTypes",
  "Scopes",
  "WorkflowTrigger",
  "accessTokenCustomClaims",
  "createKindeAPI",
  "denyAccess",
  "denyPlanCancellation",
  "denyPlanSelection",
  "fetch",
  "getDarkModeLogoUrl",
  "getEnvironmentVariable",
  "getFallbackFaviconUrl",
  "getKindeCSRF",
  "getKindeLoginUrl",
  "getKindeNonce",
  "getKindeRegisterUrl",
  "getKindeRequiredCSS",
  "getKindeRequiredJS",
  "getKindeSignInUrl",
  "getKindeSignUpUrl",
  "getKindeThemeCode",
  "getKindeWidget",
  "getLocalization",
  "getLogoUrl",
  "getM2MToken",
  "getSVGFaviconUrl",
  "idTokenCustomClaims",
  "invalidateFormField",
  "m2mTokenClaims",
  "secureFetch",
  "setEnforcementPolicy",
  "setKindeDesignerCustomProperties",
  "version",
];

/** A name authors write, and the export they mean. Source: names Kinde's own examples and docs have used. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ["m2mTokenCustomClaims", "m2mTokenClaims"],
  ["accessTokenClaims", "accessTokenCustomClaims"],
  ["idTokenClaims", "idTokenCustomClaims"],
  ["getEnvironmentVariables", "getEnvironmentVariable"],
  ["getEnv", "getEnvironmentVariable"],
  ["invalidateField", "invalidateFormField"],
  ["kindeFetch", "fetch"],
  ["createKindeApi", "createKindeAPI"],
]);

/** The export that a wrong name most likely means, or null. */
export function exportMeantBy(name: string): string | null {
  const known = MEANT.get(name);
  if (known) return known;
  const lower = name.toLowerCase();
  return PACKAGE_EXPORTS.find((candidate) => candidate.toLowerCase() === lower) ?? null;
}
