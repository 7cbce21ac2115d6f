/** The predicted token against one that Kinde issued: what differs and why, and nothing of the pasted token stays anywhere. */
import { seriousViolations } from "./serious-violations.ts";
import { expect, test } from "./test.ts";

function jwtOf(claims: object): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${encode({ alg: "RS256" })}.${encode(claims)}.AAAA`;
}

test("a pasted token is compared, becomes the base token, and leaves no trace", async ({ playground }) => {
  const { page } = playground;
  await playground.tab(/^JWT/);
  await page.getByRole("button", { name: "Compare with a real token…" }).click();
  const dialog = page.getByRole("dialog", { name: "Compare with a real token" });
  const field = dialog.getByRole("textbox", { name: "JWT that Kinde issued" });
  await field.fill("ey");
  await expect(dialog.getByText(/has no dot/)).toBeVisible();
  const issued = { iss: "https://acme.kinde.com", sub: "kp_canary", azp: "app", scp: ["openid"], exp: 2_000_000_000 };
  await field.fill(jwtOf(issued));
  await expect(dialog.getByText(/not of the same sign-in: another Kinde domain/)).toBeVisible();
  await expect(dialog.getByRole("region", { name: "only predicted" })).toContainText("companyName");
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Copy the report without values" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("Likely cause (another-domain)");
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain("canary");

  await dialog.getByRole("button", { name: "Use it as the base token" }).click();
  await expect(dialog.getByText(/^None of what the workflow writes is in this token/)).toBeVisible();
  await expect(dialog.getByText("Most likely").locator("..")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Compare with a real token…" })).toBeFocused();
  await expect(page.getByText("pasted, not stored")).toBeVisible();
  await page.waitForTimeout(1_500);
  const kept = await page.evaluate(() =>
    JSON.stringify({ ...localStorage, ...sessionStorage, address: location.href }),
  );
  expect(kept).not.toContain("canary");
});
