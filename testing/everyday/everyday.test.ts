/** Each check has everyday mistakes on which it speaks, and everyday code of the same kind on which it is silent; `npm run shipped` runs them all. */
import { expect, test } from "vitest";
import { CHECKS } from "../../src/diagnose/checks.ts";
import { EVERYDAY } from "./every-check.ts";
import type { Program } from "./program.ts";

test("ten and ten that differ", () => {
  const counts = CHECKS.map(({ id }) => {
    const rows = EVERYDAY.filter((row) => row.id === id);
    const different = (programs: readonly Program[]) => new Set(programs.map((one) => JSON.stringify(one))).size;
    return [
      id,
      different(rows.flatMap(({ speaks }) => speaks)),
      different(rows.flatMap(({ silent }) => silent)),
    ] as const;
  });
  expect(counts.filter(([, speaks, silent]) => speaks < 10 || silent < 10)).toEqual([]);
});
