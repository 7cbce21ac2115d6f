/** How each browser says that its own stack has ended. */

/** V8 and WebKit throw a RangeError, Firefox an InternalError, a name that TypeScript does not know. */
export function isHostStackEnd(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
}
