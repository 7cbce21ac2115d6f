/** What can be done with saved work where the page does not open, or cannot go on. */
import type { FailureAction } from "../views/our-failure/draw-failure.ts";
import { clearEverything } from "./clear-everything.ts";
import { downloadSavedWork, stashAndOpenExample } from "./recover-work.ts";
import type { Storages } from "./storage.ts";

export function recoveryActions(storages: Storages): readonly FailureAction[] {
  return [
    { words: "Start with an example", act: () => stashAndOpenExample(storages) },
    { words: "Download what was kept", act: () => downloadSavedWork(storages.local) },
    {
      words: "Clear everything",
      confirm: "Clear all of it? Press again",
      act: () => clearEverything(storages),
    },
  ];
}
