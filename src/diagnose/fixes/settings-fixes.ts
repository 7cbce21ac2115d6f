/** Fixes of `workflowSettings`: its bindings, its id, its trigger and its export. */
import { stringValue } from "../../workflow/string-value.ts";
import { BINDING_OF_GLOBAL, BINDINGS_OF_EXPORT } from "../bindings.ts";
import { meantBinding } from "../checks/unavailable-binding.ts";
import { meantTrigger } from "../checks/settings-fields.ts";
import { usedBindings } from "../checks/unused-binding.ts";
import { settingsIndex } from "../settings-source.ts";
import type { FixInput, FixMaker } from "./fix.ts";
import { removeMember } from "./object-edits.ts";
import { addBindings, bindingsObject, isOffered, memberNamed, settingsObject } from "./settings-edits.ts";

/** What the code at a token needs and the settings do not declare. */
function lackingAt({ file: { view }, index, result }: FixInput): readonly string[] {
  const exported = view.exportAt(index);
  const text = view.text(index);
  const isMember = view.isAfterDot(index) && view.text(index - 2) === "kinde";
  const global = BINDING_OF_GLOBAL.get(text);
  const needed =
    exported !== null
      ? (BINDINGS_OF_EXPORT.get(exported) ?? [])
      : isMember
        ? [`kinde.${text}`]
        : global === undefined
          ? []
          : [global];
  return needed.filter((binding) => !result.settings.bindings.includes(binding));
}

export const addMissingBindings: FixMaker = (input) => {
  const lacking = lackingAt(input);
  const edits = lacking.length === 0 ? null : addBindings(input.entry, input.result.settings, lacking);
  return edits && { title: `Add ${inWords(lacking)} to the bindings`, edits };
};

export const inWords = (bindings: readonly string[]) => bindings.join(" and ");

export const declareConsole: FixMaker = ({ entry, result }) => {
  const edits = addBindings(entry, result.settings, ["console"]);
  return edits && { title: "Add console to the bindings", edits };
};

const bindingAt = ({ entry, index }: FixInput) => stringValue(entry.view.text(index)) || entry.view.text(index);

export const removeBinding: FixMaker = (input) => {
  const { entry } = input;
  const object = bindingsObject(entry);
  const name = bindingAt(input);
  const member = object && memberNamed(entry, object, name);
  if (!object || !member || member.key !== input.index) return null;
  return { title: `Remove the binding ${name}`, edits: removeMember(entry, object, member) };
};

/** The name that is meant, where that is plain; else it goes where nothing uses it. */
export const mendBinding: FixMaker = (input) => {
  const { entry, index, result } = input;
  const object = bindingsObject(entry);
  const name = bindingAt(input);
  if (object === null) return null;
  const meant = meantBinding(name);
  if (meant !== undefined && isOffered(meant, result.settings) && memberNamed(entry, object, meant) === null) {
    const [start, end] = [entry.start(index), entry.view.tokens[index]?.end ?? 0];
    return { title: `Write ${meant}`, edits: [{ file: entry.name, start, end, text: JSON.stringify(meant) }] };
  }
  const used = usedBindings({ files: input.files.map(({ view }) => view), effects: result.effects });
  return used === "any" || used.has(name) ? null : removeBinding(input);
};

export const addId: FixMaker = ({ entry, result }) => {
  const object = settingsObject(entry);
  if (object === null || memberNamed(entry, object, "id") !== null) return null;
  const words = result.settings.name ?? entry.name.replace(/^.*\//, "").replace(/\.\w+$/, "");
  const id = words
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
  const start = entry.view.tokens[object.open]?.end ?? 0;
  const first = object.open + 1;
  const isOneLine = !entry.hasLineBreak(start, entry.start(first));
  const before = isOneLine
    ? " "
    : entry.text.slice(start, entry.start(first)).match(/^[^\S\r\n]*(?:\r\n|\r|\n)[ \t]*/)?.[0];
  if (before === undefined || first === object.close) return null;
  const text = `${before}id: ${JSON.stringify(id === "" ? "workflow" : id)},`;
  const cursor = { file: entry.name, offset: start + text.length - 2 };
  return { title: "Add an id", edits: [{ file: entry.name, start, end: start, text }], cursor };
};

export const nearestTrigger: FixMaker = ({ entry, index, result }) => {
  const meant = meantTrigger(entry.view, index, result.settings.triggerText);
  // A text that is worked out elsewhere is no literal to write anew.
  if (meant === null || (meant.at === index && entry.view.tokens[index]?.kind !== "string")) return null;
  const { at, text } = meant;
  const [start, end] = [entry.start(at), entry.view.tokens[at]?.end ?? 0];
  return { title: `Write ${text}`, edits: [{ file: entry.name, start, end, text }] };
};

export const exportSettings: FixMaker = ({ entry }) => {
  const at = settingsIndex(entry.view) - 1;
  if (at < 0 || !entry.isTopLevel(at) || !entry.startsStatement(at)) return null;
  const start = entry.start(at);
  return { title: "Export workflowSettings", edits: [{ file: entry.name, start, end: start, text: "export " }] };
};
