/** How the button looks that adds what is missing. */
import type { Gap } from "../../../workflow/gap.ts";
import { Button } from "../../parts/Button.tsx";
import { gapSentence } from "./gap-text.ts";

const LONGEST_SENTENCE = 500;

export function AddGapMarkup({ gap, onAdd }: { readonly gap: Gap; readonly onAdd?: () => void }) {
  return (
    <Button onClick={onAdd} aria-label={`Add it: ${gapSentence(gap).slice(0, LONGEST_SENTENCE)}`}>
      Add it
    </Button>
  );
}
