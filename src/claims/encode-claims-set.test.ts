import { expect, test } from "vitest";
import { parseClaimsSet } from "../workflow/claims-set.ts";
import { encodeClaimsSet } from "./encode-claims-set.ts";

test("the text that is signed holds every claim, in order, under its own name", () => {
  const text =
    '{"sub": "kp_1", "__proto__": {"a": 1}, "": [ ], "constructor": null, "naïve\\u0000": 1.50, "toString": "é"}';
  const reading = parseClaimsSet(text);
  expect(reading.kind === "ok" && encodeClaimsSet(reading.claims)).toBe(
    '{"sub":"kp_1","__proto__":{"a":1},"":[],"constructor":null,"naïve\\u0000":1.50,"toString":"é"}',
  );
});

test("an empty claims set is an empty object", () => {
  expect(encodeClaimsSet([])).toBe("{}");
});
