/** How often this tab has failed to open in a row: a page that hung, was ended or could not start counts on. */

const OPENING_KEY = "kinde-workflow-playground/opening/1";

/** Counts this opening as failed until the page goes away as one that works. @returns how many have failed before it. */
export function countOpenings(session: Storage | null): number {
  try {
    const failed = Number(session?.getItem(OPENING_KEY));
    session?.setItem(OPENING_KEY, `${failed + 1}`);
    addEventListener("pagehide", () => {
      if (document.querySelector(".start-failure:not(.start-failure--above)") === null) forgetOpenings(session);
    });
    return failed;
  } catch {
    return 0;
  }
}

export function forgetOpenings(session: Storage | null): void {
  session?.removeItem(OPENING_KEY);
}
