/** A long text folded in the middle, opened and closed on demand. */
import { useState } from "react";
import { FoldMarkup, type FoldProps } from "./FoldMarkup.tsx";

export function Fold(props: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return <FoldMarkup {...props} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />;
}
