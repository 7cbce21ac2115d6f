/** What is shown is what is signed, digit by digit. */
import { expect, test } from "@playwright/test";
import { PlaygroundPage } from "./playground-page.ts";

const WRITES_BIG = `import { accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: "user:tokens_generation", bindings: { "kinde.accessToken": {} } };
export default async function Workflow() {
  const t = accessTokenCustomClaims<any>();
  t.near = [9007199254740993n];
}`;

test("numbers that no double holds stand in every view as they are signed", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.writeCode(WRITES_BIG);
  await playground.tab("Base tokens");
  const base = page.getByRole("textbox", { name: "Access token, base claims as JSON" });
  await base.fill('{"sub": "kp_1", "kept": [9007199254740993, -0, 1.0, 1E5], "near": [9007199254740992]}');
  await expect(playground.claim("near", "replaced")).toContainText("9007199254740993");

  await page.getByRole("tab", { name: "JSON diff" }).click();
  const diff = page.locator(".json-diff");
  await expect(diff).toContainText("9007199254740992");
  await expect(diff.locator(".modified")).toContainText("9007199254740993");
  await page.getByRole("tab", { name: "JWT" }).click();
  await expect(page.getByRole("figure", { name: "Claims set" })).toContainText("9007199254740993");
  const payload = await page.locator(".jwt-part--payload").textContent();
  expect(Buffer.from(payload ?? "", "base64url").toString()).toBe(
    '{"sub":"kp_1","kept":[9007199254740993,-0,1.0,1E5],"near":[9007199254740993]}',
  );

  await base.fill('{"sub": "kp_1", "in": {"a": 1, "a": 2}}');
  await expect(page.getByText('The name "a" stands twice in this object.')).toBeVisible();
  await playground.tab("Event");
  await page.getByRole("textbox", { name: /^Event for/ }).fill('{"n": 9007199254740993}');
  await expect(page.getByText("The workflow gets 9007199254740992 for 9007199254740993")).toBeVisible();
  expect(playground.errors).toEqual([]);
});
