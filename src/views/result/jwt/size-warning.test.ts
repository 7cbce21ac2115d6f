import { expect, test } from "vitest";
import { sizeWarning } from "./size-warning.ts";

const byClaim = [
  { name: "feature_flags", bytes: 2_000 },
  { name: "permissions", bytes: 900 },
  { name: "sub", bytes: 20 },
];
const REMEDY =
  "Empty claims that your application does not read, the heaviest first (feature_flags, permissions), or keep the token in a session on the server.";

test("says nothing while there is room", () => {
  expect(sizeWarning({ jwtBytes: 3_900, byClaim })).toBeNull();
});

test.each([
  [4_000, "Only 96 bytes are left of a cookie of 4,096 bytes, and its name and attributes count too."],
  [
    4_097,
    "This token is 1 byte too large for a cookie of 4,096 bytes, and browsers drop such a cookie without a word.",
  ],
  [
    9_000,
    "With 9,000 bytes this token fits neither into a cookie of 4,096 bytes nor into the 8,192 bytes that many servers allow for all headers.",
  ],
])("warns at %i bytes", (jwtBytes, sentence) => {
  expect(sizeWarning({ jwtBytes, byClaim })).toBe(`${sentence} ${REMEDY}`);
});
