/** Parts of the scenario that cannot be used, each with its place and a way there. */
import type { ScenarioProblem } from "../../../workflow/run-result.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import type { FailureParts } from "../result-parts.ts";

type ScenarioProblemsProps = {
  readonly problems: readonly ScenarioProblem[];
  readonly ScenarioPlace: FailureParts["ScenarioPlace"];
};

export function ScenarioProblems({ problems, ScenarioPlace }: ScenarioProblemsProps) {
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
