/** All that one run depends on besides the source, in parsed form: the event, the claims, the environment and the outside world. */
import type { Json } from "./json.ts";
import type { ClaimsSet } from "./claim.ts";
import type { TokenName } from "./token.ts";

export type EnvironmentVariable = { readonly value: string; readonly isSecret: boolean };

/** Answers requests. `method` defaults to GET, `status` to 200; a trailing `*` in `url` matches any rest, `{name}` one part of the path. */
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
  /** How many requests of a run it answers; without it all. */
  readonly times?: number;
  /** Headers that the request must have; a trailing `*` in a value matches any rest. */
  readonly sentHeaders?: { readonly [name: string]: string };
  /** What the request's body must be or, where it is an object or a list, hold. */
  readonly sentBody?: Json;
  /** Mocks of a lower level are asked first, whatever their addresses; without it 0. */
  readonly level?: number;
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
