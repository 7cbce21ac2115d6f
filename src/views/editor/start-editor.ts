/** The signal that Monaco may load: given once the first result is on the page and nothing else is waiting for the network. */

/** Latest time after the signal, in milliseconds. */
const IDLE_LIMIT_MS = 500;

let give: () => void;

/** Settles when Monaco may load. */
export const mayStart = new Promise<void>((resolve) => {
  give = resolve;
});

/** Gives the signal as soon as the page is idle. */
export function startEditor(): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(give, { timeout: IDLE_LIMIT_MS });
  else setTimeout(give);
}
