import { expect, test } from "vitest";
import { parseClaimsSet } from "./claims-set.ts";

test("keeps order, every name and each value as JSON text", () => {
  const text =
    '{"sub": "kp_1", "__proto__": {"a": 1}, "": [ ], "constructor": null, "naïve\\u0000": 1.50, "toString": "é"}';
  expect(parseClaimsSet(text)).toEqual({
    kind: "ok",
    claims: [
      { name: "sub", json: '"kp_1"' },
      { name: "__proto__", json: '{"a":1}' },
      { name: "", json: "[]" },
      { name: "constructor", json: "null" },
      { name: "naïve\u0000", json: "1.5" },
      { name: "toString", json: '"é"' },
    ],
  });
});

test("of a name that stands twice the last value wins, at the place of the first", () => {
  expect(parseClaimsSet('{"a": 1, "b": 2, "a": 3}')).toEqual({
    kind: "ok",
    claims: [
      { name: "a", json: "3" },
      { name: "b", json: "2" },
    ],
  });
});

test.each(["[]", "null", '"text"', "12"])("%s is JSON but no claims set", (text) => {
  expect(parseClaimsSet(`\n ${text}`)).toEqual({
    kind: "invalid",
    message: 'A claims set is a JSON object, such as {"sub": "kp_1"}.',
    line: 2,
    column: 2,
  });
});

test("a mistake in the JSON is reported at its place", () => {
  expect(parseClaimsSet('{\n  "sub": "kp_1",\n}')).toEqual({
    kind: "invalid",
    message: "Remove the comma before }: JSON has none after the last one.",
    line: 2,
    column: 16,
  });
});
