/** Tabs with one look everywhere; arrow keys move between them (Radix). */
import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import "./tabs.css";

export type Tab<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  /** A number after the label; what it counts is said by `countLabel`, e.g. "3 calls". Not shown when 0. */
  readonly count?: number;
  readonly tone?: "rejected" | "warning";
  readonly content: ReactNode;
  /** Keeps this one's content in the page while it is not seen. */
  readonly keepMounted?: boolean;
};

type TabsProps<Value extends string> = {
  /** Names the list for screen readers, e.g. "Result views". */
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly tabs: readonly Tab<Value>[];
  /** Stands at the end of the tab row. */
  readonly trailing?: ReactNode;
  /** Keeps the contents of unseen tabs in the page, for editors that must not lose their state. */
  readonly keepMounted?: boolean;
  readonly className?: string;
};

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { label, value, onChange, tabs, trailing, keepMounted = false, className = "" } = props;
  return (
    <Radix.Root className={`tabs ${className}`} value={value} onValueChange={(next) => onChange(next as Value)}>
      <div className="tabs__bar">
        <Radix.List className="tabs__list" aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.value} className="tabs__tab" value={tab.value}>
              <span className="tabs__label">{tab.label}</span>
              {tab.count ? (
                <span className={`tabs__count tabs__count--${tab.tone ?? "plain"}`}>{tab.count}</span>
              ) : null}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {trailing}
      </div>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.value}
          className="tabs__content"
          value={tab.value}
          hidden={tab.value !== value}
          {...((tab.keepMounted ?? keepMounted) ? { forceMount: true as const } : {})}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
