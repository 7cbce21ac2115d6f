import { expect, test } from "vitest";
import type { RunResult } from "../workflow/run-result.ts";
import { parseShortForm } from "./short-form.ts";
import { failedExpectations } from "./failed-expectations.ts";

const RESULT = {
  outcome: { kind: "completed" },
  effects: [],
  signIn: { kind: "continues", sentence: "The sign-in goes on." },
  tokens: [
    {
      name: "accessToken",
      issuedText: "{}",
      changes: [
        { name: "companyName", state: "added", after: '{"b":1,"a":"x; y"}' },
        { name: "permissions", state: "emptied", before: '["a"]', after: "[]" },
        { name: "sub", state: "prohibited", before: '"kp"', after: '"kp"' },
        { name: "big", state: "replaced", before: "1", after: "9007199254740993" },
        { name: "two words", state: "removed", before: "1" },
      ],
    },
    { name: "idToken", issuedText: "{}", changes: [{ name: "house", state: "added", after: '"Stark"' }] },
  ],
} as unknown as RunResult;

const FAILED = {
  ...RESULT,
  outcome: { kind: "failed", phase: "execute", error: { name: "TypeError", message: "x is not a function" } },
} as unknown as RunResult;

function complaints(text: string, result: RunResult, token: "accessToken" | "idToken" | null = null) {
  const reading = parseShortForm(text);
  return reading.kind === "ok" ? failedExpectations(reading.expectation, result, token) : [reading.message];
}

test.each([
  ["", RESULT],
  ["completed", RESULT],
  ['companyName added; permissions emptied; sub rejected; "two words" removed', RESULT],
  ['companyName = {"a": "x; y", "b": 1}', RESULT],
  ["big = 9007199254740993", RESULT],
  ["big = 9007199254740993.0", RESULT],
  ["failed", FAILED],
  ["failed: is not a function", FAILED],
] as const)("%j is met", (text, result) => {
  expect(complaints(text, result)).toEqual([]);
});

test.each([
  ["completed", FAILED, ["expected the outcome “completed”, but it is “failed”: TypeError: x is not a function"]],
  ["failed: boom", FAILED, ["expected a message with “boom”, but it is “TypeError: x is not a function”"]],
  ["companyName replaced", RESULT, ["expected companyName replaced, but it is added"]],
  ["plan added", RESULT, ["expected plan added, but it is not in the token"]],
  ["big = 9007199254740992", RESULT, ["expected big = 9007199254740992, but it is 9007199254740993"]],
  ["permissions = [1]", RESULT, ["expected permissions = [1], but it is []"]],
] as const)("%j is not met, and says how", (text, result, expected) => {
  expect(complaints(text, result)).toEqual(expected);
});

test("the token named is the one whose claims are meant", () => {
  expect(complaints('house = "Stark"', RESULT, "idToken")).toEqual([]);
  expect(complaints("house added", RESULT)).toEqual(["expected house added, but it is not in the token"]);
});

test.each([
  "companyName",
  "companyName is added",
  "completed; failed",
  "a = {",
  "plan added; plan removed",
  "plan = 1; plan = 2",
  "plan absent; plan = 1",
  "failed; plan added",
  "completed: boom",
])("%j is no expectation", (text) => {
  expect(parseShortForm(text).kind).toBe("invalid");
});
