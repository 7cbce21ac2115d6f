/** The trigger whose event and tokens the scenario shows: steady while half-typed code hides the settings. */
import type { PlaygroundState, RunState } from "../../store/playground-store.ts";
import type { ScenarioTab } from "../../store/view-state.ts";
import { TRIGGERS, type Trigger } from "../../workflow/trigger.ts";

export function shownTrigger({ latest, lastGood }: Pick<RunState, "latest" | "lastGood">): Trigger {
  return latest?.settings.trigger ?? lastGood?.trigger ?? latest?.trigger ?? "user:tokens_generation";
}

/** A trigger without tokens is about its event. */
export function shownScenarioTab({ view, run }: Pick<PlaygroundState, "view" | "run">): ScenarioTab {
  return view.scenarioTab ?? (TRIGGERS[shownTrigger(run)].tokens.length > 0 ? "tokens" : "event");
}
