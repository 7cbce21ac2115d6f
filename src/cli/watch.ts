/** Runs again whenever a file under the folder changes; never ends. */
import { statSync, watch } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CommandIo } from "./command-io.ts";

/** Editors write a file in several steps. */
const SETTLED_AFTER_MS = 60;

export async function watchFolder(target: string, around: CommandIo, again: () => Promise<number>): Promise<never> {
  const path = resolve(around.cwd, target);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  around.error("Watching. Press Ctrl+C to end.\n");
  for (;;) {
    await changeIn(folder);
    await again();
  }
}

function changeIn(folder: string): Promise<void> {
  return new Promise((settle) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watcher = watch(folder, { recursive: true }, (_, name) => {
      if (name !== null && /(?:^|[/\\])(?:node_modules|\.git)(?:[/\\]|$)/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        watcher.close();
        settle();
      }, SETTLED_AFTER_MS);
    });
  });
}
