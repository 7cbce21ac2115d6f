/** What stands on the page when the playground itself cannot start: plain words, and the next step. */
import "./failure.css";

export function drawFailure(root: HTMLElement, reason: string): void {
  const note = document.createElement("div");
  note.className = "start-failure";
  note.setAttribute("role", "alert");
  for (const [tag, text] of [
    ["h1", "The playground could not start"],
    ["p", reason],
    ["p", "Reload the page, or open it in a current Chrome, Edge, Firefox or Safari. What you kept here is untouched."],
  ] as const) {
    const element = document.createElement(tag);
    element.textContent = text;
    note.append(element);
  }
  root.replaceChildren(note);
}
