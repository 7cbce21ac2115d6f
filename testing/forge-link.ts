/** Links that nobody made with Share, whose checksum is right all the same. */
import { encodeBase64url } from "../src/share/base64url.ts";
import { deflate } from "../src/share/compression.ts";
import { dictionaryOf, NO_BASE } from "../src/share/link-bases.ts";

/** A link whose checksum is right, whatever its bytes hold. */
export function forge(bytes: Uint8Array, prefix = "wf1."): string {
  const body = `${prefix}${encodeBase64url(bytes)}`;
  let hash = 0x811c9dc5;
  for (const character of body) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const checksum = [1, 62, 62 ** 2, 62 ** 3].map((power) => digits.charAt(Math.floor(hash / power) % 62));
  return body + checksum.join("");
}

export function withBase(base: number, deflated: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(deflated.length + 1);
  bytes[0] = base;
  bytes.set(deflated, 1);
  return bytes;
}

export function forgeText(text: string, prefix = "wf1."): string {
  return forge(withBase(NO_BASE, deflate(new TextEncoder().encode(text), dictionaryOf(NO_BASE))), prefix);
}
