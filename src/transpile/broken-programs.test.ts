/** Everyday programs with a token too many, too few or elsewhere: what runs here is never what production's bundler refuses. `GENERATED_SEED` repeats a failing run. */
import { expect, test } from "vitest";
import { createRandom, type Random } from "../../testing/random.ts";
import { asFiles, type Files } from "../../testing/bundled-by-esbuild.ts";
import { bundleExactly } from "../../testing/transpile-exactly.ts";
import { transpile } from "./transpile.ts";

const PROGRAMS = 300;
const FIRST_SEED = Number(process.env["GENERATED_SEED"] ?? 1);

const LIB = "export const b = 1;\nexport type C = number;\nexport type A = string;";
const SOURCES: readonly [string, ...string[]] = [
  `import {
  accessTokenCustomClaims,
  WorkflowSettings,
  WorkflowTrigger,
} from "@kinde/infrastructure";
import { b, type C } from "./lib";
enum Tier { Free, Pro = 2, "team plan" = "team" }
export const workflowSettings: WorkflowSettings = {
  id: "w",
  trigger: WorkflowTrigger.UserTokenGeneration,
  bindings: { "kinde.accessToken": {} },
};
export default async function Workflow(event: any): Promise<void> {
  const t = accessTokenCustomClaims<{ plan: string; [key: string]: C | undefined }>();
  const limits: Record<string, number> = { a: b, ...event.limits };
  for (const [key, value] of Object.entries(limits)) t[key] = value as C;
  t.plan = Tier[event.plan] ?? "none";
}
export { b as renamed, type C };
`,
  `import type { A } from "./lib";
interface Shape<T extends object = {}> extends Base<T>, Other {
  readonly a?: number;
  b(x: string, y?: number): void;
  [key: string]: unknown;
}
type M = { readonly [K in keyof Shape]?: Shape[K] };
type Cond<T> = T extends (infer U)[] ? U : T extends string ? "s" : never;
type Tup = [a: string, b?: number, ...rest: boolean[]];
declare const g: number;
abstract class Store<K extends string, V = unknown> implements Iface<K>, Other {
  private readonly map: Map<K, V> = new Map();
  constructor(private a: number, public readonly b?: string) {}
  abstract foo(): void;
  protected async load<T>(key: K): Promise<T | undefined> { return undefined; }
}
export default async (event: Shape<{ x: 1 }>) => {
  const a = event as unknown as Record<string, Array<A>>;
  const f = async (x: number, { y = 1, z }: { y?: number; z: string } = { z: "" }) => [x, y, z];
  if (!a.x) return;
  try { await f(1, { z: \`q\${a.y?.[0] ?? ""}\` }); } catch (error) { throw error; }
};
`,
];
const INSERTED = [
  ..."()[]{}<>,;=:.?!|&@#*“",
  "x",
  "1",
  "1st",
  "const",
  "return",
  "type",
  "as",
  "=>",
  "...",
  "import",
  "\n",
] as const;

function broken(source: string, random: Random): string {
  const parts = source.split(/(\s+|\b)/).filter((part) => part !== "");
  const words = parts.flatMap((part, index) => (/\S/.test(part) ? [index] : []));
  const pick = () => words[random.below(words.length)] ?? 0;
  const at = pick();
  const insert = random.pick(INSERTED as unknown as [string, ...string[]]);
  switch (random.below(5)) {
    case 0:
      parts[at] = "";
      break;
    case 1:
      parts[at] = `${parts[at]} ${parts[at]}`;
      break;
    case 2:
      parts[at] = `${parts[at]} ${insert} `;
      break;
    case 3:
      parts[at] = insert;
      break;
    default: {
      const other = pick();
      [parts[at], parts[other]] = [parts[other] ?? "", parts[at] ?? ""];
    }
  }
  return parts.join("");
}

/** The engine sees what stays in the code, and asks the bundler too. */
function isParsable(code: string): boolean {
  try {
    new Function(`"use strict";${code}`);
    return true;
  } catch {
    return false;
  }
}

test(`${PROGRAMS} broken programs from seed ${FIRST_SEED}`, async () => {
  let compared = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
    const random = createRandom(seed);
    const files: Files = { "Workflow.ts": broken(random.pick(SOURCES), random), "lib.ts": LIB };
    const result = transpile(asFiles(files), "Workflow.ts");
    if (result.kind !== "transpiled" || !isParsable(result.program.unit.code)) continue;
    const bundled = await bundleExactly(asFiles(files));
    const about = `seed ${seed}: ${JSON.stringify(files, null, 1)}`;
    expect(bundled.kind === "refused" && bundled.phase === "compile" ? bundled.error.message : "runs", about).toBe(
      "runs",
    );
    compared++;
  }
  expect(compared).toBeGreaterThan(PROGRAMS * 0.05);
}, 60_000);
