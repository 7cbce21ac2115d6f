/** Draws the newest run into Monaco's models: markers under the owner "workflow", and the failing line. */
import { afterPaint } from "../../store/next-paint.ts";
import type { PlaygroundStore } from "../../store/playground-store.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { monaco } from "./monaco.ts";
import { type Mark, marksOf } from "./run-marks.ts";
import { modelOf } from "./source-models.ts";

const OWNER = "workflow";

/** A half-typed line fails to compile at every key: such marks wait until typing pauses, in milliseconds. */
const TYPING_PAUSE_MS = 250;

const SEVERITY = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

function toMarker(model: monaco.editor.ITextModel, mark: Mark): monaco.editor.IMarkerData {
  const start = model.validatePosition({ lineNumber: mark.position.line, column: mark.position.column });
  const word = model.getWordAtPosition(start);
  const end = mark.end
    ? model.validatePosition({ lineNumber: mark.end.line, column: mark.end.column })
    : { lineNumber: start.lineNumber, column: word?.endColumn ?? start.column + 1 };
  return {
    severity: SEVERITY[mark.severity],
    message: mark.message,
    source: "workflow",
    ...(mark.id === undefined ? {} : { code: mark.id }),
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

const started = new WeakSet<PlaygroundStore>();

/** Starts drawing the runs of a store, for as long as the page lives. Calling it again does nothing. */
export function showRuns(store: PlaygroundStore): void {
  if (started.has(store)) return;
  started.add(store);
  const lines = new Map<string, { model: monaco.editor.ITextModel; ids: string[] }>();
  /** Drawing makes Monaco draw a frame, also where there was nothing and is nothing. */
  const marked = new WeakSet<monaco.editor.ITextModel>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let redraw: ReturnType<typeof setTimeout> | undefined;

  function draw(result: RunResult | null): void {
    const { marks, failedAt } = marksOf(result);
    for (const { name } of store.getState().project.files) {
      const model = modelOf(name);
      if (model === null) continue;
      const own = marks.filter((mark) => mark.position.file === name);
      if (own.length > 0 || marked.delete(model)) {
        monaco.editor.setModelMarkers(
          model,
          OWNER,
          own.map((mark) => toMarker(model, mark)),
        );
      }
      if (own.length > 0) marked.add(model);
      const known = lines.get(name);
      const old = known?.model === model ? known.ids : [];
      const failed = failedAt?.file === name ? [failingLine(Math.min(failedAt.line, model.getLineCount()))] : [];
      if (old.length > 0 || failed.length > 0) lines.set(name, { model, ids: model.deltaDecorations(old, failed) });
    }
  }

  async function follow(result: RunResult | null): Promise<void> {
    clearTimeout(timer);
    await afterPaint();
    if (store.getState().run.latest !== result) return;
    const isTyping = result?.outcome.kind === "failed" && result.outcome.phase === "compile";
    if (isTyping) timer = setTimeout(() => draw(result), TYPING_PAUSE_MS);
    else draw(result);
  }

  draw(store.getState().run.latest);
  // A file among many has no model until it is opened.
  monaco.editor.onDidCreateModel(() => {
    clearTimeout(redraw);
    redraw = setTimeout(() => draw(store.getState().run.latest));
  });
  store.subscribe((state, previous) => {
    if (state.run.latest !== previous.run.latest) void follow(state.run.latest);
  });
}

function failingLine(line: number): monaco.editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(line, 1, line, 1),
    options: {
      isWholeLine: true,
      className: "code-failing-line",
      linesDecorationsClassName: "code-failing-line__mark",
      overviewRuler: { color: { id: "editorError.foreground" }, position: monaco.editor.OverviewRulerLane.Full },
    },
  };
}
