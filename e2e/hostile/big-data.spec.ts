/** More than anybody has: each is used or refused with words, nothing of it is lost, and no task of the page lasts. */
import type { Browser, Locator, Page } from "@playwright/test";
import { SETTINGS } from "./cases/hostile-case.ts";
import { PlaygroundPage } from "../playground-page.ts";
import { expect, test } from "../test.ts";
import { type KeptParts, keptProject, openKept } from "./kept-work.ts";
import { longest, workOf } from "./page-work.ts";

const WORKFLOW = `${SETTINGS}\nexport default async function Workflow() { kinde.accessToken.setCustomClaim("ok", 1); }\n`;
const FILES = [{ name: "Workflow.ts", text: WORKFLOW }];

/** In milliseconds of the processor, in one task. */
const MOST_MS = 200;

async function quiet(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<void> {
  expect(longest(await workOf(browser, page, act)), "ms of the processor in one task").toBeLessThan(MOST_MS);
}

async function opened(page: Page, parts: KeptParts, view: KeptParts = {}): Promise<PlaygroundPage> {
  await openKept(page, keptProject({ files: FILES, ...parts }, view));
  const playground = new PlaygroundPage(page);
  await playground.editorReady();
  return playground;
}

type Text = { readonly start?: string; readonly unit: string; readonly times: number; readonly end?: string };

/** Made in the page: to hand it over would be work of the page too. */
async function paste(field: Locator, text: Text): Promise<void> {
  await field.focus();
  await field.page().keyboard.press("ControlOrMeta+a");
  await field.evaluate((element, { start = "", unit, times, end = "" }) => {
    const data = new DataTransfer();
    data.setData("text/plain", start + unit.repeat(times) + end);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

const json = (characters: number): Text => ({
  start: '{"list":[',
  unit: '{"id":1,"name":"a name"},\n',
  times: Math.ceil(characters / 26),
  end: "1]}",
});

test("more than 3 MB pasted under Base tokens are not taken, with words", async ({ page, browser }) => {
  const playground = await opened(page, {});
  const field = page.getByRole("textbox", { name: /base claims as JSON/ });
  const before = await field.inputValue();
  await quiet(browser, page, async () => {
    await paste(field, json(3_100_000));
    await expect(page.getByText(/^Not pasted: 3,100,0\d\d characters/)).toBeVisible();
  });
  await expect(field).toHaveValue(before);
  await expect(playground.claim("ok", "added")).toBeVisible();
});

for (const [part, field] of [
  ["Base tokens", /base claims as JSON/],
  ["Event", /^Event .*as JSON|event.*JSON/i],
] as const)
  test(`nearly 3 MB pasted under ${part} are refused with words, kept, and taken back`, async ({ page, browser }) => {
    const playground = await opened(page, {});
    await playground.tab(part);
    const text = page.getByRole("textbox", { name: field }).first();
    const before = await text.inputValue();
    await quiet(browser, page, async () => {
      await paste(text, json(2_990_000));
      await expect(page.getByText(/At most 1,000,000 are read here/).first()).toBeVisible();
      await expect(page.getByText(/2,990,0\d\d characters, edited in parts/)).toBeVisible();
      await page.waitForTimeout(1_000);
    });
    await text.focus();
    await quiet(browser, page, async () => {
      await page.keyboard.press("ControlOrMeta+z");
      await expect(text).toHaveValue(before);
    });
    await expect(playground.claim("ok", "added")).toBeVisible();
  });

test("a base token of 900 KB is used, and edited in its part", async ({ page, browser }) => {
  const playground = await opened(page, {});
  await playground.tab("Base tokens");
  const field = page.getByRole("textbox", { name: /base claims as JSON/ });
  const unchanged = page.getByRole("button", { name: /unchanged claims/ });
  await quiet(browser, page, async () => {
    await paste(field, { ...json(936_000), start: '{"sub":"kp_1","list":[' });
    await expect(unchanged).toContainText("2 unchanged", { timeout: 60_000 });
  });
  await field.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await quiet(browser, page, async () => {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.insertText('"typed":true,');
    await expect(unchanged).toContainText("3 unchanged", { timeout: 60_000 });
  });
});

for (const count of [500, 900])
  test(`${count} files: one among them is opened, changed and kept`, async ({ page, browser }) => {
    const more = Array.from({ length: count }, (_, at) => ({ name: `lib${at}.ts`, text: `export const n = ${at};\n` }));
    await quiet(browser, page, async () => {
      const playground = await opened(page, { files: [...FILES, ...more] });
      await expect(playground.claim("ok", "added")).toBeVisible({ timeout: 60_000 });
    });
    const last = `lib${count - 1}.ts`;
    await quiet(browser, page, async () => {
      await page.getByRole("combobox", { name: `All ${count + 1} files` }).selectOption(last);
      await expect(page.getByRole("tab", { name: last })).toHaveAttribute("data-state", "active");
      await page.waitForTimeout(500);
      await page.keyboard.press("Escape");
    });
    await page.reload();
    await expect(page.getByRole("combobox", { name: `All ${count + 1} files` })).toBeVisible();
  });

test("2,000 variables and 10,000 mocks: they answer, one is added, none is lost", async ({ page, browser }) => {
  const mock = { method: "GET", status: 200, answer: "json", body: '{"n":1}', latencyMs: 0 };
  const mocks = Array.from({ length: 10_000 }, (_, at) => ({ ...mock, url: `https://api.example.com/{part}/${at}` }));
  const env = Array.from({ length: 2_000 }, (_, at) => ({
    name: `NAME_${at}`,
    value: `v${at}`,
    isSecret: at % 2 === 1,
  }));
  const body = `const { data } = await kinde.fetch("https://api.example.com/x/9999", { method: "GET" });
  kinde.accessToken.setCustomClaim("ok", [data, getEnvironmentVariable("NAME_1998")?.value]);`;
  const files = [
    {
      name: "Workflow.ts",
      text: `import { getEnvironmentVariable } from "@kinde/infrastructure";\n${WORKFLOW.replace(/kinde\.accessToken.*;/, body)}`,
    },
  ];
  await quiet(browser, page, async () => {
    const playground = await opened(page, { files, mocks, env }, { scenarioTab: "mocks" });
    await expect(playground.claim("ok", "added")).toBeVisible({ timeout: 60_000 });
  });
  await quiet(browser, page, async () => {
    await page.getByRole("button", { name: "Add a mock" }).click();
    await page.getByRole("textbox", { name: /^URL of mock 10001;/ }).fill("https://api.example.com/added");
    await page.waitForTimeout(1_000);
  });
  await quiet(browser, page, async () => {
    await page.getByRole("tab", { name: /Environment/ }).click();
    await expect(page.getByRole("group", { name: /^NAME_/ }).first()).toBeVisible();
    await page.waitForTimeout(500);
  });
  const kept = await page.evaluate(() => localStorage.getItem("kinde-workflow-playground/1") ?? "");
  expect(kept).toContain("https://api.example.com/added");
  expect(kept).toContain("https://api.example.com/{part}/9999");
  expect(kept).not.toContain('"v1"');
});

test("20 MB pasted into the code are refused with words; 1.9 MB are taken, and one step brings back what was there", async ({
  page,
  browser,
}) => {
  const playground = await opened(page, {});
  await quiet(browser, page, async () => {
    await paste(playground.editor, { unit: "const a = 1;\n", times: 1_540_000 });
    await expect(page.getByText(/^Not pasted: 20,020,000 characters/)).toBeVisible();
    await page.waitForTimeout(1_000);
  });
  await expect(playground.claim("ok", "added")).toBeVisible();
  await quiet(browser, page, async () => {
    await paste(playground.editor, { unit: "const a = 1;\n", times: 146_000 });
    await expect(
      page.getByText(/The files have 1,898,\d\d\d characters, more than the 1,000,000/).first(),
    ).toBeVisible();
    await page.waitForTimeout(1_000);
  });
  await playground.editor.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(playground.claim("ok", "added")).toBeVisible();
});
