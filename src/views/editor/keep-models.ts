/** Keeps Monaco's models in step with the store both ways: keystrokes go there, outside changes come back. */
import type { PlaygroundState, PlaygroundStore } from "../../store/playground-store.ts";
import { editorCompilerOptions } from "./editor-types.ts";
import { offerFileEdits } from "./file-edits.ts";
import { typescriptDefaults } from "./monaco.ts";
import { SourceModels } from "./source-models.ts";
import { resumeAfterEdit } from "./type-help.ts";

/** How long typing must pause before files that import the changed one are checked again, in milliseconds. */
const RECHECK_QUIET_MS = 700;

/** A model takes about a quarter of a millisecond. */
const ADDED_AT_ONCE = 50;

const started = new WeakSet<PlaygroundStore>();

/** Starts keeping models for a store, for as long as the page lives. Calling it again does nothing. */
export function keepModels(store: PlaygroundStore): void {
  if (started.has(store)) return;
  started.add(store);
  const models = new SourceModels((name, text) => store.getState().setFileText(name, text));
  let options = "";
  let recheck: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function follow(state: PlaygroundState, previous?: PlaygroundState): void {
    const { files } = state.project;
    const before = previous?.project.files;
    if (files === before) {
      if (state.activeFile !== previous?.activeFile) addMissing(state);
      return;
    }
    resumeAfterEdit();
    models.keepOnly(files);
    addMissing(state);
    models.update(files, previous !== undefined && previous.openedCount !== state.openedCount);
    setOptions(state);
    if (before && Math.max(files.length, before.length) > 1) checkAgain();
  }

  /** The file that is open, and as many others as the page can take in one step; the rest follows. */
  function addMissing({ project: { files }, activeFile }: PlaygroundState = store.getState()): void {
    clearTimeout(rest);
    const missing = files.filter(({ name }) => !models.has(name));
    const first = missing.find(({ name }) => name === activeFile);
    for (const file of [...(first ? [first] : []), ...missing.filter((file) => file !== first)].slice(0, ADDED_AT_ONCE))
      models.add(file);
    models.open(activeFile);
    if (missing.length > ADDED_AT_ONCE) rest = setTimeout(addMissing);
  }

  function setOptions({ project: { files } }: PlaygroundState): void {
    const wanted = editorCompilerOptions(files);
    const written = JSON.stringify(wanted);
    if (written !== options) typescriptDefaults.setCompilerOptions({ ...wanted });
    options = written;
  }

  function checkAgain(): void {
    clearTimeout(recheck);
    recheck = setTimeout(() => {
      typescriptDefaults.addExtraLib(`// ${performance.now()}`, "file:///node_modules/recheck.d.ts");
    }, RECHECK_QUIET_MS);
  }

  offerFileEdits((name, edits) => models.edit(name, edits));
  follow(store.getState());
  store.subscribe(follow);
}
