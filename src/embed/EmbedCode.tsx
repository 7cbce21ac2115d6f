/** The code to read, with folded and lit lines; to edit, the page's editor with the whole file. */
import { type CSSProperties, useMemo, useState } from "react";
import { usePlayground, usePlaygroundStore } from "../store/use-playground.ts";
import { CodeEditor } from "../views/editor/CodeEditor.tsx";
import { VisibleText } from "../views/parts/VisibleText.tsx";
import { type CodeBlock, codeBlocks, hiddenLabel } from "./code-blocks.ts";
import type { EmbedSettings } from "./embed-settings.ts";
import { isHighlighted } from "./highlighted-lines.ts";
import "./embed-editor.css";

const AT_ONCE = Promise.resolve();

type EmbedCodeProps = { readonly settings: EmbedSettings; readonly isEditing: boolean };

export function EmbedCode({ settings, isEditing }: EmbedCodeProps) {
  const store = usePlaygroundStore();
  const names = usePlayground((state) => state.project.files.map(({ name }) => name));
  const activeFile = usePlayground((state) => state.activeFile);
  return (
    <>
      {names.length > 1 && (
        <div className="embed__files">
          {names.map((name) => (
            <button
              key={name}
              type="button"
              className="embed__file"
              aria-pressed={name === activeFile}
              onClick={() => store.getState().setActiveFile(name)}
            >
              <VisibleText text={name} />
            </button>
          ))}
        </div>
      )}
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
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard.
    <pre className="embed-code code-text" tabIndex={0}>
      {blocks.map((block) => (
        <Block key={block.lines[0]?.line ?? block.kind} block={block} settings={settings} />
      ))}
    </pre>
  );
}

function Block({ block, settings }: { readonly block: CodeBlock; readonly settings: EmbedSettings }) {
  const [isOpen, setOpen] = useState(block.kind === "shown");
  if (block.kind === "rest") return <span className="embed-code__fold">{hiddenLabel(block)}</span>;
  return (
    <>
      {block.kind === "hidden" && (
        <button type="button" className="embed-code__fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {hiddenLabel(block)}
        </button>
      )}
      {isOpen && (
        <code>
          {block.lines.map(({ line, pieces }) => {
            const number = line + settings.startLine - 1;
            return (
              <span
                key={line}
                className={
                  isHighlighted(settings, number) ? "embed-code__line embed-code__line--lit" : "embed-code__line"
                }
              >
                <span className="embed-code__number" aria-hidden="true">
                  {number}
                </span>
                {pieces.map((piece, index) =>
                  piece.kind === "plain" ? (
                    piece.text
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place.
                    <span key={index} className={`code-text__${piece.kind}`}>
                      {piece.text}
                    </span>
                  ),
                )}
                {"\n"}
              </span>
            );
          })}
        </code>
      )}
    </>
  );
}
