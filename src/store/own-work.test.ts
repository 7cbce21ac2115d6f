import { expect, test } from "vitest";
import { createProject } from "../workflow/project.ts";
import { nameOfWork, putAside, readOwnWork, writeOwnWork } from "./own-work.ts";
import { createStorage } from "./storage-for-tests.ts";

const projectOf = (text: string) => createProject([{ name: "Workflow.ts", text }]);

test("the newest work stands first, the same work stands once, and the list stays short", () => {
  const first = putAside([], projectOf("1"), 1);
  const again = putAside(putAside(first, projectOf("2"), 2), projectOf("1"), 3);
  expect(again.map((work) => [work.project.files[0]?.text, work.asideAtMs])).toEqual([
    ["1", 3],
    ["2", 2],
  ]);
  const many = Array.from({ length: 9 }).reduce<ReturnType<typeof putAside>>(
    (works, _, i) => putAside(works, projectOf(`w${i}`), i),
    [],
  );
  expect(many.map((work) => work.asideAtMs)).toEqual([8, 7, 6, 5, 4, 3]);
});

test("work comes back after a reload, without secret values and pasted tokens", () => {
  const storage = createStorage();
  const project = createProject(projectOf("mine").files, {
    tokens: { accessToken: { text: '{"a":1}', imported: true }, idToken: { text: "{}", imported: false } },
    env: [
      { name: "KEY", value: "canary", isSecret: true },
      { name: "HOST", value: "example", isSecret: false },
    ],
  });
  writeOwnWork(storage, putAside([], project, 7));
  expect(readOwnWork(storage)).toEqual([
    {
      asideAtMs: 7,
      project: createProject(project.files, {
        tokens: { idToken: { text: "{}", imported: false } },
        env: [
          { name: "KEY", value: "", isSecret: true },
          { name: "HOST", value: "example", isSecret: false },
        ],
      }),
    },
  ]);
});

test("a broken, foreign or absent storage holds no work", () => {
  const storage = createStorage();
  for (const text of ["{", "{}", "[1]", '[{"project":{},"asideAtMs":1}]', '[{"asideAtMs":1}]']) {
    storage.setItem("kinde-workflow-playground/own-work/1", text);
    expect(readOwnWork(storage)).toEqual([]);
  }
  expect(readOwnWork(null)).toEqual([]);
});

test("work is known by its workflow’s id, else by its file", () => {
  expect(nameOfWork(projectOf('export const workflowSettings = { id: "addHouse" };'))).toBe("addHouse");
  expect(nameOfWork(projectOf("//"))).toBe("Workflow.ts");
});
