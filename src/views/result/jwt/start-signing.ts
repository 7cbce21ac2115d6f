/** Starts the signer once for a store; where it does not come, the JWT's place says so and offers to try again. */
import type { PlaygroundStore } from "../../../store/playground-store.ts";
import { messageOf } from "../../our-failure/fail.ts";
import { loadPart } from "../../parts/load-part.ts";

const started = new WeakSet<PlaygroundStore>();

/** Without a signer the page still shows claims: only the JWT is missing. Call it after the first result is painted. */
export async function startSigning(store: PlaygroundStore): Promise<void> {
  if (started.has(store)) return;
  started.add(store);
  store.setState({ signerFailure: null });
  try {
    const { signResults } = await loadPart(() => import("../../../store/sign-results.ts"));
    await signResults(store);
  } catch (error) {
    started.delete(store);
    store.setState({ signerFailure: messageOf(error) });
  }
}
