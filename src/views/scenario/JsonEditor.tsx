/** A JSON document as one types it: coloured, checked at every key, with the mistake's place marked and named. */
import { useId, useMemo, useRef } from "react";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import { CodeField, LINE_HEIGHT_PX } from "../editor/CodeField.tsx";
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
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();

  function goTo({ line, column }: TextMistake): void {
    const before = text.split("\n").slice(0, line - 1);
    const offset = before.reduce((sum, row) => sum + row.length + 1, 0) + column - 1;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(offset, offset);
    scroller.current?.scrollTo({ top: Math.max(0, (line - 3) * LINE_HEIGHT_PX) });
  }

  return (
    <div className="json-editor">
      <CodeField
        label={label}
        text={text}
        language={language}
        onText={onText}
        problemLine={mistake?.line}
        fieldRef={field}
        scrollerRef={scroller}
        aria-invalid={mistake !== null}
        aria-describedby={mistake === null ? undefined : id}
      />
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
