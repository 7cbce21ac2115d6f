/** What is kept across reloads, and what must never be. */
import { expect, test } from "vitest";
import { createProject } from "../workflow/project.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";
import { readSavedWork } from "./saved-work.ts";
import { INITIAL_VIEW } from "./view-state.ts";

const PROJECT = createProject([{ name: "Workflow.ts", text: "a" }], {
  tokens: { accessToken: { text: "{}", imported: false }, idToken: { text: '{"canary":1}', imported: true } },
  events: { "user:pre_mfa": "{}" },
  env: [
    { name: "OPEN", value: "x", isSecret: false },
    { name: "SECRET", value: "canary", isSecret: true },
  ],
});

const [FIRST] = PROJECT.scenarios;

function storageWith(text: string | null): Storage {
  return { getItem: () => text } as unknown as Storage;
}

test("secret values and pasted tokens are left out, their names stay", () => {
  const kept = withoutSecrets(PROJECT);
  expect(JSON.stringify(kept)).not.toContain("canary");
  expect(kept.scenarios[0].env.map(({ name }) => name)).toEqual(["OPEN", "SECRET"]);
  expect(kept.scenarios[0].tokens).toEqual({ accessToken: { text: "{}", imported: false } });
});

test("what was kept comes back; unknown parts of the view are dropped", () => {
  const text = JSON.stringify({ project: PROJECT, view: { autoRun: false, theme: 7, foreign: true }, example: null });
  expect(readSavedWork(storageWith(text))).toEqual({
    project: PROJECT,
    view: { autoRun: false },
    example: null,
    name: null,
    id: null,
  });
  expect(INITIAL_VIEW.autoRun).toBe(true);
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '{"project":{}}',
  '{"project":{"files":[],"tokens":{},"events":{},"env":[],"mocks":[],"localization":[]}}',
])("an unusable text %j is as good as none", (text) => {
  expect(readSavedWork(storageWith(text))).toBeNull();
});

test("a storage that is forbidden is as good as an empty one", () => {
  const storage = {
    getItem() {
      throw new DOMException("denied", "SecurityError");
    },
  } as unknown as Storage;
  expect(readSavedWork(storage)).toBeNull();
  expect(readSavedWork(null)).toBeNull();
});

test.each([
  ["files", [{ name: 7, text: "a" }, ...PROJECT.files]],
  ["files", [{ name: "b.ts", text: null }, ...PROJECT.files]],
  ["tokens", { ...FIRST.tokens, m2mToken: { text: 1, imported: false } }],
  ["tokens", { ...FIRST.tokens, m2mToken: null }],
  ["events", { ...FIRST.events, "user:tokens_generation": 3 }],
  ["env", [...FIRST.env, { name: null, value: "x", isSecret: false }]],
  ["mocks", [{ method: "GET", url: "x", status: "200", answer: "json", body: "", latencyMs: 0 }]],
  ["mocks", [{ method: "GET", url: "x", status: 200, answer: "carrier pigeon", body: "", latencyMs: 0 }]],
  ["mocks", 5],
  ["localization", [null, 1, { key: 1, text: "" }]],
])("of kept %s what has the wrong shape is left out and the rest comes back", (part, wrong) => {
  const { name: _, ...parts } = FIRST;
  const flat = { files: PROJECT.files, ...parts, [part]: wrong };
  const kept = (project: object) =>
    storageWith(JSON.stringify({ project, view: { layouts: { in: 1 } }, example: null }));
  // As it was kept before there were several scenarios, and since.
  expect(readSavedWork(kept(flat))).toEqual({ project: PROJECT, view: {}, example: null, name: null, id: null });
  const listed = { files: flat.files, scenarios: [{ ...flat, name: FIRST.name }] };
  expect(readSavedWork(kept(listed))).toEqual({ project: PROJECT, view: {}, example: null, name: null, id: null });
});

test("of a kept mock what it wants comes back, without what has the wrong shape", () => {
  const mock = { method: "GET", url: "x", status: 200, answer: "json", body: "", latencyMs: 0 } as const;
  const kept = { ...mock, times: "1", sentHeaders: "A: 1", sentBody: 5, level: 2 };
  const project = { files: PROJECT.files, scenarios: [{ ...FIRST, mocks: [kept, { ...mock, times: 2 }] }] };
  expect(readSavedWork(storageWith(JSON.stringify({ project })))?.project.scenarios[0].mocks).toEqual([
    { ...mock, sentHeaders: "A: 1", level: 2 },
    { ...mock, times: 2 },
  ]);
});

test("several scenarios come back with their names; a name that is missing or there twice is made anew", () => {
  const scenarios = [{ ...FIRST, name: "gold" }, { ...FIRST, name: "gold" }, 7, { ...FIRST, name: 7 }];
  const text = JSON.stringify({
    project: { files: PROJECT.files, scenarios },
    view: {},
    example: null,
    name: null,
    id: null,
  });
  const names = readSavedWork(storageWith(text))?.project.scenarios.map(({ name }) => name);
  expect(names).toEqual(["gold", "gold 2", "Scenario 1"]);
});

test("the text of an opened scenarios.json comes back, and a lesson's members", () => {
  const lesson = [
    { ...FIRST, task: 2, hidden: true },
    { ...FIRST, name: "b", task: "2", hidden: 1 },
  ];
  const kept = (opened: unknown) =>
    readSavedWork(
      storageWith(JSON.stringify({ project: { files: PROJECT.files, scenarios: lesson, opened }, view: {} })),
    )?.project;
  expect(kept({ text: "{}", nowMs: 5 })).toEqual({
    files: PROJECT.files,
    scenarios: [
      { ...FIRST, task: 2, hidden: true },
      { ...FIRST, name: "b" },
    ],
    opened: { text: "{}", nowMs: 5 },
  });
  expect(kept({ text: 1 })).not.toHaveProperty("opened");
});
