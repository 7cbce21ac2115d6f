/** A place in the author's source, as editors count: lines and columns start at 1. */

export type Position = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
};
