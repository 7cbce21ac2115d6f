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

const RETRY = workflow(
  `  const ask = (plan: string) =>
    fetch("https://api.example.com/plan", { method: "POST", headers: { "X-Plan": plan }, body: JSON.stringify({ plan }) } as any);
  try {
    await ask("gold");
  } catch {
    token.retried = true;
  }
  const { data } = await ask("gold");
  token.plan = data.plan;`,
  { bindings: ', "kinde.fetch": {}, url: {}', imports: ", fetch" },
);

test("a failure for one request, then the answer: mocks of one address answer in their order", async ({
  playground,
}) => {
  const { page } = playground;
  const missing = page.getByRole("region", { name: "What is missing" });
  const mock = (number: number) => page.getByRole("group", { name: `Mock ${number}` });
  await playground.writeCode(RETRY);
  await missing
    .getByRole("button", { name: /^Add it/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: "Body of mock 1" }).fill('{"plan":"gold"}');
  await expect(mock(1)).toContainText("Answered 2 calls");

  await page.getByRole("button", { name: "Add a mock" }).click();
  await mock(2).getByRole("combobox", { name: "Method of mock 2" }).selectOption("POST");
  await mock(2)
    .getByRole("textbox", { name: /^URL of mock 2/ })
    .fill("https://api.example.com/plan");
  await mock(2).getByRole("combobox", { name: "Answer of mock 2" }).selectOption("error");
  await mock(2)
    .getByRole("spinbutton", { name: /^How many requests mock 2 answers/ })
    .fill("1");
  await expect(mock(2)).toContainText("Not called in this run");
  await page.getByRole("button", { name: "Move mock 2 up" }).click();
  await expect(mock(1)).toContainText("Answered 1 call");
  await expect(mock(2)).toContainText("Answered 1 call");
  await expect(playground.claim("retried", "added")).toBeVisible();

  await mock(2)
    .getByRole("button", { name: /^Headers and body/ })
    .click();
  await mock(2).getByRole("textbox", { name: "Headers that mock 2 wants" }).fill("x-plan: silver*");
  await expect(missing).toContainText(
    'Mock 2 wants the header x-plan to be "silver*", and it is "gold". Mock 1 has answered once, and is to answer no more.',
  );
  await mock(2).getByRole("textbox", { name: "Headers that mock 2 wants" }).fill("x-plan: g*");
  await mock(2).getByRole("textbox", { name: "Body that mock 2 wants" }).fill('{"plan":"silver"}');
  await expect(missing).toContainText('Mock 2 wants plan in the body to be "silver", and it is "gold".');
  await mock(2).getByRole("textbox", { name: "Body that mock 2 wants" }).fill('{"plan":"gold"}');
  await expect(missing).toBeHidden();
  await page.reload();
  await expect(mock(1)).toContainText("Answered 1 call");
  await expect(mock(2)).toContainText("x-plan: g*");
});

test("a failure in the engine's own words is explained on its card, at its line", async ({ playground }) => {
  const failed = playground.page.getByRole("region", { name: "What failed" });
  await playground.writeCode(workflow(`  token.expires = new Date(event.context.user.nothing);`));
  await expect(failed).toContainText("reflect: call of reflect.Value.Set");
  await expect(failed).toContainText("An invalid Date leaves the workflow here: the host fails on it");
  await playground.writeCode(workflow(`  for (const role of event.context.roles) token[role] = true;`));
  await expect(failed).toContainText("event.context.roles is undefined or null, and a list is needed.");
  await playground.writeCode(workflow(`  token.expires = new Date(0);`));
  await expect(failed).toBeHidden();
});
