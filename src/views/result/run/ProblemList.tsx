/** What went wrong or may go wrong, each with its severity, its place, and what to write instead. */
import { usePlaygroundStore } from "../../../store/use-playground.ts";
import type { Gap } from "../../../workflow/gap.ts";
import { FixButton } from "../../fixes/FixButton.tsx";
import { useFixes } from "../../fixes/use-fixes.ts";
import { Fold } from "../../parts/Fold.tsx";
import { Provenance } from "../../parts/Provenance.tsx";
import { addMissing } from "../../scenario/add-missing.ts";
import { ScenarioPlace } from "../failure/ScenarioPlace.tsx";
import { PositionLink } from "../PositionLink.tsx";
import { MoreRows, useMoreRows } from "./MoreRows.tsx";
import { fixableOf, type Problem } from "./problems.ts";

const LONGEST_MESSAGE = 1_000;

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const store = usePlaygroundStore();
  const { limit, more } = useMoreRows(problems.length);
  const fixes = useFixes(problems.slice(0, limit).map(fixableOf));
  const additionOf = (gap: Gap) => ({ title: "Add it", apply: () => addMissing(store, gap) });
  if (problems.length === 0) return <p className="run__nothing">No problems found.</p>;
  return (
    <>
      {fixes.failure && <p className="run__fix-all muted">{fixes.failure}</p>}
      {fixes.all && (
        <p className="run__fix-all">
          <FixButton fix={fixes.all} />
        </p>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets. */}
      <ul className="run-list" role="list" aria-label="Problems">
        {problems.slice(0, limit).map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems may repeat, and rows hold no state.
          <li key={index} className={`problem problem--${problem.severity}`}>
            <span className="problem__severity">{problem.severity}</span>
            <span className="problem__text">
              <span className="problem__message">
                <Fold text={problem.message} limit={LONGEST_MESSAGE} what="the message" />
              </span>
              {problem.advice && (
                <span className="problem__advice">
                  <Fold text={problem.advice} limit={LONGEST_MESSAGE} what="the advice" />
                </span>
              )}
              <FixButton fix={problem.gap ? additionOf(problem.gap) : fixes.one(index)} />
            </span>
            <span className="problem__place">
              {problem.rule && <Provenance rule={problem.rule} />}
              {problem.scenario && <ScenarioPlace problem={problem.scenario} />}
              {problem.position && <PositionLink position={problem.position} />}
            </span>
          </li>
        ))}
        <MoreRows total={problems.length} limit={limit} onMore={more} />
      </ul>
    </>
  );
}
