/** What can be done with kept work where the page does not open, or cannot go on. */
import type { WayOn } from "../views/our-failure/draw-failure.ts";
import { clearEverything } from "./clear-everything.ts";
import { downloadKept, startWithExample } from "./kept-work.ts";
import type { Storages } from "./storage.ts";

export function waysOn(storages: Storages): readonly WayOn[] {
  const { local, session } = storages;
  if (local === null) return [];
  return [
    { words: "Start with an example", act: () => startWithExample({ local, session }) },
    { words: "Download what was kept", act: () => downloadKept(local) },
    {
      words: "Clear everything",
      confirm: "Clear all of it? Press again",
      act: () => clearEverything(storages),
    },
  ];
}
