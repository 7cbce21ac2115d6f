/** Takes a picture of every example, view, dialog and failure of the built page, wide and narrow, light and dark: test-results/gallery/index.html shows them all. */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Browser, chromium, type Locator, type Page } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "./browser.ts";

type Name = string | RegExp;
type Act = (page: Page) => unknown;
type Row = readonly [title: string, act: Act, fragment?: string];
type Scene = {
  readonly group: string;
  readonly title: string;
  readonly act: Act;
  readonly fragment: string;
  readonly isAlone: boolean;
};
type Device = { readonly device: string; readonly width: number; readonly height: number };
type Theme = "light" | "dark";

const PORT = Number(process.env.E2E_PORT ?? 4320);
const ADDRESS = `http://localhost:${PORT}/`;
const OUT = "test-results/gallery";
const DEVICES: readonly Device[] = [
  { device: "desktop", width: 1440, height: 900 },
  { device: "phone", width: 390, height: 844 },
];
const THEMES: readonly Theme[] = ["light", "dark"];
/** The editor's own worker, fonts and a dialog's opening have no event to wait for. */
const SETTLES_MS = 700;

const press = (page: Page, name: Name) => page.getByRole("button", { name }).first().click();
const tab = (page: Page, name: Name) => page.getByRole("tab", { name }).first();
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 900;

/** A tab that the narrow page has inside of one of its five views. */
async function show(page: Page, view: Name, part?: Name): Promise<void> {
  if (isPhone(page)) await tab(page, view).click();
  if (part) await tab(page, part).click();
}

async function openExample(page: Page, title: string): Promise<void> {
  await press(page, /^Examples, now open/);
  await page.getByRole("combobox", { name: "Search examples" }).fill(title);
  await page.getByRole("option", { name: title }).first().click();
}

/** Pasted, since the editor indents what is typed. */
async function write(page: Page, textbox: Locator, text: string): Promise<void> {
  await textbox.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press("ControlOrMeta+v");
}

async function writeWorkflow(page: Page, body: string): Promise<void> {
  if (isPhone(page)) await tab(page, "Code").click();
  const code = `import { WorkflowSettings, WorkflowTrigger, accessTokenCustomClaims } from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "gallery",
  trigger: WorkflowTrigger.UserTokenGeneration,
  bindings: { "kinde.accessToken": {} },
};

export default async function Workflow() {
  const token = accessTokenCustomClaims<{ plan: string }>();
${body}
}
`;
  await write(page, page.getByRole("region", { name: "Code" }).getByRole("textbox").first(), code);
}

/** The header's word of the newest run: a picture of a failure must show that failure. */
async function ends(page: Page, word: Name): Promise<void> {
  await page.locator(".run-status__word", { hasText: word }).waitFor({ state: "attached" });
  if (isPhone(page)) await tab(page, "Claims").click();
}

const failing = (body: string, word: Name) => async (page: Page) => {
  await writeWorkflow(page, body);
  await ends(page, word);
};

async function cutToken(page: Page): Promise<void> {
  await show(page, "Scenario", "Base token");
  await write(page, page.getByRole("textbox", { name: /base claims as JSON/ }), '{\n  "sub": "kp_123",\n  "aud": [');
  await ends(page, "Scenario mistake");
}

async function deleteMock(page: Page): Promise<void> {
  await openExample(page, API);
  await show(page, "Scenario", /^Mocks/);
  await press(page, "Delete mock 1");
  await show(page, "Claims");
  await page.getByRole("heading", { name: "A mock is missing" }).first().waitFor();
}

async function staleDiff(page: Page): Promise<void> {
  await failing("  token.plan = ;", "Does not compile")(page);
  await tab(page, "JSON diff").click();
}

/** A view, of an example that has something to see there. */
const view = (example: string, name: Name, part?: Name) => async (page: Page) => {
  await openExample(page, example);
  await show(page, name, part);
};

const PLAIN = "Add a claim to the access token";
const API = "Claims from your own API";

const VIEWS: readonly Row[] = [
  ["Code", view("Share code between files", "Code")],
  ["Base token", view(PLAIN, "Scenario", "Base token")],
  ["Event", view(PLAIN, "Scenario", /^Event/)],
  ["Environment", view("Read environment variables", "Scenario", /^Environment/)],
  ["Mocks", view(API, "Scenario", /^Mocks/)],
  ["Run", view(PLAIN, "Run", "Run")],
  ["Console", view("Read environment variables", "Run", /^Console/)],
  ["Calls", view(API, "Run", /^Calls/)],
  ["Problems", view("Try to set a prohibited claim", "Run", /^Problems/)],
  ["JSON diff", view(PLAIN, "Claims", "JSON diff")],
  ["JWT", view(PLAIN, "JWT", "JWT")],
];

const DIALOGS: readonly Row[] = [
  ["Share", (page) => press(page, "Share")],
  ["Share as an embed", (page) => press(page, "Share").then(() => tab(page, "As an embed").click())],
  ["Download menu", (page) => press(page, "Download")],
  [
    "Download as a Kinde repository",
    (page) => press(page, "Download").then(() => page.getByRole("menuitem", { name: /Kinde repository/ }).click()),
  ],
  ["Paste a JWT", (page) => show(page, "Scenario", "Base token").then(() => press(page, "Paste a JWT"))],
  ["Keyboard shortcuts", (page) => page.keyboard.press("?")],
  ["Theme menu", (page) => press(page, /^Theme/)],
  ["Clear everything", (page) => press(page, "Clear everything")],
  ["Example picker", (page) => press(page, /^Examples, now open/)],
  ["File menu", (page) => show(page, "Code").then(() => press(page, /^Actions for/))],
];

