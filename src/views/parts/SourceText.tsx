/** Source as readable, highlighted text: what stands where the editor will be. */
import { memo } from "react";
import { highlight } from "./highlight.ts";
import { VisibleText } from "./VisibleText.tsx";
import "./source-text.css";

export const SourceText = memo(function SourceText({ text, label }: { readonly text: string; readonly label: string }) {
  let offset = 0;
  const pieces = highlight(text).map((piece) => {
    const key = offset;
    offset += piece.text.length;
    return (
      <span key={key} className={`source-text__${piece.kind}`}>
        <VisibleText text={piece.text} />
      </span>
    );
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable text must be reachable by keyboard
    <section className="source-text" tabIndex={0} aria-label={label}>
      <pre className="source-text__code">{pieces}</pre>
    </section>
  );
});
