/** How a long text looks that is folded in the middle, or open. */
import { foldText } from "./fold-text.ts";
import { toVisibleText } from "./visible-pieces.ts";
import { VisibleText } from "./VisibleText.tsx";
import "./fold.css";

export type FoldProps = {
  readonly text: string;
  /** Longest text shown whole, in characters. */
  readonly limit?: number;
  /** What the text is, for the button's name, e.g. "value of permissions". */
  readonly what?: string;
};

/** Opening never puts more than this many characters on the page at once. */
const MOST_SHOWN = 100_000;

type FoldMarkupProps = FoldProps & { readonly isOpen?: boolean; readonly onToggle?: () => void };

export function FoldMarkup({ text, limit = 120, what = "text", isOpen = false, onToggle }: FoldMarkupProps) {
  const folded = foldText(text, limit);
  if (folded === null) return <VisibleText text={text} />;
  if (isOpen) {
    const rest = text.length - MOST_SHOWN;
    return (
      <>
        <VisibleText text={text.slice(0, MOST_SHOWN)} />
        {rest > 0 && <span className="fold__rest"> … {rest.toLocaleString("en")} more characters are not shown</span>}{" "}
        <button
          type="button"
          className="fold__toggle"
          onClick={onToggle}
          aria-label={`Show less of ${toVisibleText(what)}`}
        >
          show less
        </button>
      </>
    );
  }
  const hidden = `${folded.hidden.toLocaleString("en")} more characters`;
  return (
    <>
      <VisibleText text={folded.head} />
      <button
        type="button"
        className="fold__toggle"
        title={`Show ${hidden}`}
        aria-label={`Show ${hidden} of ${toVisibleText(what)}`}
        onClick={onToggle}
      >
        … {folded.hidden.toLocaleString("en")} …
      </button>
      <VisibleText text={folded.tail} />
    </>
  );
}
