/** Parts of the scenario that cannot be used, each with its place and a way there. */
import { usePlaygroundStore } from "../../../store/use-playground.ts";
import type { ViewState } from "../../../store/view-state.ts";
import type { ScenarioProblem } from "../../../workflow/run-result.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { partLabel } from "./failure-words.ts";

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

export function ScenarioProblems({ problems }: { readonly problems: readonly ScenarioProblem[] }) {
  return (
    <ul className="failure__problems">
      {problems.map((problem) => (
        <li key={`${problem.part}:${problem.line}:${problem.column}:${problem.message}`}>
          <ScenarioPlace problem={problem} /> <VisibleText text={problem.message} />
        </li>
      ))}
    </ul>
  );
}

/** The place as a button that opens that part of the scenario. */
export function ScenarioPlace({ problem }: { readonly problem: ScenarioProblem }) {
  const store = usePlaygroundStore();
  const place = `${partLabel(problem.part)}, line ${problem.line}, column ${problem.column}`;
  return (
    <button
      type="button"
      className="position-link"
      aria-label={`Open ${place}`}
      onClick={() => store.getState().setView({ ...viewOf(problem.part), narrowTab: "scenario" })}
    >
      {place}
    </button>
  );
}
