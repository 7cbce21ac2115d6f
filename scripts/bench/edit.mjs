/** Types into an editor as a person does, and measures each key until its result is painted. */

const SETTLE_MS = 2_000;
/** How long a finger rests on a key. */
const HELD_MS = 60;
/** What a page does after the last key, diagnostics included, may block it as well. */
const TAIL_MS = 500;

/** Puts the cursor before the closing quote of the edited line. */
export async function placeCursor(page, { editor, line, back }) {
  await page.locator(editor).first().click();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let index = 1; index < line; index += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  for (let index = 0; index < back; index += 1) await page.keyboard.press("ArrowLeft");
}

/** One key, from its event to the frame that shows what came of it. Null when nothing came in time. */
export async function key(page, output, name, expected) {
  await page.evaluate(([output, text]) => window.bench.arm(output, text), [output, expected]);
  await page.keyboard.press(name, { delay: HELD_MS });
  return page.evaluate(() =>
    Promise.race([window.bench.seen, new Promise((resolve) => setTimeout(() => resolve(null), 10_000))]),
  );
}

/**
 * Types and takes back one digit at a time, at the pace of a fast typist.
 * @param text what the edited literal says before, and `quote` what encloses it where it is shown.
 * @returns samples of each key, and the longest task and frame of the page meanwhile, in milliseconds.
 */
export async function typeAndMeasure(page, { output, count, quote = '"', text = "x", warmUp = 4 }) {
  await page.waitForTimeout(SETTLE_MS);
  const samples = [];
  let sinceMs = 0;
  for (let index = -warmUp; index < count; index += 1) {
    const isBack = Math.abs(index % 2) === 1;
    const digit = String(Math.abs(index >> 1) % 10);
    if (!isBack) text += digit;
    else text = text.slice(0, -1);
    if (index === 0) sinceMs = await page.evaluate(() => performance.now());
    const sample = await key(page, output, isBack ? "Backspace" : digit, `${quote}${text}${quote}`);
    if (sample === null) throw new Error(`The key ${digit} had no visible effect in ${page.url()}.`);
    if (index >= 0) samples.push(sample);
    // Not in step with the frames.
    await page.waitForTimeout(60 + Math.random() * 70);
  }
  await page.waitForTimeout(TAIL_MS);
  return { samples, longest: await page.evaluate((since) => window.bench.longest(since), sinceMs) };
}
