/** What runs inside of the measured pages: it notes keys, the worker's messages, blocked stretches, and when a text is painted. */

export type OutputName = "playground" | "result" | "plain" | "frame";
type Block = { readonly startTime: number; readonly duration: number };
/** In milliseconds; null of a page that has no runtime worker. */
export type KeySample = {
  readonly posted: number | null;
  readonly answered: number | null;
  readonly shown: number;
  readonly painted: number;
  readonly durations: unknown;
};
export type Longest = { readonly task: number; readonly frame: number };
type Bench = {
  key: number | null;
  posted: number | null;
  answered: number | null;
  durations: unknown;
  readonly blocks: Block[];
  readonly frames: Block[];
  seen: Promise<KeySample> | null;
  longest(sinceMs: number): Longest;
  has(output: OutputName, text: string): boolean;
  arm(output: OutputName, text: string): void;
};

declare global {
  interface Window {
    bench: Bench;
  }
}

/**
 * Installed before any script of the page. `window.bench.arm(output, text)` starts watching; `window.bench.seen` settles with
 * times in milliseconds since the key: `posted` and `answered` of the runtime worker, `shown` in the document, `painted`.
 */
export function installProbe(): void {
  if (window !== window.top) return;
  const longest = (noted: readonly Block[], sinceMs: number) =>
    noted.reduce((most, { startTime, duration }) => (startTime >= sinceMs ? Math.max(most, duration) : most), 0);
  const bench: Bench = {
    key: null,
    posted: null,
    answered: null,
    durations: null,
    blocks: [],
    frames: [],
    seen: null,
    /** The longest of each since a time of this page, in milliseconds; 0 where none reached 50. */
    longest: (sinceMs) => ({ task: longest(bench.blocks, sinceMs), frame: longest(bench.frames, sinceMs) }),
    has(output, text) {
      const { root, read } = outputs[output]();
      return root !== null && root !== undefined && read(root).includes(text);
    },
    arm(output, text) {
      Object.assign(bench, { key: null, posted: null, answered: null, durations: null });
      bench.seen = new Promise((resolve) => {
        const observer = new MutationObserver(look);
        const { root, read } = outputs[output]();
        if (!root) throw new Error(`Nothing is shown as ${output}.`);
        const shownIn = root;
        observer.observe(shownIn, { subtree: true, childList: true, characterData: true });
        function look(): void {
          const keyMs = bench.key;
          if (keyMs === null || !read(shownIn).includes(text)) return;
          observer.disconnect();
          const shown = performance.now();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            // The message is handled after the frame it was posted in has been drawn.
            port1.onmessage = () => {
              const since = (time: number | null) => (time === null ? null : time - keyMs);
              const painted = performance.now();
              resolve({
                posted: since(bench.posted),
                answered: since(bench.answered),
                shown: shown - keyMs,
                painted: painted - keyMs,
                durations: bench.durations,
              });
              bench.key = null;
            };
            port2.postMessage(null);
          });
        }
      });
    },
  };
  window.bench = bench;

  addEventListener(
    "keydown",
    (event) => {
      bench.key ??= event.timeStamp;
    },
    { capture: true },
  );

  // Its listener comes before the page's own, which draws at once.
  window.Worker = class extends Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (data?.type !== "result" || bench.key === null) return;
        bench.answered ??= performance.now();
        bench.durations ??= data.result.durations;
      });
    }
    override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
      if ((message as { type?: string } | null)?.type === "run" && bench.key !== null)
        bench.posted ??= performance.now();
      if (Array.isArray(options)) super.postMessage(message, options);
      else super.postMessage(message, options);
    }
  };

  // Both from 50 ms on: one task that holds the page, and one frame that comes late because of all that was done for it.
  const note = (type: string, noted: Block[]) =>
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) noted.push({ startTime, duration });
    }).observe({ type, buffered: true });
  note("longtask", bench.blocks);
  note("long-animation-frame", bench.frames);

  /** Where a subject shows what came of an edit. */
  type Shown = { readonly root: Node | null | undefined; readonly read: (root: Node) => string };
  const within = (root: Node, selector: string) => (root as ParentNode).querySelector(selector)?.textContent ?? "";
  const outputs: Readonly<Record<OutputName, () => Shown>> = {
    playground: () => ({
      root: document.querySelector('section[aria-label="Result"]'),
      read: (root) => within(root, 'li[aria-label^="bench:"] .claims-row__outcome'),
    }),
    result: () => ({
      root: document.querySelector('section[aria-label="Result"]'),
      read: (root) => root.textContent ?? "",
    }),
    plain: () => ({ root: document.querySelector("#output"), read: (root) => root.textContent ?? "" }),
    frame: () => ({
      root: document.querySelector("iframe")?.contentDocument,
      read: (root) => within(root, "#app"),
    }),
  };
}
