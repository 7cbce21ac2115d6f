/** The editor before Monaco: a text field over highlighted text, with Monaco's metrics, so that the first second's typing is not lost. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { takeReveal } from "./editor-reveal.ts";
import { focusAfter } from "./focus-after.ts";
import { highlight, highlightJson } from "./highlight.ts";
import "./highlight.css";
import "./plain-editor.css";

/** What Monaco takes over. */
export type PlainEditorHandle = {
  readonly selection: { readonly start: number; readonly end: number };
  readonly scroll: { readonly top: number; readonly left: number };
  readonly isFocused: boolean;
  /** Settles when no character is being composed by an input method. */
  readonly settled: Promise<void>;
};

export function PlainEditor({ ref }: { readonly ref: Ref<PlainEditorHandle> }) {
  const store = usePlaygroundStore();
  const name = usePlayground((state) => state.activeFile);
  const text = usePlayground((state) => state.project.files.find((file) => file.name === state.activeFile)?.text ?? "");
  const reveal = usePlayground((state) => state.reveal);
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const composition = useRef<{ readonly promise: Promise<void>; readonly resolve: () => void } | null>(null);

  const tokens = useMemo(() => (name.endsWith(".json") ? highlightJson(text) : highlight(text)), [name, text]);
  const lineCount = useMemo(() => text.split("\n").length, [text]);

  useImperativeHandle(ref, () => ({
    get selection() {
      return { start: field.current?.selectionStart ?? 0, end: field.current?.selectionEnd ?? 0 };
    },
    get scroll() {
      return { top: scroller.current?.scrollTop ?? 0, left: scroller.current?.scrollLeft ?? 0 };
    },
    get isFocused() {
      return document.activeElement === field.current;
    },
    get settled() {
      return composition.current?.promise ?? Promise.resolve();
    },
  }));

  useEffect(() => {
    const position = reveal && takeReveal(store);
    if (!position || field.current === null) return;
    const before = field.current.value.split("\n").slice(0, position.line - 1);
    const offset = before.reduce((sum, line) => sum + line.length + 1, 0) + position.column - 1;
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(offset, offset);
    scroller.current?.scrollTo({ top: Math.max(0, (position.line - 6) * 20) });
  }, [reveal, store]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { ctrlKey, metaKey, shiftKey, key } = event;
    if (key === "Enter" && (ctrlKey || metaKey)) store.getState().runNow();
    else if (key === "Escape" && scroller.current) focusAfter(scroller.current);
    // insertText keeps the field's own undo history, which assigning to its value would drop.
    else if (key === "Tab" && !shiftKey && !ctrlKey && !metaKey) document.execCommand("insertText", false, "  ");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      className="plain-editor code-text"
      ref={scroller}
      style={{ "--gutter-chars": Math.max(3, `${lineCount}`.length) } as CSSProperties}
    >
      <div className="code-text__gutter plain-editor__gutter" aria-hidden="true">
        {Array.from({ length: lineCount }, (_, index) => index + 1).join("\n")}
      </div>
      <div className="plain-editor__page">
        <pre className="plain-editor__text" aria-hidden="true">
          {tokens.map((token, index) =>
            token.kind === "plain" ? (
              token.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place.
              <span key={index} className={`code-text__${token.kind}`}>
                {token.text}
              </span>
            ),
          )}
          {"\n"}
        </pre>
        <textarea
          ref={field}
          key={name}
          className="plain-editor__field"
          aria-label={`${name}, code editor`}
          value={text}
          onChange={(event) => store.getState().setFileText(name, event.target.value)}
          onKeyDown={onKeyDown}
          onCompositionStart={() => {
            let resolve = () => {};
            const promise = new Promise<void>((settle) => {
              resolve = settle;
            });
            composition.current = { promise, resolve };
          }}
          onCompositionEnd={() => {
            composition.current?.resolve();
            composition.current = null;
          }}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          wrap="off"
        />
      </div>
    </div>
  );
}
