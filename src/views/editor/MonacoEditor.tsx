/** The full editor. Loaded on its own after the first result; models, markers and keys live outside of React, so a keystroke renders nothing. */
import { Editor } from "@monaco-editor/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { askForFrame } from "../../store/next-paint.ts";
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { gutterChars } from "./CodeFieldMarkup.tsx";
import { EditorNote } from "./EditorNote.tsx";
import { takeReveal } from "./editor-reveal.ts";
import { keepModels } from "./keep-models.ts";
import { restBeside } from "./leave-editor.ts";
import { grammarReady, MONACO_THEME, monaco } from "./monaco.ts";
import { offerFixes } from "./offer-fixes.ts";
import { openDefinitions } from "./open-definition.ts";
import type { PlainEditorHandle } from "./PlainEditor.tsx";
import { offerSelectedLines, type SelectedLines } from "./selected-lines.ts";
import { showRuns } from "./show-run.ts";
import { modelOf, modelPath } from "./source-models.ts";
import { watchTypeErrors } from "./watch-type-errors.ts";

export type MonacoEditorProps = {
  /** The plain editor standing in front, whose cursor, scroll and focus are taken over. */
  readonly plain: RefObject<PlainEditorHandle | null>;
  /** Whether long lines wrap. */
  readonly wraps: boolean;
  /** The number of the first line. */
  readonly firstLine: number;
  /** Room above and below the text. */
  readonly paddingPx: number;
  readonly onReady: () => void;
};

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions & { readonly [setting: string]: unknown } = {
  automaticLayout: true,
  // A setting and no option: creating an editor writes the settings over what its models were given, and hears of this one by this name only.
  "bracketPairColorization.enabled": false,
  codeLens: false,
  colorDecorators: false,
  fixedOverflowWidgets: true,
  folding: false,
  fontLigatures: false,
  fontSize: 13,
  glyphMargin: false,
  guides: { indentation: false },
  hideCursorInOverviewRuler: true,
  // Asked of the type checker at every key, and none are shown.
  inlayHints: { enabled: "off" },
  letterSpacing: 0,
  lineDecorationsWidth: 16,
  lineHeight: 20,
  // It would move the lines that it stands before.
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
  links: false,
  minimap: { enabled: false },
  overviewRulerBorder: false,
  renderFinalNewline: "on",
  renderLineHighlightOnlyWhenFocus: true,
  // The default looks at every visible line at every key, whether anything is selected or not.
  renderWhitespace: "none",
  scrollBeyondLastLine: false,
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    useShadows: false,
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
  },
  showUnused: false,
  smoothScrolling: false,
  stickyScroll: { enabled: false },
  tabSize: 2,
  // It would ask in a dialog of the browser.
  unusualLineTerminators: "off",
  wordBasedSuggestions: "off",
  // Lines wrap where the browser wraps them, as they did before Monaco arrived.
  wrappingIndent: "none",
  wrappingStrategy: "advanced",
};

/** Escape belongs to these first; only then does it leave the editor. */
const ESCAPE_IS_TAKEN = [
  "suggestWidgetVisible",
  "parameterHintsVisible",
  "findWidgetVisible",
  "renameInputVisible",
  "referenceSearchVisible",
  "markersNavigationVisible",
  "inSnippetMode",
  "inlineSuggestionVisible",
  "editorHoverVisible",
  "editorHasSelection",
  "editorHasMultipleSelections",
  "accessibilityHelpWidgetVisible",
  "codeActionMenuVisible",
  "inReferenceSearchEditor",
  "messageVisible",
];

/**
 * Monaco closes its hover at any key, before it asks what the key does: Escape would close it and leave the editor at once.
 * @returns whether a hover was open when the last key went down.
 */
function watchHover(frame: HTMLElement | null): () => boolean {
  let wasOpen = false;
  frame?.addEventListener(
    "keydown",
    () => {
      const hovers = (frame.getRootNode() as Document | ShadowRoot).querySelectorAll(".monaco-hover");
      wasOpen = [...hovers].some((hover) => hover.getClientRects().length > 0);
    },
    true,
  );
  return () => wasOpen;
}

/** Escape leads back to the button that led to the line shown, else beside the editor. */
function leaveByEscape(
  editor: CodeEditor,
  container: RefObject<HTMLElement | null>,
  cameFrom: RefObject<Element | null>,
): void {
  const hoverAtKey = watchHover(container.current);
  editor.onDidChangeModelContent(() => {
    cameFrom.current = null;
  });
  editor.addCommand(
    monaco.KeyCode.Escape,
    () => {
      if (container.current === null || hoverAtKey()) return;
      const back = cameFrom.current;
      cameFrom.current = null;
      if (back instanceof HTMLElement && back.matches("button") && back.isConnected) back.focus();
      else restBeside(container.current, () => editor.focus());
    },
    ESCAPE_IS_TAKEN.map((context) => `!${context}`).join(" && "),
  );
}

/** From here on Monaco would hold up the page to find the bracket that belongs to one, in UTF-16 units. */
const BRACKETS_MATCHED_BELOW = 80_000;

/** Twice what a run reads: Monaco takes in a longer text in one step that holds the page up. */
const MOST_PASTED_CHARACTERS = 2_000_000;

