/** Two tabs over one storage: each keeps its own work, and what leaves the shared place is stashed. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Runtime } from "../worker/runtime.ts";
import { createProject } from "../workflow/project.ts";
import { readSavedWork } from "./saved-work.ts";
import { createStorage } from "../../testing/create-storage.ts";

const projectOf = (text: string) => createProject([{ name: "Workflow.ts", text }]);
const runtime = { run: () => new Promise(() => {}), stop: () => {} } as unknown as Runtime;

let local: Storage;
let tabs: { listen: (key: string) => void; isClosed: boolean }[] = [];
let isTelling = false;

/** Tells the other tabs, as a browser does. */
function storageOfTab(tab: (typeof tabs)[number]): Storage {
  return {
    ...local,
    setItem(key, value) {
      local.setItem(key, value);
      if (isTelling) return;
      isTelling = true;
      for (const other of tabs) if (other !== tab && !other.isClosed) other.listen(key);
      isTelling = false;
    },
  };
}

/** A tab is a page of its own: its modules too. */
async function openTab(session = createStorage()) {
  vi.resetModules();
  const [{ autosave }, { createStash }, { createPlaygroundStore }] = await Promise.all([
    import("./autosave.ts"),
    import("./stash.ts"),
    import("./playground-store.ts"),
  ]);
  const tab = { listen: (_: string) => {}, isClosed: false };
  tabs.push(tab);
  const storage = storageOfTab(tab);
  vi.stubGlobal("addEventListener", (type: string, act: (event: object) => void) => {
    if (type === "storage") tab.listen = (key) => act({ key, newValue: "", storageArea: storage });
  });
  const kept = readSavedWork(session) ?? readSavedWork(local);
  const store = createPlaygroundStore({
    runtime,
    project: kept?.project ?? projectOf("first"),
    origin: { kind: "own" },
    nowMs: () => 0,
    timeoutMs: 1,
  });
  const stash = createStash(storage);
  autosave(store, { local: storage, session }, stash);
  return {
    session,
    text: () => store.getState().project.files[0]?.text,
    write(text: string) {
      store.getState().setFileText("Workflow.ts", text);
      vi.runAllTimers();
    },
    look() {
      store.getState().setView({ runTab: "calls" });
      vi.runAllTimers();
    },
    close: () => {
      tab.isClosed = true;
    },
  };
}

async function stashed(): Promise<readonly (string | undefined)[]> {
  const { createStash } = await import("./stash.ts");
  return createStash(local)
    .read()
    .works.map(({ project }) => project.files[0]?.text)
    .sort();
}

const shared = () => readSavedWork(local)?.project.files[0]?.text;

beforeEach(() => {
  vi.useFakeTimers();
  local = createStorage();
  tabs = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("one tab after the other goes on with the same work, and nothing is stashed", async () => {
  const one = await openTab();
  one.write("1");
  one.close();
  const other = await openTab();
  expect(other.text()).toBe("1");
  other.write("2");
  other.close();
  const again = await openTab(other.session);
  again.write("3");
  expect([shared(), await stashed()]).toEqual(["3", []]);
});

test("of two tabs each keeps its work: what the one takes from the shared place is stashed, once", async () => {
  const one = await openTab();
  one.write("one");
  const other = await openTab();
  other.look();
  expect(await stashed()).toEqual([]);
  other.write("other");
  expect([shared(), await stashed()]).toEqual(["other", ["one"]]);
  one.write("one, on");
  expect([shared(), await stashed()]).toEqual(["one, on", ["other"]]);
  other.write("other, on");
  other.write("other, on and on");
  expect([shared(), await stashed()]).toEqual(["other, on and on", ["one, on"]]);
  expect((await openTab(one.session)).text()).toBe("one, on");
});

test("what a closed tab has left is stashed by the one that writes over it", async () => {
  const one = await openTab();
  one.write("one");
  const other = await openTab();
  other.write("other");
  other.close();
  one.write("one, on");
  expect([shared(), await stashed()]).toEqual(["one, on", ["other"]]);
});

test("a tab that was reloaded goes on with its work and leaves no copy of it", async () => {
  const one = await openTab();
  one.write("one");
  const other = await openTab();
  other.write("other");
  one.close();
  const again = await openTab(one.session);
  expect(again.text()).toBe("one");
  again.write("one, on");
  expect([shared(), await stashed()]).toEqual(["one, on", ["other"]]);
});
