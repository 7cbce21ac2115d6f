/** Shows an uncaught error of the page as our failure. */
import { fail, type LoadFailureActions, messageOf } from "./fail.ts";

/** From now on no uncaught error stays unseen. */
export function showUncaughtErrors(root: HTMLElement, loadActions?: LoadFailureActions): void {
  addEventListener("error", ({ error, message }) => {
    // Browsers report a late resize notice as an error, which it is not.
    if (!/ResizeObserver/.test(message)) void fail(root, error ? messageOf(error) : message, loadActions);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    // Monaco cancels its own work by rejecting.
    if (!/^Cancell?ed/.test(messageOf(reason))) void fail(root, messageOf(reason), loadActions);
  });
}
