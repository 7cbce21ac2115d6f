/** What strangers may send, on the page: zip files, tokens to paste and comments in code. Words or a project, nothing as markup, no request, no long task. */
import type { Page } from "@playwright/test";
import { PlaygroundPage } from "../playground-page.ts";
import { expect, test } from "../test.ts";
import { ZIPS } from "./cases/zips.ts";
import { longest, workOf } from "./page-work.ts";
import { hostileTokens } from "./cases/tokens.ts";

const MOST_MS = 200;
const HIDDEN = /[\u202a-\u202e\u2066-\u2069]/;

/** Requests of the page for anything but its own files. */
function foreignRequests(page: Page): readonly string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !/^\/(?:assets\/[\w.-]+|stranger\.zip|)$/.test(pathname))
      foreign.push(request.url());
  });
  return foreign;
}

async function opened(page: Page): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  return playground;
}

test("each hostile zip file, dropped one after another", { tag: "@long" }, async ({ page, browser }) => {
  test.setTimeout(1_200_000);
  const foreign = foreignRequests(page);
  await opened(page);
  let bytes: Uint8Array = new Uint8Array();
  await page.route("**/stranger.zip", (route) => route.fulfill({ body: Buffer.from(bytes) }));
  for (const { name, make, ends } of ZIPS)
    await test.step(name, async () => {
      bytes = make();
      const data = await page.evaluateHandle(async () => {
        const file = await (await fetch("./stranger.zip")).blob();
        const given = new DataTransfer();
        given.items.add(new File([file], "repository.zip"));
        return given;
      });
      const code = page.getByRole("region", { name: "Code" });
      const notice = page.getByRole("alert");
      const drop = () =>
        workOf(browser, page, async () => {
          await code.dispatchEvent("drop", { dataTransfer: data });
          if (ends === "project") await expect(page.getByRole("tab", { name: /Workflow\.ts/ }).first()).toBeVisible();
          else await expect(notice.first()).toContainText(ends);
          await page.waitForTimeout(700);
        });
      let work = await drop();
      if (longest(work) >= MOST_MS) work = await drop();
      expect.soft(longest(work), `${name}: ms of the processor in one task`).toBeLessThan(MOST_MS);
      expect.soft(await page.locator("#root").innerText(), name).not.toMatch(HIDDEN);
      expect.soft(await page.locator("#root *").count(), name).toBeLessThan(15_000);
      await data.dispose();
    });
  expect(foreign).toEqual([]);
  await page.reload();
  await expect(page.getByRole("button", { name: "Clear everything" })).toBeVisible();
});

test("each hostile token, pasted one after another", { tag: "@long" }, async ({ page, browser }) => {
  test.setTimeout(600_000);
  const foreign = foreignRequests(page);
  await opened(page);
  await page.getByRole("button", { name: /Paste a JWT/ }).click();
  const dialog = page.getByRole("dialog");
  const field = dialog.getByRole("textbox").first();
  for (const { name, text } of hostileTokens()) {
    const work = await workOf(browser, page, async () => {
      await field.evaluate((element, given) => {
        (element as HTMLTextAreaElement).select();
        const data = new DataTransfer();
        data.setData("text/plain", given);
        const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        if (element.dispatchEvent(paste)) document.execCommand("insertText", false, given);
      }, text);
      await expect(dialog.locator(".paste-jwt__reading"), name).not.toBeEmpty();
    });
    expect.soft(longest(work), `${name}: ms of the processor in one task`).toBeLessThan(MOST_MS);
    expect.soft(await dialog.locator(".paste-jwt__reading").innerText(), name).not.toMatch(HIDDEN);
    expect.soft(await dialog.locator("img, iframe, a[href^='javascript']").count(), name).toBe(0);
  }
  expect(foreign).toEqual([]);
});

const TARGETS = [
  "https://stranger.example/a",
  "/assets/lure.png",
  "//stranger.example/b",
  "file:///etc/passwd",
  "command:workbench.action.quit",
  "javascript:alert(1)",
  "data:image/png;base64,AAAA",
  "&#106;avascript:alert(1)",
  "#lure",
];

/** Everything that Markdown, HTML or JSDoc has to lead or to load. */
const COMMENTS: readonly ((to: string) => string)[] = [
  (to) => `[x](${to}) [y](<${to}> "title") [![z](${to})](${to})`,
  (to) => `![x](${to}) ![y][r]\n *\n * [r]: ${to} "title"`,
  (to) => `[x][r] [r][] [r]\n *\n * [r]: ${to}`,
  (to) => `[^1] text\n *\n * [^1]: ${to}`,
  (to) => `<${to}> ${to} www.stranger.example stranger@stranger.example`,
  (to) => `<a href="${to}">x</a> <img src="${to}"> <iframe src="${to}"></iframe> <svg onload="fetch('${to}')">`,
  (to) =>
    `<base href="${to}"><style>@import "${to}"</style><link rel=stylesheet href="${to}"><meta http-equiv=refresh content="0;${to}">`,
  (to) => `| a | b |\n * |---|---|\n * | [x](${to}) | ![y](${to}) |`,
  (to) => `# [x](${to})\n * - ![y](${to})\n * > <${to}>`,
  (to) =>
    `{@link ${to} x} {@linkcode ${to}} {@linkplain ${to}|y}\n * @see ${to}\n * @see [x](${to})\n * @throws {@link ${to}}`,
  (to) => `\`\`\`html\n * <img src="${to}">\n * \`\`\`\n * ~~~\n * ![](${to})`,
];

test("comments that lead or load, in hovers", { tag: "@long" }, async ({ page }) => {
  test.setTimeout(600_000);
  const foreign = foreignRequests(page);
  const playground = await opened(page);
  const comments = COMMENTS.flatMap((comment) => TARGETS.map(comment));
  const step = 4;
  for (let start = 0; start < step; start++) {
    const chosen = comments.filter((_, at) => at % step === start);
    const functions = chosen.map((comment, at) => `/** hover${at} ${comment}\n */\nfunction f${at}() {}\n`).join("");
    await playground.writeCode(`${chosen.map((_, at) => `f${at}();`).join("\n")}\n${functions}`);
    await page.keyboard.press("ControlOrMeta+Home");
    for (const at of chosen.keys()) {
      const hover = page.locator(".monaco-hover:visible").filter({ hasText: `hover${at}` });
      await expect(async () => {
        await page.keyboard.press("ControlOrMeta+k");
        await page.keyboard.press("ControlOrMeta+i");
        await expect(hover.first()).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 60_000 });
      // Beside what the comment says Monaco has links of its own, to a problem and its fixes.
      const made = hover.locator(".rendered-markdown :is(a, img, iframe, svg, style, link, base, meta, object)");
      expect.soft(await made.count(), chosen[at]).toBe(0);
      await page.keyboard.press("Escape");
      await page.keyboard.press("ArrowDown");
    }
  }
  expect(foreign).toEqual([]);
});
