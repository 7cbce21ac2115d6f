/** Copies a text on click and says so, to the eye and to screen readers. */
import { useEffect, useState } from "react";
import { copyText } from "./copy-text.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./icons.tsx";
import { toVisibleText } from "./visible-pieces.ts";

type CopyButtonProps = {
  /** What is copied, or how to make it when it is asked for. */
  readonly text: string | (() => string);
  /** The button's name, as a verb: "Copy token". */
  readonly label: string;
  /** Shows the name beside the icon. */
  readonly showLabel?: boolean;
  readonly className?: string;
};

const SHOWN_MS = 2_000;

export function CopyButton({ text, label: name, showLabel = false, className = "" }: CopyButtonProps) {
  const [said, setSaid] = useState("");
  const label = toVisibleText(name);

  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      await copyText(typeof text === "string" ? text : text());
      setSaid("Copied");
    } catch {
      setSaid("The browser did not allow copying");
    }
  }

  return (
    <>
      <Button
        look="quiet"
        className={`${showLabel ? "" : "icon-button"} ${className}`}
        title={showLabel ? undefined : label}
        aria-label={showLabel ? undefined : label}
        onClick={copy}
      >
        <Icon name={said === "Copied" ? "check" : "copy"} />
        {showLabel && <span>{said || label}</span>}
      </Button>
      <span className="only-read" role="status">
        {said}
      </span>
    </>
  );
}
