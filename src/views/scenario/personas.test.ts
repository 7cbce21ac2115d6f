/** Personas change tokens and event together, and only what the trigger has. */
import { expect, test } from "vitest";
import { parseClaimsSet } from "../../workflow/claims-set.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import { emptyScenario } from "../../workflow/scenario.ts";
import { TOKEN_NAMES } from "../../workflow/token.ts";
import { TRIGGER_NAMES } from "../../workflow/trigger.ts";
import { failuresFor, peopleFor } from "./personas.ts";

const NOW_MS = Date.parse("2026-11-25T09:00:00Z");
const MOCK = {
  method: "GET",
  url: "https://api.test/plan?x=1",
  status: 200,
  answer: "json",
  body: "{}",
  latencyMs: 0,
} as const;

test.each(TRIGGER_NAMES)("every persona of %s changes something, and all of it can be read", (trigger) => {
  const under = { ...emptyScenario(), mocks: [MOCK] };
  const personas = [...peopleFor(trigger, under, NOW_MS), ...failuresFor(under, null)];
  expect(new Set(personas.map(({ name }) => name)).size).toBe(personas.length);
  for (const { name, change } of personas) {
    const texts = [...TOKEN_NAMES.map((token) => change.tokens?.[token]?.text), change.events?.[trigger]];
    const written = texts.filter((text) => text !== undefined);
    expect(written.length + (change.mocks?.length ?? 0), name).toBeGreaterThan(0);
    for (const text of written) expect(parseJsonText(text, "unique").kind, name).toBe("ok");
    for (const token of TOKEN_NAMES) {
      const text = change.tokens?.[token]?.text;
      if (text !== undefined) expect(parseClaimsSet(text).kind, name).not.toBe("invalid");
    }
  }
});

test("no organization leaves both tokens and the event; what else was edited stays, digit for digit", () => {
  const trigger = "user:tokens_generation";
  const under = {
    ...emptyScenario(),
    tokens: { accessToken: { text: '{"org_code":"org_1","big":12345678901234567890}', imported: true } },
  };
  const persona = peopleFor(trigger, under, NOW_MS).find(({ name }) => name === "no organization");
  const { tokens, events } = persona?.change ?? {};
  expect(tokens?.accessToken).toEqual({
    text: '{\n  "big": 12345678901234567890,\n  "permissions": [],\n  "roles": []\n}',
    imported: true,
  });
  expect(tokens?.idToken?.text).toContain('"org_codes": []');
  expect(events?.[trigger]).not.toContain("organization");
  expect(events?.[trigger]).not.toContain("authUrlParams");
});

test("an API is down one mock at a time; those that fail already, or that nobody asks, are not offered", () => {
  const other = { ...MOCK, url: "https://api.test/user", status: 500 };
  const down = failuresFor({ ...emptyScenario(), mocks: [MOCK, other] }, null);
  expect(down.map(({ name, change }) => [name, change.mocks?.map(({ status }) => status)])).toEqual([
    ["API down: api.test/plan", [503, 500]],
  ]);
  const both = { ...emptyScenario(), mocks: [MOCK, { ...MOCK, url: "https://api.test/user" }] };
  expect(failuresFor(both, new Set([1])).map(({ name }) => name)).toEqual(["API down: api.test/user"]);
  expect(failuresFor(both, new Set())).toEqual([]);
});
