import { expect, test } from "vitest";
import { indentJson } from "../../workflow/indent-json.ts";
import { createRandom, type Random } from "../../../testing/random.ts";
import { emptyScenario } from "../../workflow/scenario.ts";
import { layOver, overlayBetween } from "./overlay.ts";
import { readScenarioFile } from "./read.ts";
import { scenarioParts } from "./scenario-parts.ts";
import { writeScenarioFile } from "./write.ts";

const NOW = Date.parse("2026-11-25T09:00:00Z");
const TRIGGER = "user:tokens_generation";

function fileOf(text: string) {
  const reading = readScenarioFile(text);
  if (reading.kind === "invalid") throw new Error(reading.mistakes.map(({ message }) => message).join("\n"));
  return reading.file;
}

const parts = (text: string, index: number) => {
  const scenario = fileOf(text).scenarios[index];
  if (scenario === undefined) throw new Error("no such scenario");
  return scenarioParts(scenario, TRIGGER, NOW);
};

/** The file of the specification. */
const SPECIFIED = `{ "version": 1,
  "now": "2026-11-25T09:00:00Z",              // optional
  "all": { /* under every scenario */
    "tokens": { "accessToken": { "permissions": ["read:orders"] } },
    "event": { "context": { "organization": { "code": "org_1" } } },
    "env": { "PLAN_API": "https://api.example.com", "KEY": { "secret": true } },
    "mocks": [{ "url": "https://api.example.com/plan", "json": { "plan": "gold" } }],
    "localization": { "greeting": "Hello" },
    "expect": { "accessToken": { "*": "unchanged" } } },
  "scenarios": [
    { "name": "gold member",
      "expect": { "accessToken": { "plan": { "is": "gold" }, "permissions": "emptied", "roles": "absent" },
                  "idToken": "unchanged", "maxBytes": { "accessToken": 1800 }, }, },
    { "name": "API down", "from": "gold member",
      "mocks": [{ "url": "https://api.example.com/plan", "status": 503 }],
      "expect": { "outcome": "failed", "message": "503" } } ], }`;

test("the file of the specification", () => {
  const file = fileOf(SPECIFIED);
  expect(file.nowMs).toBe(NOW);
  expect(file.scenarios.map(({ name }) => name)).toEqual(["gold member", "API down"]);
  expect(file.scenarios.map(({ expectations }) => expectations)).toEqual([
    {
      outcome: "completed",
      tokens: {
        accessToken: {
          claims: new Map([
            ["plan", [{ kind: "is", json: '"gold"' }]],
            ["permissions", [{ kind: "state", state: "emptied" }]],
            ["roles", [{ kind: "state", state: "absent" }]],
          ]),
          others: "unchanged",
        },
        idToken: { claims: new Map(), others: "unchanged" },
      },
      maxBytes: { accessToken: 1800 },
    },
    { outcome: "failed", message: "503", tokens: {}, maxBytes: {} },
  ]);
  const down = parts(SPECIFIED, 1);
  expect(JSON.parse(down.tokens.accessToken?.text ?? "")).toMatchObject({
    permissions: ["read:orders"],
    iat: NOW / 1_000,
    exp: NOW / 1_000 + 86_400,
  });
  expect(JSON.parse(down.events[TRIGGER] ?? "").context.organization).toEqual({ code: "org_1" });
  expect(down.mocks.map(({ status, answer, body }) => [status, answer, body])).toEqual([
    [503, "text", ""],
    [200, "json", '{\n  "plan": "gold"\n}'],
  ]);
  expect(down.env).toEqual([
    { name: "PLAN_API", value: "https://api.example.com", isSecret: false },
    { name: "KEY", value: "", isSecret: true },
  ]);
  expect(down.localization).toEqual([{ key: "greeting", text: "Hello" }]);
});

const file = (scenario: string, rest = "") => `{"version": 1, ${rest}"scenarios": [{"name": "a", ${scenario}}]}`;

