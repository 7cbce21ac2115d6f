/** What a person sees first: the default example without a complaint. */
import { expect, test } from "@playwright/test";
import { PlaygroundPage } from "./playground-page.ts";

test("the default example has no problem, no squiggle and no console line", async ({ page }) => {
  const consoleLines: string[] = [];
  page.on("console", (message) => consoleLines.push(message.text()));
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  await expect(playground.claim("companyName", "added")).toBeVisible();
  // Type help marks what it finds once its worker has read the package's types.
  await expect.poll(() => page.workers().length).toBeGreaterThan(2);
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("tab", { name: /^Problems$/ })).toBeVisible();
  await expect(page.getByRole("tab", { name: /^Console$/ })).toBeVisible();
  await expect(page.locator("[class*=squiggly]")).toHaveCount(0);
  expect(consoleLines).toEqual([]);
  expect(playground.errors).toEqual([]);
});
