/** Links, zips and snippets: what travels, what never does, and the way back to one's own work. */
import type { Page } from "@playwright/test";
import { zipSync } from "fflate";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

const KEY_LIKE = "sk_live_4eC39HqLyjWDarjtT1zdp7dc";

/** Why an address could not be opened; Monaco has alerts of its own. */
const refusal = (page: Page) =>
  page.getByRole("complementary", { name: "What could not be opened" }).getByRole("alert");

async function sharedLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

test("a link opens the project in a workspace of its own, and one click leads back", async ({
  playground,
  context,
}) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  token.shared = "by link";`));
  await expect(playground.claim("shared", "added")).toBeVisible();
  const link = await sharedLink(page);
  expect(link.length).toBeLessThan(400);

  const other = await context.newPage();
  const reader = new PlaygroundPage(other);
  await reader.open();
  await reader.editorReady();
  await reader.writeCode(workflow(`  token.own = 1;`));
  await expect(reader.claim("own", "added")).toBeVisible();
  const entries = await other.evaluate(() => history.length);
  await other.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(reader.claim("shared", "added")).toContainText("by link");
  await expect(other.getByText("Opened from a link. Your own work is untouched.")).toBeVisible();

  const before = other.url();
  await reader.writeCode(workflow(`  token.shared = "edited";`));
  await expect(reader.claim("shared", "added")).toContainText("edited");
  expect(other.url()).toBe(before);
  expect(await other.evaluate(() => history.length)).toBe(entries + 1);

  await other.getByRole("button", { name: "Return to my work" }).click();
  await expect(reader.claim("own", "added")).toBeVisible();
  expect(new URL(other.url()).hash).toBe("");
});

test("edits to a link outlive a reload of their tab; a new tab shows the link’s own state, and so does Reset", async ({
  playground,
  context,
}) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  token.shared = "by link";`));
  await expect(playground.claim("shared", "added")).toBeVisible();
  const link = await sharedLink(page);

  const other = await context.newPage();
  const reader = new PlaygroundPage(other);
  const reset = other.getByRole("button", { name: "Reset to what the link holds" });
  await other.goto(link);
  await reader.editorReady();
  await expect(reset).toBeDisabled();
  await reader.writeCode(workflow(`  token.mine = 1;`));
  await expect(reader.claim("mine", "added")).toBeVisible();
  await other.reload();
  await expect(reader.claim("mine", "added")).toBeVisible();
  await expect(other.getByText("Your edits to this link stay in this tab.")).toBeVisible();

  const fresh = await context.newPage();
  await fresh.goto(link);
  await expect(new PlaygroundPage(fresh).claim("shared", "added")).toBeVisible();
  await expect(fresh.getByText("Opened from a link.", { exact: true })).toBeVisible();
  await expect(fresh.getByRole("button", { name: "Open an example" })).toBeVisible();
  await fresh.close();

  await reader.editorReady();
  await reset.click();
  await expect(reader.claim("shared", "added")).toBeVisible();
  await expect(reset).toBeDisabled();
  await other.reload();
  await expect(reader.claim("shared", "added")).toBeVisible();

  await reader.editorReady();
  await reader.writeCode(workflow(`  token.again = 1;`));
  await expect(reader.claim("again", "added")).toBeVisible();
  await reset.click();
  await other.getByRole("complementary", { name: "Your work" }).getByRole("button", { name: "Undo" }).click();
  await expect(reader.claim("again", "added")).toBeVisible();
});

for (const width of [360, 1440]) {
  test(
    `the note over a link moves nothing when it appears and when the link is edited, ${width} px wide`,
    width === 360 ? {} : { tag: "@long" },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 780 });
      const playground = new PlaygroundPage(page);
      await page.goto("./");
      await playground.editorReady();
      const link = await sharedLink(page);
      await page.addInitScript(() => {
        const tops: number[] = [];
        const look = () => {
          const main = document.querySelector("main");
          if (main !== null) tops.push(Math.round(main.getBoundingClientRect().top));
          requestAnimationFrame(look);
        };
        look();
        Object.assign(window, { topsOfMain: tops });
      });
      await page.goto("about:blank");
      await page.goto(link);
      await expect(page.getByText("Opened from a link.")).toBeVisible();
      await playground.editorReady();
      await playground.writeCode(workflow(`  token.mine = 1;`));
      await expect(page.getByText("Your edits to this link stay in this tab.")).toBeVisible();
      const tops = await page.evaluate(() => (window as unknown as { topsOfMain: number[] }).topsOfMain);
      expect([...new Set(tops)]).toHaveLength(1);
    },
  );
}

test("a link points at lines and opens a view", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const link = await sharedLink(page);
  await page.goto("about:blank");
  await page.goto(`${link}&view=jwt&token=idToken&line=2-3`);
  await expect(page.getByRole("tab", { name: "JWT" })).toHaveAttribute("data-state", "active");
  await expect(page.getByRole("tab", { name: /^ID token/ })).toHaveAttribute("data-state", "active");
  await playground.editorReady();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("textbox", { name: /Select lines/ })).toHaveValue("2-3");
  expect(await page.getByRole("textbox", { name: "Link", exact: true }).inputValue()).toMatch(/&line=2-3$/);
});

const BROKEN = [
  ["cut", "#wf1.ARtNtqPJ"],
  ["foreign", "#something-else"],
  ["future", "#wf9.AAAA"],
  ["oversized", `#wf1.${"A".repeat(300_000)}`],
] as const;

