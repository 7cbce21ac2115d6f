import { expect, test } from "vitest";
import { seedToken } from "./base-token.ts";
import { parseClaimsSet } from "./claims-set.ts";
import { seedEvent } from "./event.ts";
import { findJsonMistake } from "./json-mistake.ts";
import { readDetailedMock } from "./detailed-mock.ts";
import { parseRunInput, type RunInputOptions } from "./parse-run-input.ts";
import { emptyScenario } from "./scenario.ts";
import type { FetchMockDraft } from "./scenario.ts";

const options: RunInputOptions = {
  nowMs: 1_800_000_000_500,
  timeoutMs: 250,
  grantConsole: true,
  resetClaims: [],
  explainJson: findJsonMistake,
  readDetailedMock,
};
const scenario = emptyScenario();
const mock: FetchMockDraft = {
  method: "get",
  url: "https://api.example.com/plan",
  status: 200,
  answer: "json",
  body: '{"plan": "pro"}',
  latencyMs: 0,
};

function claimsIn(text: string) {
  const reading = parseClaimsSet(text);
  return reading.kind === "ok" ? reading.claims : [];
}

test("a project without edits runs from the seeds of its trigger", () => {
  const base = claimsIn(seedToken("m2mToken", 1_800_000_000));
  expect(parseRunInput(scenario, "m2m:token_generation", options)).toEqual({
    kind: "ok",
    input: {
      event: JSON.parse(seedEvent("m2m:token_generation")),
      env: new Map(),
      fetchMocks: [],
      initialClaims: {
        accessToken: [],
        idToken: [],
        m2mToken: base.filter(({ name }) => ["org_code", "scope", "v"].includes(name)),
      },
      localization: new Map(),
      cache: new Map(),
      nowMs: 1_800_000_000_500,
      timeoutMs: 250,
      grantConsole: true,
    },
    base: { m2mToken: base },
  });
});

test("edited parts take the place of seeds", () => {
  const reading = parseRunInput(
    {
      ...scenario,
      tokens: { accessToken: { text: '{"sub": "kp_2", "__proto__": 1, "tier": "gold"}', imported: false } },
      events: { "user:tokens_generation": "null", "user:pre_mfa": "not looked at" },
      env: [
        { name: "API_KEY", value: "k", isSecret: true },
        { name: " ", value: "", isSecret: false },
        { name: "__proto__", value: "p", isSecret: false },
      ],
      mocks: [
        mock,
        { ...mock, url: " " },
        { ...mock, method: "POST", url: "https://api.example.com/*", answer: "text", body: "ok", status: 201 },
        { ...mock, url: "*", answer: "error", body: "no route", latencyMs: 40 },
        { ...mock, times: 1, sentHeaders: " Authorization : Bearer * \n\nX:", sentBody: '{ "a": 1 }', level: 2 },
        { ...mock, sentBody: "a=1*", times: 0, sentHeaders: "" },
      ],
      localization: [{ key: "greeting", text: "Hello" }],
    },
    "user:tokens_generation",
    options,
  );
  if (reading.kind !== "ok") throw new Error("unready");
  expect(reading.base.accessToken).toEqual([
    { name: "sub", json: '"kp_2"' },
    { name: "__proto__", json: "1" },
    { name: "tier", json: '"gold"' },
  ]);
  expect(reading.input.initialClaims.accessToken).toEqual([
    { name: "__proto__", json: "1" },
    { name: "tier", json: '"gold"' },
  ]);
  expect(reading.input.event).toBeNull();
  expect([...reading.input.env]).toEqual([
    ["API_KEY", { value: "k", isSecret: true }],
    ["__proto__", { value: "p", isSecret: false }],
  ]);
  expect(reading.input.fetchMocks).toEqual([
    { method: "GET", url: "https://api.example.com/plan", status: 200, text: '{"plan":"pro"}', latencyMs: 0 },
    { method: "", url: "", text: "" },
    { method: "POST", url: "https://api.example.com/*", status: 201, text: "ok", latencyMs: 0 },
    { method: "GET", url: "*", error: "no route", latencyMs: 40 },
    {
      ...{ method: "GET", url: "https://api.example.com/plan", status: 200, text: '{"plan":"pro"}', latencyMs: 0 },
      ...{ times: 1, sentHeaders: { Authorization: "Bearer *", X: "" }, sentBody: { a: 1 }, level: 2 },
    },
    {
      ...{ method: "GET", url: "https://api.example.com/plan", status: 200, text: '{"plan":"pro"}', latencyMs: 0 },
      sentBody: "a=1*",
    },
  ]);
  expect([...reading.input.localization]).toEqual([["greeting", "Hello"]]);
});

