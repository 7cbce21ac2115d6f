/** What stands on the page when the playground cannot start, or cannot go on: plain words and what can be done; what is drawn stays. */
import "../parts/button.css";
import "./failure.css";

export type FailureAction = {
  /** On the button. */
  readonly words: string;
  /** On the button after the first press; only the second one acts. */
  readonly confirm?: string;
  readonly act: () => void;
};

export function drawFailure(root: HTMLElement, reason: string, actions: readonly FailureAction[]): void {
  document.querySelector(".start-failure")?.remove();
  const drawn = root.querySelector(".playground, .embed");
  const note = element("div");
  note.className = drawn === null ? "start-failure" : "start-failure start-failure--above";
  note.setAttribute("role", "alert");
  const buttons = element(
    "p",
    ...[{ words: "Reload the page", act: () => location.reload() }, ...actions].map(button),
    ...(drawn === null ? [] : [button({ words: "Dismiss", act: () => note.remove() })]),
  );
  buttons.className = "start-failure__actions";
  note.append(
    element("h2", drawn === null ? "The playground could not start" : "A part of the playground failed"),
    element("p", inWords(reason).slice(0, 500)),
    element("p", "This is a fault of the playground, or of the way here. What you kept here is untouched."),
    buttons,
  );
  if (drawn === null) root.replaceChildren(note);
  else root.before(note);
}

/** Each engine's own words for a part of the page whose file did not come; two of them name the file. */
const MISSING_FILE = /dynamically imported module|Importing a module script failed/;

function inWords(reason: string): string {
  if (!MISSING_FILE.test(reason)) return reason;
  const [file = ""] = /[^/]+\.js/.exec(reason) ?? [];
  return `A file of the playground did not arrive${file && `: ${file}`}. What needs it is missing until the page is reloaded.`;
}

export function element(tag: "div" | "p" | "h2", ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

export function button({ words, confirm = words, act }: FailureAction): HTMLButtonElement {
  const made = document.createElement("button");
  made.className = "button button--plain";
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", () => {
    if (made.textContent === confirm) act();
    else made.textContent = confirm;
  });
  return made;
}
