/** A place in the code that runs, as the engine gives it, without what stands before a unit's code on its first line. */

/** 1-based. */
export type Site = { readonly file: string; readonly line: number; readonly column: number };
