/** All that one run depends on besides the source, in parsed form: the event, the claims, the environment and the outside world. */
import type { Json } from "./json.ts";
import type { ClaimsSet } from "./claim.ts";
import type { TokenName } from "./token.ts";

export type EnvironmentVariable = { readonly value: string; readonly isSecret: boolean };

/** Answers one request. `method` defaults to GET, `status` to 200; a trailing `*` in `url` matches any rest. */
export type FetchMock = {
  readonly method?: string;
  readonly url: string;
  readonly status?: number;
  readonly json?: Json;
  readonly text?: string;
  /** The call throws this text. */
  readonly error?: string;
  /** Shown as the call's duration; the run does not wait for it. */
  readonly latencyMs?: number;
};

export type RunInput = {
  /** What the default export is called with; null calls it without arguments (recorded). */
  readonly event: Json;
  readonly env: ReadonlyMap<string, EnvironmentVariable>;
  readonly fetchMocks: readonly FetchMock[];
  /** What `getCustomClaims()` gives back at the start, for each token. */
  readonly initialClaims: { readonly [T in TokenName]: ClaimsSet };
  readonly localization: ReadonlyMap<string, string>;
  /** What `kinde.cache.jwtToken(name)` finds. */
  readonly cache: ReadonlyMap<string, string>;
  /** The guest's clock at the start, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** How long execution may work, in milliseconds; what a busy machine makes it wait is left out. */
  readonly timeoutMs: number;
  /** Grants `console` during execution without a declaration, as Kinde's docs use it (simulated). */
  readonly grantConsole: boolean;
};

/** How many times its limit a run may last, what a busy machine makes it wait included. */
export const MOST_WAITED = 4;
