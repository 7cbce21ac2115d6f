/** A fix stands beside each mistake: in the list of problems, on the card of a failure, at the cursor in both editors; one undo takes it back. */
import { seriousViolations } from "./serious-violations.ts";
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

test("a fix is made from the list, the card and the cursor, and one undo takes it back", async ({ playground }) => {
  const { page } = playground;
  const run = page.getByRole("region", { name: "Run", exact: true });
  const problems = page.getByRole("tab", { name: /^Problems/ });
  await playground.writeCode(
    workflow(`  token.permissions.push("x");\n  console.log(1);`, { bindings: ', "kinde.env": {}' }),
  );
  await problems.click();
  await expect(run.getByRole("button", { name: "Fix 2 problems at once" })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await run.getByRole("button", { name: 'Write token.permissions = [...token.permissions, "x"]' }).click();
  await expect(playground.claim("permissions", "replaced")).toBeVisible();
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(playground.claim("permissions", "replaced")).toBeHidden();
  await expect(run.getByRole("button", { name: /^Write token\.permissions/ })).toBeVisible();

  await run.getByRole("button", { name: "Fix 2 problems at once" }).click();
  await expect(problems).toHaveAccessibleName(/1$/);
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(problems).toHaveAccessibleName(/3$/);

  await playground.writeCode(workflow(`  denyAccess("no");`));
  const failed = page.getByRole("region", { name: "What failed" });
  await failed.getByRole("button", { name: /^Import denyAccess .* add kinde\.auth to the bindings$/ }).click();
  await expect(page.getByText("Access is denied with the reason “no”.")).toBeVisible();
  await expect(failed).toBeHidden();

  await playground.writeCode(workflow("\n  delete token.permissions;"));
  await expect(problems).toHaveAccessibleName(/1$/);
  await page.keyboard.press("ControlOrMeta+End");
  for (let line = 0; line < 2; line++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ControlOrMeta+.");
  await page.getByRole("option", { name: "Write token.permissions = []" }).waitFor();
  await page.keyboard.press("Enter");
  await expect(playground.claim("permissions", "emptied")).toBeVisible();
  await expect(playground.editor).toBeFocused();
});

test("the text field before the full editor has them too", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await page.route(/MonacoEditor/, () => new Promise(() => undefined));
  await playground.open();
  await playground.diagnosed();
  const field = page.getByRole("textbox", { name: "Workflow.ts, code editor" });
  await field.focus();
  await page.keyboard.press("ControlOrMeta+a");
  const text = workflow("  delete token.permissions;");
  await page.keyboard.insertText(text);
  await page.getByRole("tab", { name: /^Problems/ }).click();
  const fix = page.getByRole("button", { name: "Write token.permissions = []" });
  await fix.click();
  await expect(field).toHaveValue(/token\.permissions = \[\];/);
  await expect(field).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(field).toHaveValue(text);

  await expect(fix).toBeVisible();
  await page.keyboard.press("ControlOrMeta+.");
  await expect(playground.claim("permissions", "emptied")).toBeVisible();
});
