/** One workflow in several scenarios: added from the one that is open, chosen, named, deleted, kept and shared. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

const COMMAND = fileURLToPath(new URL("../dist/packages/cli/kinde-workflows.mjs", import.meta.url));

test("a second scenario is one click away, keeps its own tokens and event, and outlives a reload", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const scenario = page.getByRole("region", { name: "Scenario" });
  const list = scenario.getByRole("radiogroup", { name: "Scenarios" });
  await expect(list).toBeHidden();
  await scenario.getByRole("button", { name: "Add a scenario" }).click();
  await page.getByRole("menuitem", { name: "no organization" }).click();
  await expect(list.getByRole("radio")).toHaveText(["Scenario 1", "no organization"]);
  await expect(list.getByRole("radio", { name: "no organization" })).toBeChecked();
  await expect(list.getByRole("radio", { name: "no organization" })).toBeFocused();
  const claims = scenario.getByRole("textbox", { name: /base claims as JSON/ });
  await expect(claims).not.toHaveValue(/org_code/);
  await list.getByRole("radio", { name: "Scenario 1" }).click();
  await expect(claims).toHaveValue(/org_code/);

  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "New name for Scenario 1" }).fill("member");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+ArrowRight");
  await expect(list.getByRole("radio")).toHaveText(["no organization", "member"]);
  await page.keyboard.press("Delete");
  await expect(list).toBeHidden();
  await scenario.getByRole("button", { name: "Undo" }).click();
  await expect(list.getByRole("radio", { name: "member" })).toBeChecked();

  await list.getByRole("radio", { name: "no organization" }).click();
  await page.reload();
  await expect(list.getByRole("radio")).toHaveText(["no organization", "member"]);
  await expect(claims).not.toHaveValue(/org_code/);
});

test("what is seen is expected of every scenario; what an edit breaks is named with its line, and opened from its cell", async ({
  playground,
}) => {
  const { page } = playground;
  const scenario = page.getByRole("region", { name: "Scenario" });
  const run = page.getByRole("region", { name: "Run" });
  await expect(run.getByRole("tab", { name: "Scenarios" })).toBeHidden();
  await scenario.getByRole("button", { name: "Add a scenario" }).click();
  await page.getByRole("menuitem", { name: "guest" }).click();
  await run.getByRole("tab", { name: "Scenarios" }).click();
  const counts = run.getByText(/\d+ holds?/);
  await expect(run.getByRole("status").first()).toHaveText(/0 hold.*0 fail.*2 not checked/);
  const table = run.getByRole("table");
  const cell = (claim: string, column: number) =>
    table
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: claim }) })
      .getByRole("cell")
      .nth(column);
  await expect(cell("companyName", 1)).toHaveText(/added, "Acme Inc."/);

  await run.getByRole("button", { name: "Expect what I see" }).click();
  await page.getByRole("menuitem", { name: "Of all 2 scenarios" }).click();
  await expect(counts).toHaveText("● 2 hold");
  await run.getByRole("button", { name: "Undo" }).click();
  await expect(counts).toHaveText("● 0 hold");
  await run.getByRole("button", { name: "Expect what I see" }).click();
  await page.getByRole("menuitem", { name: "Of all 2 scenarios" }).click();

  await expect(counts).toHaveText("● 2 hold");
  const report = await playground.copied("Copy the report as JSON");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await playground.copied(/^(Copy link|Link copied)$/);
  await page.keyboard.press("Escape");
  const { stdout } = spawnSync(process.execPath, [COMMAND, "test", link, "--reporter", "json"], { encoding: "utf8" });
  expect(report).toBe(stdout);

  await playground.writeCode(
    workflow(
      '  if (token.permissions.length === 0) token.companyName = "Nobody";\n  else token.companyName = "Acme Inc.";',
    ),
  );
  await expect(counts).toHaveText("● 1 holds");
  const failure = run.getByRole("list", { name: "What fails" }).getByRole("listitem");
  await expect(run.getByText(/No scenario reaches/)).toBeHidden();
  await expect(failure).toHaveText(/guest expected companyName = "Acme Inc.", but it is "Nobody" line 11/);
  await expect(run.getByRole("tab", { name: "Scenarios 1 fails" })).toBeVisible();
  await scenario.getByRole("radio", { name: "Scenario 1" }).click();
  await expect(playground.claim("companyName", "added")).toContainText("Acme Inc.");
  await table.getByRole("button", { name: "Scenario 1, holds" }).focus();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(playground.claim("companyName", "added")).toContainText("Nobody");
  await expect(scenario.getByRole("radio", { name: "guest" })).toBeChecked();
  expect(await seriousViolations(page)).toEqual([]);
  await run.getByRole("button", { name: "Expect this" }).click();
  await expect(counts).toHaveText("● 2 hold");

  await playground.writeCode(workflow('  token.companyName = "Acme Inc.";\n  if (token.never) token.plan = "gold";'));
  await expect(run.getByText(/No scenario reaches the write of plan at line 12/)).toBeVisible();

  await scenario.getByRole("tab", { name: "Expect" }).click();
  await scenario
    .getByRole("textbox", { name: "What is expected of guest, as JSON" })
    .fill('{\n  "outcom": "failed"\n}');
  await expect(scenario.getByText(/Did you mean "outcome"/)).toBeVisible();
  await expect(scenario.getByRole("button", { name: "Line 2, column 3" })).toBeVisible();
  await expect(failure).toHaveText(/guest What is expected cannot be read: line 2, column 3/);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("tab", { name: "Run", exact: true }).first().click();
  await page.getByRole("combobox", { name: "Scenario" }).selectOption({ label: "● Scenario 1" });
  await expect(cell("companyName", 0)).toHaveText(/"Acme Inc.", as expected/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await seriousViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
});
