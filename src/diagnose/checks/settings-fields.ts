/** Fields of `workflowSettings` that Kinde needs: an id, and a trigger it knows. */
import type { SourceToken } from "../../workflow/source-token.ts";
import { TRIGGER_NAMES, TRIGGERS, type Trigger } from "../../workflow/trigger.ts";
import { type Check, documented, type Finding } from "../check.ts";
import { settingsToken, settingToken } from "../settings-source.ts";
import type { FileView } from "../source.ts";

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
    yield { at, severity: "error", ...saying(entry, at, settings.triggerText), rule: TRIGGER_RULE };
  },
};

const TRIGGER_RULE = documented("trigger is required and has to be one that Kinde knows.");
const CHOOSE = "Choose one from WorkflowTrigger of @kinde/infrastructure, such as WorkflowTrigger.UserTokenGeneration.";

function saying(
  entry: FileView,
  at: SourceToken,
  triggerText: string | undefined,
): Pick<Finding, "message" | "advice"> {
  const meant = meantTrigger(entry, entry.tokens.indexOf(at), triggerText);
  if (triggerText !== undefined) {
    return {
      message: `Kinde knows no trigger "${triggerText}", and the sync of such a workflow fails.`,
      advice: meant ? `Write WorkflowTrigger.${TRIGGERS[meant.trigger].enumMember} (${meant.trigger}).` : CHOOSE,
    };
  }
  const member = unknownMember(entry, entry.tokens.indexOf(at));
  if (member !== null) {
    return {
      message: `WorkflowTrigger has no member ${member}, so this workflow has no trigger and its sync fails.`,
      advice: meant ? `Write WorkflowTrigger.${TRIGGERS[meant.trigger].enumMember}.` : CHOOSE,
    };
  }
  if (at.text === "[")
    return {
      message: "A workflow has one trigger, and this is a list: its sync fails.",
      advice: "Write one trigger; for another one write a second workflow that imports the same code.",
    };
  return { message: "workflowSettings names no trigger, so Kinde never starts this workflow.", advice: CHOOSE };
}

/** What stands behind `WorkflowTrigger.` where that is read at a token. */
function unknownMember(entry: FileView, index: number): string | null {
  return entry.exportAt(index) === "WorkflowTrigger" && entry.text(index + 1) === "." ? entry.text(index + 2) : null;
}

type MeantTrigger = {
  readonly trigger: Trigger;
  /** The token to write anew, and how. */
  readonly at: number;
  readonly text: string;
};

/** The trigger nearest to the one that is written as a text or a member at a token. */
export function meantTrigger(entry: FileView, index: number, triggerText: string | undefined): MeantTrigger | null {
  const member = unknownMember(entry, index);
  if (triggerText !== undefined) {
    const trigger = nearest([triggerText], TRIGGER_NAMES);
    return trigger === undefined ? null : { trigger, at: index, text: JSON.stringify(trigger) };
  }
  if (member === null) return null;
  const members = TRIGGER_NAMES.map((name) => TRIGGERS[name].enumMember);
  const text = nearest([member, member.replace(/^User/, "")], members);
  const trigger = TRIGGER_NAMES.find((name) => TRIGGERS[name].enumMember === text);
  return text === undefined || trigger === undefined ? null : { trigger, at: index + 2, text };
}

/** The name that takes the fewest single-character changes of one of the texts; none when all are far. */
function nearest<Name extends string>(texts: readonly string[], names: readonly Name[]): Name | undefined {
  const FARTHEST = 8;
  const ranked = texts.flatMap((text) =>
    names.map((name) => ({
      name,
      far: changesBetween(text.slice(0, 60), name),
      most: Math.min(FARTHEST, text.length / 2),
    })),
  );
  const best = ranked.reduce((a, b) => (b.far < a.far ? b : a));
  return best.far <= best.most ? best.name : undefined;
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
