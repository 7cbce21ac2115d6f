/** `npm run engines -- [--engine=NAME] [--only=TEXT]`: the journeys on the built page in Chromium, Firefox and WebKit, each once. */
import { fileURLToPath } from "node:url";
import { type EngineName, findBrowser } from "../../scripts/browser.ts";
import { type Journey, type Journeys, SESSIONS, type World } from "./journeys.ts";
import { serveBuild, serveStranger } from "./site.ts";
import { type Engine, startPlaywright, type Tab } from "./tab.ts";
import { Visit } from "./visit.ts";
import { startWebKit } from "./webkit-tab.ts";

const NAMES: readonly EngineName[] = ["chromium", "firefox", "webkit"];
const JOURNEY_LIMIT_MS = 120_000;

const noisy = (site: string) => `<!doctype html><meta charset="utf-8"><script src="${site}listen.js"></script>
<meta http-equiv="Content-Security-Policy" content="img-src 'none'"><script>console.error("first noise"); setTimeout(() => { throw new Error("second noise"); }, 0);
Promise.reject(new Error("third noise"));</script><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`;

export async function main(args: readonly string[], root: URL, print: (line: string) => void): Promise<number> {
  const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const chosen = option("engine")?.split(",") ?? NAMES;
  const only = option("only")?.split(",") ?? [""];
  const sessions = [{ "every kind of complaint is heard": hearsAll }, ...SESSIONS].filter((journeys) =>
    Object.keys(journeys).some((title) => only.some((part) => title.includes(part))),
  );
  const unknown = chosen.filter((name) => !NAMES.some((known) => known === name));
  if (unknown.length > 0) {
    print(`There is no engine “${unknown[0]}”: ${NAMES.join(", ")}.`);
    return 1;
  }
  let html = "";
  const stranger = await serveStranger(() => html);
  const counts = { passed: 0, failed: 0, notRun: 0 };
  for (const name of NAMES.filter((known) => chosen.includes(known))) {
    try {
      findBrowser(name);
    } catch (error) {
      print(`not run: ${name}: ${(error as Error).message}`);
      counts.notRun += sessions.reduce((sum, journeys) => sum + Object.keys(journeys).length, 0);
      continue;
    }
    const site = await serveBuild(fileURLToPath(new URL("dist", root)), name === "webkit");
    const world: World = { site, stranger, show: (page) => (html = page) };
    const engine = name === "webkit" ? await startWebKit(site.heard) : await startPlaywright(name);
    try {
      for (const journeys of sessions) {
        await makeAll(engine, world, journeys, (title, startMs, complaint) => {
          const line = `${name}: ${title} (${((Date.now() - startMs) / 1000).toFixed(1)} s)`;
          print(complaint === null ? `ok    ${line}` : `FAILS ${line}\n      ${complaint}`);
          counts[complaint === null ? "passed" : "failed"] += 1;
        });
      }
    } finally {
      await engine.close();
      site.close();
    }
  }
  stranger.close();
  if (counts.notRun > 0) print(`${counts.notRun} not run`);
  print(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

/** The negative control of all journeys. */
async function hearsAll(visit: Visit, { site, stranger, show }: World): Promise<void> {
  show(noisy(site.url));
  await visit.tab.goto(stranger.url);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const heard = visit.tab.complaints().join("\n");
  for (const noise of ["first noise", "second noise", "third noise", "violates"])
    if (!new RegExp(noise, "i").test(heard)) throw new Error(`not heard: ${noise} in ${heard}`);
}

/** The journeys of one session; after one that fails, those that follow it start on a page of their own. */
async function makeAll(
  engine: Engine,
  world: World,
  journeys: Journeys,
  tell: (title: string, startMs: number, complaint: string | null) => void,
): Promise<void> {
  let tab: Tab | null = null;
  let isAnew = false;
  for (const [title, journey] of Object.entries(journeys)) {
    const startMs = Date.now();
    tab ??= await engine.open();
    const visit = new Visit(tab, world.site);
    const complaint = await make(visit, world, async () => {
      if (isAnew) await visit.open();
      await journey(visit, world);
    });
    tell(title, startMs, complaint);
    if (complaint === null) continue;
    await tab.close().catch(() => undefined);
    tab = null;
    isAnew = true;
  }
  await tab?.close().catch(() => undefined);
}

/** @returns what was wrong; null if nothing was. */
async function make(visit: Visit, world: World, journey: Journey): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("it took too long")), JOURNEY_LIMIT_MS);
    });
    await Promise.race([journey(visit, world), late]);
    const complaints = visit.tab.complaints();
    return complaints.length === 0 ? null : complaints.join("\n      ").slice(0, 1_000);
  } catch (error) {
    return [(error as Error).message, ...visit.tab.complaints()].join("\n      ").slice(0, 1_000);
  } finally {
    clearTimeout(timer);
  }
}
