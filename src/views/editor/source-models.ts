/** Monaco's models of the project's files, kept in step with the store both ways: keystrokes go there, outside changes come back. */
import type { PlaygroundState, PlaygroundStore } from "../../store/playground-store.ts";
import type { SourceFile } from "../../workflow/project.ts";
import { editorCompilerOptions, PROJECT_ROOT } from "./editor-types.ts";
import { type FileEdit, offerFileEdits } from "./file-edits.ts";
import { monaco, typescriptDefaults } from "./monaco.ts";
import { resumeAfterEdit } from "./type-help.ts";

type Model = monaco.editor.ITextModel;
type Kept = {
  text: string;
  /** Null for a file that nobody has opened lately, where there are many. */
  model: Model | null;
  /** The text as the type checker was given it beside the models, which follows imports of it. */
  lib: { readonly text: string; readonly taken: monaco.IDisposable } | null;
};

/** How long typing must pause before files that import the changed one are checked again, in milliseconds. */
const RECHECK_QUIET_MS = 700;

/** A model takes about a quarter of a millisecond. */
const ADDED_AT_ONCE = 50;

/** Each model listens to all languages: from 200 listeners on Monaco takes them for a leak, and warns. */
const MOST_MODELS = 100;

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
  /** The files with a model, the one that was opened last at the end. */
  const modelled = new Set<string>();
  let options = "";
  let recheck: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let isApplying = false;

  function add({ name, text }: SourceFile): void {
    const entry: Kept = { text, model: null, lib: null };
    kept.set(name, entry);
    if (modelled.size < MOST_MODELS) open(name, entry);
    else share(name, entry);
  }

  function open(name: string, entry: Kept): void {
    modelled.delete(name);
    modelled.add(name);
    if (entry.model !== null) return;
    entry.model = modelFor(name, entry);
    share(name, entry);
    const [oldest = name] = modelled;
    const left = kept.get(oldest);
    if (modelled.size <= MOST_MODELS || left === undefined) return;
    close(oldest, left);
    share(oldest, left);
  }

  function modelFor(name: string, entry: Kept): Model {
    // JavaScript is a "typescript" model too: one checker for all files, told apart by their endings.
    const language = name.endsWith(".json") ? "json" : "typescript";
    const model = modelOf(name) ?? monaco.editor.createModel(entry.text, language, monaco.Uri.parse(modelPath(name)));
    model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: NO_BRACKET_COLOURS });
    if (model.getValue() !== entry.text) model.setValue(entry.text);
    model.onDidChangeContent(() => {
      if (isApplying) return;
      entry.text = model.getValue();
      store.getState().setFileText(name, entry.text);
    });
    return model;
  }

  function close(name: string, entry: Kept): void {
    const { model } = entry;
    entry.model = null;
    modelled.delete(name);
    // The editor still shows the model until React has moved on.
    setTimeout(() => {
      if (!modelled.has(name)) model?.dispose();
    });
  }

  /** @param isOther whether it is another project's text, which cannot be undone into this one's. */
  function replace(entry: Kept, text: string, isOther: boolean): void {
    const { model } = entry;
    entry.text = text;
    isApplying = true;
    if (isOther) model?.setValue(text);
    else if (model !== null) change(model, [{ range: model.getFullModelRange(), text }]);
    isApplying = false;
  }

  /** As one step for undo. */
  function change(model: Model, edits: monaco.editor.IIdentifiedSingleEditOperation[]): void {
    model.pushStackElement();
    model.pushEditOperations([], edits, () => null);
    model.pushStackElement();
  }

  offerFileEdits((name, edits) => {
    const model = kept.get(name)?.model ?? null;
    if (model === null) return false;
    const rangeOf = ({ start, end }: FileEdit) =>
      monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
    change(
      model,
      edits.map((edit) => ({ range: rangeOf(edit), text: edit.text })),
    );
    return true;
  });

  /** Makes known to the checker what it does not see as a model: JSON, which is a model of another language, and what has none. */
  function share(name: string, entry: Kept): void {
    const isShared = name !== "tsconfig.json" && (entry.model === null || name.endsWith(".json"));
    if (isShared && entry.lib?.text === entry.text) return;
    entry.lib?.taken.dispose();
    const { text } = entry;
    entry.lib = isShared ? { text, taken: typescriptDefaults.addExtraLib(text, modelPath(name)) } : null;
  }

  function forget(name: string, entry: Kept): void {
    kept.delete(name);
    entry.lib?.taken.dispose();
    close(name, entry);
  }

  function checkAgain(): void {
    clearTimeout(recheck);
    recheck = setTimeout(() => {
      typescriptDefaults.addExtraLib(`// ${performance.now()}`, "file:///node_modules/recheck.d.ts");
    }, RECHECK_QUIET_MS);
  }

  /** The file that is open, and as many others as the page can take in one step; the rest follows. */
  function addMissing({ project: { files }, activeFile }: PlaygroundState = store.getState()): void {
    clearTimeout(rest);
    const missing = files.filter(({ name }) => !kept.has(name));
    const first = missing.find(({ name }) => name === activeFile);
    for (const file of [...(first ? [first] : []), ...missing.filter((file) => file !== first)].slice(0, ADDED_AT_ONCE))
      add(file);
    const shown = kept.get(activeFile);
    if (shown) open(activeFile, shown);
    if (missing.length > ADDED_AT_ONCE) rest = setTimeout(addMissing);
  }

  function follow(state: PlaygroundState, previous?: PlaygroundState): void {
    const { files } = state.project;
    const { openedCount } = state;
    const before = previous?.project.files;
    if (files === before) {
      if (state.activeFile !== previous?.activeFile) addMissing(state);
      return;
    }
    resumeAfterEdit();
    const names = new Set(files.map(({ name }) => name));
    for (const [name, entry] of kept) if (!names.has(name)) forget(name, entry);
    addMissing(state);
    for (const file of files) {
      const entry = kept.get(file.name);
      if (entry === undefined) continue;
      const isOther = previous !== undefined && previous.openedCount !== openedCount;
      if (isOther || entry.text !== file.text) replace(entry, file.text, isOther);
      share(file.name, entry);
    }
    const wanted = editorCompilerOptions(files);
    const written = JSON.stringify(wanted);
    if (written !== options) typescriptDefaults.setCompilerOptions({ ...wanted });
    options = written;
    if (before && Math.max(files.length, before.length) > 1) checkAgain();
  }

  follow(store.getState());
  store.subscribe(follow);
}
