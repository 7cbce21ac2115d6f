/** The ten events that start a workflow, one row each: the tokens they carry and the bindings Kinde offers there. */
import type { TokenName } from "./token.ts";

export type Trigger =
  | "user:tokens_generation"
  | "m2m:token_generation"
  | "user:post_authentication"
  | "user:pre_registration"
  | "user:new_username_provided"
  | "user:new_password_provided"
  | "user:existing_password_provided"
  | "user:pre_mfa"
  | "user:plan_selection"
  | "user:plan_cancellation_request";

type TriggerRow = {
  /** In plain words, for pickers. */
  readonly title: string;
  /** The member of the package's `WorkflowTrigger` enum. */
  readonly enumMember: string;
  /** The package's event type, for the signature of the default export. */
  readonly eventType: string;
  readonly tokens: readonly TokenName[];
  /** Bindings available for this trigger (Kinde's documentation). `util`, `console` and `module` are available everywhere. */
  readonly bindings: readonly string[];
};

const NETWORK = ["kinde.env", "kinde.fetch", "kinde.secureFetch", "url"] as const;

export const TRIGGERS: { readonly [T in Trigger]: TriggerRow } = {
  "user:tokens_generation": {
    title: "User tokens are generated",
    enumMember: "UserTokenGeneration",
    eventType: "onUserTokenGeneratedEvent",
    tokens: ["accessToken", "idToken"],
    bindings: ["kinde.accessToken", "kinde.idToken", "kinde.auth", ...NETWORK],
  },
  "m2m:token_generation": {
    title: "An M2M token is generated",
    enumMember: "M2MTokenGeneration",
    eventType: "onM2MTokenGeneratedEvent",
    tokens: ["m2mToken"],
    bindings: ["kinde.m2mToken", ...NETWORK],
  },
  "user:post_authentication": {
    title: "A user has authenticated",
    enumMember: "PostAuthentication",
    eventType: "onPostAuthenticationEvent",
    tokens: [],
    bindings: ["kinde.auth", ...NETWORK],
  },
  "user:pre_registration": {
    title: "A user is about to register",
    enumMember: "UserPreRegistration",
    eventType: "onUserPreRegistrationEvent",
    tokens: [],
    bindings: ["kinde.auth", ...NETWORK],
  },
  "user:new_username_provided": {
    title: "A new username was given",
    enumMember: "NewUsernameProvided",
    eventType: "onNewUsernameProvidedEvent",
    tokens: [],
    bindings: ["kinde.widget", ...NETWORK],
  },
  "user:new_password_provided": {
    title: "A new password was given",
    enumMember: "NewPasswordProvided",
    eventType: "onNewPasswordProvidedEvent",
    tokens: [],
    bindings: ["kinde.widget", "kinde.auth", ...NETWORK],
  },
  "user:existing_password_provided": {
    title: "An existing password was given",
    enumMember: "ExistingPasswordProvided",
    eventType: "onExistingPasswordProvidedEvent",
    tokens: [],
    bindings: ["kinde.widget", "kinde.auth", ...NETWORK],
  },
  "user:pre_mfa": {
    title: "Before multi-factor authentication",
    enumMember: "UserPreMFA",
    eventType: "onUserPreMFA",
    tokens: [],
    bindings: ["kinde.mfa", "kinde.auth", ...NETWORK],
  },
  "user:plan_selection": {
    title: "A plan is selected",
    enumMember: "PlanSelection",
    eventType: "onPlanSelection",
    tokens: [],
    bindings: ["kinde.plan", ...NETWORK],
  },
  "user:plan_cancellation_request": {
    title: "A plan cancellation is requested",
    enumMember: "PlanCancellationRequest",
    eventType: "onPlanCancellationRequest",
    tokens: [],
    bindings: ["kinde.plan", ...NETWORK],
  },
};

export const TRIGGER_NAMES = Object.keys(TRIGGERS) as readonly Trigger[];

/** Whether a text names a trigger. */
export function isTrigger(text: unknown): text is Trigger {
  return typeof text === "string" && Object.hasOwn(TRIGGERS, text);
}
