/** Offers another run where the last one left no result. */
import { usePlaygroundStore } from "../../../store/use-playground.ts";
import { RunAgainMarkup } from "./RunAgainMarkup.tsx";

export function RunAgain() {
  const store = usePlaygroundStore();
  return <RunAgainMarkup onRun={() => store.getState().runNow()} />;
}
