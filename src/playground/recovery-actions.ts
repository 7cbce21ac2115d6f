/** What can be done with saved work where the page does not open, or cannot go on. */
import type { FailureAction } from "../views/our-failure/draw-failure.ts";
import { clearEverything } from "./clear-everything.ts";
import { downloadSavedWork, stashAndOpenExample } from "./recover-work.ts";
import type { Storages } from "./storage.ts";

export function recoveryActions(storages: Storages): readonly FailureAction[] {
  const { local, session } = storages;
  if (local === null) return [];
  return [
    { words: "Start with an example", act: () => stashAndOpenExample({ local, session }) },
    { words: "Download what was kept", act: () => downloadSavedWork(local) },
    {
      words: "Clear everything",
      confirm: "Clear all of it? Press again",
      act: () => clearEverything(storages),
    },
  ];
}
