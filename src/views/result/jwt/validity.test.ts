import { expect, test } from "vitest";
import { validityOf } from "./validity.ts";

test.each([
  [{ iat: "1700000000", exp: "1700086400" }, "Issued 2023-11-14 22:13:20 UTC, expires after 24 h"],
  [{ exp: "1700000000" }, "Expires 2023-11-14 22:13:20 UTC"],
  [{ iat: "1700000000", exp: "1600000000" }, "Issued 2023-11-14 22:13:20 UTC, expires 2020-09-13 12:26:40 UTC"],
  [{ iat: '"soon"', exp: "1e300" }, ""],
  [{}, ""],
])("%j", (claims, text) => {
  expect(validityOf(Object.entries(claims).map(([name, json]) => ({ name, json })))).toBe(text);
});
