/** A run's limit counts its work, on any machine: clocks here are made up. */
import { expect, test } from "vitest";
import { MOST_WAITED } from "../workflow/run-input.ts";
import { WorkClock } from "./work-clock.ts";

const LIMIT_MS = 1_000;

/**
 * Looks at a clock after each step, until the limit.
 * @param stepMs what lies between two looks.
 * @returns when it was over, and whether it was late before.
 */
function endOf(stepMs: (step: number) => number, steps = 1_000_000): { ms: number | null; isLate: boolean } {
  let ms = 0;
  let isLate = false;
  const work = new WorkClock(
    () => ms,
    LIMIT_MS,
    () => {
      isLate = true;
    },
  );
  for (let step = 0; step < steps; step++) {
    ms += stepMs(step);
    if (work.isOver()) return { ms: Math.round(ms), isLate };
  }
  return { ms: null, isLate };
}

/** Work in pieces of `pieceMs`, of which the machine lets only `sliceMs` run at a time, and then waits. */
function onBusyMachine(pieceMs: number, sliceMs: number, waitMs: number): (step: number) => number {
  let leftMs = sliceMs;
  return () => {
    leftMs -= pieceMs;
    if (leftMs > 0) return pieceMs;
    leftMs += sliceMs;
    return pieceMs + waitMs;
  };
}

test.each([0.01, 0.08, 1, 30, 90])("a loop that looks every %s ms ends at its limit on a machine at rest", (stepMs) => {
  const { ms, isLate } = endOf(() => stepMs);
  expect(ms).toBeGreaterThanOrEqual(LIMIT_MS);
  expect(ms).toBeLessThan(LIMIT_MS * 1.1);
  expect(isLate).toBe(false);
});

test("so does one whose steps differ, and one on a clock that is rounded to whole milliseconds", () => {
  const collecting = endOf((step) => (step % 500 === 499 ? 20 : 0.1));
  expect(collecting.ms).toBeLessThan(LIMIT_MS * 1.5);
  const rounded = endOf((step) => Number((step * 83) % 1_000 < 83));
  expect(rounded.ms).toBeLessThan(LIMIT_MS * 1.1);
});

test("a first piece that is longer than the limit ends the run at once", () => {
  expect(endOf((step) => (step === 0 ? LIMIT_MS * 1.1 : 0.1)).ms).toBeLessThan(LIMIT_MS * 1.2);
});

test("work of 300 ms that takes 1,500 on a busy machine is no loop", () => {
  expect(endOf(onBusyMachine(0.06, 3, 12), 5_000)).toEqual({ ms: null, isLate: true });
});

test("an endless loop ends on a busy machine as well, and nothing lasts longer than the last limit", () => {
  const { ms } = endOf(onBusyMachine(0.08, 3, 12));
  expect(ms).toBeGreaterThan(LIMIT_MS);
  expect(ms).toBeLessThanOrEqual(MOST_WAITED * LIMIT_MS + 20);
  const hidden = endOf((step) => (step % 10 === 9 ? 50 : 0.001));
  expect(hidden.ms).toBeLessThanOrEqual(MOST_WAITED * LIMIT_MS + 51);
});
