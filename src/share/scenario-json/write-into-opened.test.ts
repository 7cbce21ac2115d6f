/** A scenarios.json that people wrote, opened, changed on the page and written again: nothing of theirs is lost that nobody changed. */
import { expect, test } from "vitest";
import { readExpectations } from "../../expect/read-expectations.ts";
import { createRandom } from "../../../testing/random.ts";
import type { Project, Scenarios } from "../../workflow/project.ts";
import type { Scenario } from "../../workflow/scenario.ts";
import { losesLevels, readScenarios, scenariosText } from "./project-scenarios.ts";

const NOW = Date.parse("2026-11-25T09:00:00Z");
const files = [
  { name: "Workflow.ts", text: "export const workflowSettings = { trigger: WorkflowTrigger.UserTokenGeneration };" },
];

const WRITTEN = `// Of the tenant.
{
  "$schema": "https://playground.example/scenarios.schema.json",
  "version": 1,
  "now": "2026-01-01T00:00:00Z", // a Thursday
  "all": {
    "tokens": { "accessToken": { "permissions": ["read:orders"] } },
    "env": { "PLAN_API": "https://api.example.com", "KEY": { "secret": true } },
    "mocks": [{ "url": "https://api.example.com/plan", "json": { "plan": "gold" } }],
    "expect": { "accessToken": { "*": "unchanged" } }
  },
  "scenarios": [
    // Who pays.
    {
      "name": "member", /* the first */
      "expect": { "accessToken": { "plan": { "is": "gold" } } }
    },
    // Who does not.
    { "name": "guest", "from": "member", "task": 2, "event": { "context": { "organization": null } }, },
    /* nobody sees it */ { "name": "API down", "hidden": true, "from": "member", "mocks": [
        { "url": "https://api.example.com/plan", "status": 503 } // down
      ], "expect": { "outcome": "failed" } },
  ]
}
`;

function opened(text = WRITTEN): Project {
  const reading = readScenarios(text, { files }, NOW);
  if (reading.kind === "invalid") throw new Error(JSON.stringify(reading.mistakes));
  return { files, scenarios: reading.scenarios, opened: { text, nowMs: NOW } };
}

function changed(at: number, change: (scenario: Scenario) => Partial<Scenario>): Project {
  const project = opened();
  const scenarios = project.scenarios.map((one, index) => (index === at ? { ...one, ...change(one) } : one));
  return { ...project, scenarios: scenarios as readonly Scenario[] as Scenarios };
}

const listed = (scenarios: readonly Scenario[]): Project => ({ ...opened(), scenarios: scenarios as Scenarios });

test("what nobody changed is written byte by byte", () => {
  for (const text of [WRITTEN, WRITTEN.replaceAll("\n", "\r\n"), `\ufeff${WRITTEN}`])
    expect(scenariosText(opened(text))).toBe(text);
});

test.each<[string, Project, (text: string) => string]>([
  [
    "what is expected of one",
    changed(0, () => ({ expect: '{ "accessToken": { "plan": "added", "*": "unchanged" } }' })),
    (text) =>
      text
        .replace(
          '{ "accessToken": { "plan": { "is": "gold" } } }',
          '{ "accessToken": { "plan": "added", "*": "unchanged" } }',
        )
        .replace(
          '"organization": null } }, }',
          '"organization": null } }, "expect": {"outcome":"completed","accessToken":{"plan":{"is":"gold"},"*":"unchanged"}}, }',
        ),
  ],
  [
    "a name, and what comes from it",
    changed(0, () => ({ name: "payer" })),
    (text) => text.replace('"name": "member"', '"name": "payer"').replaceAll('"from": "member"', '"from": "payer"'),
  ],
  [
    "a variable that lies under all of them, taken away from one",
    changed(1, ({ env }) => ({ env: env.filter(({ name }) => name !== "PLAN_API") })),
    (text) => text.replace('"organization": null } }, }', '"organization": null } }, "env": { "PLAN_API": null }, }'),
  ],
  [
    "a mock before those of the others",
    changed(2, ({ mocks }) => ({ mocks: mocks.slice(1) })),
    (text) => text.replace(/"mocks": \[\n.*\n {6}\], /, ""),
  ],
  [
    "one is deleted, with what stood before it",
    listed([opened().scenarios[0], ...opened().scenarios.slice(2)]),
    (text) => text.replace(/,\n {4}\/\/ Who does not\.\n.*,\n/, ",\n").replace('"failed" } },', '"failed" } }'),
  ],
  [
    "the order",
    listed([opened().scenarios[1], opened().scenarios[0], opened().scenarios[2]].filter((one) => one !== undefined)),
    (text) => text,
  ],
])("%s", (name, project, expected) => {
  const text = scenariosText(project);
  expect(losesLevels(project)).toBe(false);
  for (const comment of [
    "// Of the tenant.",
    "// a Thursday",
    "// Who pays.",
    "/* the first */",
    "/* nobody sees it */",
  ])
    expect(text).toContain(comment);
  if (name !== "the order") expect(text).toBe(expected(WRITTEN));
});

test("a claim of one token is written over what lies under it, and its times still follow the clock", () => {
  const project = changed(0, ({ tokens: { accessToken } }) => ({
    tokens: {
      accessToken: { text: accessToken?.text.replace('"read:orders"', '"write:orders"') ?? "", imported: false },
    },
  }));
  expect(scenariosText(project)).toContain('"tokens": { "accessToken": {"permissions":["write:orders"]} }');
});

