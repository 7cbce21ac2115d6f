/** How soon the page answers again after work that nothing inside the sandbox can stop. */
import { openWarm } from "./keys.mjs";
import { spread } from "./statistics.mjs";
import { PLAYGROUND } from "./subjects.mjs";

/** Text that, put in the place of the literal's end, hangs the engine itself; the interrupt handler never gets to run. */
const HANG = '" + new Array(1e9).join("") + "';

/** @returns the head and rows of a table. */
export async function hangs(browser, server, rounds) {
  const found = { during: [], after: [], limit: [] };
  for (let index = 0; index < rounds; index += 1) {
    for (const kind of ["during", "after"]) {
      const { page, close } = await openWarm(browser, server, PLAYGROUND);
      try {
        await page.waitForTimeout(2_500);
        await page.keyboard.insertText(HANG);
        const beganMs = Date.now();
        if (kind === "after") {
          await page
            .getByText(/could not be interrupted/)
            .first()
            .waitFor({ state: "attached", timeout: 10_000 });
          found.limit.push(Date.now() - beganMs);
          await page.waitForTimeout(1_000);
        } else await page.waitForTimeout(300);
        await page.evaluate(() => window.bench.arm("playground", '"x"'));
        await page.keyboard.press("ControlOrMeta+z");
        const { painted } = await page.evaluate(() => window.bench.seen);
        found[kind].push(painted);
      } finally {
        await close();
      }
    }
  }
  const row = (name, values) => [name, spread(values).median, spread(values).p95, values.length];
  return [
    ["", "median", "worst", "times"],
    [
      row("edit while the workflow hangs → painted", found.during),
      row("hang → told", found.limit),
      row("edit after the hang was told → painted", found.after),
    ],
  ];
}
