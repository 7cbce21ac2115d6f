/** Files that fail once or never come, and what is kept in a wrong shape: the page goes on, and says what does not. */
import type { Page } from "@playwright/test";
import { encodeLink } from "../src/share/link.ts";
import { createProject } from "../src/workflow/project.ts";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

// The browser itself says on the console that a file did not come.
test.beforeEach(({ complaints }) => complaints.expectToHear(/^Failed to load resource/));

const KEPT = "kinde-workflow-playground/1";

for (const name of ["quickjs-*.wasm", "first-worker-*.js", "mount-playground-*.js", "MonacoEditor-*.js"]) {
  test(`${name} fails once: the page recovers by itself`, async ({ page }) => {
    let failed = 0;
    await page.route(`**/assets/${name}`, (route) => (failed++ === 0 ? route.abort() : route.continue()));
    await page.goto("./");
    await expect(page.getByRole("list", { name: "Claims" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Examples, now open/ })).toBeVisible();
    await expect.poll(() => failed, { timeout: 30_000 }).toBeGreaterThan(0);
  });
}

test("the part that opens links fails once: the link opens", async ({ page }) => {
  const project = createProject([{ name: "Workflow.ts", text: "// of a stranger" }]);
  let failed = 0;
  await page.route("**/assets/read-link-*.js", (route) => (failed++ === 0 ? route.abort() : route.continue()));
  await page.goto(`./#${encodeLink({ project })}`);
  await expect(page.getByRole("region", { name: "Code" })).toContainText("of a stranger");
  await expect(page.getByRole("button", { name: "Clear everything" })).toBeVisible();
  expect(failed).toBe(2);
});

test("what is long stands there as text at once, with words, before anything has run", async ({ page }) => {
  const release = await hold(page, "first-worker-*.js");
  const project = createProject([{ name: "Workflow.ts", text: "1;".repeat(400_000) }]);
  await page.goto(`./#${encodeLink({ project })}`);
  await expect(page.getByText("its 800,000 characters take a while")).toBeVisible();
  await expect(page.locator(".code-field").first()).toContainText("1;1;1;");
  expect(await page.getByRole("button", { name: "Clear everything" }).count()).toBe(0);
  release();
  await expect(page.getByRole("button", { name: "Clear everything" })).toBeVisible();
});

