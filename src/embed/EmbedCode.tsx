/** The code to read, with folded and lit lines; to edit, the page's editor with the whole file. */
import { type CSSProperties, useMemo, useState } from "react";
import { usePlayground, usePlaygroundStore } from "../store/use-playground.ts";
import { CodeEditor } from "../views/editor/CodeEditor.tsx";
import { codeBlocks } from "./code-blocks.ts";
import { BlockMarkup, type BlockProps, CodeMarkup, FilesMarkup } from "./EmbedCodeMarkup.tsx";
import type { EmbedSettings } from "./embed-settings.ts";
import "./embed-editor.css";

const AT_ONCE = Promise.resolve();

type EmbedCodeProps = { readonly settings: EmbedSettings; readonly isEditing: boolean };

export function EmbedCode({ settings, isEditing }: EmbedCodeProps) {
  const store = usePlaygroundStore();
  const names = usePlayground((state) => state.project.files.map(({ name }) => name));
  const activeFile = usePlayground((state) => state.activeFile);
  return (
    <>
      <FilesMarkup names={names} activeFile={activeFile} onOpen={(name) => store.getState().setActiveFile(name)} />
      {isEditing ? <EditCode settings={settings} /> : <ReadCode key={activeFile} settings={settings} />}
    </>
  );
}

/** Monaco, which is large, loads for a reader who pressed Edit, or who goes into a text field that was there from the start. */
function EditCode({ settings }: { readonly settings: EmbedSettings }) {
  const lineCount = usePlayground(
    (state) => state.project.files.find(({ name }) => name === state.activeFile)?.text.split("\n").length ?? 1,
  );
  const [hasStarted, setStarted] = useState(settings.editing === "on-request");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches for the focus of the editor inside
    <div className="embed__editor" style={{ "--lines": lineCount } as CSSProperties} onFocus={() => setStarted(true)}>
      <CodeEditor mayStart={hasStarted ? AT_ONCE : null} wraps={false} firstLine={settings.startLine} paddingPx={8} />
    </div>
  );
}

function ReadCode({ settings }: { readonly settings: EmbedSettings }) {
  const activeFile = usePlayground((state) => state.activeFile);
  const text = usePlayground((state) => state.project.files.find(({ name }) => name === state.activeFile)?.text ?? "");
  const blocks = useMemo(() => codeBlocks(text, activeFile), [text, activeFile]);
  return <CodeMarkup blocks={blocks} settings={settings} Block={Block} />;
}

function Block(props: BlockProps) {
  const [isOpen, setOpen] = useState(props.block.kind === "shown");
  return <BlockMarkup {...props} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />;
}