test("reset claims leave what Kinde issues itself", () => {
  const tokens = { accessToken: { text: '{"sub": "kp_2", "tier": "gold", "permissions": []}', imported: false } };
  const reading = parseRunInput({ ...scenario, tokens }, "user:tokens_generation", {
    ...options,
    resetClaims: ["accessToken"],
  });
  expect(reading.kind === "ok" && reading.input.initialClaims.accessToken).toEqual([
    { name: "permissions", json: "[]" },
  ]);
});

test("every problem is named, with its part and place", () => {
  const reading = parseRunInput(
    {
      ...scenario,
      tokens: {
        accessToken: { text: '{\n"sub": }', imported: false },
        idToken: { text: "[]", imported: false },
        m2mToken: { text: "not carried by this trigger", imported: false },
      },
      events: { "user:tokens_generation": "7" },
      env: [
        { name: "KEY", value: "1", isSecret: false },
        { name: "KEY", value: "2", isSecret: false },
      ],
      mocks: [
        { ...mock, body: '{"plan" "pro"}' },
        { ...mock, url: "api.example.com" },
        { ...mock, method: "" },
        { ...mock, status: 42 },
        { ...mock, latencyMs: -1 },
        { ...mock, times: 0.5 },
        { ...mock, sentHeaders: "A: 1\na: 2" },
        { ...mock, sentHeaders: "\nno colon" },
        { ...mock, sentBody: "{ no" },
      ],
    },
    "user:tokens_generation",
    options,
  );
  expect(reading).toEqual({
    kind: "unready",
    problems: [
      { part: "accessToken", message: 'Expected a value for "sub", found }.', line: 2, column: 8 },
      { part: "idToken", message: 'A claims set is a JSON object, such as {"sub": "kp_1"}.', line: 1, column: 1 },
      {
        part: "event",
        message: "An event is a JSON object with request and context, or null to call the workflow without one.",
        line: 1,
        column: 1,
      },
      {
        part: "env",
        index: 1,
        message: "The environment variable KEY is there twice. Rename or remove one of them.",
        line: 1,
        column: 1,
      },
      {
        part: "mocks",
        index: 0,
        message: 'The body of Mock 1 (GET https://api.example.com/plan): Expected a colon after "plan".',
        line: 1,
        column: 9,
      },
      {
        part: "mocks",
        index: 1,
        message:
          "Mock 2 (GET api.example.com) needs a URL that starts with https:// or http://. A * may stand at its end, for any rest.",
        line: 1,
        column: 1,
      },
      { part: "mocks", index: 2, message: "Mock 3 needs a method such as GET or POST.", line: 1, column: 1 },
      {
        part: "mocks",
        index: 3,
        message: "Mock 4 (GET https://api.example.com/plan) needs a status between 100 and 599.",
        line: 1,
        column: 1,
      },
      {
        part: "mocks",
        index: 4,
        message: "Mock 5 (GET https://api.example.com/plan) needs a latency of 0 ms or more.",
        line: 1,
        column: 1,
      },
      ...[
        "The number of requests that it answers must be whole.",
        "Line 2 of its headers is none, such as Authorization: Bearer *, or stands twice.",
        "Line 2 of its headers is none, such as Authorization: Bearer *, or stands twice.",
        'The body that it wants: The name no needs double quotes: "no".',
      ].map((told, at) => ({
        part: "mocks",
        index: 5 + at,
        message: `Mock ${6 + at} (GET https://api.example.com/plan): ${told}`,
        line: 1,
        column: 1,
      })),
    ],
  });
});
