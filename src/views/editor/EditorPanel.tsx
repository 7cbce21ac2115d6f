/** The author's files and the editor: plain and usable at once, Monaco as soon as the page is idle after its first result. */
import { type ComponentType, useEffect, useRef, useState } from "react";
import { FileTabs } from "./FileTabs.tsx";
import type { MonacoEditorProps } from "./MonacoEditor.tsx";
import { PlainEditor, type PlainEditorHandle } from "./PlainEditor.tsx";
import { mayStart } from "./start-editor.ts";
import { useNarrow } from "./use-narrow.ts";
import "./editor-panel.css";

type HintKind = "none" | "keyboard" | "failed";

/** Kept between mounts, so that only the first visit shows the plain editor. */
let loaded: ComponentType<MonacoEditorProps> | null = null;

export function EditorPanel() {
  const [Monaco, setMonaco] = useState(() => loaded);
  const [isReady, setReady] = useState(false);
  const [hint, setHint] = useState<HintKind>("none");
  const plain = useRef<PlainEditorHandle>(null);
  const byPointer = useRef(false);
  const isNarrow = useNarrow();

  useEffect(() => {
    if (loaded !== null) return;
    let isGone = false;
    mayStart
      .then(() => import("./MonacoEditor.tsx"))
      .then(
        (module) => {
          loaded = module.MonacoEditor;
          if (!isGone) setMonaco(() => loaded);
        },
        () => setHint("failed"),
      );
    return () => {
      isGone = true;
    };
  }, []);

  return (
    <div className="editor-panel">
      <FileTabs trailing={<Hint hint={hint} />}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches how the editor inside got its focus */}
        <div
          className="editor-panel__code"
          onPointerDownCapture={() => {
            byPointer.current = true;
          }}
          onFocus={() => {
            if (!byPointer.current && hint === "none") setHint("keyboard");
          }}
          onBlur={() => {
            byPointer.current = false;
            if (hint === "keyboard") setHint("none");
          }}
        >
          {Monaco && <Monaco plain={plain} wraps={isNarrow} onReady={() => setReady(true)} />}
          {!isReady && <PlainEditor ref={plain} wraps={isNarrow} />}
        </div>
      </FileTabs>
    </div>
  );
}

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

function Hint({ hint }: { readonly hint: HintKind }) {
  if (hint === "none") return null;
  return (
    <p className="editor-panel__hint">
      {hint === "failed" ? (
        "The full editor did not load. This plain one works."
      ) : (
        <>
          <kbd>Esc</kbd> leaves the editor · <kbd>{IS_MAC ? "⌃⇧M" : "Ctrl M"}</kbd> lets <kbd>Tab</kbd> leave it
        </>
      )}
    </p>
  );
}
