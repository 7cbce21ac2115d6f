/** More files than Monaco is given models for: each is known to the type checker, opened, edited, marked and kept, and Monaco warns of nothing. */
import { SETTINGS } from "./cases/hostile-case.ts";
import { PlaygroundPage } from "../playground-page.ts";
import { expect, test } from "../test.ts";
import { keptProject, openKept } from "./kept-work.ts";

const WORKFLOW = `import { n } from "./lib450";
import { late } from "./lib460";
${SETTINGS}
export default async function Workflow() {
  const wrong: string = n;
  kinde.accessToken.setCustomClaim("ok", n);
  late();
}
`;
const files = [
  { name: "Workflow.ts", text: WORKFLOW },
  ...Array.from({ length: 500 }, (_, at) => ({
    name: `lib${at}.ts`,
    text:
      at === 460
        ? "export function late() {\n  if (kinde) return;\n  // @ts-expect-error The run alone objects.\n  setTimeout(() => 1, 1);\n}\n"
        : `export const n = ${at};\n`,
  })),
];

test("of five hundred files each is checked, marked and edited when it is opened, and Monaco warns of nothing", {
  tag: "@long",
}, async ({ page }) => {
  const warnings: string[] = [];
  page.on("console", (message) => warnings.push(message.text()));
  await openKept(page, keptProject({ files }));
  const playground = new PlaygroundPage(page);
  await playground.editorReady();
  await playground.tab(/^Problems/);
  const problems = page.getByRole("list", { name: "Problems" });
  await expect(problems).toContainText("Type 'number' is not assignable to type 'string'.", { timeout: 60_000 });
  const all = page.getByRole("combobox", { name: "All 501 files" });
  await all.selectOption("lib460.ts");
  await expect(page.locator(".squiggly-error")).toHaveCount(1);
  await all.selectOption("lib450.ts");
  await playground.writeCode('export const n = "a text";\n');
  await all.selectOption("Workflow.ts");
  await expect(problems).not.toContainText("Type 'number' is not assignable", { timeout: 60_000 });
  // More are opened than have a model at once: what was typed in the first is still there.
  for (let at = 100; at < 210; at++) await all.selectOption(`lib${at}.ts`);
  await all.selectOption("lib450.ts");
  await expect(page.getByRole("region", { name: "Code" })).toContainText("a text");
  await all.selectOption("Workflow.ts");
  await expect(problems).not.toContainText("Type 'number' is not assignable");
  expect(warnings.filter((text) => /LEAK|listener/i.test(text))).toEqual([]);
});
