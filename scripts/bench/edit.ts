/** Types into an editor as a person does, and measures each key until its result is painted. */

import type { Page } from "@playwright/test";
import type { KeySample, Longest, OutputName } from "./probe.ts";
import type { Subject } from "./subjects.ts";

export type Typed = { readonly samples: readonly KeySample[]; readonly longest: Longest };

const SETTLE_MS = 2_000;
/** How long a finger rests on a key. */
const HELD_MS = 60;
/** What a page does after the last key, diagnostics included, may block it as well. */
const TAIL_MS = 500;
/** Keys that are not measured. */
const WARM_UP = 4;

/** Puts the cursor before the closing quote of the edited line. */
export async function placeCursor(page: Page, { editor, line, back }: Subject): Promise<void> {
  await page.locator(editor).first().click();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let index = 1; index < line; index += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  for (let index = 0; index < back; index += 1) await page.keyboard.press("ArrowLeft");
}

/** One key, from its event to the frame that shows what came of it. Null when nothing came in time. */
export async function key(page: Page, output: OutputName, name: string, expected: string): Promise<KeySample | null> {
  await page.evaluate(([output, text]) => window.bench.arm(output, text), [output, expected] as const);
  await page.keyboard.press(name, { delay: HELD_MS });
  return page.evaluate(() =>
    Promise.race([window.bench.seen, new Promise<null>((resolve) => setTimeout(() => resolve(null), 10_000))]),
  );
}

/**
 * Types and takes back one digit at a time, at the pace of a fast typist.
 * @returns samples of each key, and the longest task and frame of the page meanwhile, in milliseconds.
 */
export async function typeAndMeasure(
  page: Page,
  { output, count }: { readonly output: OutputName; readonly count: number },
): Promise<Typed> {
  let text = "x";
  await page.waitForTimeout(SETTLE_MS);
  const samples: KeySample[] = [];
  let sinceMs = 0;
  for (let index = -WARM_UP; index < count; index += 1) {
    const isBack = Math.abs(index % 2) === 1;
    const digit = String(Math.abs(index >> 1) % 10);
    if (!isBack) text += digit;
    else text = text.slice(0, -1);
    if (index === 0) sinceMs = await page.evaluate(() => performance.now());
    const sample = await key(page, output, isBack ? "Backspace" : digit, `"${text}"`);
    if (sample === null) throw new Error(`The key ${digit} had no visible effect in ${page.url()}.`);
    if (index >= 0) samples.push(sample);
    // Not in step with the frames.
    await page.waitForTimeout(60 + Math.random() * 70);
  }
  await page.waitForTimeout(TAIL_MS);
  return { samples, longest: await page.evaluate((since) => window.bench.longest(since), sinceMs) };
}
