import { expect, test } from "vitest";
import { setJsonMember } from "./set-json-member.ts";

test.each([
  ["", ["a"], "1", '{\n  "a": 1\n}'],
  ["", ["a", "b"], '{"is":[1]}', '{\n  "a": {\n    "b": {\n      "is": [\n        1\n      ]\n    }\n  }\n}'],
  ['{"a": 1}', ["a"], "2", '{"a": 2}'],
  ['{\n  "a": 1 // why\n}', ["b"], "2", '{\n  "a": 1,\n  "b": 2 // why\n}'],
  ['{\n  "a": {\n    "x": 1 /* one */,\n  },\n}', ["a", "x"], "2", '{\n  "a": {\n    "x": 2 /* one */,\n  },\n}'],
  ['{"a": "word"}', ["a", "b"], "1", '{"a": {\n    "b": 1\n  }}'],
  ['{"a": {}}', ["a", "b"], "1", '{"a": {\n    "b": 1\n  }}'],
  ['{"a": 1, "b": 2, "c": 3}', ["b"], null, '{"a": 1, "c": 3}'],
  ['{"a": 1, "b": 2,}', ["b"], null, '{"a": 1,}'],
  ['{"a": {"b": 2}}', ["a", "b"], null, '{"a": {}}'],
  ['{"a": 1}', ["b"], null, '{"a": 1}'],
  ['{"a": ', ["b"], "1", '{"a": '],
  ["[1]", ["b"], "1", "[1]"],
])("%j, %j = %j", (text, path, json, wanted) => {
  expect(setJsonMember(text, path, json)).toBe(wanted);
});
