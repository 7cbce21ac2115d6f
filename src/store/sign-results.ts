/** Signs the tokens of each new result in the page, away from the worker that ran the author's code. */
import { createDemoKey } from "../jwt/demo-key.ts";
import { toJwks } from "../jwt/jwks.ts";
import { type SignedToken, signToken } from "../jwt/sign-token.ts";
import type { TokenName } from "../workflow/token.ts";
import { afterPaint } from "./next-paint.ts";
import type { PlaygroundStore } from "./playground-store.ts";
import { tellWhenQuiet } from "./quiet-signer.ts";

/**
 * Starts signing, now and after every run, each time when what the run found has been painted.
 * @param isWanted false when another signer has been asked for.
 */
export async function signResults(store: PlaygroundStore, isWanted = () => true): Promise<void> {
  const key = await createDemoKey();
  if (!isWanted()) return;
  store.setState({ jwks: toJwks(key), signerFailure: null });
  let signedFor: unknown = null;
  let answered: () => void = () => undefined;

  async function sign(): Promise<void> {
    const result = store.getState().run.latest;
    if (result === signedFor || !isWanted()) return;
    signedFor = result;
    await afterPaint();
    if (store.getState().run.latest !== result) return;
    answered();
    answered = tellWhenQuiet(store);
    const signed: { [T in TokenName]?: SignedToken } = {};
    for (const token of result?.tokens ?? []) {
      if (token.issuedText !== null) signed[token.name] = await signToken(token.issuedText, key);
    }
    if (!isWanted() || store.getState().run.latest !== result) return;
    answered();
    store.setState({ signed, signerFailure: null });
  }

  store.subscribe(() => void sign());
  await sign();
}
