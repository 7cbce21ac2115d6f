/** The workers of a page by name: one runs, one stands by, and one bundles once a rare construct has asked for it. */
import type { Page } from "@playwright/test";

export function namesOfWorkers(page: Page): Promise<readonly string[]> {
  return Promise.all(page.workers().map((worker) => worker.evaluate(() => self.name).catch(() => "gone")));
}
