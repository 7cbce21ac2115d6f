/** The way out of an editor in which Tab indents: Escape rests beside it, Tab goes on from there, and any other key goes back in. */

const CONTROLS = "a[href], button, input, select, textarea, [tabindex]";
/** Keys that do nothing by themselves, or that the browser and the page answer. */
const NO_TEXT = /^(?:Tab|Escape|Shift|Control|Alt|AltGraph|Meta|CapsLock|F\d+)$/;

const resting = new WeakSet<HTMLElement>();

/** Takes the focus onto the frame around an editor. What is typed there goes into the editor after all. */
export function restBeside(frame: HTMLElement, goBack: () => void): void {
  frame.tabIndex = -1;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "Outside of the code. Tab goes on, any other key goes back to it.");
  if (!resting.has(frame)) {
    resting.add(frame);
    frame.addEventListener("keydown", (event) => {
      if (event.target !== frame) return;
      if (event.key === "Tab" && !event.shiftKey) {
        event.preventDefault();
        focusAfter(frame);
      } else if (!NO_TEXT.test(event.key)) goBack();
    });
    frame.addEventListener("blur", () => {
      frame.removeAttribute("role");
      frame.removeAttribute("aria-label");
    });
  }
  frame.focus({ preventScroll: true });
}

/** Focuses the first control after an element in reading order, or the page's first one when there is none; never a divider. */
function focusAfter(element: HTMLElement): void {
  const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) =>
      control.tabIndex >= 0 &&
      !control.matches(":disabled, [aria-hidden='true'] *, [role='separator']") &&
      control.getClientRects().length > 0 &&
      !element.contains(control),
  );
  const next = controls.find((control) => element.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING);
  (next ?? controls[0])?.focus();
}
