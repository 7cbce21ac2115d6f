/** What the run did: its outcome and durations, the console, the calls to the host, and the problems found. */
import { useSyncExternalStore } from "react";
import { usePlayground, usePlaygroundStore } from "../../../store/use-playground.ts";
import { onTypeProblems, typeProblems } from "../../editor/type-problems.ts";
import { Tabs } from "../../parts/Tabs.tsx";
import { useShownResult } from "../use-shown-result.ts";
import { CallList } from "./CallList.tsx";
import { ConsoleList } from "./ConsoleList.tsx";
import { ProblemList } from "./ProblemList.tsx";
import { problemsOf, withTypeProblems } from "./problems.ts";
import { RunOverview } from "./RunOverview.tsx";
import "./run.css";

export function RunPanel() {
  const store = usePlaygroundStore();
  const tab = usePlayground((state) => state.view.runTab);
  const { newest, failure } = useShownResult();
  const effects = newest?.effects ?? [];
  const logs = effects.filter((effect) => effect.kind === "log");
  const calls = effects.filter((effect) => effect.kind === "call");
  const types = useSyncExternalStore(onTypeProblems, typeProblems);
  const problems = newest ? withTypeProblems(problemsOf(newest), types, newest) : [];
  const worst = problems[0]?.severity;
  return (
    <Tabs
      label="Run views"
      className="run"
      value={tab}
      onChange={(runTab) => store.getState().setView({ runTab })}
      tabs={[
        { value: "run", label: "Run", content: <RunOverview result={newest} failure={failure} /> },
        { value: "console", label: "Console", count: logs.length, content: <ConsoleList logs={logs} /> },
        { value: "calls", label: "Calls", count: calls.length, content: <CallList calls={calls} /> },
        {
          value: "problems",
          label: "Problems",
          count: problems.length,
          ...(worst === "error"
            ? { tone: "rejected" as const }
            : worst === "warning"
              ? { tone: "warning" as const }
              : {}),
          content: <ProblemList problems={problems} />,
        },
      ]}
    />
  );
}
