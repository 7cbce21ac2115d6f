/** What the scenario lacks is told in amber with a button that adds it, and a failure of the workflow's own stays a failure. */
import { workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

test("what is missing is added from the card, and the cursor stands where it is filled in", async ({ playground }) => {
  const { page } = playground;
  const failed = page.getByRole("region", { name: "What failed" });
  const missing = page.getByRole("region", { name: "What is missing" });
  await playground.writeCode(
    workflow(
      `  const key = getEnvironmentVariable("API_KEY").value;
  const { data } = await fetch("https://api.example.com/plan?key=" + key, { method: "GET" } as any);
  token.plan = data.plan;
  token.plan.tier.name;`,
      { bindings: ', "kinde.fetch": {}, "kinde.env": {}, url: {}', imports: ", fetch, getEnvironmentVariable" },
    ),
  );

  await expect(missing).toContainText("The variable API_KEY is not set");
  await expect(failed).toBeHidden();
  await missing.getByRole("button", { name: /^Add it/ }).click();
  await expect(page.getByRole("tab", { name: /^Environment/ })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("textbox", { name: "Value of API_KEY" })).toBeFocused();
  await page.keyboard.type("k1");

  await expect(missing).toContainText("GET https://api.example.com/plan?key=k1 has no mock");
  await expect(failed).toBeHidden();
  await missing.getByRole("button", { name: /^Add it/ }).click();
  await expect(page.getByRole("tab", { name: /^Mocks/ })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("textbox", { name: "Body of mock 1" })).toBeFocused();
  await page.keyboard.type('{"plan":"gold"}');

  await expect(failed).toContainText("TypeError");
  await expect(missing).toBeHidden();
});
