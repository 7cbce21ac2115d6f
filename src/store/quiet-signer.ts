/** Tells of a signer that neither signs nor fails. */
import type { PlaygroundStore } from "./playground-store.ts";

/** Far more than a slow machine takes for a key, in milliseconds. */
const ANSWER_LIMIT_MS = 10_000;

/** @returns what is called when the signer has answered. */
export function tellWhenQuiet(store: PlaygroundStore): () => void {
  const alarm = setTimeout(
    () => store.setState({ signerFailure: `The signer has not answered for ${ANSWER_LIMIT_MS / 1_000} s.` }),
    ANSWER_LIMIT_MS,
  );
  return () => clearTimeout(alarm);
}
