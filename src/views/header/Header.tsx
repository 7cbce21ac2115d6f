/** The line on top of the page: what is open, how the newest run ended, and what can be done with the whole. */
import type { ReactNode } from "react";
import { usePlayground } from "../../store/use-playground.ts";
import { TRIGGERS } from "../../workflow/trigger.ts";
import { Mark } from "./Mark.tsx";
import { RunControls } from "./RunControls.tsx";
import { RunStatus } from "./RunStatus.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";
import { ThemeMenu } from "./ThemeMenu.tsx";
import "./header.css";

type HeaderProps = {
  readonly picker: ReactNode;
  /** Sharing and downloading, where the door offers them. */
  readonly actions?: ReactNode;
};

export function Header({ picker, actions }: HeaderProps) {
  const trigger = usePlayground((state) => state.run.latest?.trigger ?? null);
  return (
    <header className="header">
      <div className="header__start">
        <Mark />
        <h1 className="header__name">Workflow Playground</h1>
        {picker}
      </div>
      <div className="header__run">
        {trigger !== null && (
          <p className="header__trigger" title={TRIGGERS[trigger].title}>
            <span className="only-read">Trigger: </span>
            {trigger}
          </p>
        )}
        <RunStatus />
        <RunControls />
      </div>
      <div className="header__end">
        {actions}
        <ThemeMenu />
        <ShortcutsDialog />
      </div>
    </header>
  );
}
