/** Monaco's diff editor over two claims sets. Importing this file loads Monaco. */
import { DiffEditor } from "@monaco-editor/react";
import { useEffect, useRef } from "react";
import { MONACO_THEME, type monaco } from "../../editor/monaco.ts";

type MonacoDiffProps = { readonly base: string; readonly issued: string };

const NARROW_PX = 560;

const OPTIONS: monaco.editor.IDiffEditorConstructionOptions = {
  readOnly: true,
  originalEditable: false,
  automaticLayout: true,
  renderSideBySide: true,
  useInlineViewWhenSpaceIsLimited: true,
  renderSideBySideInlineBreakpoint: NARROW_PX,
  hideUnchangedRegions: { enabled: true, contextLineCount: 2, minimumLineCount: 3 },
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
};

export default function MonacoDiff({ base, issued }: MonacoDiffProps) {
  const editor = useRef<monaco.editor.IStandaloneDiffEditor | null>(null);

  // The wrapper disposes the models before the editor lets go of them, which Monaco reports as an error: release them first.
  useEffect(
    () => () => {
      const model = editor.current?.getModel();
      editor.current?.setModel(null);
      model?.original.dispose();
      model?.modified.dispose();
      editor.current = null;
    },
    [],
  );

  return (
    <div className="json-diff__editor">
      <DiffEditor
        original={base}
        modified={issued}
        language="json"
        theme={MONACO_THEME}
        options={OPTIONS}
        loading={null}
        keepCurrentOriginalModel
        keepCurrentModifiedModel
        onMount={(mounted) => {
          editor.current = mounted;
        }}
      />
    </div>
  );
}
