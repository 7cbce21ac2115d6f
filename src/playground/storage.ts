/** The browser's storages where there are any: they may be absent, forbidden, or throw at the first touch. */

export type Storages = {
  /** Outlives the tab. */
  readonly local: Storage | null;
  /** Outlives a reload, and ends with the tab. */
  readonly session: Storage | null;
};

export function openStorages(): Storages {
  return { local: opened("localStorage"), session: opened("sessionStorage") };
}

function opened(name: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}
