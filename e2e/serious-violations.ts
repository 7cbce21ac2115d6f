/** What axe finds that stands between a person and the page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] };

/** Of one document, or of what a selector finds in it, in both colour schemes; what stands in its frames is another document. */
export async function seriousViolations(document: Page | Frame, within = "html"): Promise<readonly string[]> {
  const page = "page" in document ? document.page() : document;
  // The page's own CSP forbids injected scripts; evaluating goes past it as a browser extension would.
  await document.evaluate(AXE);
  const found: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violationsNow(document, within)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

/** Nothing moves or fades any more when it is looked at. */
async function violationsNow(document: Page | Frame, within: string): Promise<readonly string[]> {
  await document.evaluate(() =>
    Promise.all(window.document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
  );
  const violations = await document.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: { run(selector: string, options: { readonly iframes: false }): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run(selector, { iframes: false })).violations;
  }, within);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
