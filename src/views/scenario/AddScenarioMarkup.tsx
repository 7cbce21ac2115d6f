/** What the button that adds a scenario looks like, drawn before React too. */
import { Button, type ButtonProps } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import "./scenario-list.css";

export function AddScenarioMarkup(props: ButtonProps) {
  return (
    <Button {...props} look="quiet" className="add-scenario" aria-label="Add a scenario">
      <Icon name="plus" /> Scenario
    </Button>
  );
}
