/** The whole values before and after, which stand beside a tree of their changes only on demand. */
import { useState } from "react";
import { CopyValue } from "./CopyValue.tsx";
import type { WholeValuesProps } from "../result-parts.ts";
import { WholeValuesMarkup } from "./WholeValuesMarkup.tsx";

export function WholeValues({ change }: WholeValuesProps) {
  const [isOpen, setOpen] = useState(false);
  return <WholeValuesMarkup change={change} parts={{ CopyValue }} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />;
}
