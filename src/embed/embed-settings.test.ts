import { expect, test } from "vitest";
import { encodeLink } from "../share/link.ts";
import { createProject } from "../workflow/project.ts";
import { readSettings } from "./embed-settings.ts";

const FILES = [{ name: "Workflow.ts", text: "export default 1;\n" }];
const PROJECT = createProject(FILES);
const settings = (json: object) => `#settings=${encodeURIComponent(JSON.stringify({ files: FILES, ...json }))}`;

test("a share link with its parameters", async () => {
  const fragment = encodeLink({
    project: PROJECT,
    token: "idToken",
    view: "jwt",
    lines: { first: 3, last: 4 },
    embed: true,
  });
  expect(await readSettings(`#${fragment}&theme=dark&title=Add%20one&readonly`)).toEqual({
    project: PROJECT,
    token: "idToken",
    view: "jwt",
    theme: "dark",
    editing: "never",
    title: "Add one",
    startLine: 1,
    highlighted: [{ first: 3, last: 4 }],
    expectation: null,
    attributes: new Map(),
    mistakes: [],
    hostOrigin: null,
    isElement: false,
  });
});

test("the element's settings, a scenario as authors write it included", async () => {
  const scenario = {
    tokens: { accessToken: { sub: "kp_1" } },
    env: { A: "b" },
    mocks: [{ url: "https://api.example.com", json: { plan: "gold" } }],
    localization: { hello: "Hi" },
  };
  const read = await readSettings(
    settings({
      scenario,
      host: "https://docs.example",
      attributes: { highlight: "3,5-7", "start-line": "10", view: "nonsense", editable: "" },
    }),
  );
  expect(read).toMatchObject({
    view: "split",
    theme: "auto",
    editing: "at-once",
    startLine: 10,
    highlighted: [
      { first: 3, last: 3 },
      { first: 5, last: 7 },
    ],
    hostOrigin: "https://docs.example",
    isElement: true,
  });
  expect(read.project).toEqual(
    createProject(FILES, {
      tokens: { accessToken: { text: '{\n  "sub": "kp_1"\n}', imported: false } },
      env: [{ name: "A", value: "b", isSecret: false }],
      mocks: [
        {
          method: "GET",
          url: "https://api.example.com",
          status: 200,
          answer: "json",
          body: '{\n  "plan": "gold"\n}',
          latencyMs: 0,
        },
      ],
      localization: [{ key: "hello", text: "Hi" }],
    }),
  );
});

test("a scenario that arrives as text keeps every digit and the order of names", async () => {
  const scenario = `{
    "tokens": { "accessToken": { "b": 9007199254740993, "1": [-0, 1.0, 1E5] }, "idToken": "{ \\"sub\\":1 }" },
    "events": { "user:pre_mfa": { "n": 1.50 } },
    "env": { "2": 10000000000000000000001, "1": "x" },
    "mocks": [{ "url": "https://a.test", "status": 201, "json": 9007199254740993 }, { "url": "https://b.test", "text": "9007199254740993" }]
  }`;
  const { project } = await readSettings(settings({ scenario }));
  expect(project.scenarios[0].tokens).toEqual({
    accessToken: {
      text: '{\n  "b": 9007199254740993,\n  "1": [\n    -0,\n    1.0,\n    1E5\n  ]\n}',
      imported: false,
    },
    idToken: { text: '{ "sub":1 }', imported: false },
  });
  expect(project.scenarios[0].events).toEqual({ "user:pre_mfa": '{\n  "n": 1.50\n}' });
  expect(project.scenarios[0].env).toEqual([
    { name: "2", value: "10000000000000000000001", isSecret: false },
    { name: "1", value: "x", isSecret: false },
  ]);
  expect(project.scenarios[0].mocks).toEqual([
    { method: "GET", url: "https://a.test", status: 201, answer: "json", body: "9007199254740993", latencyMs: 0 },
    { method: "GET", url: "https://b.test", status: 200, answer: "text", body: "9007199254740993", latencyMs: 0 },
  ]);
});

test("of a mock an author says what it wants, and an answer without a body is empty", async () => {
  const scenario = `{ "mocks": [
    { "url": "https://a.test", "status": 503, "times": 1 },
    { "url": "https://a.test", "body": { "n": 1 }, "headers": { "X": "1", "y": "2*" }, "json": 1 },
    { "method": "GET", "url": "x", "status": 200, "answer": "json", "body": "{}", "latencyMs": 0, "sentBody": "a" }
  ] }`;
  const { project } = await readSettings(settings({ scenario }));
  expect(project.scenarios[0].mocks).toEqual([
    { method: "GET", url: "https://a.test", status: 503, answer: "text", body: "", latencyMs: 0, times: 1 },
    {
      ...{ method: "GET", url: "https://a.test", status: 200, answer: "json", body: "1", latencyMs: 0 },
      ...{ sentHeaders: "X: 1\ny: 2*", sentBody: '{\n  "n": 1\n}' },
    },
    { method: "GET", url: "x", status: 200, answer: "json", body: "{}", latencyMs: 0, sentBody: "a" },
  ]);
});

test("a scenario may be a link, whose files are not taken", async () => {
  const fragment = encodeLink({ project: createProject(FILES, { env: [{ name: "A", value: "b", isSecret: false }] }) });
  const read = await readSettings(settings({ scenario: `https://playground.example/#${fragment}` }));
  expect(read.project.scenarios[0].env).toEqual([{ name: "A", value: "b", isSecret: false }]);
});

test("an expectation that cannot be read is the author's mistake, and the example works", async () => {
  const { mistakes, expectation } = await readSettings(settings({ attributes: { expect: "what" } }));
  expect(mistakes.join()).toContain("is no expectation");
  expect(expectation).toBeNull();
});

test.each([
  ["", "holds no project"],
  ["#wf1.broken", "incomplete or was changed"],
  ["#settings=%7B", "arrived damaged"],
  [settings({ files: [{ name: 1 }] }), "name must be text"],
  [settings({ scenario: { mocks: [{}] } }), "scenario of this example cannot be read"],
  [settings({ scenario: '{"mocks": [{}]}' }), "scenario of this example cannot be read"],
  [settings({ scenario: '{"mocks": [' }), "scenario of this example cannot be read"],
])("%s is told in plain words", async (fragment, words) => {
  await expect(readSettings(fragment)).rejects.toThrow(words);
});
