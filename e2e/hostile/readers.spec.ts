/** Large and hostile texts on the page: they are shown, edited or refused with words, and nothing blocks the page for long. */
import type { Page } from "@playwright/test";
import { SETTINGS } from "./cases/hostile-case.ts";
import { expect, test } from "../test.ts";

const WORKFLOW = `${SETTINGS}\nexport default async function Workflow() {}\n`;

type Parts = { readonly [part: string]: unknown };

async function open(page: Page, parts: Parts, view: Parts = {}): Promise<void> {
  const project = { files: [], tokens: {}, events: {}, env: [], mocks: [], localization: [], ...parts };
  await page.addInitScript(
    (kept) => {
      if (localStorage.length === 0) localStorage.setItem("kinde-workflow-playground/1", kept);
    },
    JSON.stringify({ project, view, example: null }),
  );
  await page.goto("./");
  await page.waitForFunction(() => performance.getEntriesByName("first-result").length > 0);
}

const file = (text: string) => ({ files: [{ name: "Workflow.ts", text }] });

for (const [what, text] of [
  ["escaped slashes", "\\/".repeat(100_000)],
  ["countless statements", "1;".repeat(50_000)],
  ["countless lines", "\n".repeat(500_000)],
] as const)
  test(`a file of ${what} is drawn as text, coloured as far as a screen goes`, async ({ page }) => {
    await open(page, file(text));
    await expect(page.getByRole("region", { name: "Code" }).getByRole("textbox").first()).toBeVisible();
    expect(await page.locator("#root *").count()).toBeLessThan(15_000);
  });

test("a base token of megabytes is edited in parts and refused with words", async ({ playground }) => {
  const { page } = playground;
  const field = page.getByRole("textbox", { name: /base claims as JSON/ });
  await field.focus();
  await page.keyboard.press("ControlOrMeta+a");
  const before = await field.inputValue();
  await field.evaluate((element) => {
    const data = new DataTransfer();
    data.setData("text/plain", `{"list":[${'{"id":1,"name":"a name"},\n'.repeat(100_000)}1]}`);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText(/2,600,012 characters, edited in parts/)).toBeVisible();
  await expect(page.getByText(/At most 1,000,000 are read here/).first()).toBeVisible();
  expect((await field.inputValue()).length).toBeLessThan(50_000);
  await field.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(field).toHaveValue(before);
});

test("more than a text may have is not pasted, and what was there stays", async ({ playground }) => {
  const { page } = playground;
  const field = page.getByRole("textbox", { name: /base claims as JSON/ });
  const before = await field.inputValue();
  await field.evaluate((element) => {
    const data = new DataTransfer();
    data.setData("text/plain", "x".repeat(20_000_000));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText(/^Not pasted: 20,000,000 characters/)).toBeVisible();
  await expect(field).toHaveValue(before);
});

test("of ten thousand mocks and two thousand variables a screenful is drawn, and one that is added is there", async ({
  page,
}) => {
  const mock = { method: "GET", status: 200, answer: "json", body: "{}", latencyMs: 0 };
  const mocks = Array.from({ length: 10_000 }, (_, at) => ({ ...mock, url: `https://api.example.com/${at}` }));
  const env = Array.from({ length: 2_000 }, (_, at) => ({ name: `NAME_${at}`, value: "v", isSecret: false }));
  await open(page, { ...file(WORKFLOW), mocks, env }, { scenarioTab: "mocks" });
  await expect(page.getByRole("group", { name: "Mock 10000" })).toBeVisible();
  expect(await page.getByRole("group", { name: /^Mock / }).count()).toBeLessThan(200);
  await page.getByRole("button", { name: "Add a mock" }).click();
  await expect(page.getByRole("textbox", { name: /^URL of mock 10001;/ })).toBeFocused();
  await page.getByRole("tab", { name: /Environment/ }).click();
  expect(await page.getByRole("group", { name: /^NAME_/ }).count()).toBeLessThan(300);
});

test("of five hundred files some are tabs, all are in a list, and odd names are marked", async ({ page }) => {
  const files = Array.from({ length: 500 }, (_, at) => ({ name: `lib${at}.ts`, text: "" }));
  await open(page, { files: [{ name: "Workflow.ts", text: WORKFLOW }, { name: "a\u202egpj.ts", text: "" }, ...files] });
  const list = page.getByRole("combobox", { name: "All 502 files" });
  await expect(list).toBeVisible();
  await list.selectOption("lib499.ts");
  await expect(page.getByRole("tab", { name: "lib499.ts" })).toHaveAttribute("data-state", "active");
  await list.selectOption({ label: "aU+202Egpj.ts" });
  await expect(page.getByRole("tab", { name: /^a ?U.202E ?gpj/ })).toBeVisible();
  expect(await page.locator("#root").innerText()).not.toContain("\u202e");
});

test("Share looks through a long line for secrets and finds the one in it", async ({ page }) => {
  const secret = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");
  await open(page, file(`${WORKFLOW}// ${"/a-b.c ".repeat(100_000)} "${secret}"`));
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("a Stripe key")).toBeVisible();
});
