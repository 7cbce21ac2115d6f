/** What is thrown where the browser has no memory for one more engine, and for nothing else. */
export class MissingMemoryError extends Error {
  readonly code = "memory-missing";
}

/** @param take a step that takes memory and does nothing else: all browsers say with a RangeError that there is none. */
export function takeMemory<T>(take: () => T): T {
  try {
    return take();
  } catch (error) {
    throw error instanceof RangeError ? new MissingMemoryError(error.message, { cause: error }) : error;
  }
}
