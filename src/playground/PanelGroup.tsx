/** Two panels with a divider that drags, answers to the arrow keys, and is remembered. */
import { Group, Panel, Separator } from "react-resizable-panels";
import { usePlaygroundStore } from "../store/use-playground.ts";
import type { PanelGroupProps } from "./PageMarkup.tsx";
import { usableLayout } from "./panel-layout.ts";
import "./panel-group.css";

export function PanelGroup({ name, orientation, dividerLabel, panels: [first, second] }: PanelGroupProps) {
  const store = usePlaygroundStore();
  const layout = usableLayout(name, store.getState().view.layouts[name]);
  return (
    <Group
      id={`panels-${name}`}
      className="panel-group"
      orientation={orientation}
      defaultLayout={{ ...layout }}
      onLayoutChanged={(next, { isUserInteraction }) => {
        if (!isUserInteraction) return;
        const { view, setView } = store.getState();
        setView({ layouts: { ...view.layouts, [name]: next } });
      }}
    >
      <Panel id={first.id} minSize={first.minSize}>
        {first.content}
      </Panel>
      <Separator className={`divider divider--${orientation}`} aria-label={dividerLabel} />
      <Panel id={second.id} minSize={second.minSize}>
        {second.content}
      </Panel>
    </Group>
  );
}
