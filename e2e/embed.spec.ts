/** Embeds in a documentation page of another origin: alive near the window, edited in Monaco, reset, opened with the edit, and quiet about secrets. */
import { mkdir, writeFile } from "node:fs/promises";
import { findBrowser } from "../scripts/browser.ts";
import { CANARY, claim, editorOf, embed, heightOf, monacoReady, serveDocs, told, write } from "./embed-pages.ts";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

let server: Awaited<ReturnType<typeof serveDocs>>;
let docs: string;

test.beforeAll(async ({ baseURL }) => {
  server = await serveDocs(baseURL ?? "");
  docs = server.address;
});

test.afterAll(() => server.close());

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

test("the playground's own address with embed in it opens as an embed, and touches no storage", async ({ page }) => {
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
