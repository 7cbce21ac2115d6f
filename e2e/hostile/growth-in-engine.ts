/** The growth of the page's readers in a browser that no test drives: the page measures by itself and asks for an address that tells what it found. */
import { type EngineName, openEngine } from "../shipped/open-engine.ts";
import { buildHarness } from "./build-harness.ts";
import { serveFolder } from "./serve.ts";

const STEP = 487;
const LIMIT_MS = 900_000;
const FOUND = "/found?";

/** @returns which readers grow faster than what they read, and with what. @throws when the browser says nothing, or cannot be had. */
export async function growthIn(engine: EngineName): Promise<readonly string[]> {
  const site = await serveFolder(buildHarness());
  const close = openEngine(engine, `${site.url}growth.html?step=${STEP}`);
  try {
    for (const endMs = Date.now() + LIMIT_MS; Date.now() < endMs; await new Promise((done) => setTimeout(done, 500))) {
      const told = site.seen.find((address) => address.startsWith(FOUND));
      if (told !== undefined) return JSON.parse(decodeURIComponent(told.slice(FOUND.length)));
    }
    throw new Error(`${engine} said nothing for ${LIMIT_MS / 1000} s.`);
  } finally {
    close();
    await site.close();
  }
}
