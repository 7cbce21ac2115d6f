/** Scenarios: what twenty others cost a key, when all of them have followed the last key, and a repository on the command line. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { placeCursor } from "./edit.ts";
import { interleaved } from "./interleaved.ts";
import { KEY_HEAD, type KeyFigures, keyFigures, keyRow, keys, openWarm } from "./keys.ts";
import type { Measured, Setting } from "./section.ts";
import type { Server } from "./server.ts";
import { type Figure, round, spread } from "./statistics.ts";
import { PLAYGROUND } from "./subjects.ts";

type ScenarioFigures = {
  readonly keys: Readonly<Record<string, KeyFigures>>;
  readonly completion: Readonly<Record<string, { readonly median: Figure; readonly worst: Figure }>>;
  readonly command: { readonly median: Figure; readonly worst: Figure };
};

const COMMAND = "dist/packages/cli/kinde-workflows.mjs";
const WORKFLOWS = 20;
const SCENARIOS = 10;

export async function measureScenarios({ launch, server, isQuick }: Setting): Promise<Measured<ScenarioFigures>> {
  const browser = await launch();
  const typed = await interleaved([1, 20], isQuick ? 1 : 4, (scenarios) =>
    keys(browser, server, PLAYGROUND, { count: isQuick ? 12 : 40, wanted: { scenarios } }),
  );
  const keyed: Record<string, KeyFigures> = {};
  for (const [count, runs] of typed) keyed[count === 1 ? "1 scenario" : `${count} scenarios`] = keyFigures(runs);
  const completion: Record<string, ReturnType<typeof worstOf>> = {};
  for (const count of [20, 50]) {
    completion[`${count} scenarios`] = worstOf(await followedMs(browser, server, count, isQuick ? 3 : 12));
  }
  const command = worstOf(commandMs(isQuick ? 2 : 5));
  const rows = Object.entries({ ...completion, [`command, ${WORKFLOWS} workflows × ${SCENARIOS}`]: command });
  return {
    tables: [
      {
        title: "Scenarios: key → painted, ms",
        head: KEY_HEAD,
        rows: Object.entries(keyed).map(([name, of]) => keyRow(name, of)),
      },
      {
        title: "Scenarios: last key → all shown; command, start included; ms",
        head: ["", "median", "worst"],
        rows: rows.map(([name, { median, worst }]) => [name, median, worst]),
      },
    ],
    figures: { keys: keyed, completion, command },
  };
}

function worstOf(times: readonly number[]): { readonly median: Figure; readonly worst: Figure } {
  return { median: spread(times).median, worst: round(Math.max(...times)) };
}

/** From the key to the frame in which the grid shows what it did in every scenario. */
async function followedMs(browser: Browser, server: Server, count: number, times: number): Promise<readonly number[]> {
  const { page, close } = await openWarm(browser, server, PLAYGROUND, { scenarios: count });
  try {
    await page.getByRole("tab", { name: "Scenarios" }).click();
    await placeCursor(page, PLAYGROUND);
    const found: number[] = [];
    let text = "x";
    for (let index = 0; index < times; index += 1) {
      await page.waitForTimeout(1_000);
      text += String(index % 10);
      const shown = page.evaluate(
        ([value, columns]) =>
          new Promise<number>((resolve) => {
            addEventListener(
              "keydown",
              ({ timeStamp }) => {
                const look = () => {
                  const texts = [...document.querySelectorAll(".grid .grid__text")];
                  if (texts.filter(({ textContent }) => textContent === value).length >= columns)
                    resolve(performance.now() - timeStamp);
                  else requestAnimationFrame(look);
                };
                look();
              },
              { once: true, capture: true },
            );
          }),
        [`"${text}"`, count] as const,
      );
      await page.waitForTimeout(50);
      await page.keyboard.press(String(index % 10));
      found.push(await shown);
    }
    return found;
  } finally {
    await close();
  }
}

const SOURCE = `import { WorkflowTrigger, accessTokenCustomClaims, getEnvironmentVariable } from "@kinde/infrastructure";
export const workflowSettings = { id: "w", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {}, "kinde.env": {} } };
export default async function Workflow() {
  const token = accessTokenCustomClaims<{ plan: string; permissions: string[] }>();
  token.plan = getEnvironmentVariable("PLAN").value;
  token.permissions = [];
}
`;

function commandMs(times: number): readonly number[] {
  const root = mkdtempSync(join(tmpdir(), "bench-scenarios-"));
  try {
    for (let index = 0; index < WORKFLOWS; index += 1) {
      const folder = join(root, `kindeSrc/environment/workflows/w${index}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "Workflow.ts"), SOURCE);
      const scenarios = Array.from({ length: SCENARIOS }, (_, at) => ({
        name: `s${at}`,
        env: { PLAN: `p${at}` },
        expect: { accessToken: { plan: { is: `p${at}` } } },
      }));
      writeFileSync(join(folder, "scenarios.json"), JSON.stringify({ version: 1, scenarios }));
    }
    return Array.from({ length: times }, () => {
      const beganMs = performance.now();
      const { stdout } = spawnSync(process.execPath, [COMMAND, "test", root], { encoding: "utf8" });
      if (!stdout.includes(`${WORKFLOWS * SCENARIOS} hold`)) throw new Error(`The command printed ${stdout}`);
      return performance.now() - beganMs;
    });
  } finally {
    rmSync(root, { recursive: true });
  }
}
