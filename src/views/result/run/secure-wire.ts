/** What `secureFetch` sends: the body encrypted with AES-256-GCM, here under a demo key of this page. */
import { encryptForWire, NONCE_BYTES } from "../../../workflow/secure-wire.ts";

/** Base64 of nonce, tag and ciphertext, under a new nonce each time. */
export function encryptBody(body: string, key: CryptoKey): Promise<string> {
  return encryptForWire(body, key, crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
}

let demoKey: Promise<CryptoKey> | undefined;

/** One key for the page's life; it can be used and not read. */
export function demoEncryptionKey(): Promise<CryptoKey> {
  demoKey ??= crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  return demoKey;
}
