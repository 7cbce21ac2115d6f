/** Other forms of a trigger's event that workflows have to tell apart, each laid over the event at hand. */
import { seedEvent } from "../../workflow/event.ts";
import { isJsonObject, type Json } from "../../workflow/json.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import type { Trigger } from "../../workflow/trigger.ts";

type EventVariant = {
  readonly title: string;
  /** Members of `context.auth`, each replaced whole; undefined takes one away. */
  readonly auth: { readonly [name: string]: Json | undefined };
};

const EMAIL_CLAIM = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
const GROUPS_CLAIM = "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups";

const samlAttribute = (name: string, ...values: readonly string[]): Json => ({
  name,
  values: values.map((value) => ({ value })),
});

/** As Kinde's own examples read them. */
export const PROVIDERS = {
  google: {
    protocol: "oauth2",
    provider: "google",
    data: {
      idToken: {
        claims: {
          email: "ada@example.com",
          email_verified: true,
          given_name: "Ada",
          family_name: "Lovelace",
          name: "Ada Lovelace",
          sub: "108152637485960718293",
        },
      },
    },
  },
  entra: {
    protocol: "oauth2",
    provider: "microsoft",
    data: {
      idToken: {
        claims: {
          email: "ada@example.com",
          groups: ["87dd713c-440e-43df-8a31-abb3387c62b2"],
          name: "Ada Lovelace",
          oid: "0190a1b2-c3d4-7e5f-8071-829304a5b6c7",
          preferred_username: "ada@example.com",
          tid: "0190a1b2-0000-7e5f-8071-829304a5b6c7",
        },
      },
    },
  },
  saml: {
    protocol: "saml",
    provider: "saml",
    data: {
      assertion: {
        attributeStatements: [
          {
            attributes: [
              samlAttribute(EMAIL_CLAIM, "ada@example.com"),
              samlAttribute("phone_number", "+61455511223"),
              samlAttribute("user_type", "staff"),
              samlAttribute(GROUPS_CLAIM, "editors", "staff"),
            ],
          },
        ],
      },
    },
  },
} satisfies { readonly [name: string]: Json };

const VARIANTS: { readonly [T in Trigger]?: readonly EventVariant[] } = {
  "user:tokens_generation": [
    { title: "A sign-in", auth: { origin: "authorization_request", isExistingSession: false } },
    { title: "A sign-in in a session that exists", auth: { origin: "authorization_request", isExistingSession: true } },
    { title: "Tokens are refreshed", auth: { origin: "refresh_token_request", isExistingSession: true } },
  ],
  "user:post_authentication": [
    { title: "Through Google (OIDC)", auth: { provider: PROVIDERS.google } },
    { title: "Through Entra ID (OIDC), with groups", auth: { provider: PROVIDERS.entra } },
    { title: "Through SAML", auth: { provider: PROVIDERS.saml } },
    { title: "Without an identity provider", auth: { provider: undefined } },
    { title: "A user who was here before", auth: { isNewUserRecordCreated: false } },
  ],
  "user:existing_password_provided": [
    { title: "The user is not in Kinde yet", auth: { hasUserRecordInKinde: false } },
    { title: "The user is in Kinde already", auth: { hasUserRecordInKinde: true } },
  ],
  "user:new_password_provided": [
    { title: "A first password", auth: { newPasswordReason: "initial" } },
    { title: "A password is reset", auth: { newPasswordReason: "reset" } },
    { title: "The two passwords differ", auth: { secondPassword: "correct horse batteries" } },
  ],
};

export function eventVariants(trigger: Trigger): readonly EventVariant[] {
  return VARIANTS[trigger] ?? [];
}

/** @param text the event as it is; where it has no `context.auth` to change, the variant is laid over the trigger's seed. */
export function eventWith(variant: EventVariant, trigger: Trigger, text: string): string {
  return laidOver(variant, text) ?? laidOver(variant, seedEvent(trigger)) ?? text;
}

function laidOver({ auth }: EventVariant, text: string): string | null {
  const reading = parseJsonText(text, "unique");
  const event = reading.kind === "ok" ? reading.value : null;
  const context = isJsonObject(event) ? event["context"] : null;
  const before = isJsonObject(context) ? context["auth"] : null;
  if (!isJsonObject(event) || !isJsonObject(context) || !isJsonObject(before)) return null;
  return JSON.stringify({ ...event, context: { ...context, auth: { ...before, ...auth } } }, null, 2);
}
