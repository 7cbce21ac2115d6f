/** The name of the tab of scenarios, with how many of them fail. */
import { SCENARIOS_TAB } from "../result/run/run-tabs.ts";
import { countStatuses } from "./judged-scenarios.ts";
import { useJudgedScenarios } from "./use-judged-scenarios.ts";

export function ScenariosLabel() {
  const { fails, unreadable } = countStatuses(useJudgedScenarios());
  const bad = fails + unreadable;
  return (
    <>
      {SCENARIOS_TAB}
      {bad > 0 && (
        <>
          {" "}
          <span className="tabs__count tabs__count--rejected">
            {bad}
            <span className="only-read"> {bad === 1 ? "fails" : "fail"}</span>
          </span>
        </>
      )}
    </>
  );
}
