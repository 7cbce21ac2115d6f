/** Types of browser.mjs. */
export type EngineName = "chromium" | "firefox" | "webkit";
export function findBrowser(engine?: EngineName | "whole-chromium"): string;
export function which(name: string): string | null;
export const BROWSER_ARGUMENTS: readonly string[];
