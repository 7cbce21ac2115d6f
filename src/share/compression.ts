/** Raw deflate (RFC 1951) with a preset dictionary, and inflating that stops at a cap instead of filling the memory. */
import { deflateSync, Inflate } from "fflate";

/** The part of a dictionary that deflate can reach back to, in bytes. */
export const WINDOW_BYTES = 32_768;

/** Small enough that one slice cannot inflate to much: deflate's best ratio is about 1,032 to 1 (RFC 1951: 258 bytes in 2 bits). */
const SLICE_BYTES = 1_024;

/** Thrown by `inflate`: `code` is "too-large" when the cap was passed, "broken" when the bytes are no deflate stream. */
export class InflateError extends Error {
  override readonly name = "InflateError";
  readonly code: "too-large" | "broken";
  constructor(code: "too-large" | "broken", cause?: unknown) {
    super(code === "too-large" ? "The data inflates past the cap." : "The data is not a deflate stream.", { cause });
    this.code = code;
  }
}

export function deflate(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, ...(dictionary ? { dictionary } : {}) });
}

/**
 * Inflates slice by slice, so that never more than the cap plus one slice is made.
 * @throws InflateError
 */
export function inflate(bytes: Uint8Array, maxBytes: number, dictionary?: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate(dictionary ? { dictionary } : {}, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  for (let start = 0; start < bytes.length || start === 0; start += SLICE_BYTES) {
    const slice = bytes.subarray(start, start + SLICE_BYTES);
    try {
      stream.push(slice, start + SLICE_BYTES >= bytes.length);
    } catch (cause) {
      throw new InflateError("broken", cause);
    }
    if (length > maxBytes) throw new InflateError("too-large");
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
