/** Makes the edits of a fix, as one step for the editor's undo. */
import { withEdits } from "../../diagnose/fixes/text-edits.ts";
import { placeAt, shifted } from "../../diagnose/fixes/text-edits.ts";
import type { Fix } from "../../diagnose/fixes/fix.ts";
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { editFile } from "../editor/file-edits.ts";

/** @param files as they were when the fix was found; where they have changed since, nothing happens. */
export function applyFix(store: PlaygroundStore, fix: Fix, files: object, then: "show" | "stay"): void {
  if (store.getState().project.files !== files) return;
  const changed = new Map<string, string>();
  for (const { name, text } of store.getState().project.files) {
    const edits = fix.edits.filter(({ file }) => file === name);
    if (edits.length === 0) continue;
    changed.set(name, withEdits(text, edits));
    if (!editFile(name, edits)) store.getState().setFileText(name, withEdits(text, edits));
  }
  const place = then === "show" ? (fix.cursor ?? endOfFirst(fix)) : fix.cursor;
  if (place === undefined) return;
  const { file, offset } = place;
  store.getState().revealPosition({ file, ...placeAt(changed.get(file) ?? "", offset) });
}

function endOfFirst({ edits }: Fix): Fix["cursor"] {
  const [first] = edits.toSorted((one, other) => one.start - other.start);
  if (first === undefined) return undefined;
  const others = edits.filter(({ file, start }) => file === first.file && start < first.start);
  return { file: first.file, offset: shifted(first.start, others) + first.text.trimEnd().length };
}
