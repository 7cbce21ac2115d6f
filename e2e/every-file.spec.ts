/** Each file of the build fails once, and then for ever: the page gives its result or says in words what did not come, and what does not need that file goes on. */
import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { PlaygroundPage } from "./playground-page.ts";
import { expect, test } from "./test.ts";

/** What the document itself names: no code of ours has run when it fails. */
const FIRST_FILES = new Set(
  [
    ...readFileSync(new URL("../dist/index.html", import.meta.url), "utf8").matchAll(/assets\/([^"]+\.(?:js|css))"/g),
  ].map(([, name]) => name),
);
const FILES = readdirSync(new URL("../dist/assets", import.meta.url)).filter((name) => !name.endsWith(".map"));
const WORDS = /did not arrive|did not start|did not answer|could not|was not found|reload/i;

/** Sees `part`, or words for its absence; a way on is taken where there is one. */
async function comes(page: Page, part: ReturnType<Page["locator"]>, mustCome: boolean): Promise<void> {
  const words = page.getByText(WORDS).first();
  const isSoon = await part.waitFor({ timeout: 8_000 }).then(
    () => true,
    () => false,
  );
  if (!isSoon) await expect(part.or(words).first()).toBeVisible({ timeout: 40_000 });
  const again = page.getByRole("button", { name: /^(Try again|Run again)$/ }).first();
  if (!(await part.isVisible()) && (await again.isVisible())) await again.click();
  if (mustCome) await expect(part).toBeVisible({ timeout: 40_000 });
}

async function walk(page: Page, mustCome: boolean): Promise<void> {
  const playground = new PlaygroundPage(page);
  await page.goto("./");
  await comes(page, playground.claims, mustCome);
  if (await page.getByText("The playground is loading").isVisible()) return;
  const share = page.getByRole("button", { name: "Share", exact: true });
  if (!(await share.isVisible())) {
    await expect(page.getByRole("alert").filter({ hasText: WORDS }).first()).toBeVisible();
    return;
  }
  const dialog = page.getByRole("dialog");
  const open = async (name: string | RegExp) => {
    await page.getByRole("button", { name }).click();
    await comes(page, dialog, mustCome);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  };
  await open(/^Share$/);
  await open(/Paste a JWT/);
  const jwt = page.getByRole("tab", { name: "JWT", exact: true });
  // Without an engine there is no result, and no token of it.
  if (!mustCome && (await page.getByRole("button", { name: "Run again" }).isVisible())) return;
  await jwt.click();
  await comes(page, page.getByText(/Protected header/i).first(), mustCome);
}

for (const name of FILES) {
  for (const howOften of ["once", "for ever"] as const) {
    test(`${name} fails ${howOften}`, { tag: "@long" }, async ({ page, complaints }) => {
      complaints.expectToHear(/^Failed to load resource|did not arrive|dynamically imported module|Unable to preload/);
      let failed = 0;
      await page.route(`**/assets/${name}*`, (route) =>
        howOften === "for ever" || failed++ === 0 ? route.abort() : route.continue(),
      );
      if (FIRST_FILES.has(name) && name.endsWith(".css") && howOften === "for ever") {
        // All is there, but nothing is in its place.
        await page.goto("./");
        await expect(page.getByRole("alert").filter({ hasText: "looks did not arrive" })).toBeVisible();
        return;
      }
      if (FIRST_FILES.has(name) && name.endsWith(".js") && !name.startsWith("first-worker")) {
        await page.goto("./");
        // A browser that failed to load it ahead may ask again by itself.
        const isLeft = page.getByText("reload the page");
        await expect(isLeft.or(page.getByRole("list", { name: "Claims" }))).toBeVisible();
        if (howOften === "for ever") {
          await expect(isLeft).toBeVisible();
          return;
        }
      }
      await walk(page, howOften === "once" && /\.(js|wasm)$/.test(name));
      // Monaco asks for its languages by itself, and catches no failure.
      if (complaints.hasHeard(/dynamically imported module/))
        await expect(page.getByRole("alert").filter({ hasText: "did not arrive" }).first()).toBeVisible();
      if (howOften === "for ever" || !name.endsWith(".css")) return;
      const lacking = () =>
        page.evaluate((file) => {
          const links = [...document.querySelectorAll<HTMLLinkElement>(`link[rel="stylesheet"][href*="${file}"]`)];
          const isThere = ({ sheet }: HTMLLinkElement) => {
            try {
              return (sheet?.cssRules.length ?? 0) > 0;
            } catch {
              return false;
            }
          };
          return links.length > 0 && !links.some(isThere);
        }, name);
      await expect.poll(lacking).toBe(false);
    });
  }
}
