/** Each check speaks on everyday mistakes and is silent on everyday code of the same kind, run as the page’s worker runs it. */
import { expect, test } from "vitest";
import { createNodeRunner } from "../../src/node/node-runner.ts";

import type { Diagnostic } from "../../src/workflow/diagnostic.ts";
import { CHECKS } from "../../src/diagnose/checks.ts";
import { EVERYDAY } from "./every-check.ts";
import { everydayProject, type Program } from "./program.ts";

const run = await createNodeRunner();

const OPTIONS = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };
const found = new Map<Program, Promise<readonly Diagnostic[]>>();

/** Each program is run once. */
function diagnosticsOf(program: Program): Promise<readonly Diagnostic[]> {
  const known = found.get(program) ?? run(everydayProject(program), OPTIONS).then(({ diagnostics }) => diagnostics);
  found.set(program, known);
  return known;
}

const bodyOf = ({ files }: Program) => files.map(({ text }) => text).join("\n---\n");

test.each(EVERYDAY.map(({ id, speaks, silent }) => [id, speaks, silent] as const))("%s", async (id, speaks, silent) => {
  const missed: string[] = [];
  for (const one of speaks) {
    const said = await diagnosticsOf(one);
    if (!said.some((diagnostic) => diagnostic.id === id)) missed.push(`silent on:\n${bodyOf(one)}`);
  }
  for (const one of silent) {
    const said = (await diagnosticsOf(one)).find((diagnostic) => diagnostic.id === id);
    if (said) missed.push(`says “${said.message}” on:\n${bodyOf(one)}`);
  }
  expect(missed).toEqual([]);
  expect(speaks.length).toBeGreaterThanOrEqual(10);
  expect(silent.length).toBeGreaterThanOrEqual(10);
});

test("what is said has an advice and an origin", async () => {
  for (const { speaks } of EVERYDAY) {
    for (const one of speaks) {
      for (const { message, advice, rule } of await diagnosticsOf(one)) {
        expect(message).toMatch(/^[^!]+[.)]$/);
        expect(advice).toBeTruthy();
        expect(rule?.provenance).toBeTruthy();
      }
    }
  }
});

test("each check has its everyday code, ten and ten that differ", () => {
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
