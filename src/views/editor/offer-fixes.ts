/** Fixes as Monaco's code actions: in the hover of a problem, and with Ctrl or ⌘ and the full stop. */
import type { PlaygroundStore } from "../../store/playground-store.ts";
import type { Gap } from "../../workflow/gap.ts";
import type { Position } from "../../workflow/position.ts";
import { applyFix } from "../fixes/apply-fix.ts";
import type { Fixable } from "../fixes/find-fixes.ts";
import { loadFixes } from "../fixes/load-fixes.ts";
import { addTitle } from "../result/gaps/gap-text.ts";
import { addMissing } from "../scenario/add-missing.ts";
import { monaco } from "./monaco.ts";
import { modelPath } from "./source-models.ts";

const COMMAND = "playground.fix";
const KIND = "quickfix";
/** Asked at every move of the cursor, for a light bulb that is not shown. */
const UNASKED = 2;

const started = new WeakSet<PlaygroundStore>();

/** Calling it again does nothing. */
export function offerFixes(store: PlaygroundStore): void {
  if (started.has(store)) return;
  started.add(store);
  monaco.editor.registerCommand(COMMAND, (_, run: () => void) => run());
  monaco.languages.registerCodeActionProvider(
    "typescript",
    {
      async provideCodeActions(model, range, { markers, only, trigger }) {
        const { project, run } = store.getState();
        const file = project.files.find(
          ({ name }) => monaco.Uri.parse(modelPath(name)).toString() === model.uri.toString(),
        );
        const isWanted = trigger !== UNASKED && (only === undefined || KIND.startsWith(only));
        if (!isWanted || file === undefined || run.latest === null || run.status !== "done") return NOTHING;
        const result = run.latest;
        const loaded = await loadFixes().catch(() => null);
        // The list of problems says why there are none.
        if (loaded === null) return NOTHING;
        const { findFix } = loaded;
        const isInRange = (position: Position | undefined) =>
          position?.file === file.name &&
          position.line >= range.startLineNumber &&
          position.line <= range.endLineNumber;
        const told = result.diagnostics.filter(({ position }) => isInRange(position));
        const fixables: readonly Fixable[] = [
          ...told,
          ...markers.map(({ message, startLineNumber: line, startColumn: column }) => ({
            message,
            position: { file: file.name, line, column },
          })),
        ];
        const fixes = fixables.flatMap((fixable) => {
          const fix = findFix(fixable, project.files, result);
          return fix ? [{ title: fix.title, run: () => applyFix(store, fix, project.files, "stay") }] : [];
        });
        const gaps = result.gaps.filter(
          (gap) =>
            isInRange(gap.position) || (gap.kind === "variable" && told.some(({ id }) => id === "unset-variable")),
        );
        const actions = [
          ...fixes,
          ...gaps.map((gap: Gap) => ({ title: addTitle(gap), run: () => addMissing(store, gap) })),
        ];
        return {
          actions: actions.map(({ title, run: does }, at) => ({
            title,
            kind: KIND,
            diagnostics: markers,
            isPreferred: at === 0,
            command: { id: COMMAND, title, arguments: [does] },
          })),
          dispose() {},
        };
      },
    },
    { providedCodeActionKinds: [KIND] },
  );
}

const NOTHING: monaco.languages.CodeActionList = { actions: [], dispose() {} };