const FAILURES: readonly Row[] = [
  ["Compile error", failing("  token.plan = ;", "Does not compile")],
  [
    "Run failure",
    failing("  const plans: { [name: string]: { code: string } } = {};\n  token.plan = plans.pro.code;", "Failed"),
  ],
  ["Time limit", failing("  for (;;) {}", /time/i)],
  ["Memory", failing("  const kept: unknown[] = [];\n  for (;;) kept.push(new ArrayBuffer(1 << 20));", /memory/i)],
  ["Missing mock", deleteMock],
  ["Unready scenario", cutToken],
  ["Stale result", staleDiff],
  ["Broken link", () => {}, "#wf1.ARtNtqPJ"],
];

/** Those of one page follow each other on it; a failure has a page of its own, so that it shows nothing that another left. */
function scenes(): readonly Scene[] {
  const examples: readonly Row[] = readdirSync("src/examples", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }): { title: string } => JSON.parse(readFileSync(`src/examples/${name}/example.json`, "utf8")))
    .map(({ title }) => [title, view(title, "Claims")]);
  return Object.entries({ Failures: FAILURES, Dialogs: DIALOGS, Examples: examples, Views: VIEWS }).flatMap(
    ([group, rows]) =>
      rows.map(([title, act, fragment = ""]) => ({ group, title, act, fragment, isAlone: group === "Failures" })),
  );
}

const fileName = ({ group, title }: Scene, device: string, theme: Theme) =>
  `${`${group} ${title} ${device} ${theme}`.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.png`;

async function open(browser: Browser, { width, height }: Device, fragment = ""): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height },
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page.setDefaultTimeout(60_000);
  await page.goto(ADDRESS + fragment);
  await page.waitForFunction(() => performance.getEntriesByName("editor-ready").length > 0);
  return page;
}

async function take(page: Page, scene: Scene, device: string): Promise<void> {
  await scene.act(page);
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForTimeout(SETTLES_MS);
    await page.screenshot({ path: `${OUT}/${fileName(scene, device, theme)}` });
  }
  await page.keyboard.press("Escape");
}

async function takeAll(browser: Browser, chosen: readonly Scene[], size: Device): Promise<void> {
  const shared = await open(browser, size);
  for (const scene of chosen) {
    try {
      const page = scene.isAlone ? await open(browser, size, scene.fragment) : shared;
      await take(page, scene, size.device);
      if (scene.isAlone) await page.close();
    } catch (error) {
      process.exitCode = 1;
      console.error(`${scene.group}, ${scene.title}, ${size.device}: ${String(error).split("\n")[0]}`);
    }
  }
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function indexPage(taken: readonly Scene[]): string {
  const groups = [...new Set(taken.map(({ group }) => group))];
  const picture = (scene: Scene, { device, width, height }: Device, theme: Theme) => {
    const file = fileName(scene, device, theme);
    return `<a href="${file}"><img loading="lazy" width="${width}" height="${height}" src="${file}" alt="${device}, ${theme}"></a>`;
  };
  const row = (scene: Scene) => `<h3>${escaped(scene.title)}</h3>
<div>${DEVICES.flatMap((device) => THEMES.map((theme) => picture(scene, device, theme))).join("")}</div>`;
  const sections = groups.map((group) => {
    const rows = taken.filter((scene) => scene.group === group).map(row);
    return `<h2 id="${group}">${group}</h2>\n${rows.join("\n")}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery</title>
<style>
body { margin: 24px; background: #888; color: #000; font: 14px system-ui }
div { display: grid; grid-template-columns: 1440fr 1440fr 390fr 390fr; gap: 8px }
img { display: block; width: 100%; height: auto }
nav { position: sticky; top: 0; background: #888 }
h2 { margin: 48px 0 0 } h3 { margin: 24px 0 8px }
a { color: inherit }
</style>
<nav>${groups.map((group) => `<a href="#${group}">${group}</a>`).join(" · ")}</nav>
${sections.join("\n")}
</html>
`;
}

/** `npm run gallery -- WORD` takes only the scenes that have the word. */
const word = (process.argv[2] ?? "").toLowerCase();
const chosen = scenes().filter(({ group, title }) => `${group} ${title}`.toLowerCase().includes(word));
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const server = spawn("npx", ["vite", "preview", "--port", String(PORT), "--strictPort"], {
  stdio: ["ignore", "pipe", "ignore"],
  detached: true,
});
await new Promise<unknown>((resolve, reject) => {
  server.stdout.once("data", resolve);
  server.once("exit", () => reject(new Error(`Nothing could be served at ${ADDRESS}: build first, or set E2E_PORT.`)));
});
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGUMENTS] });
try {
  for (const size of DEVICES) await takeAll(browser, chosen, size);
  writeFileSync(`${OUT}/index.html`, indexPage(chosen));
  console.log(`${OUT}/index.html`);
} finally {
  await browser.close();
  if (server.pid !== undefined) process.kill(-server.pid);
}
