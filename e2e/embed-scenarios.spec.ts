/** An embed of several scenarios: tabs and grid by keyboard and on a phone, edits, what the page hears, and no secret in it. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FrameLocator, Page } from "@playwright/test";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

const CANARY = "canary-77b0c1e95d";
const code = workflow(
  `  const plan = getEnvironmentVariable("PLAN").value;\n  if (plan === "") throw new Error("no plan");\n  token.plan = plan;`,
  { bindings: ', "kinde.env": {}', imports: ", getEnvironmentVariable" },
);
const scenarios = `{
  // Of the tutorial.
  "version": 1,
  "all": { "expect": { "accessToken": { "*": "unchanged" } } },
  "scenarios": [
    { "name": "member", "env": { "PLAN": "gold" }, "expect": { "accessToken": { "plan": { "is": "gold" } } } },
    { "name": "guest", "env": { "PLAN": "free" }, "expect": { "accessToken": { "plan": { "is": "none" } } } },
    { "name": "nobody", "env": { "PLAN": "" }, "expect": { "outcome": "failed", "message": "no plan" } },
    { "name": "behind the curtain", "hidden": true, "env": { "PLAN": "${CANARY}" }, "expect": { "accessToken": { "plan": { "is": "silver" } } } },
  ]
}`;
const element = (id: string, attributes: string) =>
  `<kinde-workflow id="${id}" scenarios ${attributes}><pre><code>${code.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</code></pre>
<script type="application/json">${scenarios}</script></kinde-workflow>`;

let server: Server;
let docs: string;

test.beforeAll(async ({ baseURL }) => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Docs</title>
<style>body { background: #fff; color: #111; margin: 16px auto; max-width: 960px } @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }</style>
<script src="${baseURL}embed.js"></script><script>
  window.heard = [];
  addEventListener("kinde-workflow:scenarios", ({ target, detail }) => heard.push({ id: target.id, ...detail }));
  window.shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shift += value; }).observe({ type: "layout-shift", buffered: true });
</script></head><body><h1>Docs</h1>${element("tabs", "")}<p>Between.</p>${element("grid", 'view="grid"')}</body></html>`;
  server = createServer((_, response) => {
    response.setHeader("content-type", "text/html").end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  docs = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => server.close());

type Heard = {
  readonly id: string;
  readonly scenarios: readonly { readonly name: string; readonly status: string; readonly unmet: readonly string[] }[];
};

const heard = (page: Page): Promise<readonly Heard[]> =>
  page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
const statusesOf = async (page: Page, id: string) =>
  (await heard(page))
    .findLast((one) => one.id === id)
    ?.scenarios.map(({ name, status }) => `${name} ${status}`)
    .join(", ");
const frameOf = (page: Page, id: string): FrameLocator => page.frameLocator(`#${id} iframe`);

async function write(page: Page, frame: FrameLocator, text: string): Promise<void> {
  await frame.getByRole("button", { name: "Edit" }).click();
  await frame
    .getByRole("textbox", { name: /code editor/ })
    .last()
    .press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

test("tabs: one scenario at a time, by keyboard too, each with its verdict; an edit changes all of them", async ({
  page,
  context,
}) => {
  await page.goto(docs);
  const frame = frameOf(page, "tabs");
  await expect(frame.getByRole("tab", { name: /^guest ?, fails/ })).toBeVisible();
  await expect(frame.getByRole("tab", { name: /^(member|nobody) ?, holds/ })).toHaveCount(2);
  await expect(frame.getByRole("tab", { name: /curtain/ })).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.001);

  await frame.getByRole("tab", { name: /^member/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(frame.getByRole("tab", { name: /^guest/, selected: true })).toBeFocused();
  await expect(frame.getByText('expected plan = "none", but it is "free"')).toBeVisible();
  await expect(frame.getByRole("listitem", { name: /^plan: .*added/ })).toContainText("free");
  await page.keyboard.press("ArrowRight");
  await expect(frame.getByText("Error: no plan").first()).toBeVisible();

  await expect
    .poll(() => statusesOf(page, "tabs"))
    .toBe("member holds, guest fails, nobody holds, behind the curtain fails");
  const told = await heard(page);
  expect(JSON.stringify(told)).not.toContain(CANARY);

  await write(page, frame, code.replace("token.plan = plan", 'token.plan = plan === "free" ? "none" : plan'));
  await expect(frame.getByRole("tab", { name: /^guest ?, holds/ })).toBeVisible();
  await expect.poll(() => statusesOf(page, "tabs")).toContain("guest holds");

  const opened = context.waitForEvent("page");
  await frame.getByRole("button", { name: "Open in the playground" }).click();
  const playground = new PlaygroundPage(await opened);
  await expect(playground.page.getByRole("tab", { name: /Scenarios/ })).toBeVisible();
  await expect(
    playground.page.getByRole("radio", { name: /guest/ }).or(playground.page.getByText("guest").first()),
  ).toBeVisible();
});

test("the grid: a table by keyboard, a cell in a sentence, one scenario at a time on a phone", async ({ page }) => {
  await page.goto(docs);
  await page.locator("#grid").scrollIntoViewIfNeeded();
  const frame = frameOf(page, "grid");
  const table = frame.getByRole("table", { name: "What each scenario does to each claim" });
  await expect(table.getByRole("columnheader")).toHaveCount(4);
  await expect(frame.getByText(/2 hold/)).toBeVisible();
  await table.getByRole("button", { name: /^member, holds/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(table.getByRole("button", { name: /free.*not as expected/ })).toBeFocused();
  await expect(frame.getByText("guest › plan")).toBeVisible();

  await page.setViewportSize({ width: 320, height: 800 });
  await expect(table.getByRole("columnheader")).toHaveCount(2);
  await frame.getByRole("combobox", { name: "Scenario" }).selectOption({ label: "▲ guest" });
  await expect(table.getByRole("button", { name: /free.*not as expected/ })).toBeVisible();
  const sideways = await frame.locator(":root").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(sideways).toBe(0);
});

test("nothing serious stands between a person and the tabs or the grid", async ({ page }) => {
  await page.goto(docs);
  await expect(frameOf(page, "tabs").getByRole("tab", { name: /^guest ?, fails/ })).toBeVisible();
  await frameOf(page, "tabs")
    .getByRole("tab", { name: /^guest/ })
    .click();
  await page.locator("#grid").scrollIntoViewIfNeeded();
  await expect(frameOf(page, "grid").getByRole("table")).toBeVisible();
  for (const frame of page.frames().slice(1)) expect(await seriousViolations(frame)).toEqual([]);
});

test("the page sends scenarios later", async ({ page }) => {
  await page.goto(docs);
  await expect(frameOf(page, "tabs").getByRole("tab", { name: /^guest ?, fails/ })).toBeVisible();
  await page.locator("#tabs").evaluate((target) => {
    const scenarios = { version: 1, scenarios: [{ name: "silver", env: { PLAN: "silver" } }, { name: "bronze" }] };
    (target as HTMLElement & { tell(message: object): void }).tell({ type: "kinde-workflow:scenarios", scenarios });
  });
  await expect(frameOf(page, "tabs").getByRole("tab", { name: /^silver ?, not checked/ })).toBeVisible();
  await expect(frameOf(page, "tabs").getByRole("listitem", { name: /^plan: .*added/ })).toContainText("silver");
});
