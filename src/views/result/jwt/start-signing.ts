/** Starts the signer of a store; where it does not come, the JWT's place says so and offers to try again. */
import type { PlaygroundStore } from "../../../store/playground-store.ts";
import { tellWhenQuiet } from "../../../store/quiet-signer.ts";
import { messageOf } from "../../our-failure/fail.ts";
import { loadPart } from "../../parts/load-part.ts";

/** The newest start for a store: one that was tried again signs no more, however late it comes. */
const newest = new WeakMap<PlaygroundStore, object>();

/** Without a signer the page still shows claims: only the JWT is missing. Call it after the first result is painted; a signer that has not failed is left alone. */
export async function startSigning(store: PlaygroundStore): Promise<void> {
  if (newest.has(store) && store.getState().signerFailure === null) return;
  const own = {};
  newest.set(store, own);
  const isWanted = () => newest.get(store) === own;
  store.setState({ signerFailure: null });
  const answered = tellWhenQuiet(store);
  try {
    const { signResults } = await loadPart(() => import("../../../store/sign-results.ts"));
    await signResults(store, isWanted);
  } catch (error) {
    if (isWanted()) store.setState({ signerFailure: messageOf(error) });
  } finally {
    answered();
  }
}
