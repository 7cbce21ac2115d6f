/** The part of a text that a field holds: all of a short one; of a long one a part at a time, with buttons to the others. */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "../parts/Button.tsx";
import { isLong, partAt, withPartText } from "./text-parts.ts";
import "./text-part.css";

/** Three times what a run reads of one text: to look at more, and to keep it, holds the page up. */
const MOST_PASTED_CHARACTERS = 3_000_000;

type ShownPart = {
  readonly text: string;
  /** Of the whole text, where the part begins. */
  readonly start: number;
  readonly linesBefore: number;
  readonly onText: (text: string) => void;
  /** A text field takes seconds for what is pasted here in an instant. */
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** Shows the part that holds a character of the whole text. */
  readonly show: (offset: number) => void;
  /** Where the part stands and what was refused; null for a short text. */
  readonly bar: ReactNode;
};

export function useTextPart(text: string, onText: (text: string) => void): ShownPart {
  const [kept, setKept] = useState(() => partAt(text, 0));
  const [refused, setRefused] = useState("");
  const replaced = useRef<{ readonly before: string; readonly after: string } | null>(null);
  const part = !isLong(text)
    ? { of: text, start: 0, end: text.length, linesBefore: 0 }
    : kept.of === text
      ? kept
      : partAt(text, 0);

  function change(next: string): void {
    const edited = withPartText(part, next);
    setKept(edited);
    setRefused("");
    onText(edited.of);
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const pasted = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    if (!isLong(pasted)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    const from = isWhole ? 0 : part.start + selectionStart;
    const after = text.slice(0, from) + pasted + (isWhole ? "" : text.slice(part.start + selectionEnd));
    if (after.length > MOST_PASTED_CHARACTERS) {
      const most = MOST_PASTED_CHARACTERS.toLocaleString("en");
      setRefused(
        `Not pasted: ${pasted.length.toLocaleString("en")} characters are more than the ${most} of a text here.`,
      );
      return;
    }
    replaced.current = { before: text, after };
    setRefused("");
    setKept(partAt(after, from));
    onText(after);
  }

  /** The field's own undo knows nothing of a long text that was pasted. */
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (key !== "z" || shiftKey || !(ctrlKey || metaKey) || replaced.current?.after !== text) return;
    event.preventDefault();
    onText(replaced.current.before);
    replaced.current = null;
  }

  const show = (offset: number) => setKept(partAt(text, offset));
  const place = (offset: number) => Math.round((offset / Math.max(1, text.length)) * 100);
  const isPart = part.end - part.start < text.length;
  const bar = (isPart || refused !== "") && (
    <div className="text-part" role="status">
      {isPart && (
        <>
          <span>
            {text.length.toLocaleString("en")} characters, edited in parts: {place(part.start)}–{place(part.end)} %
          </span>
          <Button look="quiet" disabled={part.start === 0} onClick={() => show(part.start - 1)}>
            Part before
          </Button>
          <Button look="quiet" disabled={part.end >= text.length} onClick={() => show(part.end)}>
            Next part
          </Button>
        </>
      )}
      {refused !== "" && <span>{refused}</span>}
    </div>
  );
  return {
    text: text.slice(part.start, part.end),
    start: part.start,
    linesBefore: part.linesBefore,
    onText: change,
    onPaste,
    onKeyDown,
    show,
    bar,
  };
}
