/** Types of browser.mjs. */
export function findBrowser(): string;
export const BROWSER_ARGUMENTS: readonly string[];
