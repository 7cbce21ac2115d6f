/** Calls nest as deep as in production: what is more than a worker's stack holds is run in the engine for that. */
import { workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

const sumTo = (count: number) =>
  workflow(`  const sum = (n: number): number => (n === 0 ? 0 : n + sum(n - 1));\n  token.sum = sum(${count});`);

test("a recursion of 20,000 calls gives its claim, follows the next keys, and an ordinary edit is as quick as before", async ({
  playground,
}) => {
  await playground.writeCode(sumTo(20_000));
  await expect(playground.claims).toContainText("200010000");
  await playground.writeCode(sumTo(50_000));
  await expect(playground.claims).toContainText("1250025000");
  await playground.writeCode(workflow("  token.plain = 1;"));
  await expect(playground.claims).toContainText("plain");
});

test("calls without end are told as such, and the page goes on", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(workflow("  const f = (): number => f() + 1;\n  token.never = f();"));
  await expect(page.getByRole("region", { name: "What failed" })).toContainText("execution time exceeded");
  await expect(page.getByRole("region", { name: "What failed" })).toContainText("calls itself without end");
  await playground.writeCode(workflow("  token.after = 1;"));
  await expect(playground.claims).toContainText("after");
});

test("the engine for deep calls fails once: it is told, and comes with the next run", async ({
  playground,
  complaints,
}) => {
  const { page } = playground;
  complaints.expectToHear(/^Failed to load resource|did not arrive/);
  let failed = 0;
  await page.route("**/assets/deep-engine-*", (route) => (failed++ < 3 ? route.abort() : route.continue()));
  await page.goto("./");
  await playground.writeCode(sumTo(20_000));
  await expect(page.getByRole("region", { name: "What failed" })).toContainText("did not arrive");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(playground.claims).toContainText("200010000");
});

test("a browser that has no memory for deep calls: the run ends at its limit, in words, and ordinary runs go on", async ({
  playground,
}) => {
  const { page } = playground;
  // 97 MB are asked for, and nothing else asks for as much.
  const poor = `{ const { grow } = WebAssembly.Memory.prototype; WebAssembly.Memory.prototype.grow = function (pages) {
    if (pages > 1_500) throw new RangeError("Unable to grow instance memory"); return grow.call(this, pages); }; }`;
  await page.route("**/assets/runtime-worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${poor}\n${await response.text()}` });
  });
  await page.goto("./");
  await playground.writeCode(sumTo(20_000));
  const failed = page.getByRole("region", { name: "What failed" });
  await expect(failed).toContainText("The calls nest deeper than this browser gives memory for.");
  await expect(failed).not.toContainText("execution time exceeded");
  await playground.writeCode(workflow("  token.after = 1;"));
  await expect(playground.claims).toContainText("after");
});
