/** Every preset must be a mock that the scenario accepts as it is, each for requests of its own. */
import { expect, test } from "vitest";
import { parseFetchMocks } from "../../workflow/detailed-mock.ts";
import { MOCK_PRESETS, subjectOf } from "./mock-presets.ts";

test("the presets are usable mocks of the event's own Kinde domain and user", () => {
  const event = { context: { domains: { kindeDomain: "https://acme.kinde.com" }, user: { id: "kp_1" } } };
  const drafts = MOCK_PRESETS.map((preset) => preset.mock(subjectOf(event)));
  const { mocks, problems } = parseFetchMocks(drafts);
  expect(problems).toEqual([]);
  expect(mocks.map((mock) => `${mock.method} ${mock.url}`)).toEqual([
    "POST https://acme.kinde.com/oauth2/token",
    "GET https://acme.kinde.com/api/v1/user?*",
    "POST https://acme.kinde.com/api/v1/user",
    "PUT https://acme.kinde.com/api/v1/users/kp_1/password",
    "GET https://acme.kinde.com/api/v1/organizations/org_7c4e6f9a2b1/users/kp_1/permissions*",
    "GET https://acme.kinde.com/api/v1/organizations/org_7c4e6f9a2b1/users/kp_1/roles*",
    "GET https://acme.kinde.com/api/v1/users/kp_1/properties*",
    "PATCH https://acme.kinde.com/api/v1/users/kp_1/properties",
    "GET https://acme.kinde.com/api/v1/organization?*",
    "GET https://acme.kinde.com/api/v1/applications/299627bd8bfa493f8b17e6aec8ebfb86/properties*",
    "GET https://acme.kinde.com/api/v1/billing/entitlements*",
    "GET https://acme.kinde.com/api/v1/billing/agreements*",
  ]);
});
