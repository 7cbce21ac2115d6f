/** Moves the focus on, out of an editor in which Tab indents. */

const CONTROLS = "a[href], button, input, select, textarea, [tabindex]";

/** Focuses the first control after an element in reading order, or the page's first one when there is none. */
export function focusAfter(element: HTMLElement): void {
  const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) =>
      control.tabIndex >= 0 &&
      !control.matches(":disabled, [aria-hidden='true'] *") &&
      control.getClientRects().length > 0 &&
      !element.contains(control),
  );
  const next = controls.find((control) => element.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING);
  (next ?? controls[0])?.focus();
}
