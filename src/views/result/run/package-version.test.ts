import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PACKAGE_VERSION } from "./package-version.ts";

test("the version shown is the version installed", () => {
  const installed = readFileSync(
    new URL("../../../../node_modules/@kinde/infrastructure/package.json", import.meta.url),
    "utf8",
  );
  expect(JSON.parse(installed).version).toBe(PACKAGE_VERSION);
});
