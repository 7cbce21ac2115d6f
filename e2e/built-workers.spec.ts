/** The built workers as a browser starts them: none adds a name to its global scope, and production's bundler works in its own. */
import type { Page } from "@playwright/test";
import { encodeLink } from "../src/share/link.ts";
import { createProject } from "../src/workflow/project.ts";
import { namesOfWorkers } from "./hostile/names-of-workers.ts";
import { PlaygroundPage } from "./playground-page.ts";
import { expect, test } from "./test.ts";

const DECORATED = `import { WorkflowTrigger, accessTokenCustomClaims } from "@kinde/infrastructure";

export const workflowSettings = {
  id: "decorated",
  trigger: WorkflowTrigger.UserTokenGeneration,
  bindings: { "kinde.accessToken": {} },
};

const sealed = (target: any) => { target.isSealed = true; };

@sealed
class Plan {}

export default async function Workflow(event: any) {
  accessTokenCustomClaims<any>().sealed = (Plan as any).isSealed;
}
`;

/** Monaco's own workers publish their interfaces on purpose. */
const PUBLISHED = ["monaco", "ts"];

/** By worker, the names on its global scope that an empty worker does not have. */
async function addedNames(page: Page): Promise<readonly string[]> {
  const workers = page.workers();
  const usual = await page.evaluate(async () => {
    const url = URL.createObjectURL(new Blob(["postMessage(Object.getOwnPropertyNames(self))"]));
    const worker = new Worker(url);
    const names = await new Promise<string[]>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
    worker.terminate();
    return names;
  });
  const lists = workers.map(async (worker) => {
    const { name, all } = await worker.evaluate(() => ({ name: self.name, all: Object.getOwnPropertyNames(self) }));
    return all.filter((one) => !usual.includes(one) && !PUBLISHED.includes(one)).map((one) => `${name}: ${one}`);
  });
  return (await Promise.all(lists)).flat();
}

test("a decorator is bundled and runs, before and after code that ends the bundler’s stack, and no worker has a name of its own on its global scope", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  await playground.writeCode(DECORATED);
  await expect(playground.claim("sealed", "added")).toBeVisible({ timeout: 60_000 });
  const names = await namesOfWorkers(page);
  expect(names).toEqual(expect.arrayContaining(["workflow runtime", "workflow bundler", "typescript"]));
  expect(await addedNames(page)).toEqual([]);
  // What ends the bundler's stack is told of this code, and the bundler is there for the next.
  const text = `${DECORATED}export const deep = ${"1<".repeat(100_000)}1;\n`;
  const link = encodeLink({ project: createProject([{ name: "Workflow.ts", text }]) });
  await page.evaluate((hash) => location.assign(hash), `#${link}`);
  await expect(page.getByText("The source is nested deeper than the playground can read.").first()).toBeVisible();
  await page.goBack();
  await expect(playground.claim("sealed", "added")).toBeVisible();
  await playground.writeCode(DECORATED.replace(").isSealed", ").isSealed + 1"));
  await expect(playground.claim("sealed", "added")).toContainText("2");
});

test("the worker of the first result has no name of its own on its global scope", async ({ page }) => {
  // Without another worker the first one stays.
  await page.route(/\/runtime-worker-[^/]*\.js$/, () => new Promise(() => undefined));
  await new PlaygroundPage(page).open();
  const names = await namesOfWorkers(page);
  expect(names).toContain("first workflow runtime");
  expect(await addedNames(page)).toEqual([]);
});
