/** Whether a worker of Monaco's own, which compares texts and checks JSON, did not come. */

let isAbsent = false;
const listeners = new Set<() => void>();

export function isPartAbsent(): boolean {
  return isAbsent;
}

export function onAbsentPart(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function missPart(): void {
  isAbsent = true;
  for (const listener of listeners) listener();
}
