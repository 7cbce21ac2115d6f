/** The author's files and the editor: plain and usable at once, Monaco as soon as the page is idle after its first result. */
import { useRef, useState, useSyncExternalStore } from "react";
import { isPartAbsent, onAbsentPart } from "./absent-parts.ts";
import { CodeEditor } from "./CodeEditor.tsx";
import { EditorNote } from "./EditorNote.tsx";
import { FileTabs } from "./FileTabs.tsx";
import { mayStart } from "./start-editor.ts";
import { onTypeHelp, resumeTypeHelp, typeHelp } from "./type-help.ts";
import { useNarrow } from "./use-narrow.ts";
import "./editor-panel.css";

export function EditorPanel() {
  const [isByKeyboard, setByKeyboard] = useState(false);
  const byPointer = useRef(false);
  const isNarrow = useNarrow();
  const isWithoutPart = useSyncExternalStore(onAbsentPart, isPartAbsent, isPartAbsent);
  const types = useSyncExternalStore(onTypeHelp, typeHelp, typeHelp);

  return (
    <div className="editor-panel">
      <FileTabs trailing={isByKeyboard && <KeyboardHint />}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches how the editor inside got its focus */}
        <div
          className="editor-panel__code"
          onPointerDownCapture={() => {
            byPointer.current = true;
          }}
          onFocus={() => {
            if (!byPointer.current) setByKeyboard(true);
          }}
          onBlur={() => {
            byPointer.current = false;
            setByKeyboard(false);
          }}
        >
          <CodeEditor mayStart={mayStart} wraps={isNarrow} />
          {isWithoutPart && (
            <EditorNote action="Reload the page" onAct={() => location.reload()}>
              A part of the editor did not load: the JSON diff and the checks of JSON do without it.
            </EditorNote>
          )}
          {types === "off" && (
            <EditorNote>
              Type help is off: this text is too much for the type checker. It comes back with the next edit.
            </EditorNote>
          )}
          {types === "absent" && (
            <EditorNote action="Try again" onAct={resumeTypeHelp}>
              Type help did not load. All else works without it.
            </EditorNote>
          )}
        </div>
      </FileTabs>
    </div>
  );
}

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

function KeyboardHint() {
  return (
    <p className="editor-panel__hint">
      <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves the editor · <kbd>{IS_MAC ? "⌃⇧M" : "Ctrl M"}</kbd> lets <kbd>Tab</kbd>{" "}
      leave it
    </p>
  );
}
