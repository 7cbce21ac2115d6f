/** A realistic event for each trigger, with the fields Kinde documents and the package's types name. */
import type { Json } from "./json.ts";
import type { Trigger } from "./trigger.ts";

const REQUEST = { ip: "203.0.113.7", userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15" };
const DOMAINS = { kindeDomain: "https://example.kinde.com" };
const APPLICATION = { clientId: "299627bd8bfa493f8b17e6aec8ebfb86" };
const USER_ID = "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d";
const CONNECTION_ID = "conn_0190a1b2c3d4e5f60718293a4b5c6d7e";
const EMAIL = "ada@example.com";
const ORGANIZATION = { code: "org_7c4e6f9a2b1" };
const AUTH_URL_PARAMS = {
  state: "9f2c1b7e5d3a",
  orgCode: ORGANIZATION.code,
  clientId: APPLICATION.clientId,
  redirectUri: "https://app.example.com/callback",
};

function context(trigger: Trigger, rest: { readonly [name: string]: Json }): Json {
  return { domains: DOMAINS, application: APPLICATION, workflow: { trigger }, ...rest };
}

const SEEDS: { readonly [T in Trigger]: (trigger: T) => Json } = {
  "user:tokens_generation": (trigger) => ({
    request: { ...REQUEST, auth: { audience: ["https://api.example.com"] } },
    context: context(trigger, {
      auth: { origin: "authorization_request", connectionId: CONNECTION_ID, isExistingSession: false },
      user: { id: USER_ID, identityId: "identity_0190a1b2c3d4" },
      organization: ORGANIZATION,
    }),
  }),
  "m2m:token_generation": (trigger) => ({
    request: {
      ip: REQUEST.ip,
      auth: { audience: ["https://api.example.com"], scope: ["read:orders", "write:orders"] },
    },
    context: context(trigger, {}),
  }),
  "user:post_authentication": (trigger) => ({
    request: { ...REQUEST, authUrlParams: AUTH_URL_PARAMS },
    context: context(trigger, {
      auth: {
        connectionId: CONNECTION_ID,
        isNewUserRecordCreated: true,
        provider: {
          protocol: "oauth2",
          provider: "google",
          data: {
            idToken: {
              claims: {
                email: EMAIL,
                email_verified: true,
                given_name: "Ada",
                family_name: "Lovelace",
                name: "Ada Lovelace",
                sub: "108152637485960718293",
              },
            },
          },
        },
      },
      user: { id: USER_ID },
    }),
  }),
  "user:pre_registration": (trigger) => ({
    request: { ...REQUEST, authUrlParams: AUTH_URL_PARAMS },
    context: context(trigger, { auth: { connectionId: CONNECTION_ID }, user: { email: EMAIL } }),
  }),
  "user:new_username_provided": (trigger) => ({
    request: REQUEST,
    context: context(trigger, { auth: { suppliedUsername: "ada.lovelace" } }),
  }),
  "user:new_password_provided": (trigger) => ({
    request: REQUEST,
    context: context(trigger, {
      auth: {
        firstPassword: "correct horse battery",
        secondPassword: "correct horse battery",
        newPasswordReason: "initial",
      },
      user: { id: USER_ID, email: EMAIL },
    }),
  }),
  "user:existing_password_provided": (trigger) => ({
    request: REQUEST,
    context: context(trigger, {
      auth: {
        providedEmail: EMAIL,
        password: "correct horse battery",
        hashedPassword: "$2a$10$abcdefghijklmnopqrstuv",
        hasUserRecordInKinde: false,
      },
      user: { id: USER_ID },
    }),
  }),
  "user:pre_mfa": (trigger) => ({
    request: { ...REQUEST, auth: { audience: ["https://api.example.com"] } },
    context: context(trigger, {
      auth: { connectionId: CONNECTION_ID },
      mfa: {
        policy: "required",
        context: "environment",
        enabledFactors: ["mfa:authenticator_app", "mfa:email"],
        isUserRoleExempt: false,
        isUserConnectionExempt: false,
      },
      user: { id: USER_ID },
      organization: ORGANIZATION,
    }),
  }),
  "user:plan_selection": (trigger) => ({
    request: REQUEST,
    context: context(trigger, {
      user: { id: USER_ID },
      organization: ORGANIZATION,
      billing: { currentPlanCode: "free", requestedPlanCode: "pro" },
    }),
  }),
  "user:plan_cancellation_request": (trigger) => ({
    request: REQUEST,
    context: context(trigger, {
      user: { id: USER_ID },
      organization: ORGANIZATION,
      billing: { currentPlanCode: "pro", agreementId: "agreement_0190a1b2c3d4e5f6" },
    }),
  }),
};

/** The event a trigger starts with, as JSON text indented by two spaces. */
export function seedEvent(trigger: Trigger): string {
  const seed = SEEDS[trigger] as (trigger: Trigger) => Json;
  return JSON.stringify(seed(trigger), null, 2);
}
