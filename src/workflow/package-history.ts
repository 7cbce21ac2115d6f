/** What each version of Kinde's package brought that runs. Source: the published packages. */

type PackageVersion = {
  readonly version: string;
  readonly exports: readonly string[];
  readonly triggers: readonly string[];
};

/** In order. Of the versions between these nothing is known. `triggers` are members of `WorkflowTrigger`. */
export const PACKAGE_HISTORY: readonly PackageVersion[] = [
  { version: "0.1.2", exports: [], triggers: [] },
  {
    version: "0.2.1",
    exports: [
      "getDarkModeLogoUrl",
      "getKindeCSRF",
      "getKindeLoginUrl",
      "getKindeNonce",
      "getKindeRegisterUrl",
      "getKindeRequiredCSS",
      "getKindeRequiredJS",
      "getKindeSignInUrl",
      "getKindeSignUpUrl",
      "getKindeWidget",
      "getLocalization",
      "getLogoUrl",
      "setKindeDesignerCustomProperties",
    ],
    triggers: [],
  },
  {
    version: "0.2.2",
    exports: ["getFallbackFaviconUrl", "getSVGFaviconUrl", "invalidateFormField", "secureFetch"],
    triggers: ["ExistingPasswordProvided", "NewPasswordProvided"],
  },
  { version: "0.3.0", exports: ["setEnforcementPolicy"], triggers: ["UserPreMFA"] },
  { version: "0.4.0", exports: [], triggers: ["PostAuthentication"] },
  { version: "0.4.1", exports: ["getKindeThemeCode"], triggers: [] },
  {
    version: "0.6.0",
    exports: ["denyPlanCancellation", "denyPlanSelection", "getM2MToken"],
    triggers: ["PlanCancellationRequest", "PlanSelection"],
  },
  { version: "0.8.0", exports: [], triggers: ["UserPreRegistration"] },
  { version: "0.9.0", exports: [], triggers: ["NewUsernameProvided"] },
];
