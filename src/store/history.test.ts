/** The last states of own work: when they are recorded, how many, and what they never hold. */
import { expect, test, vi } from "vitest";
import { createProject } from "../workflow/project.ts";
import { keepHistory } from "./history.ts";
import { createStorage } from "../../testing/create-storage.ts";
import { quietPage, quietStore } from "../../testing/quiet-page.ts";

function openPage(storage: Storage | null = createStorage()) {
  const project = createProject([{ name: "Workflow.ts", text: "example" }]);
  const store = quietStore(project, { kind: "example", name: "x" });
  const history = keepHistory(store, storage);
  return {
    store,
    storage,
    write: (text: string) => store.getState().setFileText("Workflow.ts", text),
    texts: () => history.read().map(({ project }) => project.files[0]?.text),
  };
}

quietPage();

test("a state is recorded when the typing rests, not at every key; an example as it came never", () => {
  const { write, texts } = openPage();
  expect(texts()).toEqual([]);
  for (const text of ["a", "ab", "abc"]) write(text);
  vi.advanceTimersByTime(6_000);
  write("abcd");
  vi.advanceTimersByTime(6_000);
  write("abcde");
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(["abcde", "abc"]);
});

test("before most of a text, or a project, goes it is recorded at once", () => {
  const { store, write, texts } = openPage();
  const long = "a line of code\n".repeat(20);
  write(long);
  write("pasted over");
  store.getState().openProject(createProject([{ name: "Workflow.ts", text: "other" }]), { kind: "own" });
  expect(texts()).toEqual(["other", "pasted over", long]);
});

test("the last thirty stay, without secrets and pasted tokens", () => {
  const { store, storage, write, texts } = openPage();
  store.getState().setEnv([{ name: "KEY", value: "canary", isSecret: true }]);
  store.getState().setToken("accessToken", '{"canary":1}', true);
  for (let count = 1; count <= 40; count += 1) {
    write(`${count}`);
    vi.advanceTimersByTime(40_000);
  }
  expect(texts()).toEqual(Array.from({ length: 30 }, (_, index) => `${40 - index}`));
  expect(storage?.getItem("kinde-workflow-playground/history/1")).not.toContain("canary");
});

test("recording parses nothing of what is kept, and a list that an earlier version wrote stays", () => {
  const storage = createStorage();
  const key = "kinde-workflow-playground/history/1";
  const past = { project: createProject([{ name: "Workflow.ts", text: "a line,\nand another" }]), name: null, atMs: 1 };
  storage.setItem(key, JSON.stringify([past]));
  const { write, texts } = openPage(storage);
  write("one");
  vi.advanceTimersByTime(40_000);
  expect(storage.getItem(key)?.split("\n")).toHaveLength(4);
  const parse = vi.spyOn(JSON, "parse");
  write("two");
  vi.advanceTimersByTime(40_000);
  write("two");
  vi.advanceTimersByTime(40_000);
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
  expect(texts()).toEqual(["two", "one", "a line,\nand another"]);
});

test("without a storage, or a readable one, there is no history and no failure", () => {
  const { write, texts } = openPage(null);
  write("a");
  expect(texts()).toEqual([]);
  const storage = createStorage();
  storage.setItem("kinde-workflow-playground/history/1", '[1, {"project": 2}]');
  expect(openPage(storage).texts()).toEqual([]);
});
