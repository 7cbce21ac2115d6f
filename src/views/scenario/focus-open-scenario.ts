/** Puts the focus on the open scenario in the list of scenarios, once the list has been drawn. */

/** Of the list's element. */
export const SCENARIO_NAMES = "scenario-list__names";

export function focusOpenScenario(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.${SCENARIO_NAMES} [data-state="on"]`)?.focus());
}
