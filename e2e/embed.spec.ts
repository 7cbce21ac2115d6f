/** Embeds in a documentation page of another origin: alive near the window, edited in Monaco, reset, opened with the edit, and quiet about secrets. */
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, FrameLocator, Locator, Page } from "@playwright/test";
import { findBrowser } from "../scripts/browser.ts";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const block = (code: string) => `<pre><code>${escaped(code)}</code></pre>`;
const CANARY = "canary-f3a9c17e5b";

const docsPage = (site: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Docs</title>
<style>
  body { background: #fff; color: #111; font: 16px/1.5 sans-serif; margin: 24px auto; max-width: 960px; }
  :root[data-theme="dark"] body { background: #111; color: #eee; }
</style>
<script src="${site}embed.js"></script>
<script>
  window.messages = [];
  addEventListener("message", (event) => messages.push(event.data));
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
</script></head><body>
<h1>Workflows</h1>
${body}</body></html>`;

const three = `<kinde-workflow id="first" title="Add a claim" expect="companyName added; sub rejected">${block(
  workflow(`  token.companyName = "Acme";\n  token.sub = "me";`),
)}</kinde-workflow>
<p>Between.</p>
<kinde-workflow id="second" view="code" readonly scenario='{"env":{"KEY":"${CANARY}"}}'>${block(
  workflow(`  token.key = getEnvironmentVariable("KEY").value;`, {
    bindings: ', "kinde.env": {}',
    imports: ", getEnvironmentVariable",
  }),
)}</kinde-workflow>
<div style="height: 3000px"></div>
<kinde-workflow id="third" view="jwt" token="idToken">${block(workflow(`  token.house = "Stark";`, { token: "idToken" }))}</kinde-workflow>
<p id="end">The end.</p>
`;

const ten = Array.from({ length: 10 }, (_, index) => {
  const body = `  token.companyName = "Acme ${index}";\n  token.sub = "me";\n`.repeat((index % 3) + 1);
  const view = ["split", "code", "diff", "jwt"][index % 4];
  return `<h2>Example ${index}</h2><p>What it does.</p><kinde-workflow view="${view}">${block(workflow(body))}</kinde-workflow>`;
}).join("\n");

const folded = `<kinde-workflow view="code"><pre><code>// #region hidden imports and settings
${escaped(workflow(`  token.plan = plan("pro");`).replace("export default", '// #endregion\nimport { plan } from "./lib";\nexport default'))}</code></pre>
<pre data-file="lib.ts"><code>${"// a line\n".repeat(30)}export const plan = (name: string) =&gt; name.toUpperCase();
</code></pre></kinde-workflow><p>After.</p>`;

const editable = `<kinde-workflow id="first" view="code" editable start-line="40">${block(workflow(`  token.first = 1;`))}</kinde-workflow>`;

const mistaken = `<kinde-workflow id="first" expects="a" view="table" expect="plan added">
<script>document.currentScript.remove()</script>${block(workflow(`  token.plan = "pro";`))}</kinde-workflow>
<script>window.before = document.querySelector("#first").outerHTML;</script>`;

const PAGES: { readonly [path: string]: string } = {
  "/": three,
  "/ten": ten,
  "/folded": folded,
  "/editable": editable,
  "/mistaken": mistaken,
};

let server: Server;
let docs: string;

test.beforeAll(async ({ baseURL }) => {
  server = createServer(({ url }, response) => {
    response.setHeader("content-type", "text/html").end(docsPage(baseURL ?? "", PAGES[url ?? ""] ?? ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  docs = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => server.close());

type Told = { readonly type: string; readonly [name: string]: unknown };

const told = (page: Page): Promise<readonly Told[]> =>
  page.evaluate(() => (window as unknown as { messages: Told[] }).messages);
const embed = (page: Page, id: string): FrameLocator => page.frameLocator(`#${id} iframe`);
const claim = (frame: FrameLocator, name: string, state: string) =>
  frame.getByRole("listitem", { name: new RegExp(`^${name}: .*${state}`) });

/** The plain editor stands after Monaco in the document for as long as both are there. */
const editorOf = (frame: FrameLocator) => frame.getByRole("textbox", { name: /code editor/ }).last();

/** Replaces the code of an embed that is edited, in whichever editor has the focus by then. */
async function write(frame: FrameLocator, text: string): Promise<void> {
  const editor = editorOf(frame);
  await editor.press("ControlOrMeta+a");
  await editor.page().keyboard.insertText(text);
}

const MONACO_FILE = /monaco|\.worker-/i;

/** Monaco's files that the page and its frames have asked for. */
function monacoFiles(page: Page): readonly string[] {
  const files: string[] = [];
  page.on("request", (request) => {
    if (MONACO_FILE.test(request.url())) files.push(request.url());
  });
  return files;
}

const monacoReady = (frame: FrameLocator) =>
  expect
    .poll(() => frame.locator(":root").evaluate(() => performance.getEntriesByName("editor-ready").length), {
      timeout: 45_000,
    })
    .toBeGreaterThan(0);

async function opened(context: BrowserContext, click: () => Promise<void>): Promise<PlaygroundPage> {
  const [page] = await Promise.all([context.waitForEvent("page"), click()]);
  return new PlaygroundPage(page);
}

test("without JavaScript the reader sees the code", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(docs);
  await expect(page.getByText('token.companyName = "Acme";')).toBeVisible();
  await context.close();
});

test("three embeds come alive as they come near, and nothing moves", async ({ page }) => {
  await page.goto(docs);
  await expect(claim(embed(page, "first"), "companyName", "added")).toBeVisible();
  await expect(claim(embed(page, "first"), "sub", "rejected")).toBeVisible();
  await expect(embed(page, "second").getByText("1 added", { exact: true })).toBeVisible();
  await expect(page.locator("#third iframe")).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.01);
  expect(await page.locator("#first iframe").getAttribute("sandbox")).toBe("allow-scripts");

  await page.locator("#end").scrollIntoViewIfNeeded();
  await expect(embed(page, "third").getByText(/Protected header/)).toBeVisible();
});

test("what is inside the element stays as the page made it; its mistakes are told, its theme follows, its methods work", async ({
  page,
}) => {
  const warnings: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "warning") warnings.push(message.text());
  });
  await page.goto(`${docs}mistaken`);
  const frame = embed(page, "first");
  await expect(claim(frame, "plan", "added")).toBeVisible();
  const outside = await page.evaluate(() => [
    (window as unknown as { before: string }).before,
    document.querySelector("#first")?.outerHTML,
  ]);
  expect(outside[1]).toBe(outside[0]);
  // This page's host is the author's own machine.
  await expect(frame.getByText("has no attribute expects. Did you mean expect?")).toBeVisible();
  await expect.poll(() => warnings.join("\n")).toContain("has no attribute expects. Did you mean expect?");
  expect(warnings.join("\n")).toContain('view="table" means nothing');

  await page.evaluate(() => {
    document.body.style.transition = "color 300ms";
    document.body.setAttribute("data-bs-theme", "dark");
    document.body.style.color = "#eee";
  });
  await expect(frame.locator(":root")).toHaveAttribute("data-theme", "dark");

  type Element = HTMLElement & { files: readonly { name: string; text: string }[]; reset(): void };
  await page.locator("#first").evaluate((element) => {
    const example = element as Element;
    example.files = example.files.map(({ name, text }) => ({ name, text: text.replace("pro", "gold") }));
  });
  await expect(claim(frame, "plan", "added")).toContainText("gold");
  await frame.getByRole("button", { name: "Edit" }).click();
  await page.keyboard.type("// typed at once\n");
  await expect(editorOf(frame)).toBeFocused();
  await expect
    .poll(() => page.locator("#first").evaluate((element) => (element as Element).files[0]?.text ?? ""))
    .toContain("// typed at once");
  await page.locator("#first").evaluate((element) => (element as Element).reset());
  await expect(claim(frame, "plan", "added")).toContainText("pro");
});

