/** The editor before Monaco, so that the first second's typing is not lost: simple, and already where Monaco will put every letter. */
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { CodeField, LINE_HEIGHT_PX, typeInto } from "./CodeField.tsx";
import { takeReveal } from "./editor-reveal.ts";
import { focusAfter } from "./focus-after.ts";

/** What Monaco takes over. */
export type PlainEditorHandle = {
  readonly selection: { readonly start: number; readonly end: number };
  readonly scroll: { readonly top: number; readonly left: number };
  readonly isFocused: boolean;
  /** Settles when no character is being composed by an input method. */
  readonly settled: Promise<void>;
};

type PlainEditorProps = {
  readonly wraps: boolean;
  readonly firstLine: number;
  readonly ref: Ref<PlainEditorHandle>;
};

export function PlainEditor({ wraps, firstLine, ref }: PlainEditorProps) {
  const store = usePlaygroundStore();
  const name = usePlayground((state) => state.activeFile);
  const text = usePlayground((state) => state.project.files.find((file) => file.name === state.activeFile)?.text ?? "");
  const reveal = usePlayground((state) => state.reveal);
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const composition = useRef<{ readonly promise: Promise<void>; readonly resolve: () => void } | null>(null);

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
    const taken = reveal && takeReveal(store);
    if (!taken || field.current === null) return;
    const { position, lastLine } = taken;
    const lines = field.current.value.split("\n");
    const lengthOf = (count: number) => lines.slice(0, count).reduce((sum, line) => sum + line.length + 1, 0);
    const start = lengthOf(position.line - 1) + position.column - 1;
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(start, lastLine === undefined ? start : Math.max(start, lengthOf(lastLine) - 1));
    scroller.current?.scrollTo({ top: Math.max(0, (position.line - 6) * LINE_HEIGHT_PX) });
  }, [reveal, store]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { ctrlKey, metaKey, shiftKey, key } = event;
    if (key === "Enter" && (ctrlKey || metaKey)) store.getState().runNow();
    else if (key === "Escape" && scroller.current) focusAfter(scroller.current);
    else if (key === "Tab" && !shiftKey && !ctrlKey && !metaKey) typeInto("  ");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <CodeField
      key={name}
      label={`${name}, code editor`}
      text={text}
      language={name.endsWith(".json") ? "json" : "typescript"}
      onText={(next) => store.getState().setFileText(name, next)}
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
      wraps={wraps}
      firstLine={firstLine}
      fieldRef={field}
      scrollerRef={scroller}
    />
  );
}
