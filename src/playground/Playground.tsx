/** The whole page: header, then what goes in on the left and what comes out on the right; on a narrow screen one column of tabs. */
import { useEffect } from "react";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { useNarrow } from "../views/editor/use-narrow.ts";
import { ClearEverything } from "../views/header/ClearEverything.tsx";
import { Header } from "../views/header/Header.tsx";
import { ShareActions } from "../views/share/ShareActions.tsx";
import { clearEverything } from "./clear-everything.ts";
import { NarrowPage } from "./NarrowPage.tsx";
import { SourceNote } from "./SourceNote.tsx";
import { PageMarkup } from "./PageMarkup.tsx";
import { ProjectPicker } from "./ProjectPicker.tsx";
import type { History } from "../store/history.ts";
import type { Stash } from "../store/stash.ts";
import type { Storages } from "./storage.ts";
import { useDroppedFile } from "./use-dropped-file.ts";
import { useTabTitle } from "./use-tab-title.ts";
import { useProjects } from "./use-projects.ts";
import { WidePage } from "./WidePage.tsx";

type PlaygroundProps = {
  readonly storages: Storages;
  readonly stash: Stash;
  readonly history: History;
  /** Why the address's link could not be opened. */
  readonly notice: string | null;
};

export function Playground({ storages, stash, history, notice }: PlaygroundProps) {
  const store = usePlaygroundStore();
  const projects = useProjects(storages, stash, notice);
  const isDropping = useDroppedFile((file) => void projects.openFile(file));
  const isNarrow = useNarrow();

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      store.getState().runNow();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [store]);

  useTabTitle();

  return (
    <PageMarkup
      header={
        <Header
          picker={<ProjectPicker projects={projects} stash={stash} history={history} />}
          actions={
            <>
              <ShareActions onOpenFile={(file) => void projects.openFile(file)} />
              <ClearEverything onClear={() => clearEverything(storages)} />
            </>
          }
        />
      }
      note={<SourceNote projects={projects} />}
      main={isNarrow ? <NarrowPage /> : <WidePage />}
      below={isDropping && <p className="drop-note">Drop a zip file or a Workflow.ts to open it</p>}
    />
  );
}
