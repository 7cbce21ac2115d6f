/** A text field over its own highlighted text, with line numbers and Monaco's metrics: the editor before Monaco, and the editor for JSON. */
import { type KeyboardEvent, type Ref, type TextareaHTMLAttributes, useMemo } from "react";
import { CodeFieldMarkup } from "./CodeFieldMarkup.tsx";
import { type HighlightToken, highlight, highlightJson, PIECES_BEFORE_MONACO } from "./highlight.ts";

export const LINE_HEIGHT_PX = 20;

type CodeFieldProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange" | "value" | "wrap"> & {
  /** The field's accessible name. */
  readonly label: string;
  readonly text: string;
  readonly language: "typescript" | "json" | "text";
  readonly onText: (text: string) => void;
  /** The line that holds a mistake, counted from 1. */
  readonly problemLine?: number | undefined;
  readonly wraps?: boolean;
  /** The number of the first line. */
  readonly firstLine?: number;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
  readonly scrollerRef?: Ref<HTMLDivElement>;
};

function tokensOf(text: string, language: CodeFieldProps["language"]): readonly HighlightToken[] {
  if (language === "text") return [{ kind: "plain", text }];
  return language === "json" ? highlightJson(text) : highlight(text, PIECES_BEFORE_MONACO);
}

export function CodeField(props: CodeFieldProps) {
  const {
    label,
    text,
    language,
    onText,
    problemLine,
    wraps = false,
    firstLine = 1,
    fieldRef,
    scrollerRef,
    onKeyDown,
    ...rest
  } = props;
  const tokens = useMemo(() => tokensOf(text, language), [text, language]);
  const lineCount = useMemo(() => text.split("\n").length, [text]);
  return (
    <CodeFieldMarkup
      tokens={tokens}
      lineCount={lineCount}
      firstLine={firstLine}
      wraps={wraps}
      scrollerRef={scrollerRef}
      behind={
        problemLine !== undefined &&
        problemLine > 0 &&
        problemLine <= lineCount && (
          <div className="code-field__problem" style={{ top: (problemLine - 1) * LINE_HEIGHT_PX }} />
        )
      }
      field={
        <textarea
          {...rest}
          ref={fieldRef}
          className="code-field__input"
          aria-label={label}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            onKeyDown?.(event);
            keepIndent(event);
          }}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          wrap={wraps ? "soft" : "off"}
        />
      }
    />
  );
}

/** Types text into a field. Unlike assigning to `value` this keeps the field's own undo history. */
export function typeInto(text: string): void {
  document.execCommand("insertText", false, text);
}

/** Enter starts the next line where this one started, one step deeper after an opening bracket. */
function keepIndent(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { key, ctrlKey, metaKey, altKey, nativeEvent, defaultPrevented } = event;
  if (key !== "Enter" || ctrlKey || metaKey || altKey || nativeEvent.isComposing || defaultPrevented) return;
  const { value, selectionStart } = event.currentTarget;
  const before = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  const deeper = /[{[(]\s*$/.test(before) ? "  " : "";
  if (indent + deeper === "") return;
  event.preventDefault();
  typeInto(`\n${indent}${deeper}`);
}
