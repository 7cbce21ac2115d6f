/** Keeps one's own work across reloads: source, scenario and view, but no secret value and no pasted token. */
import { withoutSecrets } from "../workflow/without-secrets.ts";
import { type Kept, KEPT_WORK_KEY, readKept } from "./persistence.ts";
import type { PlaygroundState, PlaygroundStore } from "./playground-store.ts";
import { writeKept } from "./write-kept.ts";

const QUIET_MS = 250;

/** Writes one's own work whenever it has been quiet for a moment, and when the page goes away. A link's project never takes its place (link-edits.ts). */
export function keepWork(store: PlaygroundStore, storage: Storage): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: Pick<PlaygroundState, "project" | "view" | "origin"> = store.getState();

  function write({ project, view, origin }: PlaygroundState = store.getState()): void {
    clearTimeout(timer);
    timer = undefined;
    if (written.project === project && written.view === view && written.origin === origin) return;
    written = { project, view, origin };
    const own = origin.kind === "link" ? readKept(storage) : null;
    if (origin.kind === "link" && own === null) return;
    const kept: Kept = own
      ? { ...own, view }
      : { project: withoutSecrets(project), view, example: origin.kind === "example" ? origin.name : null };
    writeKept(storage, KEPT_WORK_KEY, kept);
  }

  store.subscribe((state, previous) => {
    // A link takes the place of what may not have been written yet.
    if (state.origin.kind === "link" && previous.origin.kind !== "link") write(previous);
    timer ??= setTimeout(write, QUIET_MS);
  });
  addEventListener("pagehide", () => write());
}
