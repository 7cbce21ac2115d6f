/** Two panels with a divider that drags, answers to the arrow keys, and is remembered. */
import type { ReactNode } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { type GroupName, usableLayout } from "./panel-layout.ts";
import "./panel-group.css";

type PanelGroupProps = {
  readonly name: GroupName;
  readonly orientation: "horizontal" | "vertical";
  /** Names the divider, e.g. "Width of the input column". */
  readonly dividerLabel: string;
  readonly panels: readonly [PanelPart, PanelPart];
};

type PanelPart = { readonly id: string; readonly minSize: string; readonly content: ReactNode };

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