test("a new one lies over what lies under all", () => {
  const { scenarios } = opened();
  const copy: Scenario = { ...scenarios[1], name: "guest 2" } as Scenario;
  const text = scenariosText(listed([...scenarios, copy]));
  expect(text).toContain('"name": "guest 2"');
  expect(text).toContain("// Who does not.");
  expect(text).not.toMatch(/guest 2[\s\S]*PLAN_API/);
});

test("what cannot be said over what lies under is written in full, with the clock; and it is told", () => {
  const project = changed(0, () => ({ mocks: [] }));
  expect(losesLevels(project)).toBe(true);
  const text = scenariosText(project);
  expect(text).toContain('"now": "2026-01-01T00:00:00Z"');
  const again = readScenarios(text, { files }, NOW);
  expect(again.kind === "ok" && again.scenarios[0].mocks).toEqual([]);
});

test("a value that has become a secret is not in the file any more", () => {
  const project = opened();
  const scenarios = project.scenarios.map((one) => ({
    ...one,
    env: one.env.map((variable) => (variable.name === "PLAN_API" ? { ...variable, isSecret: true } : variable)),
  }));
  const text = scenariosText({ ...project, scenarios: scenarios as readonly Scenario[] as Scenarios });
  expect(text).not.toContain('"https://api.example.com"');
});

test("more scenarios than the page can hold stay in the file", () => {
  const many = Array.from({ length: 53 }, (_, index) => `    { "name": "s${index}" }, // ${index}`).join("\n");
  const text = `{ "version": 1, "scenarios": [\n${many}\n] }`;
  const project = opened(text);
  expect(scenariosText(project)).toBe(text);
  const [first, ...others] = project.scenarios;
  const shorter: Project = { ...project, scenarios: [first, ...others.slice(1)] };
  const written = scenariosText(shorter);
  expect(written).not.toContain('"s1"');
  expect(written).toContain('"s52"');
});

const RANDOM = createRandom(20_261_126);
const pick = <T>(items: readonly T[]): T => items[RANDOM.below(items.length)] as T;

/** One edit as a person makes it on the page. */
const EDITS: readonly ((scenarios: readonly Scenario[], at: number) => readonly Scenario[])[] = [
  (all, at) => all.map((one, index) => (index === at ? { ...one, name: `${one.name}!` } : one)),
  (all, at) =>
    all.map((one, index) =>
      index === at ? { ...one, expect: pick(["", '{"idToken": "unchanged"}', '{ // so\n  "calls": 1 }']) } : one,
    ),
  (all, at) =>
    all.map((one, index) =>
      index === at
        ? {
            ...one,
            env: [...one.env.slice(pick([0, 1])), { name: pick(["A", "B"]), value: "x", isSecret: pick([true, false]) }]
              .filter(({ name }, i, rows) => rows.findIndex((row) => row.name === name) === i)
              .map((row) => (row.isSecret ? { ...row, value: "" } : row)),
          }
        : one,
    ),
  (all, at) =>
    all.map((one, index) =>
      index === at
        ? {
            ...one,
            tokens: pick([
              {},
              { idToken: { text: '{\n  "sub": "me"\n}', imported: false } },
              { accessToken: { text: "{ half", imported: false } },
            ]),
          }
        : one,
    ),
  (all, at) =>
    all.map((one, index) =>
      index === at
        ? { ...one, events: pick([{}, { "user:tokens_generation": "{}" }, { "user:pre_mfa": '{\n  "a": null\n}' }]) }
        : one,
    ),
  (all, at) => all.map((one, index) => (index === at ? { ...one, mocks: one.mocks.slice(pick([0, 1])) } : one)),
  (all, at) =>
    all.map((one, index) => (index === at ? { ...one, localization: pick([[], [{ key: "k", text: "t" }]]) } : one)),
  (all, at) => (all.length > 1 ? all.filter((_, index) => index !== at) : all),
  (all, at) => [...all.slice(at), ...all.slice(0, at)],
  (all, at) => [...all, { ...(all[at] as Scenario), name: `copy of ${all[at]?.name} ${all.length}` }],
];

test("whatever is edited, in whatever order: the file opens as what the page showed", () => {
  let kept = 0;
  for (let round = 0; round < 150; round += 1) {
    let { scenarios }: { readonly scenarios: readonly Scenario[] } = opened();
    for (let step = 0; step <= round % 4; step += 1) {
      scenarios = pick(EDITS)(scenarios, RANDOM.below(scenarios.length));
    }
    const project = listed(scenarios);
    const text = scenariosText(project);
    const again = readScenarios(text, { files }, NOW);
    if (again.kind === "invalid") throw new Error(`${text}\n${JSON.stringify(again.mistakes)}`);
    expect(again.scenarios.map(meaningOf)).toEqual(scenarios.map(meaningOf));
    if (!losesLevels(project)) kept += 1;
  }
  expect(kept).toBeGreaterThan(75);
});

/** With rows by their names, and expectations as they count. */
function meaningOf({ expect: expected, env, localization, ...rest }: Scenario) {
  const reading = readExpectations(expected);
  return {
    ...rest,
    expect: reading.kind === "ok" ? reading.expectations : expected,
    env: new Map(env.map((row) => [row.name, row])),
    localization: new Map(localization.map((row) => [row.key, row])),
  };
}
