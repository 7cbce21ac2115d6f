/** The fixes for a list of problems, found once the typing has paused and dropped with the next edit. */
import { useEffect, useState } from "react";
import type { Fix } from "../../diagnose/fixes/fix.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { applyFix } from "./apply-fix.ts";
import type { Fixable } from "./find-fixes.ts";
import { loadFixes } from "./load-fixes.ts";

const QUIET_MS = 150;

export type OfferedFix = { readonly title: string; readonly apply: () => void };

type Found = {
  readonly of: string;
  readonly files: object;
  readonly result: object;
  readonly fixes: readonly (Fix | null)[];
  readonly all: Fix | null;
};

type OfferedFixes = {
  /** Why none can be offered, for the person; null when they can. */
  readonly failure: string | null;
  readonly one: (index: number) => OfferedFix | null;
  readonly all: OfferedFix | null;
};

/** @param fixables in the order of the problems; undefined for one that edits of the source cannot mend. */
export function useFixes(fixables: readonly (Fixable | undefined)[]): OfferedFixes {
  const store = usePlaygroundStore();
  const files = usePlayground((state) => state.project.files);
  const result = usePlayground((state) => (state.run.status === "done" ? state.run.latest : null));
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const of = JSON.stringify(fixables);

  useEffect(() => {
    const asked = JSON.parse(of) as readonly (Fixable | null)[];
    if (result === null || asked.every((fixable) => fixable === null)) return;
    let isWanted = true;
    async function find(latest: RunResult): Promise<void> {
      const { allFixes, findFix } = await loadFixes();
      if (!isWanted) return;
      const fixes = asked.map((fixable) => fixable && findFix(fixable, files, latest));
      setFound({ of, files, result: latest, fixes, all: allFixes(files, latest) });
      setFailure(null);
    }
    const timer = setTimeout(() => {
      find(result).catch((error: unknown) => {
        if (isWanted) setFailure(`Fixes are not offered. ${error instanceof Error ? error.message : String(error)}`);
      });
    }, QUIET_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [of, files, result]);

  const offer = (fix: Fix | null | undefined): OfferedFix | null =>
    fix ? { title: fix.title, apply: () => applyFix(store, fix, files, "show") } : null;
  const isCurrent = found !== null && found.of === of && found.files === files && found.result === result;
  return {
    failure,
    one: (index) => (isCurrent ? offer(found.fixes[index]) : null),
    all: isCurrent ? offer(found.all) : null,
  };
}
