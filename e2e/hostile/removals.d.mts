export const REMOVALS: readonly {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly group: string;
  readonly test: readonly string[];
}[];
