/** Ends a wait in words: what did not come in time is told like what failed. */

export class OverdueError extends Error {
  readonly code = "overdue";
}

/** @param what the subject of the sentence that is told, e.g. "The bundler". */
export async function within<T>(limitMs: number, what: string, waited: Promise<T>): Promise<T> {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const overdue = new Promise<never>((_, reject) => {
    const error = new OverdueError(`${what} did not answer within ${limitMs / 1000} s. Run again to start another.`);
    alarm = setTimeout(() => reject(error), limitMs);
  });
  try {
    return await Promise.race([waited, overdue]);
  } finally {
    clearTimeout(alarm);
  }
}

/** For an error as it is caught, which may be anything. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
