/** How Run, Stop, and the switch look that says whether every edit runs by itself. */
import type { ReactNode } from "react";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";

type RunControlsMarkupProps = {
  /** Whether the button stops the run that is under way. */
  readonly isStoppable: boolean;
  readonly onPress?: () => void;
  readonly autoId?: string;
  readonly autoSwitch: ReactNode;
};

export function RunControlsMarkup({ isStoppable, onPress, autoId, autoSwitch }: RunControlsMarkupProps) {
  return (
    <div className="run-controls">
      <Button
        className="run-controls__run"
        title={isStoppable ? undefined : "Run (Ctrl or Cmd + Enter)"}
        onClick={onPress}
      >
        <Icon name={isStoppable ? "stop" : "play"} />
        {isStoppable ? "Stop" : "Run"}
      </Button>
      <label className="run-controls__auto" title="Run after every edit" htmlFor={autoId}>
        {autoSwitch}
        <span aria-hidden="true">Auto</span>
      </label>
    </div>
  );
}

export function SwitchLooks({ isOn }: { readonly isOn: boolean }) {
  const state = isOn ? "checked" : "unchecked";
  return (
    <button type="button" className="switch" data-state={state}>
      <span className="switch__thumb" data-state={state} />
    </button>
  );
}
