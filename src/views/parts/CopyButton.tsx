/** Copies a text on click and says so, to the eye and to screen readers. */
import { useEffect, useState } from "react";
import { CopyButtonMarkup, type CopyButtonProps } from "./CopyButtonMarkup.tsx";
import { copyText } from "./copy-text.ts";

const SHOWN_MS = 2_000;

export function CopyButton({ text, ...rest }: CopyButtonProps) {
  const [said, setSaid] = useState("");

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

  return <CopyButtonMarkup {...rest} said={said} isCopied={said === "Copied"} onCopy={copy} />;
}
