/** Where a rule that the playground applies comes from, so that a person can judge how far to trust it. */

type Provenance =
  /** In Kinde's public documentation. */
  | "documented"
  /** In the code or the types of `@kinde/infrastructure`. */
  | "package"
  /** Observed in Kinde's open-source workflow runtime. */
  | "recorded"
  /** Not published by Kinde: this is the playground's best understanding. */
  | "simulated";

/** What a person reads beside a rule. `source` is link text; `url` is absent where there is nothing public to open. */
export type Rule = {
  readonly provenance: Provenance;
  readonly sentence: string;
  readonly source: string;
  readonly url?: string;
};
