/** A place in the scenario as a button that opens that part of it. */
import { usePlaygroundStore } from "../../../store/use-playground.ts";
import type { ViewState } from "../../../store/view-state.ts";
import type { ScenarioProblem } from "../../../workflow/run-result.ts";
import { ScenarioPlaceMarkup, type ScenarioPlaceProps } from "./ScenarioPlaceMarkup.tsx";

function viewOf(part: ScenarioProblem["part"]): Partial<ViewState> {
  switch (part) {
    case "event":
      return { scenarioTab: "event" };
    case "env":
      return { scenarioTab: "environment" };
    case "mocks":
      return { scenarioTab: "mocks" };
    default:
      return { scenarioTab: "tokens", baseToken: part };
  }
}

export function ScenarioPlace({ problem }: ScenarioPlaceProps) {
  const store = usePlaygroundStore();
  const open = () => store.getState().setView({ ...viewOf(problem.part), narrowTab: "scenario" });
  return <ScenarioPlaceMarkup problem={problem} onOpen={open} />;
}
