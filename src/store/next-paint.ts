/** The browser's next frame: asking for it, and waiting until it has been painted. */

/** A page out of sight is not painted and not waited for, in milliseconds. */
const UNSEEN_MS = 200;
/** How long a busy page may put off what is not urgent, in milliseconds. */
const MOST_BUSY_MS = 50;

/**
 * Asks for a frame before the work that fills it: the browser's compositor gets ready meanwhile, and a request that comes some
 * milliseconds sooner is often in time for the tick before.
 */
export function askForFrame(): void {
  requestAnimationFrame(() => undefined);
}

/** Resolves after the next frame has been painted. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Resolves when the next frame has been handed over and nothing more urgent is waiting. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => {
      // Safari has no idle callbacks.
      if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: MOST_BUSY_MS });
      else setTimeout(resolve, 10);
    });
  });
}
