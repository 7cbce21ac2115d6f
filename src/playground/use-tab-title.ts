/** Names the browser's tab after the workflow that is open, so that several can be told apart. */
import { useEffect } from "react";
import { nameOfWork } from "../store/name-of-work.ts";
import { usePlayground } from "../store/use-playground.ts";
import { toVisibleText } from "../views/parts/visible-pieces.ts";

export function useTabTitle(): void {
  const name = usePlayground(({ origin, project }) => (origin.kind === "own" && origin.name) || nameOfWork(project));
  useEffect(() => {
    document.title = `${toVisibleText(name)} · Kinde Workflow Playground`;
  }, [name]);
}
