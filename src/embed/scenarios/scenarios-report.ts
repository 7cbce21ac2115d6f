/** What a page learns of an embed's scenarios: how each stands, without any value of an environment variable or pasted token. */
import type { PlaygroundState } from "../../store/playground-store.ts";
import { scenarioRunOf } from "../../store/run-scenarios.ts";
import { judgedScenario } from "../../views/scenario-grid/judged-scenarios.ts";
import type { EmbedMessage, ReportedScenario } from "../messages.ts";
import { HIDDEN_SENTENCE, hidingIn } from "../report-result.ts";

type ScenariosMessage = Extract<EmbedMessage, { type: "kinde-workflow:scenarios" }>;
type Shown = Pick<PlaygroundState, "project" | "nowMs" | "scenarioRuns">;

/** Null until every scenario has run as it stands. */
export function scenariosReport(state: Shown): ScenariosMessage | null {
  const { project } = state;
  const hides = hidingIn(project);
  const scenarios: ReportedScenario[] = [];
  for (const scenario of project.scenarios) {
    const found = scenarioRunOf(state, scenario);
    if (!found?.isFresh) return null;
    const { status, checks } = judgedScenario({ name: scenario.name, expect: scenario.expect, run: found.run });
    scenarios.push({
      // The page's author wrote it.
      name: scenario.name,
      status: status === "holds" || status === "fails" || status === "unchecked" ? status : "unknown",
      unmet: checks
        .filter((check) => check.status === "fails")
        .map(({ sentence }) => (hides(sentence) ? HIDDEN_SENTENCE : sentence)),
    });
  }
  return { type: "kinde-workflow:scenarios", scenarios };
}
