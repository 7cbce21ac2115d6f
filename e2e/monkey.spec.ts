/** A seeded walk over the built page: nothing fails, nothing gets stuck, and the result that is shown always belongs to the text that is shown. */
import type { Page } from "@playwright/test";
import { createRandom } from "../testing/random.ts";
import { PlaygroundPage } from "./playground-page.ts";
import { expect, test } from "./test.ts";

const ACTIONS = Number(process.env["MONKEY_ACTIONS"] ?? 1_500);
const SEED = Number(process.env["MONKEY_SEED"] ?? 20_261_125);
/** After so many actions the page is looked at. */
const ROUND = 100;

const PIECES = [
  "token.",
  "accessToken.plan = ",
  '"gold";',
  "if (event.context.user) {",
  "}",
  "(",
  ")",
  "[1, 2",
  "]",
  "`${",
  "// note\n",
  "/*",
  "*/",
  "const x = 1;\n",
  "await ",
  "throw new Error('no');\n",
  "delete ",
  ".push(1);\n",
  "\n",
  "   ",
  "9007199254740993",
  "@",
  "😀",
];
const KEYS = [
  "Backspace",
  "Backspace",
  "Backspace",
  "Delete",
  "Enter",
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "ControlOrMeta+z",
  "ControlOrMeta+z",
  "ControlOrMeta+Shift+z",
  "ControlOrMeta+Home",
  "ControlOrMeta+End",
];

class Monkey {
  readonly #playground: PlaygroundPage;
  readonly #random: () => number;
  readonly #page: Page;
  /** What was done since the page was last looked at. */
  readonly done: string[] = [];

  constructor(playground: PlaygroundPage, random: () => number) {
    this.#playground = playground;
    this.#page = playground.page;
    this.#random = random;
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }

  async act(): Promise<void> {
    const { keyboard } = this.#page;
    const roll = this.#random();
    if (roll < 0.45) {
      const piece = this.#one(PIECES);
      this.done.push(JSON.stringify(piece));
      await keyboard.insertText(piece);
    } else if (roll < 0.9) {
      const key = this.#one(KEYS);
      this.done.push(key);
      await keyboard.press(key);
    } else if (roll < 0.96) {
      const regions = ["Scenario", "Result", "Run"] as const;
      await this.#tab(this.#one(regions));
    } else if (roll < 0.985) await this.#example();
    else if (roll < 0.99) {
      this.done.push("back");
      // To a place of this page, never out of it.
      await this.#page.evaluate(() => {
        location.hash = "view=diff";
      });
      await this.#page.goBack();
    } else if (roll < 0.995) {
      this.done.push("run");
      await this.#page.getByRole("button", { name: /^(Run|Stop)$/ }).click();
      await this.#caret();
    } else {
      this.done.push("reload");
      await this.#page.reload();
      await this.#playground.editorReady();
      await this.#caret();
    }
  }

  /** Puts the caret into the code. */
  async #caret(): Promise<void> {
    await this.#playground.editor.focus();
  }

  async #tab(region: string): Promise<void> {
    const tabs = this.#page.getByRole("region", { name: region, exact: true }).getByRole("tab");
    const count = await tabs.count();
    const at = Math.floor(this.#random() * count);
    this.done.push(`tab ${at} of ${region}`);
    if (count > 0) {
      await tabs
        .nth(at)
        .click({ timeout: 5_000 })
        .catch(async (error: unknown) => {
          // A result that has come since may have fewer.
          if ((await tabs.count()) > at) throw error;
        });
    }
    await this.#caret();
  }

  async #example(): Promise<void> {
    const at = Math.floor(this.#random() * 29);
    this.done.push(`example ${at}`);
    await this.#page.getByRole("button", { name: /^Examples, now open/ }).click();
    await this.#page.getByRole("listbox").getByRole("option").nth(at).click();
    await this.#caret();
  }
}

/** Longer than the page waits before it shows the failure of half-typed code. */
const QUIET_MS = 700;

/** What the page says of the run, without its times, once it says no more: a result's other views follow its claims. */
async function saidAtLast(page: Page): Promise<string> {
  let before = await said(page);
  for (;;) {
    await page.waitForTimeout(QUIET_MS);
    const now = await said(page);
    if (now === before) return now;
    before = now;
  }
}

async function said(page: Page): Promise<string> {
  const verdict = await page.locator(".run-status__word").innerText();
  const claims = await page.getByRole("region", { name: "Result", exact: true }).evaluate((region) => {
    // Which of its equal lines a diff hides is left to where one has scrolled.
    const diff = region.querySelector<HTMLElement>(".monaco-diff-editor")?.innerText ?? "";
    return (region as HTMLElement).innerText.replace(diff, () => "");
  });
  return `${verdict}\n${claims}`.replace(/[\d.,]+ ?ms/g, "");
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator(".run-status__word")).not.toHaveText(/^(Running|Not run)/, { timeout: 20_000 });
}

// A control that does not come is a failure of that action, not of the whole time.
test.use({ actionTimeout: 20_000 });

test("a walk of many actions leaves nothing broken and nothing stale", async ({ page, complaints }) => {
  test.setTimeout(120_000 + ACTIONS * 400);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  await playground.diagnosed();
  await playground.editor.focus();
  const monkey = new Monkey(playground, createRandom(SEED).fraction);
  for (let count = 1; count <= ACTIONS; count++) {
    await monkey.act();
    if (count % ROUND !== 0) continue;
    const where = `seed ${SEED}, action ${count}: ${monkey.done.join(" ")}`;
    expect(complaints.unexpected(), where).toEqual([]);
    await settled(page);
    const before = await saidAtLast(page);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.waitForTimeout(100);
    await settled(page);
    await expect.poll(() => said(page), { message: where, timeout: 10_000 }).toBe(before);
    await playground.editor.focus();
    monkey.done.length = 0;
  }
});
