/** What `secureFetch` sends: the body encrypted with AES-256-GCM, here under a demo key of this page. */

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** As production lays it out: nonce (12 bytes), tag (16 bytes), ciphertext, together as base64. */
export async function encryptBody(body: string, key: CryptoKey): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: "AES-GCM", iv: nonce, tagLength: TAG_BYTES * 8 },
      key,
      new TextEncoder().encode(body),
    ),
  );
  // WebCrypto puts the tag after the ciphertext.
  const ciphertext = sealed.subarray(0, sealed.length - TAG_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const wire = new Uint8Array(NONCE_BYTES + sealed.length);
  wire.set(nonce);
  wire.set(tag, NONCE_BYTES);
  wire.set(ciphertext, NONCE_BYTES + TAG_BYTES);
  let binary = "";
  for (const byte of wire) binary += String.fromCharCode(byte);
  return btoa(binary);
}

let demoKey: Promise<CryptoKey> | undefined;

/** One key for the page's life; it can be used and not read. */
export function demoEncryptionKey(): Promise<CryptoKey> {
  demoKey ??= crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  return demoKey;
}