/** @returns how long the last paste was, where that was too long, and what forgets it. */
function usePasteLimit(container: RefObject<HTMLElement | null>): [number | null, () => void] {
  const [refused, setRefused] = useState<number | null>(null);
  useEffect(() => {
    const element = container.current;
    function refuseLong(event: ClipboardEvent): void {
      const length = event.clipboardData?.getData("text/plain").length ?? 0;
      const isLong = length > MOST_PASTED_CHARACTERS;
      setRefused(isLong ? length : null);
      if (!isLong) return;
      event.preventDefault();
      event.stopPropagation();
    }
    element?.addEventListener("paste", refuseLong, { capture: true });
    return () => element?.removeEventListener("paste", refuseLong, { capture: true });
  }, [container]);
  return [refused, () => setRefused(null)];
}

/** Monaco takes a column beyond the line's end for its end. */
const LINE_END = Number.MAX_SAFE_INTEGER;

/** Monaco, set up for a store's files and runs. Safe to call again. */
function prepare(store: PlaygroundStore): void {
  keepModels(store);
  showRuns(store);
  watchTypeErrors(store);
  openDefinitions(store);
  offerFixes(store);
}

export function MonacoEditor({ plain, wraps, firstLine, paddingPx, onReady }: MonacoEditorProps) {
  const store = usePlaygroundStore();
  const name = usePlayground((state) => state.activeFile);
  const reveal = usePlayground((state) => state.reveal);
  const container = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState<CodeEditor | null>(null);
  const [isPrepared, setPrepared] = useState(false);
  const [refused, forgetRefused] = usePasteLimit(container);
  /** What led to the line that was shown last: Escape leads back there, until one types. */
  const cameFrom = useRef<Element | null>(null);

  useEffect(() => {
    prepare(store);
    setPrepared(true);
  }, [store]);

  useEffect(() => {
    const element = container.current;
    // Before Monaco, which asks when it has handled the key.
    element?.addEventListener("keydown", askForFrame, { capture: true });
    return () => element?.removeEventListener("keydown", askForFrame, { capture: true });
  }, []);

  useEffect(() => {
    const taken = code && reveal && takeReveal(store);
    if (!taken) return;
    const { position, lastLine } = taken;
    cameFrom.current = document.activeElement;
    const place = { lineNumber: position.line, column: position.column };
    // On a narrow page the editor was hidden until this moment and does not know its size.
    code.layout();
    code.setPosition(place);
    if (lastLine !== undefined) code.setSelection(new monaco.Range(position.line, 1, lastLine, LINE_END));
    code.revealPositionInCenterIfOutsideViewport(place);
    code.focus();
  }, [code, reveal, store]);

  async function onMount(editor: CodeEditor): Promise<void> {
    editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => store.getState().runNow());
    leaveByEscape(editor, container, cameFrom);
    await grammarReady;
    await plain.current?.settled;
    takeOver(editor, plain.current);
    onReady();
    offerSelectedLines(() => linesOf(editor.getSelection()));
    setCode(editor);
    performance.mark("editor-ready");
  }

  return (
    <div className="monaco-editor-frame" ref={container}>
      {isPrepared && (
        <Editor
          path={modelPath(name)}
          theme={MONACO_THEME}
          options={{
            ...OPTIONS,
            fontFamily: codeFont(),
            ariaLabel: `${toVisibleText(name)}, code editor`,
            matchBrackets: (modelOf(name)?.getValueLength() ?? 0) < BRACKETS_MATCHED_BELOW ? "always" : "never",
            ...numbersFrom(firstLine, modelOf(name)?.getLineCount() ?? 1),
            ...endOfLines(modelOf(name)?.getValue() ?? ""),
            padding: { top: paddingPx, bottom: paddingPx },
            wordWrap: wraps ? "on" : "off",
          }}
          keepCurrentModel
          loading={null}
          onMount={(editor) => void onMount(editor)}
        />
      )}
      {refused !== null && (
        <EditorNote action="Close" onAct={forgetRefused}>
          Not pasted: {refused.toLocaleString("en")} characters are more than the{" "}
          {MOST_PASTED_CHARACTERS.toLocaleString("en")} of a file here.
        </EditorNote>
      )}
    </div>
  );
}

/** A selection that ends before the first letter of a line does not show that line. */
function linesOf(selection: monaco.Selection | null): SelectedLines | null {
  if (selection === null || selection.isEmpty()) return null;
  const { startLineNumber: first, endLineNumber, endColumn } = selection;
  return { first, last: endColumn === 1 && endLineNumber > first ? endLineNumber - 1 : endLineNumber };
}

/** Monaco leaves room for the digits of the last line as it counts itself, from 1. */
function numbersFrom(firstLine: number, lineCount: number): monaco.editor.IEditorOptions {
  if (firstLine === 1) return { lineNumbers: "on", lineNumbersMinChars: 3 };
  return {
    lineNumbers: (line) => `${line + firstLine - 1}`,
    lineNumbersMinChars: gutterChars(lineCount, firstLine),
  };
}

/** Characters that Monaco draws as a mark each. */
const MARKED = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;
const MANY_MARKED = 500;

/** Ten thousand marks in a line would hold the page up each time that they are drawn. */
function endOfLines(text: string): monaco.editor.IEditorOptions {
  return { stopRenderingLineAfter: (text.match(MARKED)?.length ?? 0) > MANY_MARKED ? 1_000 : 10_000 };
}

function codeFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--font-code").trim();
}

function takeOver(editor: CodeEditor, plain: PlainEditorHandle | null): void {
  const model = editor.getModel();
  if (plain === null || model === null) return;
  const start = model.getPositionAt(plain.selection.start);
  const end = model.getPositionAt(plain.selection.end);
  editor.setSelection(monaco.Range.fromPositions(start, end));
  editor.setScrollPosition({ scrollTop: plain.scroll.top, scrollLeft: plain.scroll.left });
  if (plain.isFocused) editor.focus();
}
