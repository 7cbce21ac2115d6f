/** How a place in the scenario looks in a result. */
import type { ScenarioProblem } from "../../../workflow/run-result.ts";
import { partLabel } from "./failure-words.ts";

export type ScenarioPlaceProps = { readonly problem: ScenarioProblem };

export function ScenarioPlaceMarkup({ problem, onOpen }: ScenarioPlaceProps & { readonly onOpen?: () => void }) {
  const place = `${partLabel(problem.part)}, line ${problem.line}, column ${problem.column}`;
  return (
    <button type="button" className="position-link" aria-label={`Open ${place}`} onClick={onOpen}>
      {place}
    </button>
  );
}
