/** The tabs of the scenario's parts, with what each holds or what is wrong in it. */
import type { ReactNode } from "react";
import type { RunState } from "../../store/playground-store.ts";
import type { ScenarioTab } from "../../store/view-state.ts";
import type { ScenarioProblem } from "../../workflow/run-result.ts";
import type { Tab } from "../parts/TabsMarkup.tsx";

const TAB_OF_PART: { readonly [P in ScenarioProblem["part"]]: ScenarioTab } = {
  accessToken: "tokens",
  idToken: "tokens",
  m2mToken: "tokens",
  event: "event",
  env: "environment",
  mocks: "mocks",
};

/** The tab of each problem that kept the newest run from starting. */
export function wrongTabs({ latest }: RunState): readonly ScenarioTab[] {
  return latest?.outcome.kind === "unready" ? latest.outcome.problems.map(({ part }) => TAB_OF_PART[part]) : [];
}

const LABELS: { readonly [T in ScenarioTab]: string } = {
  tokens: "Base tokens",
  event: "Event",
  environment: "Environment",
  mocks: "Mocks",
  expect: "Expect",
};

const ORDER: readonly ScenarioTab[] = ["tokens", "event", "environment", "mocks", "expect"];

type ScenarioCounts = {
  readonly variables: number;
  readonly mocks: number;
  readonly wrong: readonly ScenarioTab[];
  /** Whether there is more to see than one scenario of which nothing is expected. */
  readonly compares: boolean;
};

export function scenarioTabs(
  { variables, mocks, wrong, compares }: ScenarioCounts,
  contents: { readonly [T in ScenarioTab]: ReactNode },
): readonly Tab<ScenarioTab>[] {
  return ORDER.slice(0, compares ? 5 : 4).map((value) => {
    const problems = wrong.filter((place) => place === value).length;
    const label = (
      <>
        {LABELS[value]}
        {problems > 0 && <span className="only-read">, {problems === 1 ? "1 problem" : `${problems} problems`}</span>}
      </>
    );
    const rows = value === "environment" ? variables : value === "mocks" ? mocks : 0;
    return problems > 0
      ? { value, label, count: problems, tone: "rejected", content: contents[value] }
      : { value, label, count: rows, content: contents[value] };
  });
}
