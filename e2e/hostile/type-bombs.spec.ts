/** Types that would take minutes and gigabytes to check: type help is given up with a line, all else goes on, and an edit brings it back. */
import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import { SETTINGS } from "./cases/hostile-case.ts";
import { PlaygroundPage } from "../playground-page.ts";
import { expect, test } from "../test.ts";
import { keptFile, openKept } from "./kept-work.ts";
import { longest, workOf } from "./page-work.ts";

/** On one line: Monaco would close a bracket that stands at the end of a line. */
const HEAD = SETTINGS.replaceAll("\n", " ");
const WORKFLOW = `export default async function Workflow() { kinde.accessToken.setCustomClaim("before", 1); }`;

const list = (count: number, each: (at: number) => string, between = "\n") =>
  Array.from({ length: count }, (_, at) => each(at)).join(between);

/** TypeScript did not end this one in a hundred seconds: two types of 2¹⁶ members each are compared, eight times. */
const ENDLESS = "intersections of unions";

/** Each costs TypeScript in another way: which of the others it ends by itself is its own affair. */
const TYPE_BOMBS: readonly (readonly [what: string, types: string])[] = [
  [
    "two recursions at each step, again and again",
    `type Twice<T, N extends 0[]> = N extends [0, ...infer R extends 0[]] ? [Twice<[T, 0], R>, Twice<[T, 1], R>] : T;
type N16 = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
${list(60, (at) => `export type Grown${at} = Twice<${at}, [...N16, 0, 0]>; export const grown${at}: Grown${at} = null!;`)}`,
  ],
  [
    "large unions of objects that are compared with each other",
    `type Left = ${list(6_000, (at) => `{ left: ${at}; tag: string; inner: { a${at % 97}: number } }`, " | ")};
type Right = ${list(6_000, (at) => `{ left: ${at + 1}; tag: string; inner: { b${at % 89}?: number } }`, " | ")};
export function compare(left: Left): Right { return left; }
export const same: (of: Right) => Left = (of) => of;`,
  ],
  [
    "literals of every shape in one list",
    `export const every = [\n${list(4_000, (at) => `{ p${at}: ${at}, q${at + 1}: { r${at}: [${at}, "x"] } },`)}\n];`,
  ],
  [
    "products of template literals",
    `type D = ${list(10, (at) => `"${at}"`, " | ")};
type Four = \`\${D}\${D}\${D}\${D}\`;
${list(40, (at) => `export type Pair${at} = \`\${${at}}\${Four}\` extends \`\${infer A}-\${infer B}\` ? [A, B] : Exclude<Four, \`${at % 10}\${string}\`>; export const pair${at}: Pair${at} = {} as { [K in Four]: K }[Four];`)}`,
  ],
  [
    ENDLESS,
    `${list(16, (at) => `type U${at} = { a${at}: 1; s: "x" } | { b${at}: 2; s: "x" };`)}
${list(8, (times) => `export const all${times}: ${list(16, (at) => `U${at}`, " & ")} & { t${times}: 1 } = null! as ${list(16, (at) => `U${(at + 3) % 16}`, " & ")};`)}`,
  ],
  [
    "overloads, chosen again for each function within a function",
    `declare function choose(f: (n: number) => number): number;
declare function choose(f: (s: string) => string): string;
declare function choose(f: (b: boolean) => boolean): boolean;
declare function choose<T>(f: (t: T[]) => T): T;
export const chosen = () => ${list(14, (at) => `choose((x${at}) => `, "")}x0.missing${")".repeat(14)};`,
  ],
  [
    "mapped types that map one another",
    `type Keys = ${list(400, (at) => `"k${at}"`, " | ")};
type Deep<T, N extends 0[]> = N extends [0, ...infer R extends 0[]] ? { [K in keyof T]: Deep<{ [P in Keys]: [K, P] }, R> }[keyof T] : T;
export const deep: Deep<{ [K in Keys]: K }, [0, 0, 0, 0]> = null!;
export const other: Deep<{ [K in Keys]: [K] }, [0, 0, 0, 0]> = deep;`,
  ],
  [
    "a loop whose variables follow from each other",
    `export function loop(n: number) {
${list(300, (at) => `  let v${at}: any = ${at}; let w${at};`)}
  while (n-- > 0) {
${list(300, (at) => `    if (v${at}) w${at} = w${(at + 1) % 300}; else w${(at * 7) % 300} = [w${at}, w${(at + 11) % 300}];`)}
  }
  return [${list(300, (at) => `w${at}`, ", ")}];
}`,
  ],
];

/** In megabytes; null where the system does not tell. */
async function renderersHold(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    return renderers.reduce((sum, { id }) => sum + residentBytes(id), 0) / 1e6;
  } catch {
    return null;
  } finally {
    await session.detach();
  }
}

function residentBytes(pid: number): number {
  return Number(/^Pss: +(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1_024;
}

/** With an ordinary text it is about half of this, two workers and TypeScript’s among it. */
const MOST_HELD_MB = 650;

for (const [what, types] of TYPE_BOMBS)
  test(`${what}: the page goes on, and the memory is given back`, { tag: "@long" }, async ({ page, browser }) => {
    test.setTimeout(180_000);
    const playground = new PlaygroundPage(page);
    const note = page.locator(".editor-note");
    const work = await workOf(browser, page, async () => {
      await openKept(page, keptFile(`${HEAD}\n${WORKFLOW}\n${types}\n`));
      await playground.editorReady();
      await expect(playground.claim("before", "added")).toBeVisible();
      // Either TypeScript ends by itself and marks what is wrong, or its worker is ended.
      for (let second = 0; second < 75; second++) {
        if (await note.isVisible()) break;
        await page.waitForTimeout(1_000);
        if (second > 25 && (await page.locator(".squiggly-error").count()) > 0) break;
      }
    });
    const isOff = await note.isVisible();
    if (what === ENDLESS) expect(isOff, "type help was given up").toBe(true);
    if (isOff) await expect(note).toContainText("Type help is off");
    expect(longest(work), "ms of the processor in one task").toBeLessThan(200);
    // The next edit, and a mistake in it that only types can find.
    await playground.writeCode(`${HEAD}\nconst n: number = "text";\n${WORKFLOW.replace("before", "after")}`);
    await expect(playground.claim("after", "added")).toBeVisible();
    await expect(note).toHaveCount(0);
    await expect(page.locator(".squiggly-error").first()).toBeVisible({ timeout: 60_000 });
    await expect
      .poll(async () => (await renderersHold(browser)) ?? 0, { message: "megabytes of the renderers", timeout: 60_000 })
      .toBeLessThan(MOST_HELD_MB);
    await page.reload();
    await expect(playground.claim("after", "added")).toBeVisible();
  });
