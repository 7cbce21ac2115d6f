/** What a section of the bench is given, and what it gives. */
import type { Browser } from "@playwright/test";
import type { Server } from "./server.ts";
import type { Table } from "./statistics.ts";

export type Setting = {
  /** A browser of the section's own. */
  readonly launch: () => Promise<Browser>;
  readonly server: Server;
  readonly isQuick: boolean;
};

export type Measured<Figures> = { readonly tables: readonly Table[]; readonly figures: Figures };
