import { createDecipheriv } from "node:crypto";
import { expect, test } from "vitest";
import { type Call, secureBodyOf } from "./call-text.ts";
import { encryptBody } from "./secure-wire.ts";

test("nonce, tag and ciphertext, in this order, as base64", async () => {
  const raw = new Uint8Array(32).fill(7);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  const wire = Buffer.from(await encryptBody("userId=kp_1&é", key), "base64");
  const decipher = createDecipheriv("aes-256-gcm", raw, wire.subarray(0, 12));
  decipher.setAuthTag(wire.subarray(12, 28));
  const plain = Buffer.concat([decipher.update(wire.subarray(28)), decipher.final()]);
  expect(plain.toString("utf8")).toBe("userId=kp_1&é");
});

test("the body is the text that would be sent", () => {
  const call = (body: unknown, fn = "kinde.secureFetch"): Call => ({
    kind: "call",
    fn,
    args: [
      { text: '"https://risk.example.com"', problem: null },
      { text: JSON.stringify({ method: "POST", body }), problem: null },
    ],
  });
  expect(secureBodyOf(call("a=1"))).toBe("a=1");
  expect(
    secureBodyOf(
      call({
        $searchParams: [
          ["a", "1 2"],
          ["b", "é"],
        ],
      }),
    ),
  ).toBe("a=1+2&b=%C3%A9");
  expect(secureBodyOf(call({ a: 1 }))).toBe('{"a":1}');
  expect(secureBodyOf(call(null))).toBeNull();
  expect(secureBodyOf(call("a=1", "kinde.fetch"))).toBeNull();
});
