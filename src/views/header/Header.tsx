/** The page's header at work. */
import type { ReactNode } from "react";
import { usePlayground } from "../../store/use-playground.ts";
import { TRIGGERS } from "../../workflow/trigger.ts";
import { HeaderMarkup } from "./HeaderMarkup.tsx";
import { RunControls } from "./RunControls.tsx";
import { RunStatus } from "./RunStatus.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";
import { ThemeMenu } from "./ThemeMenu.tsx";

type HeaderProps = {
  readonly picker: ReactNode;
  /** Sharing and downloading. */
  readonly actions: ReactNode;
};

export function Header({ picker, actions }: HeaderProps) {
  const trigger = usePlayground((state) => state.run.latest?.trigger ?? null);
  return (
    <HeaderMarkup
      picker={picker}
      trigger={trigger}
      triggerTitle={trigger === null ? undefined : TRIGGERS[trigger].title}
      status={<RunStatus />}
      controls={<RunControls />}
      actions={
        <>
          {actions}
          <ThemeMenu />
          <ShortcutsDialog />
        </>
      }
    />
  );
}
