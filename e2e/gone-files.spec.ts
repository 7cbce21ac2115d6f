/** Parts that are asked for when their files are gone, or neither come nor fail: what is there stays, and what is not says what to do. */
import type { Page, Route } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { encodeLink } from "../src/share/link.ts";
import { createProject } from "../src/workflow/project.ts";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

test.beforeEach(({ complaints }) =>
  complaints.expectToHear(/^Failed to load (resource|module script)|dynamically imported module|Unable to preload/),
);

/** What hosts answer for a file that is gone, or may be back soon, in turn. */
const ANSWERS: readonly Parameters<Route["fulfill"]>[0][] = [
  { status: 404 },
  { status: 200, contentType: "text/html", body: "<!doctype html><title>The page of a host that knows no 404</title>" },
  { status: 503 },
];

async function takeAway(page: Page, files: string | RegExp): Promise<() => Promise<void>> {
  let count = 0;
  await page.route(files, (route) => route.fulfill(ANSWERS[count++ % ANSWERS.length]));
  return () => page.unroute(files);
}

const LINK = encodeLink({ project: createProject([{ name: "Workflow.ts", text: workflow("  token.linked = 1;") }]) });
const ZIP = { name: "work.zip", mimeType: "application/zip", buffer: Buffer.from(zipSync({ "a.ts": strToU8("1;") })) };
/** Deeper than the stack of a worker. */
const DEEP = workflow("  const f = (n: number): number => (n ? 1 + f(n - 1) : 0);\n  token.deep = f(90_000);");
const DECORATED = `function d(x: any) { return x }\n@d class A {}\n${workflow("  token.decorated = 1;")}`;

test("a new version is deployed under an open page: what is there stays, and what is gone says what to do", async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  await playground.diagnosed();
  const bringBack = await takeAway(page, "**/assets/*");
  const note = page.locator(".part-note").filter({ hasText: "reload it" });
  const entries = [
    () => page.getByRole("button", { name: "Share", exact: true }).click(),
    () => page.getByRole("button", { name: /Paste a JWT/ }).click(),
    () => playground.tab("JSON diff"),
  ];
  for (const open of entries) {
    await open();
    await expect(note.first()).toBeVisible();
  }
  await playground.tab(/^Claims/);

  await page.getByRole("button", { name: "Download", exact: true }).click();
  await page.getByRole("menuitem", { name: /Markdown/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "did not arrive" })).toBeVisible();
  const told = page.getByRole("complementary", { name: "What could not be opened" });
  await page.locator('input[type="file"]').first().setInputFiles(ZIP);
  await expect(told).toContainText("work.zip was not opened. A file of the playground did not arrive.");
  await page.evaluate((link) => location.assign(`#${link}`), LINK);
  await expect(told).toContainText("The link was not opened. A file of the playground did not arrive.");
  await told.getByRole("button", { name: "Close this note" }).click();
  await expect(page.getByText("A part of the playground failed")).toHaveCount(0);

  await page.getByRole("button", { name: "Add a scenario" }).click();
  await page.getByRole("menuitem", { name: /^A copy of/ }).click();
  const failed = page.getByRole("alert").filter({ hasText: "The other scenarios do not run." });
  await expect(failed).toContainText("did not arrive");
  await expect(playground.claims).toBeVisible();
  await failed.getByRole("button", { name: "Dismiss" }).click();

  const run = page.getByRole("region", { name: "Run", exact: true });
  await run.getByRole("tab", { name: "Run", exact: true }).click();
  for (const [code, words] of [
    [DEEP, /^deep-engine.* (is gone|did not arrive)/],
    [DECORATED, "A file of the playground did not arrive."],
  ] as const) {
    await playground.writeCode(code);
    await expect(page.locator(".failure__message").first()).toContainText(words);
  }
  await expect(page.getByText("The workflow could not be run").first()).toBeVisible();
  await expect(page.getByText(/(mistake|fault) of the playground/)).toHaveCount(0);

  await bringBack();
  await page.getByRole("button", { name: "Run again" }).first().click();
  await expect(playground.claim("decorated", "added")).toBeVisible();
  await run.getByRole("tab", { name: /^Scenarios/ }).click();
  await expect(run.getByRole("rowheader", { name: "decorated" })).toBeVisible();
  await note.getByRole("button", { name: "Try again" }).click();
  // As it looks when nothing was missing.
  await expect(page.getByRole("dialog", { name: "Share" })).toHaveCSS("width", "560px");
  await page.keyboard.press("Escape");
  await playground.tab("JSON diff");
  await expect(page.locator(".monaco-diff-editor").first()).toBeVisible();
});

test("what opens an address, and the examples, are gone: a sentence over a page that works, and Try again brings them", async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  const told = page.getByRole("complementary", { name: "What could not be opened" });
  const bringBack = await takeAway(page, /assets\/examples-(?!v1)/);
  await page.goto("./#example=deny-access");
  await expect(told).toContainText("The example was not opened. A file of the playground did not arrive.");
  await expect(playground.claims).toBeVisible();
  await page.getByRole("button", { name: /^Examples, now open/ }).click();
  const list = page.getByRole("dialog", { name: "Examples" });
  await expect(list).toContainText("The other examples are missing.");
  await bringBack();
  await list.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("option", { name: "Deny access" })).toBeVisible();

  const bringReader = await takeAway(page, "**/assets/read-link-*.js*");
  await page.goto("about:blank");
  await page.goto(`./#${LINK}`);
  await expect(told).toContainText("The link was not opened. A file of the playground did not arrive.");
  await expect(page.getByRole("button", { name: "Clear everything" })).toBeVisible();
  await bringReader();
  await page.reload();
  await expect(playground.claim("linked", "added")).toBeVisible();

  await takeAway(page, /assets\/(mount-playground|load-again|draw-failure)-/);
  await page.reload();
  await expect(page.getByRole("alert")).toHaveText("A file of the playground did not arrive. Reload the page.");
  await expect(page.getByText("linked").first()).toBeVisible();
});
