/** The note over an opened link, or why there is none, before its buttons work. Loaded only when the address holds something. */
import type { PlaygroundState } from "../store/playground-store.ts";
import { toVisibleText } from "../views/parts/visible-pieces.ts";
import { element } from "./element.ts";
import { icon, iconFace } from "./first-header.ts";
import type { Opening } from "./open-link.ts";
import { KEEP_LINK, LEAVE_LINK, linkLines, RESET_LINK } from "./origin-words.ts";

export function firstNote(opening: Opening, { project }: PlaygroundState): HTMLElement | null {
  if (opening.kind === "none") return null;
  if (opening.kind === "broken") {
    const text = element("p", "origin-note__text", toVisibleText(opening.message));
    return element("aside", "origin-note", text, iconFace("close"));
  }
  const { shared, missingSecrets } = opening.origin;
  const { opened, edited } = linkLines(missingSecrets);
  const isEdited = project !== shared;
  const line = element("p", "origin-note__text origin-note__line", element("span", "", isEdited ? edited : opened));
  line.dataset["other"] = isEdited ? opened : edited;
  return element(
    "aside",
    "origin-note",
    line,
    element("span", "button button--quiet", icon("undo"), element("span", "origin-note__word", RESET_LINK)),
    element("span", "button button--quiet", KEEP_LINK),
    element("span", "button button--plain", LEAVE_LINK),
  );
}
