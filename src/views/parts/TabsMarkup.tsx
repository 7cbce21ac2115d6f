/** Tabs with one look everywhere, without what moves between them. */
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

export type TabsProps<Value extends string> = {
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

type ElementProps = {
  readonly className: string;
  readonly children: ReactNode;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly hidden: boolean;
  readonly forceMount?: true;
  readonly "data-state": "active" | "inactive";
  readonly "aria-label": string;
};

/** What tabs are made of: Radix's parts, or their looks alone. */
export type TabElements = {
  Root(props: Pick<ElementProps, "className" | "children" | "value" | "onValueChange">): ReactNode;
  List(props: Pick<ElementProps, "className" | "children" | "aria-label">): ReactNode;
  Trigger(props: Pick<ElementProps, "className" | "children" | "value" | "data-state">): ReactNode;
  Content(props: Pick<ElementProps, "className" | "children" | "value" | "hidden" | "forceMount">): ReactNode;
};

const Box = ({ className, children }: Pick<ElementProps, "className" | "children">) => (
  <div className={className}>{children}</div>
);

export const TAB_LOOKS: TabElements = {
  Root: Box,
  List: Box,
  Trigger: ({ value: _, ...looks }) => <button type="button" {...looks} />,
  Content: ({ className, children, hidden, forceMount }) => (
    <div className={className} hidden={hidden}>
      {(!hidden || forceMount) && children}
    </div>
  ),
};

type TabsMarkupProps<Value extends string> = TabsProps<Value> & { readonly elements: TabElements };

export function TabsMarkup<Value extends string>(props: TabsMarkupProps<Value>) {
  const { label, value, onChange, tabs, trailing, keepMounted = false, className = "", elements } = props;
  const { Root, List, Trigger, Content } = elements;
  return (
    <Root className={`tabs ${className}`} value={value} onValueChange={(next) => onChange(next as Value)}>
      <div className="tabs__bar">
        <List className="tabs__list" aria-label={label}>
          {tabs.map((tab) => (
            <Trigger
              key={tab.value}
              className="tabs__tab"
              value={tab.value}
              data-state={tab.value === value ? "active" : "inactive"}
            >
              <span className="tabs__label">{tab.label}</span>
              {tab.count ? (
                <span className={`tabs__count tabs__count--${tab.tone ?? "plain"}`}>{tab.count}</span>
              ) : null}
            </Trigger>
          ))}
        </List>
        {trailing}
      </div>
      {tabs.map((tab) => (
        <Content
          key={tab.value}
          className="tabs__content"
          value={tab.value}
          hidden={tab.value !== value}
          {...((tab.keepMounted ?? keepMounted) ? { forceMount: true as const } : {})}
        >
          {tab.content}
        </Content>
      ))}
    </Root>
  );
}
