/** Monaco's diff editor over two claims sets. Importing this file loads Monaco. */
import { useEffect, useRef } from "react";
import { MONACO_THEME, monaco } from "../../editor/monaco.ts";
import { drawnText } from "./claims-text.ts";

type MonacoDiffProps = { readonly base: string; readonly issued: string };

const NARROW_PX = 560;

const OPTIONS: monaco.editor.IStandaloneDiffEditorConstructionOptions = {
  theme: MONACO_THEME,
  readOnly: true,
  originalEditable: false,
  automaticLayout: true,
  renderSideBySide: true,
  useInlineViewWhenSpaceIsLimited: true,
  renderSideBySideInlineBreakpoint: NARROW_PX,
  hideUnchangedRegions: { enabled: true, contextLineCount: 2, minimumLineCount: 3 },
  links: false,
  minimap: { enabled: false },
  lineNumbers: "off",
  folding: false,
  renderOverviewRuler: false,
  scrollBeyondLastLine: false,
  wordWrap: "on",
  diffWordWrap: "on",
  fontSize: 13,
  lineHeight: 20,
  glyphMargin: false,
  renderIndicators: true,
  renderMarginRevertIcon: false,
  renderGutterMenu: false,
  ignoreTrimWhitespace: false,
  accessibilityVerbose: true,
  originalAriaLabel: "Base claims set",
  modifiedAriaLabel: "Issued claims set",
  // A reader's Tab goes on to the next control.
  tabFocusMode: true,
  contextmenu: false,
  // Its text is shown with the commas that it lacks.
  renderValidationDecorations: "off",
};

type Models = Record<"original" | "modified", monaco.editor.ITextModel>;

export default function MonacoDiff({ base, issued }: MonacoDiffProps) {
  const container = useRef<HTMLDivElement>(null);
  const first = useRef({ base, issued });
  const models = useRef<Models | null>(null);

  useEffect(() => {
    if (container.current === null) return;
    const editor = monaco.editor.createDiffEditor(container.current, OPTIONS);
    const original = monaco.editor.createModel("", "json");
    const modified = monaco.editor.createModel("", "json");
    show(original, first.current.base);
    show(modified, first.current.issued);
    const comparison = editor.createViewModel({ original, modified });
    editor.setModel(comparison);
    models.current = { original, modified };
    return () => {
      models.current = null;
      editor.dispose();
      // Only this cancels a comparison under way, which would fail once its texts are gone; Monaco never does it for a pair of texts.
      comparison.dispose();
      original.dispose();
      modified.dispose();
    };
  }, []);

  useEffect(() => show(models.current?.original, base), [base]);
  useEffect(() => show(models.current?.modified, issued), [issued]);

  return <div className="json-diff__editor" ref={container} />;
}

/** What is drawn and not written is never marked: a comma for the claim that follows, a number for its spelling. */
function show(model: monaco.editor.ITextModel | undefined, marked: string): void {
  if (model === undefined) return;
  const { text, drawn } = drawnText(marked);
  if (model.getValue() !== text) model.setValue(text);
  ends.set(
    model,
    model.deltaDecorations(
      ends.get(model) ?? [],
      [...drawn].map(([line, content]) => {
        const end = model.getLineMaxColumn(line);
        return {
          range: new monaco.Range(line, end, line, end),
          options: { after: { content }, showIfCollapsed: true },
        };
      }),
    ),
  );
}

const ends = new WeakMap<monaco.editor.ITextModel, string[]>();
