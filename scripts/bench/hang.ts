/** How soon the page answers again after work that nothing inside the sandbox can stop. */
import { key } from "./edit.ts";
import { openWarm } from "./keys.ts";
import type { Longest, OutputName } from "./probe.ts";
import type { Measured, Setting } from "./section.ts";
import { type Row, type Spread, spread } from "./statistics.ts";
import { PLAYGROUND } from "./subjects.ts";

/**
 * Put at the literal's end. Where the number is 99 the engine itself hangs and its interrupt handler never gets to run; a digit
 * more, as a person goes on typing, and it does not.
 */
const TRAP = '" + ((k) => (k === 99 ? new Array(1e9).join("") : k))(9) + "';
const AFTER_THE_NUMBER = ') + "'.length;
const TOLD = "could not be interrupted";

type Told = "during" | "told" | "after";
type Figures = Readonly<Record<Told, Spread>> & { readonly longest: Longest };

/** @returns the table, and its figures in milliseconds. */
export async function measureHangs({ launch, server, isQuick }: Setting): Promise<Measured<Figures>> {
  const found: Record<Told, number[]> = { during: [], told: [], after: [] };
  const { page } = await openWarm(await launch(), server, PLAYGROUND);
  await page.waitForTimeout(2_000);
  await page.keyboard.insertText(TRAP);
  for (let index = 0; index < AFTER_THE_NUMBER; index += 1) await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => window.bench.has("playground", '"x9"'));
  const sinceMs = await page.evaluate(() => performance.now());

  const measured = async (list: number[], output: OutputName, name: string, expected: string) => {
    const sample = await key(page, output, name, expected);
    if (sample === null) throw new Error(`The key ${name} was not followed by ${expected}.`);
    list.push(sample.painted);
  };
  // The first makes 99 of 9; the others take back the digit that made it harmless.
  let hangKey = "9";
  for (let index = 0; index < (isQuick ? 2 : 8); index += 1) {
    const digit = String(index % 8);
    const harmless = `"x99${digit}"`;
    await page.waitForTimeout(1_000);
    if (index % 2 === 0) {
      await page.keyboard.press(hangKey);
      await page.waitForTimeout(300);
      await measured(found.during, "playground", digit, harmless);
    } else {
      await measured(found.told, "result", hangKey, TOLD);
      await measured(found.after, "playground", digit, harmless);
    }
    hangKey = "Backspace";
  }
  await page.waitForTimeout(500);
  const longest = await page.evaluate((since) => window.bench.longest(since), sinceMs);

  const row = (name: string, values: readonly number[]): Row => [
    name,
    spread(values).median,
    spread(values).p95,
    values.length,
  ];
  const rows: readonly Row[] = [
    row("the hang's key → the hang is told", found.told),
    row("an edit as soon as it is told → painted", found.after),
    row("an edit while the workflow hangs → painted", found.during),
    ["longest task of the page meanwhile", null, Math.round(longest.task), null],
    ["longest frame of the page meanwhile", null, Math.round(longest.frame), null],
  ];
  const tables = [{ title: "Recovery after a hang, ms", head: ["", "median", "worst", "times"], rows }];
  const figures = { during: spread(found.during), told: spread(found.told), after: spread(found.after), longest };
  return { tables, figures };
}