test("the engine never comes: words, and the interface is there", async ({ page }) => {
  await page.route("**/assets/quickjs-*.wasm*", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByText(/quickjs.* did not arrive/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Clear everything" })).toBeVisible();
  await page.unroute("**/assets/quickjs-*.wasm*");
  await page.getByRole("button", { name: "Run again" }).click();
  await expect(page.getByRole("list", { name: "Claims" })).toBeVisible();
  // It was told once, where the result stands, and all that needed it goes on.
  await expect(page.getByText("A part of the playground failed")).toHaveCount(0);
  const playground = new PlaygroundPage(page);
  await playground.writeCode(workflow("  token.plan = event.context.user.plan;"));
  await playground.tab("Problems");
  await expect(page.getByText("undefined was written to plan").first()).toBeVisible();
});

test("the interface never comes: words and ways on", async ({ page }) => {
  await page.route("**/assets/mount-playground-*.js", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("did not arrive");
  for (const name of WAYS_ON) await expect(page.getByRole("button", { name })).toBeVisible();
});

const WAYS_ON = ["Reload the page", "Start with an example", "Download what was kept", "Clear everything"];

/** What the page waits for so long comes to its end in a second. */
async function hurry(page: Page, waitedMs: number): Promise<void> {
  await page.addInitScript((slowMs) => {
    const wait = setTimeout;
    Object.assign(globalThis, {
      setTimeout: (act: () => void, ms = 0, ...given: unknown[]) => wait(act, ms === slowMs ? 1_000 : ms, ...given),
    });
  }, waitedMs);
}

/** @returns what lets the file through. */
async function hold(page: Page, file: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/assets/${file}`, (route) => held.then(() => route.continue()));
  return release;
}

test("the interface neither comes nor fails: the ways on stand there until it does", async ({ page }) => {
  await hurry(page, 30_000);
  const release = await hold(page, "mount-playground-*.js");
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("Its files have not arrived yet.");
  for (const name of WAYS_ON) await expect(page.getByRole("button", { name })).toBeVisible();
  release();
  await expect(page.getByRole("button", { name: /^Examples, now open/ })).toBeVisible();
  await expect(page.getByText("Its files have not arrived yet.")).toHaveCount(0);
});

test("what draws a failure neither comes nor fails: the interface does not wait for it", async ({ page }) => {
  const project = { files: [{ name: "Workflow.ts", text: "(".repeat(20_000) }] };
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    KEPT,
    JSON.stringify({ project, view: {}, example: null }),
  ] as const);
  const release = await hold(page, "rare-results-*.js");
  await page.goto("./");
  await expect(page.getByRole("button", { name: "Clear everything" })).toBeVisible();
  await expect(page.getByText("stands inside 20,000 brackets").first()).toBeVisible();
  release();
});

test("a browser that forbids its storages has every way on where the page does not open", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    Reflect.deleteProperty(globalThis, "WebAssembly");
  });
  await page.goto("./#wf1.AAAA");
  for (const name of WAYS_ON) await expect(page.getByRole("button", { name })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download what was kept" }).click();
  await download;
  await page.getByRole("button", { name: "Start with an example" }).click();
  await expect.poll(() => page.url()).not.toContain("#wf1");
});

test("a dialog that does not come leaves the result alone and comes with Try again", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.route("**/assets/ShareDialog-*.js", (route) => route.fulfill({ status: 404 }));
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.locator(".part-note")).toContainText("did not arrive");
  await expect(playground.claims).toBeVisible();
  await page.unroute("**/assets/ShareDialog-*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("the full editor, type help or the signer never comes: a line says so, and Try again brings it", async ({
  page,
  complaints,
}) => {
  complaints.expectToHear(/dynamically imported module|Unable to preload/);
  const playground = new PlaygroundPage(page);
  const missing = ["MonacoEditor-*.js", "ts.worker-*.js", "sign-results-*.js"].map((name) => `**/assets/${name}*`);
  for (const file of missing) await page.route(file, (route) => route.abort());
  await playground.open();
  const note = page.locator(".editor-note");
  await expect(note).toContainText("The full editor did not load.");
  await page.unroute(missing[0] as string);
  await note.getByRole("button", { name: "Try again" }).click();
  await playground.editorReady();
  await expect(note).toContainText("Type help did not load.");
  await page.unroute(missing[1] as string);
  await note.getByRole("button", { name: "Try again" }).click();
  await expect(note).toHaveCount(0);
  await playground.tab("JWT");
  const failure = page.getByRole("alert").filter({ hasText: "The token could not be signed" });
  await expect(failure).toContainText("did not arrive");
  await page.unroute(missing[2] as string);
  await failure.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Protected header", { exact: false }).first()).toBeVisible();
});

for (const { what, details, hang } of [
  {
    what: "makes no key",
    details: {},
    hang: async (page: Page) => {
      await page.addInitScript(() => {
        const { subtle } = crypto;
        const { generateKey } = subtle;
        let isFirst = true;
        Object.assign(subtle, {
          generateKey(...given: Parameters<typeof generateKey>) {
            const made = isFirst ? new Promise(() => undefined) : generateKey.apply(subtle, given);
            isFirst = false;
            return made;
          },
        });
      });
      return () => undefined;
    },
  },
  {
    what: "never comes and never fails",
    details: { tag: "@long" },
    hang: (page: Page) => hold(page, "sign-results-*.js"),
  },
])
  test(
    `a signer that ${what}: the full editor comes, the JWT’s place says so, and Try again signs`,
    details,
    async ({ page }) => {
      const release = await hang(page);
      await hurry(page, 10_000);
      const playground = new PlaygroundPage(page);
      await playground.open();
      await playground.editorReady();
      await playground.tab("JWT");
      const failure = page.getByRole("alert").filter({ hasText: "The token could not be signed" });
      await expect(failure).toContainText("The signer has not answered for 10 s.");
      release();
      await failure.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByText("Protected header", { exact: false }).first()).toBeVisible();
      await playground.tab("Claims");
      await expect(playground.claims).toBeVisible();
    },
  );

test("a bundler that never comes ends in words", async ({ page }) => {
  const source = `function d(x: any) { return x }
@d class A {}
export const workflowSettings = { id: "x", trigger: "user:tokens_generation", bindings: {} };
export default async function Workflow() {}`;
  const project = {
    files: [{ name: "Workflow.ts", text: source }],
    tokens: {},
    events: {},
    env: [],
    mocks: [{ bad: 1 }],
  };
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    KEPT,
    JSON.stringify({ project, view: {}, example: null }),
  ] as const);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/esbuild-*.wasm*", async (route) => {
    await held;
    await route.abort();
  });
  await page.goto("./");
  await expect(page.getByText("Running · loading the bundler").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Clear everything" })).toBeVisible();
  release();
  await expect(page.getByText(/esbuild.* did not arrive/).first()).toBeVisible();
});

test("Clear everything in one tab clears the other", async ({ context }) => {
  const [first, second] = [new PlaygroundPage(await context.newPage()), new PlaygroundPage(await context.newPage())];
  await first.open();
  await first.writeCode("export const mine = 1;");
  await expect.poll(() => first.page.evaluate((key) => localStorage.getItem(key), KEPT)).toContain("mine");
  await second.page.goto("./");
  await second.page.getByRole("button", { name: "Clear everything" }).click();
  await second.page.getByRole("alertdialog").getByRole("button", { name: "Clear everything" }).click();
  await expect(first.claims).toBeVisible();
  await expect(second.claims).toBeVisible();
  expect(await first.page.evaluate((key) => localStorage.getItem(key) ?? "", KEPT)).not.toContain("mine");
});

test("work that failed to open twice stands there as plain text, is changed, and opens again", async ({ page }) => {
  const project = { files: [{ name: "Workflow.ts", text: "// mine" }] };
  await page.addInitScript(
    ([key, text]) => {
      localStorage[key] ??= text;
      if (sessionStorage.getItem("works") === null) Reflect.deleteProperty(globalThis, "WebAssembly");
    },
    [KEPT, JSON.stringify({ project, view: {}, example: null })] as const,
  );
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("This browser has no WebAssembly");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("This browser has no WebAssembly");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("plain text, and nothing runs");
  for (const name of ["Start with an example", "Download what was kept", "Clear everything"])
    await expect(page.getByRole("button", { name })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  const field = page.getByRole("textbox", { name: "Workflow.ts" });
  await expect(field).toHaveValue("// mine");
  await field.fill("export const changed = 1;");
  await page.evaluate(() => sessionStorage.setItem("works", "1"));
  await page.getByRole("button", { name: "Try to open it again" }).click();
  await expect(page.getByRole("region", { name: "Code" })).toContainText("changed");
  await expect(page.getByRole("button", { name: "Examples, now open: Your work" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: "Code" })).toContainText("changed");
});
