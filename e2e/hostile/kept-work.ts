/** Opens the page with work kept from an earlier visit. */
import type { Page } from "@playwright/test";

export type KeptParts = { readonly [part: string]: unknown };

/** @param kept the whole of what is kept, as text. */
export async function openKept(page: Page, kept: string): Promise<void> {
  await page.addInitScript((text) => {
    if (localStorage.length === 0) localStorage.setItem("kinde-workflow-playground/1", text);
  }, kept);
  await page.goto("./");
  await firstResult(page);
}

export function keptProject(parts: KeptParts, view: KeptParts = {}): string {
  const project = { files: [], tokens: {}, events: {}, env: [], mocks: [], localization: [], ...parts };
  return JSON.stringify({ project, view, example: null });
}

export const keptFile = (text: string): string => keptProject({ files: [{ name: "Workflow.ts", text }] });

/** When the first result, or words in its place, stood on the page, in milliseconds of the clock from its beginning. */
export async function firstResult(page: Page): Promise<number> {
  const mark = await page.waitForFunction(() => performance.getEntriesByName("first-result")[0]?.startTime);
  return (await mark.jsonValue()) as number;
}
