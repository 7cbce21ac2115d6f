/** The author's files and the editor: plain and usable at once, Monaco as soon as the page is idle after its first result. */
import { useRef, useState, useSyncExternalStore } from "react";
import { CodeEditor } from "./CodeEditor.tsx";
import { FileTabs } from "./FileTabs.tsx";
import { mayStart } from "./start-editor.ts";
import { isTypeHelpOff, onTypeHelp } from "./type-help.ts";
import { useNarrow } from "./use-narrow.ts";
import "./editor-panel.css";

type HintKind = "none" | "keyboard" | "failed" | "no-types";

export function EditorPanel() {
  const [hint, setHint] = useState<HintKind>("none");
  const byPointer = useRef(false);
  const isNarrow = useNarrow();
  const isWithoutTypes = useSyncExternalStore(onTypeHelp, isTypeHelpOff, isTypeHelpOff);

  return (
    <div className="editor-panel">
      <FileTabs trailing={<Hint hint={isWithoutTypes ? "no-types" : hint} />}>
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
          <CodeEditor mayStart={mayStart} wraps={isNarrow} onFailed={() => setHint("failed")} />
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
      ) : hint === "no-types" ? (
        "Type help is off: these types take too long to check. It comes back with the next edit."
      ) : (
        <>
          <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves the editor · <kbd>{IS_MAC ? "⌃⇧M" : "Ctrl M"}</kbd> lets{" "}
          <kbd>Tab</kbd> leave it
        </>
      )}
    </p>
  );
}
