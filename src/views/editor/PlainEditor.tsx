/** The editor before Monaco, so that the first second's typing is not lost: simple, and already where Monaco will put every letter. */
import {
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { CodeField, LINE_HEIGHT_PX, typeInto } from "./CodeField.tsx";
import { type FileEdit, offerFileEdits } from "./file-edits.ts";
import { loadPart } from "../parts/load-part.ts";
import { takeReveal } from "./editor-reveal.ts";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { restBeside } from "./leave-editor.ts";
import { offsetOf } from "./text-parts.ts";
import { useTextPart } from "./use-text-part.tsx";

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
  const part = useTextPart(text, (next) => store.getState().setFileText(name, next));
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const composition = useComposition();

  useImperativeHandle(ref, () => ({
    get selection() {
      const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
      return { start: part.start + selectionStart, end: part.start + selectionEnd };
    },
    get scroll() {
      return {
        top: part.linesBefore * LINE_HEIGHT_PX + (scroller.current?.scrollTop ?? 0),
        left: scroller.current?.scrollLeft ?? 0,
      };
    },
    get isFocused() {
      return document.activeElement === field.current;
    },
    get settled() {
      return composition.settled();
    },
  }));

  useReveal(text, part, field, scroller);

  const edit = useEffectEvent((file: string, edits: readonly FileEdit[]) => {
    const one = file === name && part.text === text ? spanOf(text, edits) : null;
    if (one === null || field.current === null) return false;
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(one.start, one.end);
    typeInto(one.text);
    return true;
  });
  useEffect(() => offerFileEdits((file, edits) => edit(file, edits)), []);

  async function fixHere(): Promise<void> {
    const loaded = await loadPart(() => import("../fixes/fix-line.ts")).catch(() => null);
    // The list of problems says why there are none.
    if (loaded === null) return;
    const before = text.slice(0, part.start + (field.current?.selectionStart ?? 0));
    loaded.fixLine(store, name, before.split("\n").length);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    part.onKeyDown(event);
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const { ctrlKey, metaKey, shiftKey, key } = event;
    if (key === "Enter" && (ctrlKey || metaKey)) store.getState().runNow();
    else if (key === "." && (ctrlKey || metaKey)) void fixHere();
    else if (key === "Escape" && scroller.current) restBeside(scroller.current, () => field.current?.focus());
    else if (key === "Tab" && !shiftKey && !ctrlKey && !metaKey) typeInto("  ");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <CodeField
        key={`${part.start} ${name}`}
        label={`${toVisibleText(name)}, code editor`}
        text={part.text}
        language={name.endsWith(".json") ? "json" : "typescript"}
        onText={part.onText}
        onPaste={part.onPaste}
        onKeyDown={onKeyDown}
        onCompositionStart={composition.begin}
        onCompositionEnd={composition.end}
        wraps={wraps}
        firstLine={part.linesBefore + firstLine}
        fieldRef={field}
        scrollerRef={scroller}
      />
      {part.bar}
    </>
  );
}

/** Shows the place that the store asks for, once the part that holds it is there. */
function useReveal(
  text: string,
  part: Pick<ReturnType<typeof useTextPart>, "start" | "linesBefore" | "show">,
  field: RefObject<HTMLTextAreaElement | null>,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  const store = usePlaygroundStore();
  const reveal = usePlayground((state) => state.reveal);
  const [goal, setGoal] = useState<ReturnType<typeof takeReveal>>(null);
  const showPart = useEffectEvent(part.show);

  useEffect(() => {
    const taken = reveal && takeReveal(store);
    if (!taken) return;
    showPart(offsetOf(text, taken.position.line, taken.position.column));
    setGoal(taken);
  }, [reveal, store, text]);

  useEffect(() => {
    if (goal === null || field.current === null) return;
    const { position, lastLine } = goal;
    const start = offsetOf(text, position.line, position.column) - part.start;
    const end = lastLine === undefined ? start : offsetOf(text, lastLine, Number.MAX_SAFE_INTEGER) - part.start;
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(start, Math.max(start, end));
    scroller.current?.scrollTo({ top: Math.max(0, (position.line - part.linesBefore - 6) * LINE_HEIGHT_PX) });
    setGoal(null);
  }, [goal, text, part.start, part.linesBefore, field, scroller]);
}

/** Whether an input method composes a character. */
function useComposition() {
  const composition = useRef<{ readonly promise: Promise<void>; readonly resolve: () => void } | null>(null);
  return {
    begin: () => {
      let resolve = () => {};
      const promise = new Promise<void>((settle) => {
        resolve = settle;
      });
      composition.current = { promise, resolve };
    },
    end: () => {
      composition.current?.resolve();
      composition.current = null;
    },
    settled: () => composition.current?.promise ?? Promise.resolve(),
  };
}

/** Several edits as one, which a text field takes back in one step. */
function spanOf(text: string, edits: readonly FileEdit[]): FileEdit | null {
  const ordered = edits.toSorted((one, other) => one.start - other.start);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return null;
  let put = "";
  let at = first.start;
  for (const edit of ordered) {
    put += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start: first.start, end: last.end, text: put };
}
