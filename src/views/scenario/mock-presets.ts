/** Answers of Kinde's Management API as its reference describes them, ready to become fetch mocks. */
import { isJsonObject, type Json } from "../../workflow/json.ts";
import type { FetchMockDraft } from "../../workflow/scenario.ts";

export type MockPreset = { readonly title: string; readonly mock: (about: Subject) => FetchMockDraft };

/** Whom the run is about, as its event says; the URLs name them. */
type Subject = {
  readonly domain: string;
  readonly user: string;
  readonly organization: string;
  readonly application: string;
};

/** Reads the subject off an event; what it does not say is as in the seeded events. */
export function subjectOf(event: Json): Subject {
  const text = (path: readonly [string, string], otherwise: string) => {
    const context = isJsonObject(event) ? event["context"] : null;
    const part = isJsonObject(context) ? context[path[0]] : null;
    const value = isJsonObject(part) ? part[path[1]] : null;
    return typeof value === "string" && value !== "" ? value : otherwise;
  };
  return {
    domain: text(["domains", "kindeDomain"], "https://example.kinde.com"),
    user: text(["user", "id"], "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"),
    organization: text(["organization", "code"], "org_7c4e6f9a2b1"),
    application: text(["application", "clientId"], "299627bd8bfa493f8b17e6aec8ebfb86"),
  };
}

const OK = { code: "OK", message: "Success" };

function answer(path: (about: Subject) => string, body: (about: Subject) => Json, method = "GET"): MockPreset["mock"] {
  return (about) => ({
    method,
    url: about.domain + path(about),
    status: 200,
    answer: "json",
    body: JSON.stringify(body(about), null, 2),
    latencyMs: 80,
  });
}

export const MOCK_PRESETS: readonly MockPreset[] = [
  {
    title: "M2M token, which createKindeAPI asks for first",
    mock: answer(
      () => "/oauth2/token",
      () => ({ access_token: "demo-m2m-token", expires_in: 86_400, scope: "", token_type: "bearer" }),
      "POST",
    ),
  },
  {
    title: "User",
    mock: answer(
      () => "/api/v1/user?*",
      ({ user, organization }) => ({
        id: user,
        provided_id: "crm-4711",
        preferred_email: "ada@example.com",
        phone: "+61455511223",
        username: "ada.lovelace",
        last_name: "Lovelace",
        first_name: "Ada",
        is_suspended: false,
        picture: "https://example.kinde.com/avatar/ada.png",
        total_sign_ins: 12,
        failed_sign_ins: 0,
        last_signed_in: "2026-01-15T08:30:00.000000+00:00",
        created_on: "2025-03-01T10:00:00.000000+00:00",
        organizations: [organization],
        identities: [{ type: "email", identity: "ada@example.com" }],
      }),
    ),
  },
  {
    title: "Create a user",
    mock: answer(
      () => "/api/v1/user",
      ({ user }) => ({
        id: user,
        created: true,
        identities: [{ type: "email", result: { created: true, identity_id: "identity_0190a1b2c3d4" } }],
      }),
      "POST",
    ),
  },
  {
    title: "Set a user’s password",
    mock: answer(
      ({ user }) => `/api/v1/users/${user}/password`,
      () => ({ ...OK }),
      "PUT",
    ),
  },
  {
    title: "User’s permissions in an organization",
    mock: answer(
      ({ organization, user }) => `/api/v1/organizations/${organization}/users/${user}/permissions*`,
      () => ({
        ...OK,
        permissions: [
          {
            id: "0190a1b2-1111-7e5f-8071-829304a5b6c7",
            key: "create:orders",
            name: "Create orders",
            description: "May create orders",
          },
          {
            id: "0190a1b2-2222-7e5f-8071-829304a5b6c7",
            key: "read:orders",
            name: "Read orders",
            description: "May see every order",
          },
        ],
        next_token: null,
      }),
    ),
  },
  {
    title: "User’s roles in an organization",
    mock: answer(
      ({ organization, user }) => `/api/v1/organizations/${organization}/users/${user}/roles*`,
      () => ({
        ...OK,
        roles: [{ id: "0190a1b2-c3d4-7e5f-8071-829304a5b6c7", key: "editor", name: "Editor" }],
        next_token: null,
      }),
    ),
  },
  {
    title: "User’s properties",
    mock: answer(
      ({ user }) => `/api/v1/users/${user}/properties*`,
      () => ({
        ...OK,
        properties: [
          { id: "prop_0190a1b2c3d4e5f60718293a4b5c6d7e", key: "kp_usr_city", name: "City", value: "Sydney" },
          { id: "prop_0190a1b2c3d4e5f60718293a4b5c6d7f", key: "crm_tier", name: "CRM tier", value: "gold" },
        ],
        has_more: false,
      }),
    ),
  },
  {
    title: "Change a user’s properties",
    mock: answer(
      ({ user }) => `/api/v1/users/${user}/properties`,
      () => ({ ...OK }),
      "PATCH",
    ),
  },
  {
    title: "Organization",
    mock: answer(
      () => "/api/v1/organization?*",
      ({ organization }) => ({
        code: organization,
        name: "Example Ltd",
        handle: "example",
        is_default: false,
        external_id: "customer-1017",
        is_auto_membership_enabled: true,
        created_on: "2025-03-01T10:00:00.000000+00:00",
      }),
    ),
  },
  {
    title: "Application’s properties",
    mock: answer(
      ({ application }) => `/api/v1/applications/${application}/properties*`,
      () => ({
        ...OK,
        appProperties: [
          { id: "prop_0190a1b2c3d4e5f60718293a4b5c6d80", key: "kp_app_region", name: "Region", value: "eu-west-1" },
        ],
        has_more: false,
      }),
    ),
  },
  {
    title: "Billing entitlements",
    mock: answer(
      () => "/api/v1/billing/entitlements*",
      () => ({
        ...OK,
        has_more: false,
        entitlements: [
          {
            id: "entitlement_0190a1b2c3d4e5f6",
            fixed_charge: 35,
            price_name: "Seats",
            unit_amount: 1,
            feature_code: "base_price",
            feature_name: "Seats",
            entitlement_limit_max: 10,
            entitlement_limit_min: 1,
          },
        ],
        plans: [{ code: "pro", subscribed_on: "2026-01-01T00:00:00Z" }],
      }),
    ),
  },
  {
    title: "Billing agreements",
    mock: answer(
      () => "/api/v1/billing/agreements*",
      () => ({
        ...OK,
        has_more: false,
        agreements: [
          {
            id: "agreement_0190a1b2c3d4e5f6",
            plan_code: "pro",
            expires_on: "2027-01-01T00:00:00Z",
            billing_group_id: "sbg_0190a1b2c3d4e5f6",
            entitlements: [{ feature_code: "seats", entitlement_id: "entitlement_0190a1b2c3d4e5f6" }],
          },
        ],
      }),
    ),
  },
];
