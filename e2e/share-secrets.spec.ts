/** What is secret stays on the page: not in a link, a zip, a message, the storage or the title. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

const KEY_LIKE = "sk_live_4eC39HqLyjWDarjtT1zdp7dc";
const CANARY = "canary-f3a9c17e5b";

const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString("base64url");
const PASTED = `${part({ alg: "RS256" })}.${part({ sub: CANARY, aud: [], custom: CANARY })}.c2ln`;

async function pasteToken(playground: PlaygroundPage): Promise<void> {
  await playground.tab("Base tokens");
  await playground.page.getByRole("button", { name: /Paste a JWT/ }).click();
  await playground.page.getByRole("textbox", { name: "JWT" }).fill(PASTED);
  await playground.page.getByRole("button", { name: /Use as base token/ }).click();
}

/** All that outlives the page or is seen beside it, once what is kept has been written. */
async function keptBy(page: Page): Promise<string> {
  await page.waitForTimeout(600);
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = await window.caches.keys();
    const stored = [{ ...localStorage }, { ...sessionStorage }, databases, caches, document.cookie];
    return JSON.stringify([stored, document.title, location.href, history.state]);
  });
}

test("no secret value and no pasted token is in a link, a zip, a message, the storage or the title; what looks like one is asked about", async ({
  page,
  context,
  baseURL,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  await playground.tab("Environment");
  await page.getByRole("button", { name: /Add a variable/ }).click();
  await page.getByRole("textbox", { name: /Name of variable 1/ }).fill("API_KEY");
  await page.getByRole("switch", { name: "API_KEY is secret" }).click();
  await page.getByRole("textbox", { name: "Value of API_KEY" }).fill(CANARY);
  await pasteToken(playground);
  await playground.writeCode(
    workflow(`  token.key = "${KEY_LIKE}";\n  token.env = getEnvironmentVariable("API_KEY").value;`, {
      bindings: ', "kinde.env": {}',
      imports: ", getEnvironmentVariable",
    }),
  );
  await expect(playground.claim("key", "added")).toBeVisible();
  await expect(playground.claim("env", "added")).toContainText(CANARY);

  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("the value of the secret variable API_KEY");
  await expect(dialog).toContainText("Access token that was pasted");
  await expect(dialog.getByRole("region", { name: "What looks like a secret" })).toContainText("Workflow.ts, line 11");
  await expect(dialog).not.toContainText(KEY_LIKE);
  await expect(dialog.getByRole("textbox", { name: "Link", exact: true })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Make the link with it" }).click();
  const link = await dialog.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await dialog.getByRole("tab", { name: "As an embed" }).click();
  const snippets = await dialog
    .locator("textarea")
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Download" }).click();
  await page.getByRole("menuitem", { name: /Download as a Kinde repository/ }).click();
  await page.getByRole("button", { name: "Make the zip file with it" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  const zip = readFileSync(await download.path());
  const stored = zip.toString("latin1");
  for (const text of [link, ...snippets, stored, await keptBy(page), download.suggestedFilename()]) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(PASTED);
  }

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText(/Not in the link: API_KEY/)).toBeVisible();
  await expect(new PlaygroundPage(other).claim("key", "added")).toBeVisible();
  expect(await other.evaluate(() => document.documentElement.outerHTML)).not.toContain(CANARY);

  const reader = new PlaygroundPage(other);
  await reader.editorReady();
  await reader.tab("Environment");
  await other.getByRole("textbox", { name: "Value of API_KEY" }).fill(CANARY);
  await pasteToken(reader);
  await expect(reader.claim("env", "added")).toContainText(CANARY);
  expect(await keptBy(other)).not.toContain(CANARY);
  await reader.writeCode(workflow(`  token.key = 1;\n  token.custom = 2;`));
  await expect(reader.claim("custom", "replaced")).toContainText(CANARY);
  const kept = await keptBy(other);
  expect(kept).toContain("token.key = 1;");
  expect(kept).not.toContain(CANARY);

  const host = await context.newPage();
  await host.setContent('<iframe sandbox="allow-scripts" style="width: 900px; height: 700px"></iframe>');
  await host.evaluate(
    ({ src, canary }) => {
      const frame = document.querySelector("iframe");
      const messages: { readonly type?: string }[] = [];
      Object.assign(window, { messages });
      addEventListener("message", ({ data }) => {
        messages.push(data);
        if (data.type !== "kinde-workflow:ready") return;
        const env = [{ name: "API_KEY", value: canary }];
        frame?.contentWindow?.postMessage({ type: "kinde-workflow:scenario", scenario: { env } }, "*");
      });
      if (frame !== null) frame.src = src;
    },
    { src: `${baseURL}embed.html${new URL(link).hash}&embed`, canary: CANARY },
  );
  await expect(host.frameLocator("iframe").getByRole("listitem", { name: /^env: / })).toContainText(CANARY);
  const told = () => host.evaluate(() => JSON.stringify((window as unknown as { messages: unknown[] }).messages));
  await expect.poll(told).toContain('"type":"kinde-workflow:result"');
  expect(await told()).not.toContain(CANARY);

  await other
    .locator('input[type="file"]')
    .setInputFiles({ name: "again.zip", mimeType: "application/zip", buffer: zip });
  await expect(other.getByText("Not in the file: the values of API_KEY")).toBeVisible();
  await expect(new PlaygroundPage(other).claim("key", "added")).toBeVisible();
});
