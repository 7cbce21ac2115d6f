/** Monaco's models of the project's files: of many only those that were opened lately, the rest as text that the checker knows. */
import type { SourceFile } from "../../workflow/project.ts";
import { PROJECT_ROOT } from "./editor-types.ts";
import type { FileEdit } from "./file-edits.ts";
import { monaco, typescriptDefaults } from "./monaco.ts";

type Model = monaco.editor.ITextModel;
type Kept = {
  text: string;
  /** Null for a file that nobody has opened lately, where there are many. */
  model: Model | null;
  /** The text as the type checker was given it beside the models, which follows imports of it. */
  lib: { readonly text: string; readonly taken: monaco.IDisposable } | null;
};

/** Each model listens to all languages: from 200 listeners on Monaco takes them for a leak, and warns. */
const MOST_MODELS = 100;

/** Monaco would look for brackets at every key, and the theme gives them the text's own colour. */
const NO_BRACKET_COLOURS = { enabled: false, independentColorPoolPerBracketType: false };

/** A link may name a file `../x.ts`, which Monaco would look for outside of the project's folder, or with half of a character, which no address holds. */
export function modelPath(file: string): string {
  return (
    PROJECT_ROOT +
    file.replace(/(?<=^|\/)\.\.?(?=\/|$)/g, "_").replace(/\p{Cs}/gu, (half) => `_${half.charCodeAt(0).toString(16)}`)
  );
}

/** The model of a file; null while there is none. */
export function modelOf(file: string): Model | null {
  return monaco.editor.getModel(monaco.Uri.parse(modelPath(file)));
}

export class SourceModels {
  readonly #kept = new Map<string, Kept>();
  /** The files with a model, the one that was opened last at the end. */
  readonly #modelled = new Set<string>();
  readonly #onTyped: (name: string, text: string) => void;
  #isApplying = false;

  /** @param onTyped hears of what is typed into a model, not of what is put there. */
  constructor(onTyped: (name: string, text: string) => void) {
    this.#onTyped = onTyped;
  }

  has(name: string): boolean {
    return this.#kept.has(name);
  }

  add({ name, text }: SourceFile): void {
    const entry: Kept = { text, model: null, lib: null };
    this.#kept.set(name, entry);
    if (this.#modelled.size < MOST_MODELS) this.#open(name, entry);
    else this.#share(name, entry);
  }

  open(name: string): void {
    const entry = this.#kept.get(name);
    if (entry) this.#open(name, entry);
  }

  /** @param isOther whether the files are another project's, whose texts cannot be undone into this one's. */
  update(files: readonly SourceFile[], isOther: boolean): void {
    for (const { name, text } of files) {
      const entry = this.#kept.get(name);
      if (entry === undefined) continue;
      if (isOther || entry.text !== text) this.#replace(entry, text, isOther);
      this.#share(name, entry);
    }
  }

  /** Lets go of all files but these. */
  keepOnly(files: readonly SourceFile[]): void {
    const names = new Set(files.map(({ name }) => name));
    for (const [name, entry] of this.#kept) {
      if (names.has(name)) continue;
      this.#kept.delete(name);
      entry.lib?.taken.dispose();
      this.#close(name, entry);
    }
  }

  /** @returns whether the file has a model that could take them. */
  edit(name: string, edits: readonly FileEdit[]): boolean {
    const model = this.#kept.get(name)?.model ?? null;
    if (model === null) return false;
    const rangeOf = ({ start, end }: FileEdit) =>
      monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
    change(
      model,
      edits.map((edit) => ({ range: rangeOf(edit), text: edit.text })),
    );
    return true;
  }

  #open(name: string, entry: Kept): void {
    this.#modelled.delete(name);
    this.#modelled.add(name);
    if (entry.model !== null) return;
    entry.model = this.#modelFor(name, entry);
    this.#share(name, entry);
    const [oldest = name] = this.#modelled;
    const left = this.#kept.get(oldest);
    if (this.#modelled.size <= MOST_MODELS || left === undefined) return;
    this.#close(oldest, left);
    this.#share(oldest, left);
  }

  #modelFor(name: string, entry: Kept): Model {
    // JavaScript is a "typescript" model too: one checker for all files, told apart by their endings.
    const language = name.endsWith(".json") ? "json" : "typescript";
    const model = modelOf(name) ?? monaco.editor.createModel(entry.text, language, monaco.Uri.parse(modelPath(name)));
    model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: NO_BRACKET_COLOURS });
    if (model.getValue() !== entry.text) model.setValue(entry.text);
    model.onDidChangeContent(() => {
      if (this.#isApplying) return;
      entry.text = model.getValue();
      this.#onTyped(name, entry.text);
    });
    return model;
  }

  #close(name: string, entry: Kept): void {
    const { model } = entry;
    entry.model = null;
    this.#modelled.delete(name);
    // The editor still shows the model until React has moved on.
    setTimeout(() => {
      if (!this.#modelled.has(name)) model?.dispose();
    });
  }

  #replace(entry: Kept, text: string, isOther: boolean): void {
    const { model } = entry;
    entry.text = text;
    this.#isApplying = true;
    if (isOther) model?.setValue(text);
    else if (model !== null) change(model, [{ range: model.getFullModelRange(), text }]);
    this.#isApplying = false;
  }

  /** Makes known to the checker what it does not see as a model: JSON, which is a model of another language, and what has none. */
  #share(name: string, entry: Kept): void {
    const isShared = name !== "tsconfig.json" && (entry.model === null || name.endsWith(".json"));
    if (isShared && entry.lib?.text === entry.text) return;
    entry.lib?.taken.dispose();
    const { text } = entry;
    entry.lib = isShared ? { text, taken: typescriptDefaults.addExtraLib(text, modelPath(name)) } : null;
  }
}

/** As one step for undo. */
function change(model: Model, edits: monaco.editor.IIdentifiedSingleEditOperation[]): void {
  model.pushStackElement();
  model.pushEditOperations([], edits, () => null);
  model.pushStackElement();
}
