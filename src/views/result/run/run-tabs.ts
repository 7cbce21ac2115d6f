/** The tabs of what a run did, with how much each has to tell. */
import type { ReactNode } from "react";
import { comparesScenarios } from "../../../store/active-scenario.ts";
import type { PlaygroundState } from "../../../store/playground-store.ts";
import type { RunTab } from "../../../store/view-state.ts";
import type { RunResult } from "../../../workflow/run-result.ts";
import type { Tab } from "../../parts/TabsMarkup.tsx";
import type { Problem } from "./problems.ts";

export const SCENARIOS_TAB = "Scenarios";

export function shownRunTab(state: Pick<PlaygroundState, "view" | "project">): RunTab {
  const { runTab } = state.view;
  return runTab === "scenarios" && !comparesScenarios(state) ? "run" : runTab;
}

/** @param newest the newest result; null when the newest run left none. */
export function runTabs(
  newest: RunResult | null,
  problems: readonly Problem[],
  contents: { readonly [T in RunTab]: ReactNode },
  /** Null where there are none to compare. */
  scenariosLabel: ReactNode,
): readonly Tab<RunTab>[] {
  const countOf = (kind: "log" | "call") => newest?.effects.filter((effect) => effect.kind === kind).length ?? 0;
  const worst = problems[0]?.severity;
  const tone = worst === "error" ? "rejected" : worst === "warning" ? "warning" : null;
  return [
    { value: "run", label: "Run", content: contents.run },
    { value: "console", label: "Console", count: countOf("log"), content: contents.console },
    { value: "calls", label: "Calls", count: countOf("call"), content: contents.calls },
    {
      value: "problems",
      label: "Problems",
      count: problems.length,
      ...(tone === null ? {} : { tone }),
      content: contents.problems,
    },
    ...(scenariosLabel ? [{ value: "scenarios", label: scenariosLabel, content: contents.scenarios } as const] : []),
  ];
}
