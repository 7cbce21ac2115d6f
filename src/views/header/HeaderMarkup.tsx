/** The line on top of the page: what is open, how the newest run ended, and what can be done with the whole. */
import type { ReactNode } from "react";
import type { Trigger } from "../../workflow/trigger.ts";
import { Mark } from "./Mark.tsx";
import "./header.css";

type HeaderMarkupProps = {
  readonly picker: ReactNode;
  /** Of the newest result. */
  readonly trigger: Trigger | null;
  readonly triggerTitle?: string | undefined;
  readonly status: ReactNode;
  readonly controls: ReactNode;
  readonly actions: ReactNode;
};

export function HeaderMarkup({ picker, trigger, triggerTitle, status, controls, actions }: HeaderMarkupProps) {
  return (
    <header className="header">
      <div className="header__start">
        <Mark />
        <h1 className="header__name">Workflow Playground</h1>
        {picker}
      </div>
      <div className="header__run">
        {trigger !== null && (
          <p className="header__trigger" title={triggerTitle}>
            <span className="only-read">Trigger: </span>
            {trigger}
          </p>
        )}
        {status}
        {controls}
      </div>
      <div className="header__end">{actions}</div>
    </header>
  );
}
