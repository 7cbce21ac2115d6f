/** One negative control: a defence that is taken out of a copy of the source, and the test that must then fail. */

/**
 * `in` says where the test runs: in Node, on the hostile tests' own page, or on the playground's. In the file `harness.html` the text is looked
 * for in the built page.
 */
export type Removal = {
  readonly name: string;
  readonly group: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly in: "node" | "browser" | "page";
  readonly test: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};
