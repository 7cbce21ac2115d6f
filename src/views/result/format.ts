/** Numbers as a person reads them, each with its unit. */

/** Made once: a number's own toLocaleString makes one at every call, in the frame of a result. */
const NUMBERS = new Intl.NumberFormat("en");

/** For example "1,214 bytes". */
export function formatBytes(bytes: number): string {
  return `${NUMBERS.format(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
}

/** Milliseconds, with as many digits as are worth reading: "0.42 ms", "3.1 ms", "120 ms", "2.5 s". */
export function formatDuration(durationMs: number): string {
  if (durationMs >= 1000) return `${(durationMs / 1000).toFixed(1)} s`;
  return `${durationMs.toFixed(durationMs < 1 ? 2 : durationMs < 10 ? 1 : 0)} ms`;
}

/** For example "1 call", "3 calls". */
export function formatCount(count: number, word: string): string {
  return `${NUMBERS.format(count)} ${word}${count === 1 ? "" : "s"}`;
}
