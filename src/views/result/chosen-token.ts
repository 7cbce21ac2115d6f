/** Which token of a result is looked at: the one chosen when the trigger carries it, else its first. */
import type { RunResult, TokenResult } from "../../workflow/run-result.ts";
import type { TokenName } from "../../workflow/token.ts";

/** Null when the trigger carries no token. */
export function chosenToken({ tokens }: Pick<RunResult, "tokens">, chosen: TokenName): TokenResult | null {
  return tokens.find((token) => token.name === chosen) ?? tokens[0] ?? null;
}
