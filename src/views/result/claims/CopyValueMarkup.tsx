/** How a value in a row looks: folded in the middle when it is long, or open. */
import type { ReactNode } from "react";
import { foldText } from "../../parts/fold-text.ts";
import { toVisibleText } from "../../parts/visible-pieces.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";

export type CopyValueProps = {
  readonly text: string;
  /** What the value is, for its button's name: "value of permissions". */
  readonly what: string;
  readonly look?: "before" | "after" | "tried";
  /** About how much of a long text is shown, in characters. */
  readonly limit?: number;
};

/** A text only a little over its limit is not worth a click. */
const WORTH_FOLDING = 1.4;

type CopyValueMarkupProps = CopyValueProps & {
  /** What is shown of a folded text that was opened, and what shows more of it. */
  readonly opened?: { readonly text: string; readonly more: ReactNode } | null;
  readonly said?: ReactNode;
  readonly onCopy?: () => void;
  readonly onToggle?: () => void;
};

export function CopyValueMarkup(props: CopyValueMarkupProps) {
  const { text, look = "after", limit = 64, opened, said, onCopy, onToggle } = props;
  const what = toVisibleText(props.what);
  const folded = text.length > limit * WORTH_FOLDING ? foldText(text, limit) : null;
  const hidden = folded?.hidden.toLocaleString("en");
  return (
    <span className={`copy-value copy-value--${look}`}>
      <button type="button" className="copy-value__text" title="Copy" onClick={onCopy}>
        <span className="only-read">Copy the {what}: </span>
        {folded === null || opened ? (
          <VisibleText text={opened?.text ?? text} />
        ) : (
          <>
            <VisibleText text={folded.head} />
            <span className="copy-value__gap"> … </span>
            <VisibleText text={folded.tail} />
          </>
        )}
        {said}
      </button>
      {folded && (
        <button
          type="button"
          className="copy-value__toggle"
          aria-expanded={!!opened}
          aria-label={opened ? `fold the ${what}` : `Show ${hidden} more characters of the ${what}`}
          onClick={onToggle}
        >
          {opened ? "fold" : `${hidden} more`}
        </button>
      )}
      {opened?.more}
    </span>
  );
}
