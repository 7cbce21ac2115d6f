/** Where the built worker cannot yet say what Node says, each with its reason: counted apart, and neither passed nor failed. */

const DEPTH =
  "the host’s stack decides how deep calls and values may nest, and a browser’s worker has less of it than Node";

const KNOWN_DIFFERENCES: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /recurs|deep|nested \d|depth|stack overflow/i, reason: DEPTH },
];

export const reasonFor = (id: string): string | null =>
  KNOWN_DIFFERENCES.find(({ pattern }) => pattern.test(id))?.reason ?? null;
