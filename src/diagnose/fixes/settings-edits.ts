/** Edits of `workflowSettings`: bindings added and taken out, where they are written in place. */
import { TRIGGERS } from "../../workflow/trigger.ts";
import { stringValue } from "../../workflow/string-value.ts";
import type { WorkflowSettings } from "../../workflow/settings.ts";
import { EVERYWHERE } from "../bindings.ts";
import { settingsIndex } from "../settings-source.ts";
import type { FixFile } from "./fix-file.ts";
import type { TextEdit } from "./fix.ts";
import { addMembers, type Member, membersOf, type ObjectAt } from "./object-edits.ts";

/** Null where the settings are no object literal. */
export function settingsObject({ view }: FixFile): ObjectAt | null {
  const name = settingsIndex(view);
  return name >= 0 && view.text(name + 1) === "=" && view.text(name + 2) === "{"
    ? { open: name + 2, close: view.closeOf(name + 2) }
    : null;
}

export function memberNamed(file: FixFile, object: ObjectAt, name: string): Member | null {
  return (
    membersOf(file, object).find(
      ({ key }) => stringValue(file.view.text(key)) === name || file.view.text(key) === name,
    ) ?? null
  );
}

export function bindingsObject(file: FixFile): ObjectAt | null {
  const settings = settingsObject(file);
  const member = settings && memberNamed(file, settings, "bindings");
  if (!member || file.view.text(member.key + 1) !== ":" || file.view.text(member.key + 2) !== "{") return null;
  const close = file.view.closeOf(member.key + 2);
  return close === member.last ? { open: member.key + 2, close } : null;
}

const hasSpread = (file: FixFile, object: ObjectAt) =>
  membersOf(file, object).some(({ key }) => file.view.text(key) === "...");

function written(binding: string): string {
  return /^\w+$/.test(binding) ? `${binding}: {}` : `"${binding}": {}`;
}

export function isOffered(binding: string, { trigger }: WorkflowSettings): boolean {
  return EVERYWHERE.includes(binding) || trigger === undefined || TRIGGERS[trigger].bindings.includes(binding);
}

/** Null where they cannot be added, or Kinde does not offer them for the trigger. */
export function addBindings(
  file: FixFile,
  settings: WorkflowSettings,
  bindings: readonly string[],
): readonly TextEdit[] | null {
  if (!bindings.every((binding) => isOffered(binding, settings))) return null;
  const object = bindingsObject(file);
  if (object !== null) {
    const wanted = bindings.filter((binding) => memberNamed(file, object, binding) === null);
    return wanted.length === 0 ? null : addMembers(file, object, wanted.map(written));
  }
  const whole = settingsObject(file);
  if (whole === null || memberNamed(file, whole, "bindings") !== null || hasSpread(file, whole)) return null;
  return addMembers(file, whole, [`bindings: { ${bindings.map(written).join(", ")} }`]);
}
