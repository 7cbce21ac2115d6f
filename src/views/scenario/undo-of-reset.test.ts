/** Undoing a reset brings back what was written, and never a token that was pasted. */
import { expect, test } from "vitest";
import type { Scenarios } from "../../workflow/project.ts";
import { emptyScenario, type Scenario } from "../../workflow/scenario.ts";
import { undoOfReset } from "./undo-of-reset.ts";

const SEEDED: Scenario = { ...emptyScenario(), name: "Scenario 1", expect: "" };
const GIVEN = { text: '{"sub":"given"}', imported: false };
const PASTED = { text: '{"sub":"canary"}', imported: true };
const MOCK = { method: "GET", url: "https://a.test", status: 200, answer: "json", body: "{}", latencyMs: 0 } as const;
const scenario = (change: Partial<Scenario>): Scenario => ({ ...SEEDED, ...change });

test("a pasted token that was reset leaves nothing to undo", () => {
  const before: Scenarios = [scenario({ tokens: { idToken: GIVEN, accessToken: PASTED } })];
  for (const tokens of [{ idToken: GIVEN }, { idToken: GIVEN, accessToken: GIVEN }])
    expect(undoOfReset(before, [scenario({ tokens })])).toEqual({ before: null, losesPasted: true });
});

test("after a reset of everything the rest comes back, over the token as it is now", () => {
  const before: Scenarios = [scenario({ tokens: { accessToken: PASTED, idToken: GIVEN }, mocks: [MOCK] })];
  const undo = undoOfReset(before, [scenario({ tokens: { accessToken: GIVEN } })]);
  expect(undo.before).toEqual([scenario({ tokens: { accessToken: GIVEN, idToken: GIVEN }, mocks: [MOCK] })]);
  expect(undo.losesPasted).toBe(true);
});

test("a deleted scenario comes back without its pasted token", () => {
  const others = scenario({ name: "guest", tokens: { m2mToken: PASTED } });
  const undo = undoOfReset([scenario({ tokens: { idToken: PASTED } }), others], [others]);
  expect(undo).toEqual({ before: [SEEDED, others], losesPasted: true });
});

test("what was typed comes back as it was, and so does a pasted token that only took another form", () => {
  const typed: Scenarios = [scenario({ tokens: { accessToken: GIVEN } })];
  expect(undoOfReset(typed, [SEEDED])).toEqual({ before: typed, losesPasted: false });
  const pasted: Scenarios = [scenario({ tokens: { accessToken: PASTED } })];
  const varied: Scenarios = [scenario({ tokens: { accessToken: { ...PASTED, text: "{}" } } })];
  expect(undoOfReset(pasted, varied)).toEqual({ before: pasted, losesPasted: false });
});
