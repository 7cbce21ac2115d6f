/** Editing in an embed: in the plain editor at first, then in Monaco. */
import type { Page } from "@playwright/test";
import { claim, editorOf, embed, heightOf, monacoReady, opened, serveDocs, write } from "./embed-pages.ts";
import { workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

let server: Awaited<ReturnType<typeof serveDocs>>;
let docs: string;

test.beforeAll(async ({ baseURL }) => {
  server = await serveDocs(baseURL ?? "");
  docs = server.address;
});

test.afterAll(() => server.close());

const MONACO_FILE = /monaco|\.worker-/i;

/** Monaco's files that the page and its frames have asked for. */
function monacoFiles(page: Page): readonly string[] {
  const files: string[] = [];
  page.on("request", (request) => {
    if (MONACO_FILE.test(request.url())) files.push(request.url());
  });
  return files;
}

test("a reader edits, resets, and opens the playground with the edit", async ({ page, context }) => {
  await page.goto(docs);
  const first = embed(page, "first");
  await expect(claim(first, "companyName", "added")).toContainText("Acme");
  await first.getByRole("button", { name: "Edit" }).click();
  await write(first, workflow(`  token.companyName = "Edited";`));
  await expect(claim(first, "companyName", "added")).toContainText("Edited");
  await first.getByRole("button", { name: "Reset" }).click();
  await expect(claim(first, "companyName", "added")).toContainText("Acme");
  await expect(first.getByRole("button", { name: "Reset" })).toHaveCount(0);
  await write(first, workflow(`  token.companyName = "Taken along";`));
  await expect(claim(first, "companyName", "added")).toContainText("Taken along");
  const playground = await opened(context, () => first.getByRole("button", { name: "Open in the playground" }).click());
  await expect(playground.claim("companyName", "added")).toContainText("Taken along");
  await expect(playground.page.getByText("Opened from a link.")).toBeVisible();
});

test("Monaco loads once a reader edits, takes over text, caret and height, and brings the checker into the sandboxed frame", async ({
  page,
}) => {
  const files = monacoFiles(page);
  await page.goto(docs);
  const first = embed(page, "first");
  await expect(claim(first, "companyName", "added")).toContainText("Acme");
  await page.waitForTimeout(1_000);
  expect(files).toEqual([]);

  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/MonacoEditor/, async (route) => {
    await held;
    await route.continue();
  });
  await first.getByRole("button", { name: "Edit" }).click();
  await write(first, workflow(`  token.companyName = "Plain";`));
  await expect(claim(first, "companyName", "added")).toContainText("Plain");
  await editorOf(first).press("ArrowUp");
  await editorOf(first).press("ArrowUp");
  await editorOf(first).press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  const code = first.getByRole("region", { name: "Code" });
  const height = await heightOf(code);
  letThrough();
  await monacoReady(first);
  expect(files).not.toEqual([]);
  await expect(first.locator("textarea.code-field__input")).toHaveCount(0);
  expect(await heightOf(code)).toBe(height);
  await page.keyboard.type(" and Monaco");
  await expect(claim(first, "companyName", "added")).toContainText("Plain and Monaco");

  // Only the type checker knows this, so its worker runs.
  await page.keyboard.press("End");
  await page.keyboard.insertText("\n  const wrong: number = 'text'; token.wrong = wrong;");
  await expect(claim(first, "wrong", "added")).toContainText("text");
  await expect(first.locator(".squiggly-error")).not.toHaveCount(0, { timeout: 45_000 });

  await first.getByRole("button", { name: "Reset" }).click();
  await expect(claim(first, "companyName", "added")).toContainText("Acme");
  await expect(code).toContainText("Acme");
  await first.getByRole("button", { name: "Done" }).click();
  await expect(editorOf(first)).toHaveCount(0);
  await first.getByRole("button", { name: "Edit" }).click();
  await write(first, workflow(`  token.companyName = "Again";`));
  await expect(claim(first, "companyName", "added")).toContainText("Again");
});

test("an embed that is a text field from the start loads Monaco at the first touch, with the lines' own numbers", async ({
  page,
}) => {
  const files = monacoFiles(page);
  await page.goto(`${docs}editable`);
  const first = embed(page, "first");
  await expect(editorOf(first)).toHaveValue(/token\.first/);
  await expect(first.locator(".code-field__gutter")).toContainText("40");
  await page.waitForTimeout(1_000);
  expect(files).toEqual([]);
  await editorOf(first).click();
  await monacoReady(first);
  await expect(first.locator(".line-numbers").getByText("40", { exact: true })).toBeVisible();
  await write(first, workflow(`  token.second = 2;`));
  await expect(first.getByText("1 added", { exact: true })).toBeVisible();
  await first.getByRole("button", { name: "Show the claims" }).click();
  await expect(claim(first, "second", "added")).toBeVisible();
});

test("where Monaco or its workers do not load, the reader still edits", async ({ page, complaints }) => {
  complaints.expectToHear(/^Failed to load resource/);
  const thrown: string[] = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  await page.route(/\.worker-/, (route) => route.abort());
  await page.goto(docs);
  const first = embed(page, "first");
  await first.getByRole("button", { name: "Edit" }).click();
  await monacoReady(first);
  await write(first, workflow(`  token.alone = 1;`));
  await expect(claim(first, "alone", "added")).toBeVisible();

  await page.route(/MonacoEditor/, (route) => route.abort());
  await page.reload();
  const failed = page.waitForEvent("requestfailed");
  await first.getByRole("button", { name: "Edit" }).click();
  await failed;
  await write(first, workflow(`  token.plain = 1;`));
  await expect(claim(first, "plain", "added")).toBeVisible();
  await expect(first.locator("textarea.code-field__input")).toBeVisible();
  expect(thrown).toEqual([]);
});
