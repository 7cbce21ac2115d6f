/** What stands on the page when the playground cannot start, or cannot go on: plain words and ways on; what is drawn stays. */
import { clearEverything } from "./clear-everything.ts";
import { element } from "./element.ts";
import { downloadKept, startWithExample } from "./kept-work.ts";
import type { Storages } from "./storage.ts";
import "../views/parts/button.css";
import "./failure.css";

/** @param storages none in an embed, which keeps nothing. */
export function drawFailure(root: HTMLElement, reason: string, storages?: Storages): void {
  document.querySelector(".start-failure")?.remove();
  const drawn = root.querySelector(".playground, .embed");
  const actions = element(
    "p",
    "start-failure__actions",
    action("Reload the page", () => location.reload()),
  );
  if (storages?.local) {
    const { local } = storages;
    actions.append(
      action("Start with an example", () => startWithExample(local)),
      action("Download what was kept", () => downloadKept(local)),
      action("Clear everything", (button) => {
        // One press asks, the second does it.
        if (button.textContent === CONFIRM) clearEverything(storages);
        else button.textContent = CONFIRM;
      }),
    );
  }
  if (drawn !== null) actions.append(action("Dismiss", () => note.remove()));
  const note = element(
    "div",
    drawn === null ? "start-failure" : "start-failure start-failure--above",
    element("h2", "", drawn === null ? "The playground could not start" : "A part of the playground failed"),
    element("p", "", reason.slice(0, 500)),
    element("p", "", "This is a fault of the playground, or of the way here. What you kept here is untouched."),
    actions,
  );
  note.setAttribute("role", "alert");
  if (drawn === null) root.replaceChildren(note);
  else root.before(note);
}

const CONFIRM = "Clear all of it? Press again";

function action(words: string, onPress: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = element("button", "button", words);
  button.type = "button";
  button.addEventListener("click", () => onPress(button));
  return button;
}
