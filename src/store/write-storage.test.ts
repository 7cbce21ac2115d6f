/** A storage that takes no more: said once, in words, until it takes what it refused. */
import { expect, test, vi } from "vitest";
import { createProject } from "../workflow/project.ts";
import { autosave } from "./autosave.ts";
import { readSavedWork } from "./saved-work.ts";
import { createStash } from "./stash.ts";
import { createStorage } from "../../testing/create-storage.ts";
import { quietPage, quietStore } from "../../testing/quiet-page.ts";
import { forgetEverything, onStorageFull } from "./write-storage.ts";

const projectOf = (text: string) => createProject([{ name: "Workflow.ts", text }]);

/** Holds so many characters, as a browser's storage holds five million. */
function storageOf(limitCharacters: number): Storage {
  const storage = createStorage();
  return {
    ...storage,
    setItem(key, value) {
      const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
      const others = keys.filter((other) => other !== key).map((other) => storage.getItem(other) ?? "");
      if (others.join("").length + value.length > limitCharacters)
        throw new DOMException("exceeded the quota", "QuotaExceededError");
      storage.setItem(key, value);
    },
  };
}

function openPage(storage: Storage) {
  const store = quietStore(projectOf("first"), { kind: "own" });
  autosave(store, { local: storage, session: null }, createStash(storage));
  const said: (string | null)[] = [];
  const stop = onStorageFull((words) => said.push(words));
  const write = (text: string) => {
    store.getState().setFileText("Workflow.ts", text);
    vi.runAllTimers();
  };
  const savedText = () => readSavedWork(storage)?.project.files[0]?.text;
  return { said, stop, write, savedText };
}

quietPage();

test("edits that a full storage does not keep are told of once, and again after it took some", () => {
  const storage = storageOf(2_000);
  const { said, stop, write, savedText } = openPage(storage);
  write("small");
  expect([said, savedText()]).toEqual([[], "small"]);
  write("x".repeat(3_000));
  write("y".repeat(3_000));
  expect([said, savedText()]).toEqual([[expect.stringMatching(/newest edits are lost .* zip file/)], "small"]);
  write("small again");
  expect([said.slice(1), savedText()]).toEqual([[null], "small again"]);
  write("z".repeat(3_000));
  expect(said.slice(2)).toEqual([expect.stringContaining("newest edits")]);
  stop();
  forgetEverything(storage);
});

test("work that could not be stashed is, once there is room for it", () => {
  const storage = storageOf(2_500);
  const { said, stop, write } = openPage(storage);
  write("x".repeat(1_500));
  const worksKept = () => createStash(storage).read().works;
  const isKept = createStash(storage).put({
    id: "1",
    name: null,
    project: projectOf("y".repeat(1_500)),
    stashedAtMs: 1,
  });
  expect([isKept, said, worksKept()]).toEqual([false, [expect.stringContaining("stashed last")], []]);
  write("the next");
  expect(said.slice(1)).toEqual([null]);
  expect(worksKept().map(({ project }) => project)).toEqual([projectOf("y".repeat(1_500))]);
  stop();
  forgetEverything(storage);
});

test("a storage that is forbidden is told of too; one that was cleared stays empty", () => {
  const storage: Storage = {
    ...createStorage(),
    setItem() {
      throw new DOMException("denied", "SecurityError");
    },
  };
  const { said, stop, write } = openPage(storage);
  write("a");
  expect(said).toHaveLength(1);
  forgetEverything(storage);
  write("b");
  expect(said).toHaveLength(1);
  stop();
});
