/** Each check speaks on everyday mistakes and is silent on everyday code of the same kind, run as the page’s worker runs it. */
import { expect, test } from "vitest";
import { runProject } from "../../pipeline.ts";
import { sandbox } from "../../../testing/run-body.ts";

import type { Diagnostic } from "../../workflow/diagnostic.ts";
import { diagnose } from "../diagnose.ts";
import { EVERYDAY } from "./every-check.ts";
import { everydayProject, type Program } from "./program.ts";

async function diagnosticsOf(program: Program): Promise<readonly Diagnostic[]> {
  const options = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };
  const answer = runProject(everydayProject(program), options, {
    sandbox,
    diagnose,
    explainJson: null,
    createRedactor: null,
    readUnusualMock: null,
  });
  if (answer.kind !== "result") throw new Error(`It ended as ${answer.kind}.`);
  return answer.result.diagnostics;
}

const bodyOf = ({ files }: Program) => files.map(({ text }) => text).join("\n---\n");

test.each(EVERYDAY.map(({ id, speaks, silent }) => [id, speaks, silent] as const))("%s", async (id, speaks, silent) => {
  const missed: string[] = [];
  for (const one of speaks) {
    const found = await diagnosticsOf(one);
    if (!found.some((diagnostic) => diagnostic.id === id)) missed.push(`silent on:\n${bodyOf(one)}`);
  }
  for (const one of silent) {
    const found = (await diagnosticsOf(one)).find((diagnostic) => diagnostic.id === id);
    if (found) missed.push(`says “${found.message}” on:\n${bodyOf(one)}`);
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
