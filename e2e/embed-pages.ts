/** Pages of documentation with embeds in them, and what tests do with those. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, FrameLocator, Locator, Page } from "@playwright/test";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { expect } from "./test.ts";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const block = (code: string) => `<pre><code>${escaped(code)}</code></pre>`;
export const CANARY = "canary-f3a9c17e5b";

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

type Told = { readonly type: string; readonly [name: string]: unknown };

export const told = (page: Page): Promise<readonly Told[]> =>
  page.evaluate(() => (window as unknown as { messages: Told[] }).messages);
export const embed = (page: Page, id: string): FrameLocator => page.frameLocator(`#${id} iframe`);
export const claim = (frame: FrameLocator, name: string, state: string) =>
  frame.getByRole("listitem", { name: new RegExp(`^${name}: .*${state}`) });

/** The plain editor stands after Monaco in the document for as long as both are there. */
export const editorOf = (frame: FrameLocator) => frame.getByRole("textbox", { name: /code editor/ }).last();

/** Replaces the code of an embed that is edited, in whichever editor has the focus by then. */
export async function write(frame: FrameLocator, text: string): Promise<void> {
  const editor = editorOf(frame);
  await editor.press("ControlOrMeta+a");
  await editor.page().keyboard.insertText(text);
}

export const monacoReady = (frame: FrameLocator) =>
  expect
    .poll(() => frame.locator(":root").evaluate(() => performance.getEntriesByName("editor-ready").length), {
      timeout: 45_000,
    })
    .toBeGreaterThan(0);

export const heightOf = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().height);

export async function opened(context: BrowserContext, click: () => Promise<void>): Promise<PlaygroundPage> {
  const [page] = await Promise.all([context.waitForEvent("page"), click()]);
  return new PlaygroundPage(page);
}

/** Serves those pages, with the embeds of `site`. */
export async function serveDocs(site: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer(({ url }, response) => {
    response.setHeader("content-type", "text/html").end(docsPage(site, PAGES[url ?? ""] ?? ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => void server.close(),
  };
}
