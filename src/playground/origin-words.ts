/** What the page says about an opened link: the first paint and React say it alike, so that nothing moves between them. */
import { toVisibleText } from "../views/parts/visible-pieces.ts";

export const KEEP_LINK = "Keep this as mine";
export const LEAVE_LINK = "Return to my work";
export const RESET_LINK = "Reset";

/** The line as the link was opened, and once it was edited: each keeps room for the other, so that an edit moves nothing. */
export function linkLines(missingSecrets: readonly string[]): { readonly opened: string; readonly edited: string } {
  const missing = missingSecrets.length > 0 ? ` Not in the link: ${toVisibleText(missingSecrets.join(", "))}.` : "";
  return {
    opened: `Opened from a link. Your own work is untouched.${missing}`,
    edited: `Your edits to this link stay in this tab.${missing}`,
  };
}
