import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createProject, mapScenarios, type Project } from "../workflow/project.ts";
import type { Scenario } from "../workflow/scenario.ts";
import { DICTIONARY_V1 } from "./dictionary-v1.ts";
import frozenExamples from "./examples-v1.json";
import goldenLinks from "./golden-links.json";
import { decodeLink, encodeLink } from "./link.ts";

/** Of the examples frozen when version 1 was published. */
const FIRST_FROZEN = { count: 29, hash: "b153213a39539a93bf5a6382029c3f0bcfdca3407c0de0d251014f3a1247fdd9" };

const GOLDEN_V2 =
  "wf2.AMOiDasGrDUasAkN7A6A8yE4dUENSM_PSQEWWKBeB8gAnCkTOr8Nnt4GzqbWAkMGPW9AlyeDlEOk0dIvsUkLaxzrlQCHfPS1iI3bWtRoBUcqjjIhAzjulI8IPI9McPDk5hcBHY1wfTpoyAk5hJD9D_cskocwLYxFSkzxoJVSJfnx8XiMxGdSbC0AN0Xl";
const SEVERAL: Project = {
  files: [{ name: "Workflow.ts", text: "export default async () => {};\n" }],
  scenarios: [
    {
      name: "gold member",
      expect: "",
      tokens: { accessToken: { text: '{"sub":"kp_1"}', imported: false } },
      events: { "user:pre_mfa": "{}" },
      env: [{ name: "KEY", value: "", isSecret: true }],
      mocks: [{ method: "GET", url: "https://a.test/*", status: 200, answer: "json", body: "{}", latencyMs: 0 }],
      localization: [{ key: "hello", text: "Hi" }],
    },
    { name: "guest", expect: "", tokens: {}, events: {}, env: [], mocks: [], localization: [] },
    {
      name: "__proto__",
      expect: "",
      tokens: {},
      events: {},
      env: [{ name: "KEY", value: "", isSecret: true }],
      mocks: [],
      localization: [],
    },
  ],
};

test("a link of several scenarios brings each back with its name, and without the secrets and pasted tokens of any", () => {
  const fragment = encodeLink({ project: SEVERAL });
  expect(fragment.startsWith("wf2.")).toBe(true);
  expect(decodeLink(fragment)).toEqual({ kind: "project", shared: { project: SEVERAL }, missingSecrets: ["KEY"] });
  const secret = mapScenarios(SEVERAL, (scenario) => ({
    ...scenario,
    env: scenario.env.map((variable) => ({ ...variable, value: "canary" })),
    tokens: { ...scenario.tokens, m2mToken: { text: "canary", imported: true } },
  }));
  expect(encodeLink({ project: secret })).toBe(fragment);
});

test("what is expected is in the link, digit for digit, of one scenario too", () => {
  const expecting = mapScenarios(SEVERAL, (scenario) => ({ ...scenario, expect: '{"idToken":{"n":{"is":1.50e400}}}' }));
  for (const project of [expecting, { ...expecting, scenarios: [expecting.scenarios[0]] } as const]) {
    const result = decodeLink(encodeLink({ project }));
    expect(result).toEqual({ kind: "project", shared: { project }, missingSecrets: ["KEY"] });
  }
  const one = createProject(SEVERAL.files, { expect: "{}" });
  expect(encodeLink({ project: one })).toMatch(/^wf2\./);
});

test("a golden link of version 2 opens for ever", () => {
  expect(decodeLink(GOLDEN_V2)).toEqual({ kind: "project", shared: { project: SEVERAL }, missingSecrets: ["KEY"] });
});

test("golden links of version 1 open for ever", () => {
  expect(goldenLinks.length).toBeGreaterThan(5);
  for (const { what, fragment, shared, missingSecrets } of goldenLinks) {
    const { files, ...parts } = shared.project;
    const opened = { ...shared, project: createProject(files, parts as Partial<Scenario>) };
    expect(decodeLink(fragment), what).toEqual({ kind: "project", shared: opened, missingSecrets });
  }
});

test("the dictionary of version 1 never changes, and its frozen examples only grow in number", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  expect(hash(DICTIONARY_V1)).toBe("e59f7bbea74a187fa05cd8adc7045c2f837f94dfe7a19b6848d29a4bac4aa387");
  const first = frozenExamples.slice(0, FIRST_FROZEN.count).map(({ name, text }) => `${name}\n${text}`);
  expect(first).toHaveLength(FIRST_FROZEN.count);
  expect(hash(first.join("\n"))).toBe(FIRST_FROZEN.hash);
});
