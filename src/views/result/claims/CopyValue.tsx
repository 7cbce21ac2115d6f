/** A value in a row: folded in the middle when it is long, copied whole on click, opened on demand. */
import { use, useEffect, useState } from "react";
import { copyText } from "../../parts/copy-text.ts";
import { foldText } from "../../parts/fold-text.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { CopySaid } from "./copy-said.ts";

type CopyValueProps = {
  readonly text: string;
  /** What the value is, for its button's name: "value of permissions". */
  readonly what: string;
  readonly look?: "before" | "after" | "tried";
  /** About how much of a long text is shown, in characters. */
  readonly limit?: number;
};

/** A text only a little over its limit is not worth a click. */
const WORTH_FOLDING = 1.4;
const SAID_MS = 1_500;
/** The most that opening a value puts on the page, in characters. */
const MOST_SHOWN = 10_000;

export function CopyValue({ text, what, look = "after", limit = 64 }: CopyValueProps) {
  const say = use(CopySaid);
  const [isOpen, setOpen] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const folded = text.length > limit * WORTH_FOLDING ? foldText(text, limit) : null;
  const hidden = folded?.hidden.toLocaleString("en");
  const shown = !isOpen || folded === null ? null : showsAll ? text : text.slice(0, MOST_SHOWN);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await copyText(text);
      setCopied(true);
      say(`Copied the ${what}`);
    } catch {
      say("The browser did not allow copying");
    }
  }

  return (
    <span className={`copy-value copy-value--${look}`}>
      <button type="button" className="copy-value__text" title="Copy" onClick={copy}>
        <span className="only-read">
          Copy the <VisibleText text={what} />:{" "}
        </span>
        {shown !== null ? (
          <VisibleText text={shown} />
        ) : folded === null ? (
          <VisibleText text={text} />
        ) : (
          <>
            <VisibleText text={folded.head} />
            <span className="copy-value__gap"> … </span>
            <VisibleText text={folded.tail} />
          </>
        )}
        {isCopied && <span className="copy-value__said"> copied</span>}
      </button>
      {folded !== null && (
        <button
          type="button"
          className="copy-value__toggle"
          aria-expanded={isOpen}
          aria-label={
            isOpen ? `fold the ${what}` : `Show ${folded.hidden.toLocaleString("en")} more characters of the ${what}`
          }
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "fold" : `${hidden} more`}
        </button>
      )}
      {shown !== null && shown.length < text.length && (
        <button type="button" className="copy-value__toggle" onClick={() => setShowsAll(true)}>
          show all {text.length.toLocaleString("en")} characters
        </button>
      )}
    </span>
  );
}
