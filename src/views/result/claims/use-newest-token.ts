/** A token's claims in the frame of a new result, before the rest of the page follows. */
import { usePlaygroundUrgent } from "../../../store/use-playground.ts";
import type { RunResult, TokenResult } from "../../../workflow/run-result.ts";

/**
 * @param token as the page shows it, of `result`.
 * @returns the same token of the newest result; `token` itself when the page around it changes as well.
 */
export function useNewestToken(token: TokenResult, result: RunResult): TokenResult {
  const newest = usePlaygroundUrgent(({ run: { latest, lastGood } }) =>
    latest !== null && latest === lastGood && latest.trigger === result.trigger
      ? latest.tokens.find(
          ({ name, issuedText }) => name === token.name && (issuedText === null) === (token.issuedText === null),
        )
      : undefined,
  );
  return newest ?? token;
}
