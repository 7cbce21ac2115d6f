/** Run, Stop, and whether every edit runs by itself. */
import { Switch } from "radix-ui";
import { useEffect, useId, useState } from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { RunControlsMarkup } from "./RunControlsMarkup.tsx";

/** A run that ends this soon after the page was told of it never turns the button into Stop: it would only flicker. */
const STOPPABLE_AFTER_MS = 150;

export function RunControls() {
  const autoId = useId();
  const store = usePlaygroundStore();
  const isRunning = usePlayground((state) => state.run.status === "running");
  const autoRun = usePlayground((state) => state.view.autoRun);
  const isStoppable = useHeld(isRunning);
  const press = () => (isStoppable ? store.getState().stop() : store.getState().runNow());
  return (
    <RunControlsMarkup
      isStoppable={isStoppable}
      onPress={press}
      autoId={autoId}
      autoSwitch={
        <Switch.Root
          id={autoId}
          className="switch"
          checked={autoRun}
          aria-label="Auto-run"
          onCheckedChange={(checked) => store.getState().setView({ autoRun: checked })}
        >
          <Switch.Thumb className="switch__thumb" />
        </Switch.Root>
      }
    />
  );
}

function useHeld(isOn: boolean): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!isOn) return setHeld(false);
    const timer = setTimeout(() => setHeld(true), STOPPABLE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isOn]);
  return isHeld;
}
