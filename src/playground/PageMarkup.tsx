/** The page's frame: header, notes, then four sheets side by side, or behind five tabs on a narrow screen. */
import type { ComponentType, ReactNode } from "react";
import type { NarrowTab } from "../store/view-state.ts";
import type { TabsPart } from "../views/result/result-parts.ts";
import type { GroupName } from "./panel-layout.ts";
import type { SheetLabel } from "./SheetMarkup.tsx";
import "./playground.css";

type PageMarkupProps = {
  readonly header: ReactNode;
  readonly note: ReactNode;
  readonly main: ReactNode;
  /** Until the first result is there. */
  readonly isBusy?: true;
  readonly below?: ReactNode;
};

export function PageMarkup({ header, note, main, isBusy, below }: PageMarkupProps) {
  return (
    <div className="playground">
      {header}
      {note}
      <main className="playground__main" aria-busy={isBusy}>
        {main}
      </main>
      {below}
    </div>
  );
}

export type PanelPart = { readonly id: string; readonly minSize: string; readonly content: ReactNode };

export type PanelGroupProps = {
  readonly name: GroupName;
  readonly orientation: "horizontal" | "vertical";
  /** Names the divider, e.g. "Width of the input column". */
  readonly dividerLabel: string;
  readonly panels: readonly [PanelPart, PanelPart];
};

type Sheets = { readonly [L in SheetLabel]: ReactNode };

export function WidePageMarkup({
  sheets,
  Group,
}: {
  readonly sheets: Sheets;
  readonly Group: ComponentType<PanelGroupProps>;
}) {
  const input = (
    <Group
      name="in"
      orientation="vertical"
      dividerLabel="Height of the code"
      panels={[
        { id: "code", minSize: "120px", content: sheets.Code },
        { id: "scenario", minSize: "88px", content: sheets.Scenario },
      ]}
    />
  );
  const output = (
    <Group
      name="out"
      orientation="vertical"
      dividerLabel="Height of the result"
      panels={[
        { id: "result", minSize: "140px", content: sheets.Result },
        { id: "run", minSize: "88px", content: sheets.Run },
      ]}
    />
  );
  return (
    <Group
      name="columns"
      orientation="horizontal"
      dividerLabel="Width of the input"
      panels={[
        { id: "in", minSize: "320px", content: input },
        { id: "out", minSize: "360px", content: output },
      ]}
    />
  );
}

type NarrowPageMarkupProps = {
  readonly tab: NarrowTab;
  readonly onTab: (tab: NarrowTab) => void;
  readonly Tabs: TabsPart;
  readonly summary: ReactNode;
  readonly views: { readonly [T in NarrowTab]: ReactNode };
};

export function NarrowPageMarkup({ tab, onTab, Tabs, summary, views }: NarrowPageMarkupProps) {
  return (
    <>
      <div className="narrow-summary">{summary}</div>
      <div className="sheet">
        <Tabs
          label="Views"
          className="narrow-tabs"
          value={tab}
          onChange={onTab}
          tabs={[
            { value: "code", label: "Code", keepMounted: true, content: views.code },
            { value: "scenario", label: "Scenario", content: views.scenario },
            { value: "claims", label: "Claims", content: views.claims },
            { value: "jwt", label: "JWT", content: views.jwt },
            { value: "run", label: "Run", content: views.run },
          ]}
        />
      </div>
    </>
  );
}
