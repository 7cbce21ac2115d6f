/** How much memory a browser holds, over all of its processes, before and after collecting what is garbage. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";

export type Memory = { readonly renderers: number; readonly all: number };

/** Of one process: its own memory and its share of what it shares, without the program's and libraries' files. */
function ownBytes(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const of = (name: string) => Number(new RegExp(`^${name}: +(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1_024;
  return of("Pss_Anon") + of("Pss_Shmem") + of("SwapPss");
}

/**
 * Bytes of the renderers (pages, frames, workers, WebAssembly) and of the whole browser.
 * Null where the system does not tell as Linux does.
 */
export async function memoryOf(browser: Browser): Promise<Memory | null> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const found = processInfo.map(({ id, type }) => ({ type, bytes: ownBytes(id) }));
    const sum = (processes: readonly { readonly bytes: number }[]) =>
      processes.reduce((total, { bytes }) => total + bytes, 0);
    return { renderers: sum(found.filter(({ type }) => type === "renderer")), all: sum(found) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  } finally {
    await session.detach();
  }
}

/** Collects garbage in a page, in its frames of other processes, and in all of their workers; says in how many heaps. */
export async function collectGarbage(page: Page): Promise<number> {
  let heaps = 0;
  for (const frame of page.frames()) {
    const isPage = frame === page.mainFrame();
    // A frame in the page's own process has no session of its own, nor needs one.
    const session = await page
      .context()
      .newCDPSession(isPage ? page : frame)
      .catch(() => null);
    if (session === null) continue;
    const workers: string[] = [];
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") workers.push(sessionId);
    });
    // Workers are reached through their page: each gets the command as text.
    await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    await session.send("HeapProfiler.collectGarbage");
    const message = JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" });
    for (const sessionId of workers) {
      const isDone = new Promise<void>((resolve) => {
        session.on("Target.receivedMessageFromTarget", (received) => {
          if (received.sessionId === sessionId) resolve();
        });
      });
      await session.send("Target.sendMessageToTarget", { sessionId, message });
      await isDone;
    }
    heaps += 1 + workers.length;
    await session.detach();
  }
  return heaps;
}
