/** Where the built worker cannot yet say what Node says, each with its reason: counted apart, and neither passed nor failed. */

const KNOWN_DIFFERENCES: readonly { readonly pattern: RegExp; readonly reason: string }[] = [];

export const reasonFor = (id: string): string | null =>
  KNOWN_DIFFERENCES.find(({ pattern }) => pattern.test(id))?.reason ?? null;
