export type Removal = {
  readonly name: string;
  readonly group: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly in: "node" | "browser";
  readonly test: readonly string[];
};
export const REMOVALS: readonly Removal[];
