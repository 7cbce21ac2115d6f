/** The whole page: header, then what goes in on the left and what comes out on the right; on a narrow screen one column of tabs. */
import { useEffect } from "react";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { useNarrow } from "../views/editor/use-narrow.ts";
import { Header } from "../views/header/Header.tsx";
import { NarrowPage } from "./NarrowPage.tsx";
import { OriginNote } from "./OriginNote.tsx";
import { ProjectPicker } from "./ProjectPicker.tsx";
import { useProjects } from "./use-projects.ts";
import { WidePage } from "./WidePage.tsx";
import "./playground.css";

export function Playground({ storage }: { readonly storage: Storage | null }) {
  const store = usePlaygroundStore();
  const projects = useProjects(storage);
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

  return (
    <div className="playground">
      <Header picker={<ProjectPicker projects={projects} />} />
      <OriginNote projects={projects} />
      <main className="playground__main">{isNarrow ? <NarrowPage /> : <WidePage />}</main>
    </div>
  );
}
