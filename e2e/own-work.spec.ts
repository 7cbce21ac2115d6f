/** Nothing is lost: two tabs, what was opened over edits, stashed work and the history of it. */
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

test("two tabs keep two works; what is opened over edits is undone; stashed work and earlier states come back", async ({
  context,
}) => {
  const [first, second] = [new PlaygroundPage(await context.newPage()), new PlaygroundPage(await context.newPage())];
  await first.open();
  await first.editorReady();
  await first.writeCode(
    workflow(`  token.first = "in the first tab, and quite a lot of text that is missed when it is gone";`),
  );
  await expect(first.claim("first", "added")).toBeVisible();
  await second.open();
  await second.editorReady();
  await expect(second.claim("first", "added")).toBeVisible();
  await second.writeCode(workflow(`  token.second = "in the second tab";`));
  await expect(second.claim("second", "added")).toBeVisible();
  await first.page.reload();
  await expect(first.claim("first", "added")).toBeVisible();
  await second.page.reload();
  await expect(second.claim("second", "added")).toBeVisible();

  const { page } = second;
  await second.editorReady();
  await second.openExample("Deny access");
  await page.getByRole("complementary", { name: "Your work" }).getByRole("button", { name: "Undo" }).click();
  await expect(second.claim("second", "added")).toBeVisible();

  await page.getByRole("button", { name: /^Examples, now open/ }).click();
  await page.getByRole("button", { name: "Stashed work and history" }).click();
  const dialog = page.getByRole("dialog", { name: "Stashed work and history" });
  await expect(dialog.getByRole("radio", { name: /^test/ })).toHaveCount(1);
  await expect(dialog.getByRole("region", { name: "Preview" })).toContainText("in the first tab");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await page.keyboard.type("my first");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(dialog.getByRole("radio")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("radio", { name: /^my first/ })).toBeChecked();
  expect(await seriousViolations(page, "[role=dialog]")).toEqual([]);
  await dialog.getByRole("button", { name: "Open it" }).click();
  await expect(second.claim("first", "added")).toBeVisible();
  await expect(page.getByRole("button", { name: "Examples, now open: my first" })).toBeVisible();

  await second.writeCode(workflow(`  token.third = 3;`));
  await expect(second.claim("third", "added")).toBeVisible();
  await page.getByRole("button", { name: /^Examples, now open/ }).click();
  await page.getByRole("button", { name: "Stashed work and history" }).click();
  await dialog.getByRole("tab", { name: /^History/ }).click();
  await dialog.getByRole("radio", { name: /^my first.*3;/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("region", { name: "Preview" })).toContainText("in the first tab");
  await dialog.getByRole("button", { name: /^Restore the state of/ }).click();
  await expect(second.claim("first", "added")).toBeVisible();

  await page.goto("./#example=deny-access");
  await expect(page.getByRole("button", { name: "Examples, now open: Deny access" })).toBeVisible();
  await expect(page).toHaveTitle(/^denyAccess/);
  await page.getByRole("complementary", { name: "Your work" }).getByRole("button", { name: "Undo" }).click();
  await expect(second.claim("first", "added")).toBeVisible();
});
