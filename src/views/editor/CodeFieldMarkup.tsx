/** Highlighted text with line numbers and Monaco's metrics. */
import type { CSSProperties, ReactNode, Ref } from "react";
import { HighlightedText } from "./HighlightedText.tsx";
import type { HighlightToken } from "./highlight.ts";
import "./code-field.css";

type CodeFieldMarkupProps = {
  readonly tokens: readonly HighlightToken[];
  readonly lineCount: number;
  readonly firstLine: number;
  readonly wraps: boolean;
  /** What stands behind the text. */
  readonly behind?: ReactNode;
  /** The text field over it. */
  readonly field?: ReactNode;
  readonly scrollerRef?: Ref<HTMLDivElement> | undefined;
};

export function CodeFieldMarkup(props: CodeFieldMarkupProps) {
  const { tokens, lineCount, firstLine, wraps, behind, field, scrollerRef } = props;
  const gutter = { "--gutter-chars": gutterChars(lineCount, firstLine) } as CSSProperties;
  return (
    <div className={`code-field code-text ${wraps ? "code-field--wraps" : ""}`} ref={scrollerRef} style={gutter}>
      <div className="code-text__gutter code-field__gutter" aria-hidden="true">
        {Array.from({ length: lineCount }, (_, index) => index + firstLine).join("\n")}
      </div>
      <div className="code-field__page">
        {behind}
        <pre className="code-field__text" aria-hidden="true">
          <HighlightedText tokens={tokens} />
          {"\n"}
        </pre>
        {field}
      </div>
    </div>
  );
}

/** How many characters the widest line number may have: three at least, as in Monaco. */
export function gutterChars(lineCount: number, firstLine: number): number {
  return Math.max(3, `${firstLine + lineCount - 1}`.length);
}
