/** A moment as it was kept, brought into what a date can hold: from any other number no date can be written. */

const LAST_MS = 8.64e15;

export function keptTime(ms: number): number {
  return Math.max(-LAST_MS, Math.min(ms, LAST_MS));
}
