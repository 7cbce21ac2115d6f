/** Makes the first fix for a line: what the text field does on Ctrl or ⌘ and the full stop, where the full editor opens a menu. */
import type { PlaygroundStore } from "../../store/playground-store.ts";
import type { Position } from "../../workflow/position.ts";
import { addMissing } from "../scenario/add-missing.ts";
import { applyFix } from "./apply-fix.ts";
import { findFix } from "./find-fixes.ts";

export function fixLine(store: PlaygroundStore, file: string, line: number): void {
  const { project, run } = store.getState();
  if (run.status !== "done" || run.latest === null) return;
  const isThere = (position: Position | undefined) => position?.file === file && position.line === line;
  for (const diagnostic of run.latest.diagnostics.filter(({ position }) => isThere(position))) {
    const fix = findFix(diagnostic, project.files, run.latest);
    if (fix === null) continue;
    applyFix(store, fix, project.files, "stay");
    return;
  }
  const gap = run.latest.gaps.find(({ position }) => isThere(position));
  if (gap) addMissing(store, gap);
}
