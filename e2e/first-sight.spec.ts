/** What a newcomer sees: the default example without a problem, each example with the problems it is there to show. */
import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

type Expected = {
  readonly outcome: { readonly error?: { readonly name: string; readonly message: string; readonly advice?: string } };
  readonly diagnostics: readonly { readonly message: string }[];
};

const EXAMPLES = new URL("../src/examples/", import.meta.url);
const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const json = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/${file}`, EXAMPLES), "utf8"));

/** The problems that an example's recorded result comes to. */
function problemsExpected(name: string): readonly string[] {
  const { outcome, diagnostics } = json(name, "expected.json") as Expected;
  const { error } = outcome;
  const messages = diagnostics.map(({ message }) => message).filter((message) => !error?.advice?.startsWith(message));
  return error ? [error.name === "" ? error.message : `${error.name}: ${error.message}`, ...messages] : messages;
}

const problemsShown = (page: Page) => page.getByRole("list", { name: "Problems" }).locator(".problem__message");

test("the default example has no problem, no squiggle and no line in the console", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  const lines: string[] = [];
  page.on("console", (message) => lines.push(message.text()));
  await playground.open();
  await playground.editorReady();
  await playground.diagnosed();
  await playground.tab(/^Problems/);
  await expect(page.getByText("No problems found.")).toBeVisible();
  // The type checker has looked once it fades the parameter that nothing uses.
  await expect(page.locator(".squiggly-unnecessary")).toHaveCount(1);
  await expect(page.locator(".squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint")).toHaveCount(0);
  expect(lines).toEqual([]);
});

test("each example shows the problems of its recorded result and no other", async ({ playground }) => {
  const { page } = playground;
  test.setTimeout(120_000);
  await playground.tab(/^Problems/);
  for (const name of names) {
    const { title } = json(name, "example.json") as { title: string };
    await playground.openExample(title);
    await expect(problemsShown(page), name).toHaveText([...problemsExpected(name)]);
  }
});

test("an example that changes only the ID token opens at it", async ({ playground }) => {
  const { page } = playground;
  await playground.openExample("Change the ID token");
  await expect(playground.claim("house", "added")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^ID token, base claims/ })).toBeVisible();
  await playground.openExample("Add a claim to the access token");
  await expect(playground.claim("companyName", "added")).toBeVisible();
});

test("of code that does not compile the run tells no settings", async ({ playground }) => {
  const { page } = playground;
  const bindings = page.getByRole("term").filter({ hasText: "Bindings" });
  await expect(bindings).toBeVisible();
  await playground.writeCode(workflow("  token.plan = ;"));
  await expect(page.getByText("The code cannot be bundled").first()).toBeVisible();
  await expect(bindings).toHaveCount(0);
});
