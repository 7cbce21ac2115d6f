/** Embeds in a real Starlight site (`npm run e2e:docs`): three in an MDX page, light and dark, edited, reset, opened with the edit. */
import { expect, type Page, test } from "@playwright/test";
import { PlaygroundPage } from "./playground-page.ts";

const SITE = "http://localhost:4328/";

const embed = (page: Page, index: number) => page.locator("kinde-workflow").nth(index).frameLocator("iframe");

/** Of each embed: the frame, and what stands in it. */
const heights = (page: Page) =>
  Promise.all(
    [0, 1, 2].map(async (index) => ({
      iframe: await page
        .locator("kinde-workflow iframe")
        .nth(index)
        .evaluate((frame) => frame.clientHeight),
      content: await embed(page, index)
        .getByRole("main")
        .evaluate((main) => main.clientHeight),
    })),
  );

for (const colorScheme of ["light", "dark"] as const) {
  test(`three embeds in a page of Starlight, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      type Shift = PerformanceEntry & { readonly sources: readonly { readonly node: Node | null }[] };
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries() as Shift[])
          moved.push(...sources.map(({ node }) => `${node?.nodeName}`));
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(SITE);
    const first = embed(page, 0);
    const claim = first.getByRole("listitem", { name: /^companyName: .*added/ });
    await expect(claim).toContainText("Acme Inc.");
    await expect(first.getByText("imports and settings")).toBeVisible();
    await expect(first.locator(":root")).toHaveAttribute("data-theme", colorScheme);
    await page.locator("kinde-workflow").nth(1).scrollIntoViewIfNeeded();
    await expect(embed(page, 1).getByText("1 added", { exact: true })).toBeVisible();
    await expect(embed(page, 1).getByRole("button", { name: "lib.ts" })).toBeVisible();
    await page.locator("kinde-workflow").nth(2).scrollIntoViewIfNeeded();
    await expect(
      embed(page, 2)
        .getByText(/no plan/)
        .first(),
    ).toBeVisible();
    for (const { iframe, content } of await heights(page)) expect(Math.abs(iframe - content)).toBeLessThan(24);
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).not.toContain("KINDE-WORKFLOW");

    await first.getByRole("button", { name: "Edit" }).click();
    const write = async (value: string) => {
      await first
        .getByRole("textbox", { name: /code editor/ })
        .last()
        .press("ControlOrMeta+a");
      await page.keyboard.insertText(code.replace("Acme Inc.", value));
    };
    const code = await first.locator("textarea.code-field__input").inputValue();
    await write("Edited");
    await expect(claim).toContainText("Edited");
    await first.getByRole("button", { name: "Reset" }).click();
    await expect(claim).toContainText("Acme Inc.");
    await write("Taken along");
    await expect(claim).toContainText("Taken along");
    const [opened] = await Promise.all([
      context.waitForEvent("page"),
      first.getByRole("button", { name: "Open in the playground" }).click(),
    ]);
    await expect(new PlaygroundPage(opened).claim("companyName", "added")).toContainText("Taken along");
    await context.close();
  });
}
