/** What stands on the page when the playground cannot start, or cannot go on: plain words and the next step; what is drawn stays. */
import { element } from "./element.ts";
import "./failure.css";

export function drawFailure(root: HTMLElement, reason: string): void {
  const drawn = root.querySelector(".playground");
  const note = element(
    "div",
    drawn === null ? "start-failure" : "start-failure start-failure--above",
    element("h2", "", drawn === null ? "The playground could not start" : "A part of the playground did not load"),
    element("p", "", reason),
    element(
      "p",
      "",
      "Reload the page, or open it in a current Chrome, Edge, Firefox or Safari. What you kept here is untouched.",
    ),
  );
  note.setAttribute("role", "alert");
  if (drawn === null) root.replaceChildren(note);
  else root.before(note);
}
