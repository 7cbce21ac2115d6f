/** A JSON document as one types it: coloured, checked at every key, with the mistake's place marked and named. */
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import { CodeField, LINE_HEIGHT_PX } from "../editor/CodeField.tsx";
import { offsetOf } from "../editor/text-parts.ts";
import { useTextPart } from "../editor/use-text-part.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import "./json-editor.css";

/** The place is 1-based, as editors count. */
export type TextMistake = { readonly message: string; readonly line: number; readonly column: number };

type JsonEditorProps = {
  /** The field's accessible name. */
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Finds what is wrong besides the syntax, too. By default any JSON will do. */
  readonly check?: (text: string) => TextMistake | null;
  /** "text" for what need not be JSON. */
  readonly language?: "json" | "text";
};

function findSyntaxMistake(text: string): TextMistake | null {
  const reading = parseJsonText(text);
  return reading.kind === "invalid" ? reading : null;
}

export function JsonEditor({ label, text, onText, check = findSyntaxMistake, language = "json" }: JsonEditorProps) {
  const mistake = useMemo(() => (language === "json" ? check(text) : null), [check, language, text]);
  const part = useTextPart(text, onText);
  const [goal, setGoal] = useState<TextMistake | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();

  function goTo(mistake: TextMistake): void {
    part.show(offsetOf(text, mistake.line, mistake.column));
    setGoal(mistake);
  }

  // Once the part that holds the place is there.
  useEffect(() => {
    if (goal === null) return;
    const offset = offsetOf(text, goal.line, goal.column) - part.start;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(offset, offset);
    scroller.current?.scrollTo({ top: Math.max(0, (goal.line - part.linesBefore - 3) * LINE_HEIGHT_PX) });
    setGoal(null);
  }, [goal, text, part.start, part.linesBefore]);

  return (
    <div className="json-editor">
      <CodeField
        key={part.start}
        label={label}
        text={part.text}
        language={language}
        onText={part.onText}
        onPaste={part.onPaste}
        onKeyDown={part.onKeyDown}
        firstLine={part.linesBefore + 1}
        problemLine={mistake === null ? undefined : mistake.line - part.linesBefore}
        fieldRef={field}
        scrollerRef={scroller}
        aria-invalid={mistake !== null}
        aria-describedby={mistake === null ? undefined : id}
      />
      {part.bar}
      <div aria-live="polite">
        {mistake !== null && (
          <p className="json-editor__mistake" id={id}>
            <button type="button" className="json-editor__place" onClick={() => goTo(mistake)}>
              Line {mistake.line}, column {mistake.column}
            </button>{" "}
            <VisibleText text={mistake.message} />
          </p>
        )}
      </div>
    </div>
  );
}
