/** Keeps the claims list still while edits come, and puts it in order once they have stopped. */
import { useEffect, useReducer, useRef } from "react";
import type { ClaimChange } from "../../../workflow/claim.ts";
import { type ClaimRows, sortedRows, steadyRows } from "./claim-rows.ts";

const BURST_MS = 1_000;

/** @param list which list this is: rows keep their places only within one. */
export function useClaimRows(list: string, changes: readonly ClaimChange[]): ClaimRows {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const memory = useRef<{ list: string; changes: readonly ClaimChange[]; rows: ClaimRows } | null>(null);
  if (memory.current === null || memory.current.list !== list) {
    memory.current = { list, changes, rows: sortedRows(changes) };
  } else if (memory.current.changes !== changes) {
    memory.current = { list, changes, rows: steadyRows(changes, memory.current.rows) };
  }

  useEffect(() => {
    const timer = setTimeout(() => {
      if (memory.current?.changes !== changes) return;
      memory.current = { ...memory.current, rows: sortedRows(changes, memory.current.rows) };
      redraw();
    }, BURST_MS);
    return () => clearTimeout(timer);
  }, [changes]);

  return memory.current.rows;
}
