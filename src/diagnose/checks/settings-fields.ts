/** Fields of `workflowSettings` that Kinde needs: an id, and a trigger it knows. */
import { TRIGGER_NAMES, TRIGGERS, type Trigger } from "../../workflow/trigger.ts";
import { type Check, documented, type Finding } from "../check.ts";
import { settingsToken, settingToken } from "../settings-source.ts";

export const missingId: Check = {
  id: "missing-id",
  *find({ entry, isDiscovered, settings }): Generator<Finding> {
    const hasSettings = settings.triggerText !== undefined || settings.bindings.length > 0;
    if (!isDiscovered || !entry || !hasSettings || settings.id !== undefined) return;
    const at = settingsToken(entry);
    if (!at) return;
    yield {
      at,
      severity: "warning",
      message: "workflowSettings has no id, which Kinde needs to tell workflows apart.",
      advice: 'Add id: "…" with a text of your own.',
      rule: documented("id is required."),
    };
  },
};

export const unknownTrigger: Check = {
  id: "unknown-trigger",
  *find({ entry, isDiscovered, settings }): Generator<Finding> {
    if (!isDiscovered || !entry || settings.trigger !== undefined) return;
    const hasSettings = settings.id !== undefined || settings.bindings.length > 0;
    const at = settingToken(entry, "trigger") ?? settingsToken(entry);
    if (!at || (settings.triggerText === undefined && !hasSettings)) return;
    const { triggerText } = settings;
    const meant = triggerText === undefined ? undefined : nearestTrigger(triggerText);
    yield {
      at,
      severity: "error",
      message:
        triggerText === undefined
          ? "workflowSettings names no trigger, so Kinde never starts this workflow."
          : `Kinde knows no trigger "${triggerText}", and the sync of such a workflow fails.`,
      advice: meant
        ? `Write WorkflowTrigger.${TRIGGERS[meant].enumMember} (${meant}).`
        : "Choose one from WorkflowTrigger of @kinde/infrastructure, such as WorkflowTrigger.UserTokenGeneration.",
      rule: documented("trigger is required and has to be one that Kinde knows."),
    };
  },
};

/** The trigger that takes the fewest single-character changes; none when all are far. */
function nearestTrigger(text: string): Trigger | undefined {
  const FARTHEST = 8;
  const ranked = TRIGGER_NAMES.map((name) => ({ name, far: changesBetween(text.slice(0, 60), name) }));
  const best = ranked.reduce((a, b) => (b.far < a.far ? b : a));
  return best.far <= FARTHEST ? best.name : undefined;
}

/** Levenshtein's distance. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
