/** Shows an uncaught error of the page as our failure. */
import { fail, type LoadFailureActions, messageOf } from "./fail.ts";

/** Browsers' own words for a part that did not come, where Monaco asked for it; of its workers there is only an event. */
const MISSING_PART = /dynamically imported module|Importing a module script failed/;

function wordsFor(thrown: unknown): string {
  const message = messageOf(thrown);
  if (!(thrown instanceof Event) && !MISSING_PART.test(message)) return message;
  return "A part of the editor did not arrive: it does without it. Check the connection and reload the page.";
}

/** From now on no uncaught error stays unseen. */
export function showUncaughtErrors(root: HTMLElement, loadActions?: LoadFailureActions): void {
  addEventListener("error", ({ error, message }) => {
    // Browsers report a late resize notice as an error, which it is not.
    if (!/ResizeObserver/.test(message)) void fail(root, wordsFor(error ?? message), loadActions);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    // Monaco cancels its own work by rejecting.
    if (!/^Cancell?ed/.test(messageOf(reason))) void fail(root, wordsFor(reason), loadActions);
  });
}
