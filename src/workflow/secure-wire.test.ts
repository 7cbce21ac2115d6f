/** What goes over the wire can be opened by anyone who holds the key and knows the layout. */
import { createDecipheriv } from "node:crypto";
import { expect, test } from "vitest";
import { encryptForWire } from "./secure-wire.ts";

test("Node opens what the playground sealed", async () => {
  const raw = Uint8Array.from({ length: 32 }, (_, at) => at);
  const nonce = Uint8Array.from({ length: 12 }, (_, at) => 100 + at);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  const wire = Buffer.from(await encryptForWire('{"name":"Åse"}', key, nonce), "base64");
  expect([...wire.subarray(0, 12)]).toEqual([...nonce]);
  const decipher = createDecipheriv("aes-256-gcm", raw, wire.subarray(0, 12));
  decipher.setAuthTag(wire.subarray(12, 28));
  expect(decipher.update(wire.subarray(28), undefined, "utf8") + decipher.final("utf8")).toBe('{"name":"Åse"}');
});
