/** Stashed work: one list for all tabs, bounded by size, without what no storage may hold. */
import { expect, test } from "vitest";
import { createProject } from "../workflow/project.ts";
import { createStash } from "./stash.ts";
import { createStorage } from "../../testing/create-storage.ts";

const projectOf = (text: string) => createProject([{ name: "Workflow.ts", text }]);
const workOf = (text: string, stashedAtMs: number, id = text) => ({
  id,
  name: null,
  project: projectOf(text),
  stashedAtMs,
});
const idsOf = (stash: ReturnType<typeof createStash>) => stash.read().works.map(({ id }) => id);

test("the newest stands first, the same work stands once and keeps its name", () => {
  const stash = createStash(createStorage());
  stash.put(workOf("1", 1, "a"));
  stash.put(workOf("2", 2, "b"));
  stash.rename("a", "  first try ");
  stash.put(workOf("1", 3, "c"));
  stash.put(workOf("3", 4, "b"));
  expect(stash.read().works.map(({ id, name, stashedAtMs }) => [id, name, stashedAtMs])).toEqual([
    ["b", null, 4],
    ["c", "first try", 3],
  ]);
  stash.rename("c", " ");
  stash.remove("b");
  expect(stash.read().works.map(({ id, name }) => [id, name])).toEqual([["c", null]]);
});

test("two tabs share the list, and neither loses what the other has put there", () => {
  const storage = createStorage();
  const [one, other] = [createStash(storage), createStash(storage)];
  one.put(workOf("1", 1));
  other.put(workOf("2", 2));
  one.put(workOf("3", 3));
  other.refresh();
  expect([idsOf(one), idsOf(other)]).toEqual([
    ["3", "2", "1"],
    ["3", "2", "1"],
  ]);
  other.remove("1");
  one.refresh();
  expect(idsOf(one)).toEqual(["3", "2"]);
});

test("work comes back after a reload, without secret values and pasted tokens; before that with them", () => {
  const storage = createStorage();
  const project = createProject(projectOf("mine").files, {
    tokens: { accessToken: { text: '{"a":1}', imported: true }, idToken: { text: "{}", imported: false } },
    env: [{ name: "KEY", value: "canary", isSecret: true }],
  });
  const stash = createStash(storage);
  stash.put({ id: "x", name: null, project, stashedAtMs: 7 });
  stash.put(workOf("another", 8));
  stash.refresh();
  expect(stash.read().works[1]?.project).toBe(project);
  expect(createStash(storage).read().works[1]?.project).toEqual(
    createProject(project.files, {
      tokens: { idToken: { text: "{}", imported: false } },
      env: [{ name: "KEY", value: "", isSecret: true }],
    }),
  );
});

test("what there is no room for stays in the page, told apart, and is kept once there is", () => {
  const storage = createStorage();
  const stash = createStash(storage);
  const large = (name: string, at: number) => workOf(name.repeat(900_000), at, name);
  for (const [at, name] of ["1", "2", "3"].entries()) stash.put(large(name, at));
  expect([idsOf(stash), stash.read().unsaved.map(({ id }) => id)]).toEqual([["3", "2", "1"], ["1"]]);
  expect(idsOf(createStash(storage))).toEqual(["3", "2"]);
  stash.remove("3");
  expect([stash.read().unsaved, idsOf(createStash(storage))]).toEqual([[], ["2", "1"]]);
});

test("work of earlier versions has no id; a broken, foreign or absent storage holds none", () => {
  const storage = createStorage();
  const KEY = "kinde-workflow-playground/own-work/1";
  storage.setItem(KEY, JSON.stringify([{ project: projectOf("old"), asideAtMs: 5 }]));
  expect(createStash(storage).read().works).toEqual([{ ...workOf("old", 5, "5") }]);
  storage.setItem(KEY, JSON.stringify([{ project: projectOf("late"), asideAtMs: 1e300 }]));
  expect(
    createStash(storage)
      .read()
      .works.map(({ stashedAtMs }) => new Date(stashedAtMs).getFullYear()),
  ).toEqual([275_760]);
  for (const text of ["{", "{}", "[1]", '[{"project":{},"asideAtMs":1}]', '[{"asideAtMs":1}]']) {
    storage.setItem(KEY, text);
    expect(idsOf(createStash(storage))).toEqual([]);
  }
  expect(idsOf(createStash(null))).toEqual([]);
});
