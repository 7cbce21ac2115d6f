/** Names that browsers and Node have and the workflow engine does not. Source: surface.json of the recorded runtime. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";

const NO_TIMER = "A workflow has no timers: do the work at once, or leave it to your own API.";
const NO_CRYPTO = "Let an API of your own do it, called with fetch from @kinde/infrastructure.";
const USE_FETCH = "Call fetch from @kinde/infrastructure, which takes plain options and returns { data }.";
const ADVICE: ReadonlyMap<string, string> = new Map([
  ["setTimeout", NO_TIMER],
  ["setInterval", NO_TIMER],
  ["setImmediate", NO_TIMER],
  ["clearTimeout", NO_TIMER],
  ["clearInterval", NO_TIMER],
  ["queueMicrotask", "Write Promise.resolve().then(…)."],
  ["process", 'Read values with getEnvironmentVariable("KEY") and the binding "kinde.env".'],
  ["Buffer", "Work with strings, or with Uint8Array."],
  ["crypto", NO_CRYPTO],
  ["TextEncoder", "Work with strings; encodeURIComponent gives UTF-8 bytes as text."],
  ["TextDecoder", "Work with strings; decodeURIComponent reads UTF-8 bytes from text."],
  ["structuredClone", "Write JSON.parse(JSON.stringify(value))."],
  ["atob", "Decode it in an API of your own, or by hand."],
  ["btoa", "Encode it in an API of your own, or by hand."],
  ["Intl", "Format by hand: there are no locales in the engine."],
  ["WeakRef", "Hold the value itself: a run is short."],
  ["FinalizationRegistry", "Release what you hold in a finally block."],
  ["AbortController", "Leave it out: requests are answered or fail."],
  ["Headers", USE_FETCH],
  ["Request", USE_FETCH],
  ["Response", USE_FETCH],
  ["FormData", USE_FETCH],
  ["Blob", USE_FETCH],
  ["XMLHttpRequest", USE_FETCH],
  ["performance", "Use Date.now()."],
  ["global", "Use globalThis."],
  ["window", "Use globalThis."],
  ["self", "Use globalThis."],
  ["document", "A workflow has no page."],
  ["navigator", "Read event.request.userAgent."],
  ["location", "Read the URL from the event."],
  ["__dirname", "A workflow has no files."],
  ["__filename", "A workflow has no files."],
  ["Iterator", "Spread into an array first: [...iterator].map(…)."],
  ["SharedArrayBuffer", "Use ArrayBuffer."],
  ["Atomics", "A workflow has one thread."],
  ["Temporal", "Use Date."],
  ["WebAssembly", "Write it in TypeScript, or call an API of your own."],
  ["ReadableStream", "Work with the whole text."],
  ["EventTarget", "Call functions directly."],
  ["MessageChannel", "Call functions directly."],
]);

export const missingGlobal: Check = {
  id: "missing-global",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      const advice = token.kind === "name" && file.isGlobal(index) ? ADVICE.get(token.text) : undefined;
      if (advice === undefined || file.isGuarded(token.text)) return null;
      if (token.text === "process" && file.is(index + 1, ".", "env", ".", "NODE_ENV")) return null;
      const isTried = file.isTried(index);
      return {
        at: token,
        severity: isTried ? "warning" : "error",
        message: `${token.text} does not exist in a workflow${isTried ? ": here it always ends in the catch" : ""}.`,
        advice,
        rule: recorded(
          "The engine is neither a browser nor Node: it has the globals of plain ECMAScript and nothing else.",
        ),
      };
    }),
};
