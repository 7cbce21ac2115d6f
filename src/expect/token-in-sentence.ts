/** A token's name within a sentence. */
import { TOKENS, type TokenName } from "../workflow/token.ts";

export function tokenInSentence(token: TokenName): string {
  return TOKENS[token].label.replace(/^A(?=ccess)/, "a");
}
