/** The trigger whose event and tokens the scenario shows: steady while half-typed code hides the settings. */
import type { RunState } from "../../store/playground-store.ts";
import type { Trigger } from "../../workflow/trigger.ts";

export function shownTrigger({ latest, lastGood }: Pick<RunState, "latest" | "lastGood">): Trigger {
  return latest?.settings.trigger ?? lastGood?.trigger ?? latest?.trigger ?? "user:tokens_generation";
}