test("a link that is cut, foreign, of the future or too long gives a plain message and a usable page", async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  for (const [name, hash] of BROKEN) {
    await page.goto("about:blank");
    await playground.open(hash);
    await expect(refusal(page), name).toContainText(/link|address/i);
  }
  await playground.editorReady();
  await playground.writeCode(workflow(`  token.usable = 1;`));
  await expect(playground.claim("usable", "added")).toBeVisible();
});

test("an endless loop in a link leaves the page usable", { tag: "@long" }, async ({ page, context }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  await playground.writeCode(workflow(`  for (;;) {}`));
  const link = await sharedLink(page);
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText(/execution time exceeded|time limit/i).first()).toBeVisible();
  const reader = new PlaygroundPage(other);
  await reader.editorReady();
  await reader.writeCode(workflow(`  token.after = 1;`));
  await expect(reader.claim("after", "added")).toBeVisible();
});

test("Share copies the link; one that would carry what looks like a secret only when the person says so", async ({
  playground,
}) => {
  const { page } = playground;
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const link = await sharedLink(page);
  await expect.poll(clipboard).toBe(link);

  await playground.writeCode(workflow(`  token.key = "${KEY_LIKE}";`));
  await expect(playground.claim("key", "added")).toBeVisible();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const allow = page.getByRole("button", { name: "Make the link with it" });
  await expect(allow).toBeVisible();
  expect(await clipboard()).toBe(link);
  await allow.click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  expect(await clipboard()).toBe(await page.getByRole("textbox", { name: "Link", exact: true }).inputValue());
  await page.getByRole("checkbox", { name: /Open at what I see/ }).check();
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
});

test.describe("accessibility", () => {
  // axe is put into the page, which its policy forbids.
  test.use({ bypassCSP: true });

  test("axe finds nothing serious in what shares and what was shared, light and dark", async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.editorReady();
    const found: { [where: string]: readonly string[] } = {};
    const look = async (where: string, within: string) => {
      found[where] = await seriousViolations(page, within);
    };
    await page.getByRole("button", { name: "Download" }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await look("the download menu", "[role=menu]");
    await page.getByRole("menuitem", { name: /Download as a Kinde repository/ }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look("the download dialog", "[role=dialog]");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
    await look("the link", "[role=dialog]");
    await page.getByRole("tab", { name: "As an embed" }).click();
    await look("the snippets", "[role=dialog]");
    await page.keyboard.press("Escape");
    await playground.writeCode(workflow(`  token.key = "${KEY_LIKE}";`));
    await expect(playground.claim("key", "added")).toBeVisible();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await expect(page.getByRole("region", { name: "What looks like a secret" })).toBeVisible();
    await look("the question about a secret", "[role=dialog]");

    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByText("Opened from a link.")).toBeVisible();
    await playground.editorReady();
    await look("a link", "aside");
    await playground.writeCode(workflow(`  token.mine = 1;`));
    await expect(page.getByText("Your edits to this link")).toBeVisible();
    await look("a link that was edited", "aside");
    await page.getByRole("button", { name: "Reset to what the link holds" }).click();
    await expect(
      page.getByRole("complementary", { name: "Your work" }).getByRole("button", { name: "Undo" }),
    ).toBeVisible();
    await look("a link that was reset", "aside");
    await page.goto("about:blank");
    await page.goto("./#something-else");
    await expect(refusal(page)).toBeVisible();
    await playground.editorReady();
    await look("an address that is no link", "aside");
    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(9);
  });
});

test("a dropped workflow file opens, and the work before it is kept", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  token.mine = 1;`));
  await expect(playground.claim("mine", "added")).toBeVisible();
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "Workflow.ts", { type: "text/plain" }));
    return transfer;
  }, workflow(`  token.dropped = 1;`));
  await page.getByRole("region", { name: "Code" }).dispatchEvent("drop", { dataTransfer: data });
  await expect(playground.claim("dropped", "added")).toBeVisible();
  await page.getByRole("complementary", { name: "Your work" }).getByRole("button", { name: "Undo" }).click();
  await expect(playground.claim("mine", "added")).toBeVisible();
});

test("of a whole repository each workflow can be opened, with what it imports from elsewhere in it", async ({
  playground,
}) => {
  const { page } = playground;
  const folder = "kindeSrc/environment/workflows";
  const imports = `import { plan } from "../../../shared/plan";\n`;
  const files = {
    [`${folder}/admins/Workflow.ts`]: workflow(`  token.admin = true;`),
    [`${folder}/plans/Workflow.ts`]: `${imports}${workflow(`  token.plan = plan;`)}`,
    "kindeSrc/shared/plan.ts": `import { name } from "./names.json";\nexport const plan = name;\n`,
    "kindeSrc/shared/names.json": `{ "name": "gold" }\n`,
  };
  const buffer = Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))),
  );
  await page.getByRole("button", { name: /^Examples, now open/ }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: "repo.zip", mimeType: "application/zip", buffer });
  await expect(playground.claim("admin", "added")).toBeVisible();
  const others = page.getByRole("complementary", { name: "What else the file holds" });
  await others.getByRole("button", { name: "plans" }).click();
  await expect(playground.claim("plan", "added")).toContainText("gold");
  for (const name of ["shared/plan.ts", "shared/names.json"])
    await expect(page.getByRole("tab", { name })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("tab", { name: "environment/workflows/plans/Workflow.ts" })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Your work" })).toContainText("Your work “test” is stashed");
  await expect(others.getByRole("button", { name: "admins" })).toBeVisible();
  await others.getByRole("button", { name: "Close this note" }).click();
});
