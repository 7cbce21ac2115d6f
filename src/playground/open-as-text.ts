/** Saved work that failed to open twice: as plain text that can be changed, without colours, without a run, with what can be done about it. */
import { SAVED_WORK_KEY, readSavedWork } from "../store/saved-work.ts";
import { writeIfRoom, writeStorage } from "../store/write-storage.ts";
import type { FailureAction } from "../views/our-failure/draw-failure.ts";
import { drawTexts } from "../views/our-failure/draw-texts.ts";
import { forgetOpenings } from "./count-openings.ts";
import type { Storages } from "./storage.ts";

const QUIET_MS = 250;

/** @returns whether there is kept work. */
export function openAsText(
  root: HTMLElement,
  { local, session }: Storages,
  actions: readonly FailureAction[],
): boolean {
  const kept = readSavedWork(session) ?? readSavedWork(local);
  if (kept === null) return false;
  let { project } = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    writeStorage(local, SAVED_WORK_KEY, { ...kept, example: null, project });
    writeIfRoom(session, SAVED_WORK_KEY, { ...kept, example: null, project });
  }

  function change(name: string, text: string): void {
    project = { ...project, files: project.files.map((file) => (file.name === name ? { name, text } : file)) };
    timer ??= setTimeout(write, QUIET_MS);
  }

  function tryAgain(): void {
    if (timer !== undefined) write();
    forgetOpenings(session);
    location.reload();
  }

  addEventListener("pagehide", () => timer !== undefined && write());
  document.documentElement.dataset["theme"] ??= matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  drawTexts(root, {
    title: "Your work did not open, twice in a row",
    words:
      "So it stands here as plain text, and nothing runs. Change what may have kept it from opening and try again, or start with something else. What you change here is kept.",
    texts: project.files,
    onText: change,
    actions: [{ words: "Try to open it again", act: tryAgain }, ...actions],
  });
  return true;
}
