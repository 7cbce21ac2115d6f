/** Signs the tokens of each new result in the page, away from the worker that ran the author's code. */
import { createDemoKey } from "../jwt/demo-key.ts";
import { toJwks } from "../jwt/jwks.ts";
import { type SignedToken, signToken } from "../jwt/sign-token.ts";
import type { TokenName } from "../workflow/token.ts";
import { afterPaint } from "./next-paint.ts";
import type { PlaygroundStore } from "./playground-store.ts";

/** Starts signing, now and after every run, each time when what the run found has been painted. */
export async function signResults(store: PlaygroundStore): Promise<void> {
  const key = await createDemoKey();
  store.setState({ jwks: toJwks(key) });
  let signedFor: unknown = null;

  async function sign(): Promise<void> {
    const result = store.getState().run.latest;
    if (result === signedFor) return;
    signedFor = result;
    await afterPaint();
    if (store.getState().run.latest !== result) return;
    const signed: { [T in TokenName]?: SignedToken } = {};
    for (const token of result?.tokens ?? []) {
      if (token.issuedText !== null) signed[token.name] = await signToken(token.issuedText, key);
    }
    if (store.getState().run.latest === result) store.setState({ signed });
  }

  store.subscribe(() => void sign());
  await sign();
}
