/** Every variant of an event or a token is a scenario that runs, keeps what was edited, and agrees with the other documents about whom it is. */
import { expect, test } from "vitest";
import { seedToken } from "../../workflow/base-token.ts";
import { parseClaimsSet } from "../../workflow/claims-set.ts";
import { seedEvent } from "../../workflow/event.ts";
import { parseJson } from "../../workflow/json.ts";
import { TOKEN_NAMES, TOKENS, isProhibited } from "../../workflow/token.ts";
import { TRIGGER_NAMES, TRIGGERS } from "../../workflow/trigger.ts";
import { eventVariants, eventWith } from "./event-variants.ts";
import { TOKEN_VARIANTS, tokenWith } from "./token-variants.ts";

const NOW_SECONDS = 1_795_392_000;

test("an event’s variants change what they name and keep what was edited", () => {
  const edited = seedEvent("user:post_authentication").replace("203.0.113.7", "198.51.100.1");
  const variants = eventVariants("user:post_authentication").map((variant) => [
    variant.title,
    parseJson(eventWith(variant, "user:post_authentication", edited)),
  ]);
  expect(Object.fromEntries(variants)).toMatchObject({
    "Through Google (OIDC)": {
      request: { ip: "198.51.100.1" },
      context: {
        auth: { provider: { protocol: "oauth2", data: { idToken: { claims: { email: "ada@example.com" } } } } },
      },
    },
    "Through SAML": {
      context: {
        auth: {
          provider: {
            protocol: "saml",
            data: { assertion: { attributeStatements: [{ attributes: [{}, {}, {}, {}] }] } },
          },
        },
      },
    },
    "Without an identity provider": { context: { auth: { isNewUserRecordCreated: true } } },
  });
  expect(JSON.stringify(Object.fromEntries(variants)["Through SAML"])).not.toContain("idToken");
  expect(JSON.stringify(Object.fromEntries(variants)["Without an identity provider"])).not.toContain("provider");
});

test("an event that cannot be read gives way to the trigger’s own", () => {
  const [variant] = eventVariants("user:existing_password_provided").slice(1);
  if (variant === undefined) throw new Error("The trigger has two variants.");
  for (const text of ["", "null", "{", '{"context":{}}']) {
    expect(parseJson(eventWith(variant, "user:existing_password_provided", text))).toMatchObject({
      context: { auth: { hasUserRecordInKinde: true, providedEmail: "ada@example.com" } },
    });
  }
});

test.each(TOKEN_NAMES)("%s: a variant adds only claims that Kinde issues itself, which resetClaims keeps", (token) => {
  const seed = seedToken(token, NOW_SECONDS);
  for (const variant of TOKEN_VARIANTS[token]) {
    const reading = parseClaimsSet(tokenWith(variant, token, seed, NOW_SECONDS));
    if (reading.kind === "invalid") throw new Error(reading.message);
    const names = reading.claims.map(({ name }) => name);
    const before = Object.keys(parseJson(seed) as object);
    const added = names.filter((name) => !before.includes(name));
    expect(added, variant.title).not.toEqual([]);
    expect(added.filter((name) => !TOKENS[token].issuedByKinde.includes(name) || isProhibited(token, name))).toEqual(
      [],
    );
    expect(names.filter((name) => isProhibited(token, name))).toEqual(
      before.filter((name) => isProhibited(token, name)),
    );
  }
});

test("the event and the tokens of a trigger agree about application, user and organization", () => {
  for (const trigger of TRIGGER_NAMES) {
    const { context } = parseJson(seedEvent(trigger)) as {
      context: {
        domains: { kindeDomain: string };
        application: { clientId: string };
        user?: { id: string };
        organization?: { code: string };
      };
    };
    for (const token of TRIGGERS[trigger].tokens) {
      const claims = parseJson(seedToken(token, NOW_SECONDS)) as { [name: string]: unknown };
      expect(claims).toMatchObject({ iss: context.domains.kindeDomain, azp: context.application.clientId });
      if (context.user !== undefined) expect(claims["sub"]).toBe(context.user.id);
      if (context.organization !== undefined) {
        expect([claims["org_code"] ?? claims["org_codes"]].flat()).toEqual([context.organization.code]);
      }
    }
  }
});
