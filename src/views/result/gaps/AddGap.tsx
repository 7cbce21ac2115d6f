/** Adds what a run lacked to the scenario. */
import { usePlaygroundStore } from "../../../store/use-playground.ts";
import type { Gap } from "../../../workflow/gap.ts";
import { addMissing } from "../../scenario/add-missing.ts";
import { AddGapMarkup } from "./AddGapMarkup.tsx";

export function AddGap({ gap }: { readonly gap: Gap }) {
  const store = usePlaygroundStore();
  return <AddGapMarkup gap={gap} onAdd={() => addMissing(store, gap)} />;
}
