/** Checks loaded files for what is exact only when production's own bundler writes it, or when the engine refuses it. */
import { BundlerNeeded } from "../bundler-needed.ts";
import type { Module } from "../modules/load.ts";
import { positionOfToken } from "../parse/parse.ts";
import { findForBundler } from "./bundler.ts";
import { findUnparsable } from "./engine.ts";

/**
 * @returns what the engine cannot parse, which is harmless where the bundle drops it; null when there is nothing.
 * @throws BundlerNeeded for what the bundler may refuse, or writes in its own way.
 */
export function checkModules(modules: readonly Module[]): BundlerNeeded | null {
  const codeModules = modules.filter((module) => module.kind === "code");
  for (const { parsed, names } of codeModules) {
    const found = findForBundler(parsed, names);
    if (found) throw new BundlerNeeded(found.construct, positionOfToken(parsed, found.tokenIndex));
  }
  for (const { parsed } of codeModules) {
    const [found] = findUnparsable(parsed);
    if (found) return new BundlerNeeded(found.message, positionOfToken(parsed, found.tokenIndex));
  }
  return null;
}
