/** The page itself: what it loads, how it is reached by keyboard and screen reader, and how it fits a phone. */
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

test("the first result is painted before Monaco is asked for; no request leaves the origin, and none follows the load", async ({
  page,
  baseURL,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  const marks = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-result")[0]?.startTime ?? 0,
    monaco: Math.min(
      ...performance
        .getEntriesByType("resource")
        .filter(({ name }) => /monaco|editor\.api|worker-.*editor/i.test(name))
        .map(({ startTime }) => startTime),
    ),
  }));
  expect(marks.first).toBeGreaterThan(0);
  expect(marks.monaco).toBeGreaterThan(marks.first);

  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1_000);
  const whileLoading = playground.requests.length;
  const origin = new URL(baseURL ?? "").origin;
  const foreign = playground.requests
    .map((request) => request.url())
    .filter((url) => !url.startsWith(origin) && !url.startsWith(`blob:${origin}`) && !url.startsWith("data:"));
  expect(foreign).toEqual([]);

  await playground.writeCode(workflow(`  token.a = 1;`));
  await expect(playground.claim("a", "added")).toBeVisible();
  await playground.tab("JWT");
  await playground.tab("Event");
  const afterwards = playground.requests
    .slice(whileLoading)
    .map((request) => request.url())
    .filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"));
  expect(afterwards).toEqual([]);
});

test.describe("accessibility", () => {
  // axe is put into the page, which its policy forbids.
  test.use({ bypassCSP: true });

  test("axe finds nothing serious, light and dark", async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.editorReady();
    await playground.writeCode(
      workflow(`  token.sub = "me";\n  token.added = { a: [1, 2] };\n  token.permissions = [];`),
    );
    await expect(playground.claim("sub", "rejected")).toBeVisible();
    expect(await seriousViolations(page)).toEqual([]);
    await playground.tab("JWT");
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Examples, now open/ }).click();
    expect(await seriousViolations(page, "[role=dialog]")).toEqual([]);
  });
});

test("at phone width one column with tabs, and nothing scrolls sideways but code", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const playground = new PlaygroundPage(page);
  await page.goto("./");
  await expect(page.getByText("1 added").first()).toBeVisible();
  await playground.editorReady();
  for (const tab of ["Scenario", "Claims", "JWT", "Run", "Code"]) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${tab} overflows`).toBeLessThanOrEqual(0);
  }
  await page.getByRole("tab", { name: "Claims", exact: true }).click();
  await expect(playground.claim("companyName", "added")).toBeVisible();
});

test("the keyboard reaches everything, and Escape leaves the editor", async ({ playground }) => {
  const { page } = playground;
  await playground.editor.focus();
  await page.keyboard.press("Escape");
  await expect(playground.editor).not.toBeFocused();
  const reached = new Set<string>();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    reached.add(
      await page.evaluate(() => document.activeElement?.closest("[aria-label]")?.getAttribute("aria-label") ?? ""),
    );
  }
  expect(reached.size).toBeGreaterThan(6);
  await playground.editor.focus();
  await playground.writeCode(workflow(`  token.byKey = 1;`));
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(playground.claim("byKey", "added")).toBeVisible();
});

test("examples are found and opened by keyboard alone", async ({ playground }) => {
  const { page } = playground;
  const button = page.getByRole("button", { name: /^Examples, now open/ });
  const search = page.getByRole("combobox", { name: "Search examples" });
  const active = async () => page.locator(`[id="${await search.getAttribute("aria-activedescendant")}"]`);
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(search).toBeFocused();
  await expect(page.getByRole("group", { name: "Shape the claims" }).getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(await active()).toContainText("Empty permissions");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowUp");
  await expect(await active()).toBeInViewport();
  await page.keyboard.type("deny");
  const found = await page.getByRole("option").allInnerTexts();
  expect(found.length).toBeGreaterThan(2);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("option", { selected: true })).toHaveText(found[0] ?? "", { useInnerText: true });
  for (const _ of found) await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveText(found.at(-1) ?? "", { useInnerText: true });
  await page.keyboard.press("Backspace");
  await page.keyboard.type("z");
  await expect(page.getByText("No example has these words.")).toBeVisible();
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Stashed work and history…" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("deny access");
  await expect(await active()).toContainText("Deny access");
  await page.keyboard.press("Enter");
  await expect(button).toHaveAccessibleName("Examples, now open: Deny access");
  await expect(button).toBeFocused();
});

test("a type error stands in the editor: the package omits prohibited claims", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  accessTokenCustomClaims<{ a: string }>().sub = "x";`));
  await expect(async () => {
    await playground.editor.focus();
    await page.keyboard.press("F8");
    await expect(page.getByText(/Property 'sub' does not exist/).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
});

test("claim names that are traps for JavaScript are ordinary claims", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(
    workflow(
      `  for (const name of ["__proto__", "constructor", "", "toString"]) kinde.accessToken.setCustomClaim(name, { name });`,
    ).replace("export const", "declare const kinde: any;\nexport const"),
  );
  for (const name of ["__proto__", "constructor", "toString"])
    await expect(playground.claim(name, "added")).toBeVisible();
  await expect(page.getByRole("listitem", { name: /added/ })).toHaveCount(4);
});

test("what a full storage does not keep is said, until it is kept", async ({ playground }) => {
  const { page } = playground;
  const note = page.getByRole("complementary", { name: "What is not kept" });
  await page.evaluate(() => {
    // Its earlier states would make room for the work.
    localStorage.removeItem("kinde-workflow-playground/history/1");
    let text = "x".repeat(4_000_000);
    for (let count = 0; text.length > 1; ) {
      try {
        localStorage.setItem(`filling ${count}`, text);
        count += 1;
      } catch {
        text = text.slice(text.length / 2);
      }
    }
  });
  await playground.writeCode(workflow(`  // ${"not kept ".repeat(50)}`));
  await expect(note).toContainText("your newest edits are lost with this page");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("filling ")) localStorage.removeItem(key);
  });
  await playground.writeCode(workflow("  // kept"));
  await expect(note).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("kinde-workflow-playground/1")))
    .toContain("// kept");
});

test("the chosen theme is kept", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.waitForTimeout(600);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a token takes another form and back; no example opens with one whose time is over", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(workflow("  token.mine = 1;"));
  await expect(playground.claim("mine", "added")).toBeVisible();
  await playground.openExample("Add a claim to the access token");
  const stashed = page.getByRole("complementary", { name: "Your work" }).getByRole("button", { name: "Undo" });
  await page.getByRole("button", { name: "Variants of the access token" }).click();
  await page.getByRole("menuitem", { name: "During a trial" }).click();
  const base = page.getByLabel("Access token, base claims as JSON");
  await expect(base).toHaveValue(/"has_trial_period": true/);
  // Neither note lies over the other.
  await stashed.click({ trial: true, timeout: 2_000 });
  await page.getByRole("region", { name: "Scenario" }).getByRole("button", { name: "Undo" }).click({ timeout: 2_000 });
  await expect(base).not.toHaveValue(/has_trial_period/);
  await playground.openExample("Start from a clean token");
  await expect(playground.claim("beta", "removed")).toHaveCount(1);
  await expect(page.getByText(/^Expired on/)).toHaveCount(0);
});
