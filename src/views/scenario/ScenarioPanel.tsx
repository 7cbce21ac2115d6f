/** The scenario: everything a run depends on besides the source. */
export function ScenarioPanel() {
  return null;
}
