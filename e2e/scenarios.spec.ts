/** One workflow in several scenarios: added from the one that is open, chosen, named, deleted, kept and shared. */
import { PlaygroundPage } from "./playground-page.ts";
import { expect, test } from "./test.ts";

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
