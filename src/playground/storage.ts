/** The browser's storage where there is one: it may be absent, forbidden, or throw at the first touch. */
export function openStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