/** `§` stands before the place of the mistake. */
test.each([
  ["an unknown member", file('§"tokns": {}'), 'no member "tokns". Did you mean "tokens"?'],
  ["an unknown outcome", file('"expect": {"outcome": §"fails"}'), '"outcome" has no "fails". Did you mean "failed"?'],
  ["an unknown state", file('"expect": {"idToken": {"a": §"addd"}}'), '"a" has no "addd". Did you mean "added"?'],
  ["an unknown claim object", file('"expect": {"idToken": {"a": {§"equals": 1}}}'), 'no member "equals"'],
  ["an empty claim object", file('"expect": {"idToken": {"a": §{}}}'), 'needs "is", "has" or "matches"'],
  ["a duplicate key", '{"version": 1,\n §"version": 1, "scenarios": []}', 'The name "version" stands twice'],
  ["a wrong type", file('"mocks": §{}'), '"mocks" must be a list of mocks, not an object.'],
  ["a wrong version", '{"version": §2, "scenarios": []}', '"version" must be 1, not 2.'],
  ["no version", '§{"scenarios": []}', 'The file needs "version"'],
  ["no name", '{"version": 1, "scenarios": [§{}]}', 'Item 1 of "scenarios" needs "name", text'],
  ["an empty name", '{"version": 1, "scenarios": [{"name": §" "}]}', '"name" is empty'],
  [
    "a name twice",
    '{"version": 1, "scenarios": [{"name": "a"},\n{"name": §"a"}]}',
    'Two scenarios are called "a". Rename one of them.',
  ],
  ["an unknown from", file('"from": §"b"'), '"from" names "b", and no scenario is called that.'],
  ["a scenario from itself", file('"from": §"a"'), 'in a circle: "a" ← "a"'],
  ["a path outside", file('"hidden": true', '"workflow": §"../x.ts", '), "leads out of this folder (../x.ts)"],
  ["an absolute path", file('"hidden": true', '"workflow": §"/x.ts", '), "leads out of this folder"],
  ["a time without a zone", file('"hidden": true', '"now": §"2026-11-25T09:00", '), "must be a time with its zone"],
  ["two answers", file('"mocks": [§{"url": "*", "json": 1, "text": ""}]'), 'one of "json", "text" and "error"'],
  ["a mock that never answers", file('"mocks": [{"url": "*", "times": §0}]'), '"times" must be a whole number'],
  ["a header twice", file('"mocks": [§{"url": "*", "headers": {"A": "", "a": ""}}]'), "has headers of which one"],
  ["a header that is none", file('"mocks": [{"url": "*", "headers": {"A": §1}}]'), '"A" must be text, not a number.'],
  ["a body that is none", file('"mocks": [{"url": "*", "body": §1}]'), '"body" must be text, an object or a list'],
  ["a value of a secret", file('"env": {"A": {"secret": true, §"value": "x"}}'), 'no member "value"'],
  ["a comment without an end", '{"version": 1 §/* ', "This comment has no end"],
  ["two commas", '{"version": 1,§, "scenarios": []}', "Expected a name in double quotes"],
  ["a comma alone", '{"version": 1, "scenarios": [§,]}', "Expected a value"],
  ["a pattern that is none", file('"expect": {"idToken": {"a": {"matches": §"("}}}'), "has a ( without its )"],
  [
    "an overlay over a mistake",
    file('"event": §{}', '"all": {"event": "{"}, '),
    "laid over a text that is not a JSON object",
  ],
  ["no problem as a list", file('"expect": {"problems": §[]}'), 'Write "none"'],
  ["a call that is none", file('"expect": {"calls": [§"https://x"]}'), 'Item 1 of "calls" must be a method and a URL'],
])("%s is told with its place", (_, marked, message) => {
  const reading = readScenarioFile(marked.replace("§", ""));
  if (reading.kind === "ok") throw new Error("it was read");
  const before = marked.slice(0, marked.indexOf("§")).split("\n");
  expect(reading.mistakes).toHaveLength(1);
  expect(reading.mistakes[0]).toMatchObject({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  expect(reading.mistakes[0]?.message).toContain(message);
});

test("each scenario of a circle is told of it", () => {
  const reading = readScenarioFile(
    '{"version": 1, "scenarios": [{"name": "a", "from": "b"}, {"name": "b", "from": "a"}, {"name": "c", "from": "a"}]}',
  );
  expect(reading.kind === "invalid" && reading.mistakes.map(({ column, message }) => [column, message])).toEqual([
    [52, '"from" goes in a circle: "a" ← "b" ← "a". Take one "from" away.'],
    [80, '"from" goes in a circle: "b" ← "a" ← "b". Take one "from" away.'],
  ]);
});

test.each([
  ['{"message": "x"}', "but the run is expected to complete"],
  ['{"outcome": "completed", "denied": "x"}', '"denied" contradicts the outcome "completed"'],
  ['{"outcome": "failed", "fields": {"p": "x"}}', 'but the outcome is "failed"'],
  ['{"denied": "x", "message": "y"}', "both speak of the reason"],
  ['{"denied": "x", "idToken": "unchanged"}', "No ID token is issued when access is denied"],
  ['{"outcome": "failed", "idToken": {"a": "added"}}', '"a" cannot be added'],
  ['{"idToken": {"sub": "replaced"}}', "Kinde sets this claim itself"],
  ['{"idToken": {"a": {"is": "x", "has": "y"}}}', '"x" does not have "y"'],
  ['{"idToken": {"a": {"is": 1, "matches": "1"}}}', "is not text"],
  ['{"idToken": "unchanged", "m2mToken": "unchanged"}', "No workflow has both"],
])("the contradiction %s is told", (expected, message) => {
  const reading = readScenarioFile(file(`"expect": ${expected}`));
  if (reading.kind === "ok") throw new Error("it was read");
  expect(reading.mistakes.map((mistake) => mistake.message).join("\n")).toContain(message);
});

test("what lies nearer counts: null takes away, text replaces all, a mock comes first", () => {
  const text = `{"version": 1,
    "all": {"tokens": {"idToken": {"a": {"b": 1, "c": 2}}}, "env": {"A": "1", "B": "2"}, "mocks": [{"url": "*", "text": "all"}],
            "expect": {"idToken": {"a": "added", "b": "added"}, "calls": 1}},
    "scenarios": [
      {"name": "one", "tokens": {"idToken": {"a": {"b": null, "n": 12345678901234567890}, "email": null}}, "env": {"A": null, "B": "3"}},
      {"name": "two", "from": "one", "tokens": {"idToken": "{\\"whole\\": null}"}, "mocks": [{"url": "*", "text": "two"}],
       "expect": {"idToken": {"a": null, "b": "absent"}, "calls": null}},
      {"name": "three", "from": "two", "tokens": {"idToken": null}, "expect": {"idToken": "unchanged"}},
      {"name": "four", "from": "two", "tokens": {"idToken": {"more": 1}}}
    ]}`;
  expect(JSON.stringify(JSON.parse(parts(text, 0).tokens.idToken?.text ?? "").email)).toBeUndefined();
  expect(parts(text, 0).tokens.idToken?.text).toContain('"a": {\n    "c": 2,\n    "n": 12345678901234567890\n  }');
  expect(parts(text, 0).env).toEqual([{ name: "B", value: "3", isSecret: false }]);
  expect(parts(text, 1).tokens.idToken?.text).toBe('{"whole": null}');
  expect(parts(text, 1).mocks.map(({ body }) => body)).toEqual(["two", "all"]);
  expect(parts(text, 2).tokens).toEqual({});
  expect(parts(text, 3).tokens.idToken?.text).toBe('{\n  "whole": null,\n  "more": 1\n}');
  expect(fileOf(text).scenarios.map(({ expectations }) => expectations?.tokens.idToken)).toEqual([
    { claims: new Map(["a", "b"].map((name) => [name, [{ kind: "state", state: "added" }]])) },
    { claims: new Map([["b", [{ kind: "state", state: "absent" }]]]) },
    { claims: new Map(), others: "unchanged" },
    { claims: new Map([["b", [{ kind: "state", state: "absent" }]]]) },
  ]);
});

test("a nearer mock for many addresses is asked before a farther one for the very address", () => {
  const text = `{"version": 1,
    "all": {"mocks": [{"url": "https://a.test/plan"}, {"url": "https://a.test/*"}]},
    "scenarios": [
      {"name": "one", "mocks": [{"url": "https://a.test/plan", "status": 500, "times": 1}]},
      {"name": "two", "from": "one", "mocks": [{"url": "*", "status": 503, "times": 2}, {"url": "https://a.test/x"}]}
    ]}`;
  const told = (index: number) => parts(text, index).mocks.map(({ url, level, times }) => [url, times, level]);
  expect(told(0)).toEqual([
    ["https://a.test/plan", 1, undefined],
    ["https://a.test/plan", undefined, undefined],
    ["https://a.test/*", undefined, undefined],
  ]);
  expect(told(1)).toEqual([
    ["*", 2, undefined],
    ["https://a.test/x", undefined, undefined],
    ["https://a.test/plan", 1, 1],
    ["https://a.test/plan", undefined, 1],
    ["https://a.test/*", undefined, 1],
  ]);
});

test("what a mock wants of a request is read and written as it was", () => {
  const text = file(`"mocks": [
    {"url": "https://a.test", "times": 2, "status": 500},
    {"url": "https://a.test", "body": {"n": 12345678901234567890, "tags": ["a"]}, "headers": {"Authorization": "Bearer *", "x": ""}},
    {"url": "https://a.test", "body": "a=1*", "level": 3}
  ]`);
  const { mocks } = parts(text, 0);
  expect(mocks.map(({ times, sentHeaders, sentBody, level }) => [times, sentHeaders, sentBody, level])).toEqual([
    [2, undefined, undefined, undefined],
    [
      undefined,
      "Authorization: Bearer *\nx: ",
      '{\n  "n": 12345678901234567890,\n  "tags": [\n    "a"\n  ]\n}',
      undefined,
    ],
    [undefined, undefined, "a=1*", 3],
  ]);
  const written = writeScenarioFile([{ name: "a", expect: "", ...parts(text, 0) }], TRIGGER);
  expect(parts(written, 0).mocks).toEqual(mocks);
  expect(written).toContain('"headers": {');
});

test("nothing expected is not an expectation", () => {
  expect(fileOf(file('"expect": {}')).scenarios[0]?.expectations).toBeNull();
  expect(fileOf(file('"expect": {"outcome": "completed"}')).scenarios[0]?.expectations).not.toBeNull();
});

function anyJson(random: Random, depth: number): unknown {
  const leaves = [1, "x", true, [1, { a: null }], -0.5, "", [], {}] as const;
  if (depth === 0 || random.below(3) === 0) return random.pick(leaves);
  const names = ["a", "b", "c", "__proto__"].filter(() => random.below(2) === 0);
  return Object.fromEntries(names.map((name) => [name, anyJson(random, depth - 1)]));
}

/** RFC 7396, section 2. */
function patched(target: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const base = typeof target === "object" && target !== null && !Array.isArray(target) ? target : {};
  const result = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else result.set(name, patched(result.get(name), value));
  }
  return Object.fromEntries(result);
}

test("an overlay is a merge patch, and the one between two objects gives the second", () => {
  const random = createRandom(7396);
  for (let count = 0; count < 500; count++) {
    const under = Object.assign(Object.create(null), anyJson(random, 3));
    const over = { x: anyJson(random, 3), a: random.below(2) === 0 ? null : anyJson(random, 2) };
    const laid = layOver(JSON.stringify(under), JSON.stringify(over));
    expect(laid).toBe(JSON.stringify(patched(under, over)));
    const overlay = overlayBetween(JSON.stringify(under), laid);
    if (overlay !== null) expect(JSON.parse(layOver(JSON.stringify(under), overlay))).toEqual(JSON.parse(laid));
  }
});

test("what is written is read as it was, without values of secrets and without pasted tokens", () => {
  const base = parts(SPECIFIED, 0);
  const scenarios = [
    { name: "as it is", ...base, expect: '{"idToken":{"n":{"is":12345678901234567890}}}' },
    {
      name: "a mistake",
      ...emptyScenario(),
      tokens: { idToken: { text: "{ no", imported: false } },
      expect: "",
    },
    {
      name: "secret",
      ...emptyScenario(),
      tokens: { accessToken: { text: '{"pasted": 1}', imported: true } },
      env: [{ name: "KEY", value: "canary", isSecret: true }],
      events: { [TRIGGER]: "null", "user:pre_mfa": "{}" },
      expect: "",
    },
  ];
  const text = writeScenarioFile(scenarios, TRIGGER);
  expect(text).not.toMatch(/canary|pasted/);
  expect(text).toContain("12345678901234567890");
  const read = fileOf(text).scenarios.map((scenario) => scenarioParts(scenario, TRIGGER, 0));
  expect(read[0]).toEqual(base);
  expect(read[1]?.tokens.idToken?.text).toBe("{ no");
  expect(read[2]).toEqual({
    ...emptyScenario(),
    env: [{ name: "KEY", value: "", isSecret: true }],
    events: { [TRIGGER]: "null", "user:pre_mfa": "{}" },
  });
  expect(writeScenarioFile([{ name: "x", expect: "", ...emptyScenario() }], TRIGGER)).toBe(
    `${indentJson('{"version":1,"scenarios":[{"name":"x"}]}')}\n`,
  );
});
