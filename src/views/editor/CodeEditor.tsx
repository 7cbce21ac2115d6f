/** An author's code to edit: the plain editor at once, and Monaco in its place when it may load and has arrived. */
import { type ComponentType, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { loadPart } from "../parts/load-part.ts";
import { loadMonacoInSlices } from "./monaco-slices.ts";
import type { MonacoEditorProps } from "./MonacoEditor.tsx";
import { EditorNote } from "./EditorNote.tsx";
import { PlainEditor, type PlainEditorHandle } from "./PlainEditor.tsx";
import "./code-editor.css";

type CodeEditorProps = {
  /** Monaco is loaded once this has settled; null while that is not known. */
  readonly mayStart: Promise<unknown> | null;
  readonly wraps: boolean;
  /** The number of the first line. */
  readonly firstLine?: number;
  /** Room above and below the text, which the plain editor's style must agree with. */
  readonly paddingPx?: number;
};

const loadMonaco = () => loadMonacoInSlices().then(() => import("./MonacoEditor.tsx"));

/** Kept between mounts, so that only the first visit shows the plain editor. */
let loaded: ComponentType<MonacoEditorProps> | null = null;

/** Monaco fills the positioned element around it; so must the plain editor, by that element's style. */
export function CodeEditor({ mayStart, wraps, firstLine = 1, paddingPx = 12 }: CodeEditorProps) {
  const [Monaco, setMonaco] = useState(() => loaded);
  const [isReady, setReady] = useState(false);
  const plain = useRef<PlainEditorHandle>(null);
  const [state, setState] = useState<"first-try" | "failed" | "tried-again">("first-try");

  useEffect(() => {
    if (loaded !== null || mayStart === null || state === "failed") return;
    let isGone = false;
    mayStart
      .then(() => loadPart(loadMonaco, state === "tried-again"))
      .then(
        (module) => {
          loaded = module.MonacoEditor;
          if (!isGone) setMonaco(() => loaded);
        },
        () => !isGone && setState("failed"),
      );
    return () => {
      isGone = true;
    };
  }, [mayStart, state]);

  return (
    <>
      {Monaco && (
        <Monaco
          plain={plain}
          wraps={wraps}
          firstLine={firstLine}
          paddingPx={paddingPx}
          // At once: what is typed into the plain editor after Monaco has taken over would be lost with it.
          onReady={() => flushSync(() => setReady(true))}
        />
      )}
      {!isReady && <PlainEditor ref={plain} wraps={wraps} firstLine={firstLine} />}
      {state === "failed" && (
        <EditorNote action="Try again" onAct={() => setState("tried-again")}>
          The full editor did not load. This plain one works.
        </EditorNote>
      )}
    </>
  );
}
