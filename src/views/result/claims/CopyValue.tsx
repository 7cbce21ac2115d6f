/** A value in a row: copied whole on click, opened on demand. */
import { use, useEffect, useState } from "react";
import { copyText } from "../../parts/copy-text.ts";
import { CopyValueMarkup, type CopyValueProps } from "./CopyValueMarkup.tsx";
import { CopySaid } from "./copy-said.ts";

const SAID_MS = 1_500;
/** The most that opening a value puts on the page, in characters. */
const MOST_SHOWN = 10_000;

export function CopyValue(props: CopyValueProps) {
  const { text, what } = props;
  const say = use(CopySaid);
  const [isOpen, setOpen] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const [isCopied, setCopied] = useState(false);

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

  const shown = showsAll ? text : text.slice(0, MOST_SHOWN);
  const more = shown.length < text.length && (
    <button type="button" className="copy-value__toggle" onClick={() => setShowsAll(true)}>
      show all {text.length.toLocaleString("en")} characters
    </button>
  );
  return (
    <CopyValueMarkup
      {...props}
      opened={isOpen ? { text: shown, more } : null}
      said={isCopied && <span className="copy-value__said"> copied</span>}
      onCopy={copy}
      onToggle={() => setOpen(!isOpen)}
    />
  );
}
