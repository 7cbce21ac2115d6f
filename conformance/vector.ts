/** The recorded data: complete workflows, the scenario each ran under, and what came out of production's runtime. */
import type { Json } from "../src/workflow/json.ts";

export type Tier = "core" | "engine" | "quirk";

export type Vector = {
  readonly id: string;
  readonly title: string;
  readonly tier: Tier;
  readonly entry: string;
  readonly files: { readonly [name: string]: string };
  readonly scenario: {
    readonly event: Json;
    readonly env?: { readonly [key: string]: { readonly value: string; readonly isSecret: boolean } };
    readonly fetchMocks?: readonly {
      readonly method?: string;
      readonly url: string;
      readonly status?: number;
      readonly json?: Json;
      readonly text?: string;
      readonly error?: string;
    }[];
    readonly initialClaims?: { readonly [token: string]: { readonly [name: string]: Json } };
    readonly localization?: { readonly [key: string]: string };
    readonly cache?: { readonly [name: string]: string };
    readonly timeoutMs: number;
  };
  readonly expected: Expected;
};

export type ClaimWrite = {
  readonly token: string;
  readonly name: string;
  readonly value?: Json;
  readonly unserializable?: true;
  readonly anyValue?: true;
};

export type Expected = {
  readonly phase: "compile" | "introspect" | "execute";
  readonly ok: boolean;
  readonly claimWrites: readonly ClaimWrite[];
  readonly calls: readonly { readonly fn: string; readonly args: readonly Json[] }[];
  readonly logs: readonly { readonly level: string; readonly args: readonly Json[] }[];
  readonly returned?: Json;
  readonly error?: {
    readonly compare: "text" | "type" | "fails" | "timeout";
    readonly text: string;
    readonly type?: string;
    readonly line?: number;
  };
};

/** A language feature: does it parse and run, and if not, where does it fail. */
export type SyntaxCase = {
  readonly feature: string;
  readonly source: string;
  readonly files?: { readonly [name: string]: string };
  readonly runs: boolean;
  readonly failedPhase?: string;
};

/** A common mistake as the body of a default function; `line` counts from the first line of `code`, 0 being the function's own; null where none was told. */
export type Mistake = {
  readonly mistake: string;
  readonly code: string;
  readonly production:
    | {
        readonly completes?: never;
        readonly text: string;
        readonly phase: Expected["phase"];
        readonly line: number | null;
      }
    | { readonly completes: true; readonly returned?: Json };
  /** Name, message and text of what a `catch` sees. */
  readonly caught: readonly Json[] | string | null;
};