for (const width of [360, 1280]) {
  const options = width === 360 ? {} : { tag: "@long" };
  test(`ten embeds come alive while one scrolls, and nothing moves, ${width} px wide`, options, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${docs}ten`);
    const frames = page.locator("kinde-workflow iframe");
    await expect(frames.first()).toBeVisible();
    expect(await frames.count()).toBeLessThan(10);
    await page.mouse.move(width / 2, 400);
    for (let index = 0; index < 10; index += 1) {
      const element = page.locator("kinde-workflow").nth(index);
      while (!(await element.evaluate((each) => each.getBoundingClientRect().top < innerHeight / 2))) {
        await page.mouse.wheel(0, 200);
        await page.waitForTimeout(50);
      }
      await expect(
        element
          .frameLocator("iframe")
          .getByText(/^1 added/)
          .first(),
      ).toBeVisible();
    }
    await expect(frames).toHaveCount(10);
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.001);
  });
}

const heightOf = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().height);

test("folded lines and further files leave no gap below an embed", async ({ page }) => {
  await page.goto(`${docs}folded`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("button", { name: "lib.ts" })).toBeVisible();
  await expect(frame.getByText("1 added", { exact: true })).toBeVisible();
  const gap = (await heightOf(page.locator("kinde-workflow"))) - (await heightOf(frame.getByRole("main")));
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(24);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.001);
});

test("an embed that needs more room than was kept for it shows that there is more, and takes it at the first touch", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto(docs);
  const first = embed(page, "first");
  await expect(claim(first, "sub", "rejected")).toBeVisible();
  const content = first.getByRole("main");
  const frame = page.locator("#first iframe");
  await expect.poll(() => heightOf(content)).toBeGreaterThan(await heightOf(frame));
  await expect(first.locator(":root")).toHaveClass(/is-cut/);
  await content.click({ position: { x: 100, y: 200 } });
  await expect.poll(async () => (await heightOf(frame)) - (await heightOf(content))).toBe(0);
  await expect(first.locator(":root")).not.toHaveClass(/is-cut/);
});

test("a reader edits, resets, and opens the playground with the edit", async ({ page, context }) => {
  await page.goto(docs);
  const first = embed(page, "first");
  await expect(claim(first, "companyName", "added")).toContainText("Acme");
  await first.getByRole("button", { name: "Edit" }).click();
  await write(first, workflow(`  token.companyName = "Edited";`));
  await expect(claim(first, "companyName", "added")).toContainText("Edited");
  await first.getByRole("button", { name: "Reset" }).click();
  await expect(claim(first, "companyName", "added")).toContainText("Acme");
  await expect(first.getByRole("button", { name: "Reset" })).toHaveCount(0);
  await write(first, workflow(`  token.companyName = "Taken along";`));
  await expect(claim(first, "companyName", "added")).toContainText("Taken along");
  const playground = await opened(context, () => first.getByRole("button", { name: "Open in the playground" }).click());
  await expect(playground.claim("companyName", "added")).toContainText("Taken along");
  await expect(playground.page.getByText("Opened from a link.")).toBeVisible();
});

test("Monaco loads once a reader edits, takes over text, caret and height, and brings the checker into the sandboxed frame", async ({
  page,
}) => {
  const files = monacoFiles(page);
  await page.goto(docs);
  const first = embed(page, "first");
  await expect(claim(first, "companyName", "added")).toContainText("Acme");
  await page.waitForTimeout(1_000);
  expect(files).toEqual([]);

  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/MonacoEditor/, async (route) => {
    await held;
    await route.continue();
  });
  await first.getByRole("button", { name: "Edit" }).click();
  await write(first, workflow(`  token.companyName = "Plain";`));
  await expect(claim(first, "companyName", "added")).toContainText("Plain");
  await editorOf(first).press("ArrowUp");
  await editorOf(first).press("ArrowUp");
  await editorOf(first).press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  const code = first.getByRole("region", { name: "Code" });
  const height = await heightOf(code);
  letThrough();
  await monacoReady(first);
  expect(files).not.toEqual([]);
  await expect(first.locator("textarea.code-field__input")).toHaveCount(0);
  expect(await heightOf(code)).toBe(height);
  await page.keyboard.type(" and Monaco");
  await expect(claim(first, "companyName", "added")).toContainText("Plain and Monaco");

  // Only the type checker knows this, so its worker runs.
  await page.keyboard.press("End");
  await page.keyboard.insertText("\n  const wrong: number = 'text'; token.wrong = wrong;");
  await expect(claim(first, "wrong", "added")).toContainText("text");
  await expect(first.locator(".squiggly-error")).not.toHaveCount(0, { timeout: 45_000 });

  await first.getByRole("button", { name: "Reset" }).click();
  await expect(claim(first, "companyName", "added")).toContainText("Acme");
  await expect(code).toContainText("Acme");
  await first.getByRole("button", { name: "Done" }).click();
  await expect(editorOf(first)).toHaveCount(0);
  await first.getByRole("button", { name: "Edit" }).click();
  await write(first, workflow(`  token.companyName = "Again";`));
  await expect(claim(first, "companyName", "added")).toContainText("Again");
});

test("an embed that is a text field from the start loads Monaco at the first touch, with the lines' own numbers", async ({
  page,
}) => {
  const files = monacoFiles(page);
  await page.goto(`${docs}editable`);
  const first = embed(page, "first");
  await expect(editorOf(first)).toHaveValue(/token\.first/);
  await expect(first.locator(".code-field__gutter")).toContainText("40");
  await page.waitForTimeout(1_000);
  expect(files).toEqual([]);
  await editorOf(first).click();
  await monacoReady(first);
  await expect(first.locator(".line-numbers").getByText("40", { exact: true })).toBeVisible();
  await write(first, workflow(`  token.second = 2;`));
  await expect(first.getByText("1 added", { exact: true })).toBeVisible();
  await first.getByRole("button", { name: "Show the claims" }).click();
  await expect(claim(first, "second", "added")).toBeVisible();
});

test("where Monaco or its workers do not load, the reader still edits", async ({ page, complaints }) => {
  complaints.expectToHear(/^Failed to load resource/);
  const thrown: string[] = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  await page.route(/\.worker-/, (route) => route.abort());
  await page.goto(docs);
  const first = embed(page, "first");
  await first.getByRole("button", { name: "Edit" }).click();
  await monacoReady(first);
  await write(first, workflow(`  token.alone = 1;`));
  await expect(claim(first, "alone", "added")).toBeVisible();

  await page.route(/MonacoEditor/, (route) => route.abort());
  await page.reload();
  const failed = page.waitForEvent("requestfailed");
  await first.getByRole("button", { name: "Edit" }).click();
  await failed;
  await write(first, workflow(`  token.plain = 1;`));
  await expect(claim(first, "plain", "added")).toBeVisible();
  await expect(first.locator("textarea.code-field__input")).toBeVisible();
  expect(thrown).toEqual([]);
});

test("a loop without end in an embed is stopped, and the next edit works", async ({ page }) => {
  await page.goto(docs);
  const first = embed(page, "first");
  await first.getByRole("button", { name: "Edit" }).click();
  await write(first, workflow(`  for (;;) {}`));
  await expect(first.getByText(/execution time exceeded|time limit/i).first()).toBeVisible();
  await write(first, workflow(`  token.after = 1;`));
  await expect(claim(first, "after", "added")).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(`the theme follows the page: ${theme}`, async ({ page }) => {
    await page.goto(docs);
    const root = embed(page, "first").locator(":root");
    await expect(root).toHaveAttribute("data-theme", "light");
    await page.evaluate((wanted) => {
      document.documentElement.dataset["theme"] = wanted;
    }, theme);
    await expect(root).toHaveAttribute("data-theme", theme);
  });
}

test.describe("accessibility", () => {
  // axe is put into the page, which its policy forbids.
  test.use({ bypassCSP: true });

  test("axe finds nothing serious in embeds and the page around them, light and dark", async ({ page }) => {
    await page.goto(docs);
    const first = embed(page, "first");
    await expect(claim(first, "companyName", "added")).toBeVisible();
    await first.getByRole("button", { name: "Edit" }).click();
    await monacoReady(first);
    await editorOf(first).press("End");
    await page.keyboard.type(" ");
    await expect(first.getByRole("button", { name: "Reset" })).toBeVisible();
    await expect(embed(page, "second").getByText("1 added", { exact: true })).toBeVisible();
    // Out of sight, an animation of Monaco's would not come to its end.
    const seen = page.frames();
    for (const document of seen) expect(await seriousViolations(document), document.url()).toEqual([]);
    await page.locator("#end").scrollIntoViewIfNeeded();
    await expect(embed(page, "third").getByText(/Protected header/)).toBeVisible();
    expect(page.frames()).toHaveLength(4);
    for (const document of page.frames().filter((frame) => !seen.includes(frame))) {
      expect(await seriousViolations(document), document.url()).toEqual([]);
    }
  });
});

test("an embed that its page moves elsewhere is still heard", async ({ page }) => {
  await page.goto(docs);
  await expect(claim(embed(page, "first"), "companyName", "added")).toBeVisible();
  const heard = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const element = document.querySelector("#first");
        element?.addEventListener("kinde-workflow:result", (event) => resolve(event.type));
        const place = document.createElement("div");
        element?.before(place);
        if (element) place.append(element);
      }),
  );
  await expect(claim(embed(page, "first"), "companyName", "added")).toBeVisible();
  expect(await heard).toBe("kinde-workflow:result");
});

test("the page is told what happens, and no value of a variable", async ({ page }) => {
  await page.goto(docs);
  await expect(claim(embed(page, "first"), "companyName", "added")).toBeVisible();
  await expect(embed(page, "second").getByText("1 added", { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await told(page)).filter(({ type }) => type === "kinde-workflow:result").length)
    .toBe(2);
  const all = await told(page);
  expect(new Set(all.map(({ type }) => type))).toEqual(
    new Set(["kinde-workflow:ready", "kinde-workflow:height", "kinde-workflow:result"]),
  );
  expect(JSON.stringify(all)).not.toContain(CANARY);
  const results = all.filter(({ type }) => type === "kinde-workflow:result");
  expect(results).toContainEqual(expect.objectContaining({ outcome: "completed", signIn: "continues", unmet: [] }));
});

test("the host sets files, view and theme of a bare iframe; other windows are not heard", async ({ page, baseURL }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await page.goto(docs);
  await page.evaluate(
    (src) => {
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", "allow-scripts");
      frame.id = "bare";
      frame.src = src;
      document.body.prepend(frame);
    },
    `${baseURL}embed.html${new URL(link).hash}&embed`,
  );
  const bare = page.frameLocator("#bare");
  await expect(claim(bare, "companyName", "added")).toBeVisible();
  const post = (message: object) =>
    page.evaluate((data) => {
      document.querySelector<HTMLIFrameElement>("#bare")?.contentWindow?.postMessage(data, "*");
    }, message);
  await post({ type: "kinde-workflow:files", files: [{ name: "Workflow.ts", text: workflow("  token.byHost = 1;") }] });
  await expect(claim(bare, "byHost", "added")).toBeVisible();
  await post({ type: "kinde-workflow:theme", theme: "dark" });
  await expect(bare.locator(":root")).toHaveAttribute("data-theme", "dark");
  await post({ type: "kinde-workflow:view", view: "code" });
  await expect(bare.getByRole("button", { name: "Show the claims" })).toBeVisible();
  await page.evaluate(() => {
    const stranger = document.createElement("iframe");
    stranger.srcdoc = `<script>parent.document.querySelector("#bare").contentWindow.postMessage({ type: "kinde-workflow:theme", theme: "light" }, "*")</script>`;
    document.body.append(stranger);
  });
  await page.waitForTimeout(500);
  await expect(bare.locator(":root")).toHaveAttribute("data-theme", "dark");
});

test(
  "with third-party storage blocked, elements and bare iframes run and are edited",
  { tag: "@long" },
  async ({ playwright, launchOptions, baseURL }, testInfo) => {
    const profile = testInfo.outputPath("profile");
    await mkdir(`${profile}/Default`, { recursive: true });
    const preferences = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } };
    await writeFile(`${profile}/Default/Preferences`, JSON.stringify(preferences));
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      // Only a whole browser has such preferences.
      executablePath: findBrowser("whole-chromium"),
    });
    const page = await context.newPage();
    const playground = new PlaygroundPage(page);
    await page.goto(baseURL ?? "");
    await expect(playground.claims).toBeVisible();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();

    await page.goto(docs);
    const src = `${baseURL}embed.html${new URL(link).hash}&embed`;
    await page.evaluate((address) => {
      for (const [id, sandbox] of Object.entries({ bare: null, sandboxed: "allow-scripts" })) {
        const frame = document.createElement("iframe");
        if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
        frame.id = id;
        frame.style.cssText = "width: 900px; height: 600px";
        frame.src = address;
        document.body.prepend(frame);
      }
    }, src);
    const blocked = await page
      .frameLocator("#bare")
      .locator(":root")
      .evaluate(() => {
        try {
          return `${localStorage.length}`;
        } catch (error) {
          return error instanceof DOMException ? error.name : "";
        }
      });
    expect(blocked).toBe("SecurityError");
    for (const frame of [page.frameLocator("#bare"), page.frameLocator("#sandboxed"), embed(page, "first")]) {
      await expect(claim(frame, "companyName", "added")).toBeVisible();
      await frame.getByRole("button", { name: "Edit" }).click();
      await write(frame, workflow(`  token.blocked = 1;`));
      await expect(claim(frame, "blocked", "added")).toBeVisible();
    }
    await context.close();
  },
);

test("the playground's own address with embed in it opens the embed's door, and touches no storage", async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await page.goto("about:blank");
  await page.goto(`${link}&embed`);
  await expect(playground.claim("companyName", "added")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open in the playground" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Share", exact: true })).toHaveCount(0);
});
