/** Makes the key that signs tokens in this browser: RS256, as Kinde's own, and never to leave the page. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";

/** The public half as a JWK (RFC 7517). */
type PublicJwk = {
  readonly kty: "RSA";
  readonly n: string;
  readonly e: string;
  readonly alg: "RS256";
  readonly use: "sig";
  readonly kid: string;
};

export type DemoKey = {
  /** The JWK thumbprint (RFC 7638) of the public half. */
  readonly kid: string;
  /** Not extractable: it can sign, but nobody can read it, not even this page. */
  readonly privateKey: CryptoKey;
  readonly publicJwk: PublicJwk;
};

class DemoKeyError extends Error {
  readonly code: "no-web-crypto" | "key-generation-failed";

  constructor(code: DemoKeyError["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "DemoKeyError";
    this.code = code;
  }
}

/**
 * Takes tens of milliseconds: make one per page.
 * @throws DemoKeyError when the page has no WebCrypto, as over plain http.
 */
export async function createDemoKey(): Promise<DemoKey> {
  if (globalThis.crypto?.subtle === undefined) {
    throw new DemoKeyError("no-web-crypto", "Signing needs WebCrypto. Open the page over https or on localhost.");
  }
  try {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: false });
    const { n, e } = await exportJWK(publicKey);
    if (n === undefined || e === undefined) throw new TypeError("an RSA public key without n or e");
    const kid = await calculateJwkThumbprint({ kty: "RSA", n, e });
    return { kid, privateKey, publicJwk: { kty: "RSA", n, e, alg: "RS256", use: "sig", kid } };
  } catch (cause) {
    throw new DemoKeyError("key-generation-failed", "The browser could not make an RS256 key. Reload the page.", cause);
  }
}
