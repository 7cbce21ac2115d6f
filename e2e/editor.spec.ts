/** The code editor as a whole: its way out, its undo, what its type checker says, and where its definitions lead. */
import { workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

test("Escape and Tab lead past the dividers, typing leads back, and nothing of one project is undone into the next", async ({
  playground,
}) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  const amount: number = "many";\n  token.amount = amount;`));
  await expect(playground.claim("amount", "added")).toBeVisible();
  // Colours for brackets held up the page for more than a second with 90 KB of them.
  await expect(page.locator(".view-line").first()).toBeVisible();
  await expect(page.locator(".view-line [class*=bracket-highlighting]")).toHaveCount(0);

  await playground.tab(/^Problems/);
  const told = page.getByRole("list", { name: "Problems" });
  await expect(told).toContainText("Type 'string' is not assignable to type 'number'");
  await expect(told).toContainText("Kinde runs this anyway");

  const place = told.getByRole("button", { name: /Workflow\.ts:\d+:\d+: go there/ }).first();
  await place.click();
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(place).toBeFocused();

  await playground.editor.focus();
  await page.keyboard.press("Escape");
  await expect(playground.editor).not.toBeFocused();
  await page.keyboard.type("// goes on");
  await expect(playground.editor).toBeFocused();
  await expect(page.getByRole("region", { name: "Code" })).toContainText("// goes on");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  const reached = await page.evaluate(() => document.activeElement?.getAttribute("role"));
  expect(reached).not.toBe("separator");
  await expect(playground.editor).not.toBeFocused();

  await page.getByRole("button", { name: "Add a file" }).click();
  await page.getByRole("textbox", { name: "Name of the new file" }).fill("other.ts");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "other.ts" }).press("Delete");
  await expect(page.getByText("other.ts was deleted.")).toBeVisible();
  await playground.openExample("Empty permissions");
  await expect(page.getByText("other.ts was deleted.")).toBeHidden();
  await playground.editor.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(playground.claim("permissions", "emptied")).toBeVisible();
  await expect(page.getByRole("region", { name: "Code" })).not.toContainText("// goes on");
});
