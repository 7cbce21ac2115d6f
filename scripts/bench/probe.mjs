/** What runs inside of the measured pages: it notes keys, the worker's messages, blocked stretches, and when a text is painted. */

/**
 * Installed before any script of the page. `window.bench.arm(output, text)` starts watching; `window.bench.seen` settles with
 * times in milliseconds since the key: `posted` and `answered` of the runtime worker, `shown` in the document, `painted`.
 */
export function installProbe() {
  if (window !== window.top) return;
  const bench = { key: null, posted: null, answered: null, durations: null, blocks: [], frames: [], seen: null };
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
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (data?.type !== "result" || bench.key === null) return;
        bench.answered ??= performance.now();
        bench.durations ??= data.result.durations;
      });
    }
    postMessage(message, ...rest) {
      if (message?.type === "run" && bench.key !== null) bench.posted ??= performance.now();
      super.postMessage(message, ...rest);
    }
  };

  // Both from 50 ms on: one task that holds the page, and one frame that comes late because of all that was done for it.
  const note = (type, noted) =>
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) noted.push({ startTime, duration });
    }).observe({ type, buffered: true });
  note("longtask", bench.blocks);
  note("long-animation-frame", bench.frames);

  /** The longest of each since a time of this page, in milliseconds; 0 where none reached 50. */
  bench.longest = (sinceMs) => {
    const longest = (noted) =>
      noted.reduce((most, { startTime, duration }) => (startTime >= sinceMs ? Math.max(most, duration) : most), 0);
    return { task: longest(bench.blocks), frame: longest(bench.frames) };
  };

  /** Where a subject shows what came of an edit. */
  const outputs = {
    playground: () => ({
      root: document.querySelector('section[aria-label="Result"]'),
      text: (root) => root.querySelector('li[aria-label^="bench:"] .claims-row__outcome')?.textContent ?? "",
    }),
    result: () => ({
      root: document.querySelector('section[aria-label="Result"]'),
      text: (root) => root.textContent,
    }),
    plain: () => ({ root: document.querySelector("#output"), text: (root) => root.textContent }),
    frame: () => ({
      root: document.querySelector("iframe")?.contentDocument,
      text: (root) => root.querySelector("#app")?.textContent ?? "",
    }),
  };

  bench.has = (output, text) => {
    const { root, text: read } = outputs[output]();
    return root !== null && root !== undefined && read(root).includes(text);
  };

  bench.arm = (output, text) => {
    Object.assign(bench, { key: null, posted: null, answered: null, durations: null });
    bench.seen = new Promise((resolve) => {
      const observer = new MutationObserver(look);
      const { root, text: read } = outputs[output]();
      observer.observe(root, { subtree: true, childList: true, characterData: true });
      function look() {
        if (bench.key === null || !read(root).includes(text)) return;
        observer.disconnect();
        const shown = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // The message is handled after the frame it was posted in has been drawn.
          port1.onmessage = () => {
            const since = (time) => (time === null ? null : time - bench.key);
            const painted = performance.now();
            resolve({
              posted: since(bench.posted),
              answered: since(bench.answered),
              shown: since(shown),
              painted: since(painted),
              durations: bench.durations,
            });
            bench.key = null;
          };
          port2.postMessage(null);
        });
      }
    });
  };
}
