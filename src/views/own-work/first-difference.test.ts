import { expect, test } from "vitest";
import { createProject } from "../../workflow/project.ts";
import { differencesAmong, firstDifference } from "./first-difference.ts";

const projectOf = (text: string, parts = {}) => createProject([{ name: "Workflow.ts", text }], parts);

test("two states of one piece of work are told apart by the first place that differs", () => {
  const before = projectOf("a\nb\nc");
  expect(firstDifference(projectOf("a\n  B\nc"), before)).toBe("line 2: B");
  expect(firstDifference(projectOf("a\nc"), before)).toBe("line 2: lines gone");
  expect(firstDifference(projectOf("a\nb\nc\nd"), before)).toBe("line 4: d");
  expect(firstDifference(before, before)).toBeNull();
  const two = { ...before, files: [...before.files, { name: "lib.ts", text: "" }] };
  expect([firstDifference(two, before), firstDifference(before, two)]).toEqual(["has lib.ts", "without lib.ts"]);
  const env = [{ name: "A", value: "1", isSecret: false }];
  expect(firstDifference(projectOf("a\nb\nc", { env }), before)).toBe("scenario Scenario 1");
});

test("only works of one title need telling apart", () => {
  const works = ["x", "y", "z"].map((text) => ({ title: text === "z" ? "other" : "same", project: projectOf(text) }));
  expect(differencesAmong(works)).toEqual(["line 1: x", "line 1: y", null]);
});
