/** How the body of a `secureFetch` goes over the wire: AES-256-GCM, as Kinde documents it. */

/** Whole bytes of the nonce and of the tag, which stand before the ciphertext. */
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * @param key for AES-GCM, 256 bits, usable to encrypt.
 * @param nonce 12 bytes, never used twice with one key.
 * @returns base64 of nonce, tag and ciphertext.
 */
export async function encryptForWire(body: string, key: CryptoKey, nonce: Uint8Array<ArrayBuffer>): Promise<string> {
  const plain = new TextEncoder().encode(body);
  // WebCrypto puts the tag behind the ciphertext, Go's layout before it.
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, plain));
  const ciphertext = sealed.subarray(0, sealed.length - TAG_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  let binary = "";
  for (const part of [nonce, tag, ciphertext]) for (const byte of part) binary += String.fromCharCode(byte);
  return btoa(binary);
}
