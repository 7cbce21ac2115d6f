/** The main job: change one line of a workflow and see at once what that does to the token. */
import { createLocalJWKSet, jwtVerify } from "jose";
import { workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

test("the three tutorial workflows give their claims, and the tokens verify", async ({ playground }) => {
  const { page } = playground;
  await playground.openExample("Add a claim to the access token");
  await expect(playground.claim("companyName", "added")).toBeVisible();

  await playground.openExample("Empty permissions");
  await expect(playground.claim("permissions", "emptied")).toBeVisible();
  await expect(playground.claim("feature_flags", "emptied")).toBeVisible();

  await playground.openExample("Change the ID token");
  const idToken = page.getByRole("tab", { name: /^ID token/ });
  await expect(idToken).toHaveAttribute("aria-selected", "true");
  await expect(idToken).toContainText("changed claims");
  await expect(playground.claim("house", "added")).toBeVisible();
  await expect(playground.claim("name", "replaced")).toBeVisible();

  await playground.tab("JWT");
  const jwt = await playground.copied("Copy token");
  const jwks = JSON.parse(await playground.copied("Copy JWKS"));
  const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet(jwks));
  expect(protectedHeader).toEqual({ alg: "RS256", kid: jwks.keys[0].kid, typ: "JWT" });
  expect(payload).toHaveProperty("house");

  await playground.openExample("A rule for usernames");
  await expect(page.getByRole("tab", { name: "Event" })).toHaveAttribute("aria-selected", "true");
});

test("a changed line changes the diff with the keystroke", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  token.companyName = "First";`));
  await expect(playground.claim("companyName", "added")).toContainText("First");
  await playground.writeCode(workflow(`  token.companyName = "Second";\n  token.permissions = [];`));
  await expect(playground.claim("companyName", "added")).toContainText("Second");
  await expect(playground.claim("permissions", "emptied")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 claim added (companyName)" }).first()).toBeAttached();
});

test("a prohibited claim keeps its value and says why", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  token.sub = "me";`));
  const row = playground.claim("sub", "rejected");
  await expect(row).toContainText('"me"');
  await row.getByRole("button", { name: /Why is sub/ }).click();
  await expect(page.getByRole("dialog")).toContainText(/Kinde sets it itself/);
});

test("a base token is edited and its mistakes are named with their place", async ({ playground }) => {
  const { page } = playground;
  const base = page.getByRole("textbox", { name: /Access token, base claims/ });
  await base.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText('{ "sub": "kp_1", "companyName": "Old" }');
  await expect(playground.claim("companyName", "replaced")).toContainText("Old");
  await base.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText('{\n  "sub": \n}');
  await expect(page.getByRole("region", { name: "Scenario" })).toContainText(/line 3/i);
  await expect(playground.page.getByText(/stale/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Reset the access token" }).click();
  await expect(playground.claim("companyName", "added")).toBeVisible();
});

test("a pasted JWT becomes the base token, is not stored, and is gone once it was reset", async ({ playground }) => {
  const { page } = playground;
  const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString("base64url");
  const jwt = `${part({ alg: "RS256", kid: "k" })}.${part({ sub: "kp_canary", aud: [], companyName: "Pasted" })}.c2ln`;
  await page.getByRole("button", { name: /Paste a JWT/ }).click();
  await page.getByRole("textbox", { name: "JWT" }).fill(jwt);
  await page.getByRole("button", { name: /Use (as|this|it)/ }).click();
  await expect(playground.claim("companyName", "replaced")).toContainText("Pasted");
  await page.waitForTimeout(600);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("kp_canary");
  await page.getByRole("button", { name: "Reset the access token" }).click();
  await expect(page.getByText("The access token was reset. The pasted token is gone.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Scenario" }).getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(playground.claim("companyName", "added")).toBeVisible();
});

test("code that does not transpile keeps the last result, marked, with the error at its line", async ({
  playground,
}) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  token.companyName = "Kept";`));
  await expect(playground.claim("companyName", "added")).toContainText("Kept");
  await playground.writeCode(workflow(`  token.companyName = = "Kept";`));
  await expect(page.getByText(/stale/i).first()).toBeVisible();
  await expect(playground.claim("companyName", "added")).toContainText("Kept");
  await expect(page.getByRole("button", { name: /Workflow\.ts:11:\d+|line 11 of Workflow\.ts/ }).first()).toBeVisible();
});

test("an endless loop is stopped, and the next edit works", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(workflow(`  for (;;) {}`));
  await expect(page.getByText(/execution time exceeded|time limit/i).first()).toBeVisible();
  await playground.writeCode(workflow(`  new Array(1e9).join();`));
  await expect(
    page.getByText(/could not be interrupted|memory|time limit|execution time exceeded/i).first(),
  ).toBeVisible();
  await playground.writeCode(workflow(`  token.after = 1;`));
  await expect(playground.claim("after", "added")).toBeVisible();
});

test("work survives a reload, secrets do not", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(
    workflow(`  token.kept = getEnvironmentVariable("A").value;`, {
      bindings: ', "kinde.env": {}',
      imports: ", getEnvironmentVariable",
    }),
  );
  await playground.tab("Environment");
  await page.getByRole("button", { name: /Add a variable/ }).click();
  await page.getByRole("textbox", { name: /Name of variable 1/ }).fill("A");
  await page.getByRole("textbox", { name: "Value of A" }).fill("open");
  await page.getByRole("button", { name: /Add a variable/ }).click();
  await page.getByRole("textbox", { name: /Name of variable 2/ }).fill("B");
  await page.getByRole("switch", { name: "B is secret" }).click();
  await page.getByRole("textbox", { name: "Value of B" }).fill("canary-secret");
  await expect(playground.claim("kept", "added")).toContainText("open");
  await page.waitForTimeout(600);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("canary-secret");
  await page.reload();
  await expect(playground.claim("kept", "added")).toContainText("open");
  await playground.tab("Environment");
  await expect(page.getByRole("textbox", { name: /Name of variable 2/ })).toHaveValue("B");
  await expect(page.getByRole("textbox", { name: "Value of B" })).toHaveValue("");
});

test("a file imports another, and files are added and deleted", async ({ playground }) => {
  const { page } = playground;
  await page.getByRole("button", { name: "Add a file" }).click();
  await page.getByRole("textbox", { name: "Name of the new file" }).fill("lib.ts");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "lib.ts" })).toBeVisible();
  await playground.writeCode(`export const plan = (name: string) => name.toUpperCase();\n`);
  await playground.tab("Workflow.ts");
  await playground.writeCode(`import { plan } from "./lib";\n${workflow(`  token.plan = plan("pro");`)}`);
  await expect(playground.claim("plan", "added")).toContainText("PRO");
});

test("a fetch without a mock says how to add one, and a mock answers it", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(
    workflow(
      `  const { data } = await fetch("https://api.example.com/plan", { method: "GET", headers: {} });\n  token.plan = data.plan;`,
      {
        bindings: ', "kinde.fetch": {}, url: {}',
        imports: ", fetch",
      },
    ),
  );
  await expect(page.getByText("GET https://api.example.com/plan has no mock.").first()).toBeVisible();
  await playground.tab(/^Mocks/);
  await page
    .getByRole("button", { name: /Add a mock/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: /URL of mock 1/ }).fill("https://api.example.com/plan");
  const body = page.getByRole("textbox", { name: "Body of mock 1" });
  await body.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText('{"plan":"gold"}');
  await expect(playground.claim("plan", "added")).toContainText("gold");
});
