/** One Monaco model per file of the project, kept in step with the store both ways: keystrokes go there, outside changes come back. */
import type { PlaygroundState, PlaygroundStore } from "../../store/playground-store.ts";
import type { SourceFile } from "../../workflow/project.ts";
import { editorCompilerOptions, PROJECT_ROOT } from "./editor-types.ts";
import { type FileEdit, offerFileEdits } from "./file-edits.ts";
import { monaco, typescriptDefaults } from "./monaco.ts";
import { resumeAfterEdit } from "./type-help.ts";

type Model = monaco.editor.ITextModel;
type Kept = { readonly model: Model; text: string; json?: monaco.IDisposable };

/** How long typing must pause before files that import the changed one are checked again, in milliseconds. */
const RECHECK_QUIET_MS = 700;

/** A model takes about a quarter of a millisecond. */
const ADDED_AT_ONCE = 50;

/** Monaco would look for brackets at every key, and the theme gives them the text's own colour. */
const NO_BRACKET_COLOURS = { enabled: false, independentColorPoolPerBracketType: false };

/** A link may name a file `../x.ts`; Monaco would look for it outside of the project's folder. */
export function modelPath(file: string): string {
  return PROJECT_ROOT + file.replace(/(?<=^|\/)\.\.?(?=\/|$)/g, "_");
}

/** The model of a file; null while there is none. */
export function modelOf(file: string): Model | null {
  return monaco.editor.getModel(monaco.Uri.parse(modelPath(file)));
}

const started = new WeakSet<PlaygroundStore>();

/** Starts keeping models for a store, for as long as the page lives. Calling it again does nothing. */
export function keepModels(store: PlaygroundStore): void {
  if (started.has(store)) return;
  started.add(store);
  const kept = new Map<string, Kept>();
  let options = "";
  let recheck: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let isApplying = false;

  function add({ name, text }: SourceFile): void {
    // JavaScript is a "typescript" model too: one checker for all files, told apart by their endings.
    const language = name.endsWith(".json") ? "json" : "typescript";
    const model = modelOf(name) ?? monaco.editor.createModel(text, language, monaco.Uri.parse(modelPath(name)));
    model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: NO_BRACKET_COLOURS });
    if (model.getValue() !== text) model.setValue(text);
    const entry: Kept = { model, text };
    kept.set(name, entry);
    shareJson(name, entry);
    model.onDidChangeContent(() => {
      if (isApplying) return;
      entry.text = model.getValue();
      store.getState().setFileText(name, entry.text);
    });
  }

  function replace(entry: Kept, text: string): void {
    isApplying = true;
    entry.text = text;
    change(entry, [{ range: entry.model.getFullModelRange(), text }]);
    isApplying = false;
  }

  /** As one step for undo. */
  function change({ model }: Kept, edits: monaco.editor.IIdentifiedSingleEditOperation[]): void {
    model.pushStackElement();
    model.pushEditOperations([], edits, () => null);
    model.pushStackElement();
  }

  offerFileEdits((name, edits) => {
    const entry = kept.get(name);
    if (entry === undefined) return false;
    const { model } = entry;
    const rangeOf = ({ start, end }: FileEdit) =>
      monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
    change(
      entry,
      edits.map((edit) => ({ range: rangeOf(edit), text: edit.text })),
    );
    return true;
  });

  /** Makes `import data from "./data.json"` known to the checker, which sees models of its own language only. */
  function shareJson(name: string, entry: Kept): void {
    if (name.endsWith(".json") && name !== "tsconfig.json") {
      entry.json = typescriptDefaults.addExtraLib(entry.text, modelPath(name));
    }
  }

  function forget(name: string, { model, json }: Kept): void {
    kept.delete(name);
    json?.dispose();
    // The editor still shows the model until React has moved on.
    setTimeout(() => {
      if (!kept.has(name)) model.dispose();
    });
  }

  function checkAgain(): void {
    clearTimeout(recheck);
    recheck = setTimeout(() => {
      typescriptDefaults.addExtraLib(`// ${performance.now()}`, "file:///node_modules/recheck.d.ts");
    }, RECHECK_QUIET_MS);
  }

  /** Another project's text cannot be undone into this one's. */
  function begin(entry: Kept, text: string): void {
    isApplying = true;
    entry.text = text;
    entry.model.setValue(text);
    isApplying = false;
  }

  /** The file that is open, and as many others as the page can take in one step; the rest follows. */
  function addMissing({ project: { files }, activeFile }: PlaygroundState = store.getState()): void {
    clearTimeout(rest);
    const missing = files.filter(({ name }) => !kept.has(name));
    const open = missing.find(({ name }) => name === activeFile);
    for (const file of [...(open ? [open] : []), ...missing.filter((file) => file !== open)].slice(0, ADDED_AT_ONCE))
      add(file);
    if (missing.length > ADDED_AT_ONCE) rest = setTimeout(addMissing);
  }

  function follow(state: PlaygroundState, previous?: PlaygroundState): void {
    const { files } = state.project;
    const { openedCount } = state;
    const before = previous?.project.files;
    if (files === before) {
      if (!kept.has(state.activeFile)) addMissing(state);
      return;
    }
    resumeAfterEdit();
    addMissing(state);
    for (const file of files) {
      const entry = kept.get(file.name);
      if (entry === undefined) continue;
      if (previous && previous.openedCount !== openedCount) begin(entry, file.text);
      else if (entry.text !== file.text) replace(entry, file.text);
      if (entry?.json) shareJson(file.name, entry);
    }
    const names = new Set(files.map(({ name }) => name));
    for (const [name, entry] of kept) if (!names.has(name)) forget(name, entry);
    const wanted = editorCompilerOptions(files);
    const written = JSON.stringify(wanted);
    if (written !== options) typescriptDefaults.setCompilerOptions({ ...wanted });
    options = written;
    if (before && Math.max(files.length, before.length) > 1) checkAgain();
  }

  follow(store.getState());
  store.subscribe(follow);
}
