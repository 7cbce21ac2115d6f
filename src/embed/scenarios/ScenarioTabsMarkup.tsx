/** The scenarios of an embed as tabs: one at a time, each with how it stands. */
import type { ReactNode } from "react";
import { type TabElements, TabsMarkup } from "../../views/parts/TabsMarkup.tsx";
import { VisibleText } from "../../views/parts/VisibleText.tsx";
import { type JudgedStatus, STATUS_LOOKS } from "../../views/scenario-grid/status-looks.ts";
import type { Scenarios } from "../../workflow/project.ts";
import "./embed-scenarios.css";

type ScenarioTabsProps = {
  readonly scenarios: Scenarios;
  readonly open: number;
  readonly statusOf: (index: number) => JudgedStatus;
  readonly onChoose: (index: number) => void;
  readonly elements: TabElements;
  /** What the open one did. */
  readonly children: ReactNode;
};

export function ScenarioTabsMarkup(props: ScenarioTabsProps) {
  const { scenarios, open, statusOf, onChoose, elements, children } = props;
  const tabs = shownPlaces(scenarios).map((index) => {
    const { sign, tone, word } = STATUS_LOOKS[statusOf(index)];
    return {
      value: String(index),
      label: (
        <>
          <span className={`embed-scenarios__sign embed-scenarios__sign--${tone}`} aria-hidden="true">
            {sign}
          </span>
          <VisibleText text={scenarios[index]?.name ?? ""} />
          <span className="only-read">, {word}</span>
        </>
      ),
      content: index === open ? children : null,
    };
  });
  return (
    <TabsMarkup
      className="embed-scenarios"
      label="Scenarios"
      value={String(open)}
      onChange={(value) => onChoose(Number(value))}
      tabs={tabs}
      elements={elements}
    />
  );
}

/** Those that a reader sees, by their places in the list. */
export function shownPlaces(scenarios: Scenarios): readonly number[] {
  const shown = [...scenarios.keys()].filter((index) => !scenarios[index]?.hidden);
  return shown.length > 0 ? shown : [0];
}
