/** Edits to a link come back in their tab, and take no secret with them. */
import { expect, test, vi } from "vitest";
import { createProject } from "../workflow/project.ts";
import { keepLinkEdits, withLinkEdits } from "./link-edits.ts";
import type { ProjectSource } from "./playground-store.ts";
import { createStorage } from "../../testing/create-storage.ts";
import { quietPage, quietStore } from "../../testing/quiet-page.ts";
import { forgetEverything } from "./write-storage.ts";

const SHARED = createProject([{ name: "Workflow.ts", text: "shared" }], {
  tokens: { idToken: { text: '{"sub":"kp_1"}', imported: false } },
  env: [{ name: "KEY", value: "", isSecret: true }],
});
const LINK = { kind: "link", link: "wf1.first", shared: SHARED, missingSecrets: ["KEY"] } as const;

const everythingIn = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.getItem(storage.key(index) ?? "")).join();

function openTab(storage: Storage, origin: Extract<ProjectSource, { kind: "link" }> = LINK) {
  const store = quietStore(withLinkEdits(origin, storage), origin);
  keepLinkEdits(store, storage);
  return store;
}

quietPage();

test("what was edited comes back, and what was not is the link’s own", () => {
  const storage = createStorage();
  openTab(storage).getState().setFileText("Workflow.ts", "edited");
  vi.runAllTimers();
  const { project, defaults } = openTab(storage).getState();
  expect(project.files[0]?.text).toBe("edited");
  expect(project.scenarios[0].env).toBe(SHARED.scenarios[0].env);
  expect(defaults.tokens).toBe(SHARED.scenarios[0].tokens);
  expect(withLinkEdits({ ...LINK, link: "wf1.other" }, storage)).toBe(SHARED);
  expect(withLinkEdits(LINK, createStorage())).toBe(SHARED);
});

test("secret values and pasted tokens are not kept; the link’s own token takes the place of one", () => {
  const storage = createStorage();
  const { setEnv, setToken, setFileText } = openTab(storage).getState();
  setEnv([{ name: "KEY", value: "canary", isSecret: true }]);
  setToken("idToken", '{"sub":"canary"}', true);
  setToken("accessToken", '{"sub":"canary"}', true);
  vi.runAllTimers();
  expect(everythingIn(storage)).not.toContain("canary");
  expect(withLinkEdits(LINK, storage)).toBe(SHARED);
  setFileText("Workflow.ts", "edited");
  vi.runAllTimers();
  expect(everythingIn(storage)).not.toContain("canary");
  expect(openTab(storage).getState().project).toEqual({
    ...SHARED,
    files: [{ name: "Workflow.ts", text: "edited" }],
  });
});

test("a reset link, a link that was left, and a page told to forget keep nothing", () => {
  const storage = createStorage();
  const store = openTab(storage);
  const edit = () => {
    store.getState().setFileText("Workflow.ts", "edited");
    vi.runAllTimers();
    expect(everythingIn(storage)).toContain("edited");
  };
  edit();
  store.getState().openProject(SHARED, LINK);
  vi.runAllTimers();
  expect(storage.length).toBe(0);
  edit();
  store.getState().openProject(SHARED, { kind: "own" });
  expect(storage.length).toBe(0);
  store.getState().openProject(SHARED, LINK);
  edit();
  forgetEverything(storage);
  store.getState().setFileText("Workflow.ts", "later");
  vi.runAllTimers();
  expect(storage.length).toBe(0);
});

test.each(["{", "{}", "[1]", '[{"link":"wf1.first","project":{}}]', '[{"project":{}}]'])(
  "an unusable text %j is as good as none",
  (text) => {
    const storage = createStorage();
    storage.setItem("kinde-workflow-playground/link-edits/1", text);
    expect(withLinkEdits(LINK, storage)).toBe(SHARED);
    expect(withLinkEdits(LINK, null)).toBe(SHARED);
  },
);
