/** Calls nest as deep as in production, whatever calls them, and those without end are a limit. */
import { expect, test } from "vitest";
import { emptyScenario } from "../workflow/scenario.ts";
import { createNodePreparer } from "./node-runner.ts";

const prepare = await createNodePreparer();
const OPTIONS = { nowMs: 1_795_424_400_000, timeoutMs: 20_000, grantConsole: true };

async function claimOf(body: string, before = ""): Promise<string> {
  const text = `import { accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "deep", trigger: "user:tokens_generation", bindings: { "kinde.accessToken": {} } };
${before}
export default async function Workflow() { const t = accessTokenCustomClaims();
${body}
}`;
  const result = (await prepare([{ name: "Workflow.ts", text }], OPTIONS))(emptyScenario());
  if (result.outcome.kind === "interrupted") return result.outcome.limit;
  if (result.outcome.kind !== "completed") return JSON.stringify(result.outcome);
  const claim = result.effects.flatMap((effect) => (effect.kind === "claim" ? [effect.value.text] : []));
  return claim.join();
}

const DEEP: readonly (readonly [how: string, body: string, claim: string])[] = [
  ["plain calls", "const f = (n: number): number => (n === 0 ? 0 : 1 + f(n - 1)); t.d = f(50000);", "50000"],
  [
    "through map",
    "const f = (n: number): number => (n === 0 ? 0 : 1 + [n].map((x) => f(x - 1))[0]); t.d = f(5000);",
    "5000",
  ],
  [
    "getters",
    "const f = (n: number): number => (n === 0 ? 0 : 1 + { get a() { return f(n - 1); } }.a); t.d = f(5000);",
    "5000",
  ],
  [
    "comparers",
    "const f = (n: number): number => { let r = 0; if (n) [2, 1].sort(() => ((r = 1 + f(n - 1)), 0)); return r; }; t.d = f(2000);",
    "2000",
  ],
  [
    "replacers",
    "const f = (n: number): number => (n === 0 ? 0 : 1 + Number('a'.replace(/a/, () => String(f(n - 1))))); t.d = f(1000);",
    "1000",
  ],
  [
    "texts of objects",
    "const f = (n: number): number => (n === 0 ? 0 : 1 + Number('' + { toString: () => String(f(n - 1)) })); t.d = f(5000);",
    "5000",
  ],
  [
    "constructors",
    "class A { c; constructor(n: number) { this.c = n ? new A(n - 1) : null; } } let d = 0; for (let a = new A(5000); a; a = a.c as A) d++; t.d = d;",
    "5001",
  ],
  [
    "generators",
    "function* g(n: number): Generator<number> { if (n) yield* g(n - 1); yield n; } let c = 0; for (const _ of g(200)) c++; t.d = c;",
    "201",
  ],
  [
    "awaited calls",
    "const f = async (n: number): Promise<number> => (n === 0 ? 0 : 1 + (await f(n - 1))); t.d = await f(20000);",
    "20000",
  ],
  [
    "proxies",
    "const f = (n: number): number => (n === 0 ? 0 : 1 + new Proxy({}, { get: () => f(n - 1) }).a); t.d = f(2000);",
    "2000",
  ],
  ["bound calls", "const f = (n: number): number => (n === 0 ? 0 : 1 + f.bind(null, n - 1)()); t.d = f(5000);", "5000"],
  [
    "applied calls",
    "const f = (n: number): number => (n === 0 ? 0 : 1 + Reflect.apply(f, null, [n - 1])); t.d = f(5000);",
    "5000",
  ],
  [
    "writing JSON",
    "let o: unknown = 1; for (let i = 0; i < 5000; i++) o = [o]; t.d = JSON.stringify(o).length;",
    "10001",
  ],
  ["reading JSON", "t.d = JSON.parse('['.repeat(5000) + ']'.repeat(5000)).length;", "1"],
  [
    "toJSON",
    "const f = (n: number): unknown => ({ toJSON: () => (n === 0 ? 0 : JSON.parse(JSON.stringify(f(n - 1))) + 1) }); t.d = JSON.parse(JSON.stringify(f(500)));",
    "500",
  ],
  [
    "flattening",
    "let o: unknown = 1; for (let i = 0; i < 2000; i++) o = [o]; t.d = (o as unknown[]).flat(Infinity).length;",
    "1",
  ],
  [
    "a failure caught far up",
    "const f = (n: number): number => { if (n === 0) throw new Error('deep'); return f(n - 1) + 0; }; try { f(20000); } catch (e) { t.d = (e as Error).message; }",
    '"deep"',
  ],
  [
    "finally on the way back",
    "let k = 0; const f = (n: number): number => { try { return n === 0 ? 1 : f(n - 1); } finally { k++; } }; f(20000); t.d = k;",
    "20001",
  ],
  [
    "walking a tree",
    "type T = { c: T[] }; let tree: T = { c: [] }; for (let i = 0; i < 3000; i++) tree = { c: [tree, { c: [] }] }; const count = (x: T): number => x.c.reduce((s, c) => s + count(c), 1); t.d = count(tree);",
    "6001",
  ],
];

test.each(DEEP)("%s", async (_, body, claim) => {
  expect(await claimOf(body)).toBe(claim);
});

test("while the module is read, too", async () => {
  expect(
    await claimOf(
      "t.d = depth;",
      "const f = (n: number): number => (n === 0 ? 0 : 1 + f(n - 1)); const depth = f(30000);",
    ),
  ).toBe("30000");
});

test("a run in the deep engine leaves nothing behind for the next", async () => {
  const deep = "const f = (n: number): number => (n === 0 ? 0 : 1 + f(n - 1)); f(20000);";
  expect(await claimOf(`${deep} (globalThis as any).left = 1; Array.prototype.map = null as any; t.d = 1;`)).toBe("1");
  expect(await claimOf(`${deep} t.d = typeof (globalThis as any).left + [1].map((x) => x);`)).toBe('"undefined1"');
});

test("without end they are a limit that no code can catch", async () => {
  expect(await claimOf("const f = (): number => f() + 1; try { f(); } catch { t.d = 1; }")).toBe("stack");
  expect(await claimOf("const f = (x: number): number => [x].map(f)[0]; try { f(1); } finally { t.d = 1; }")).toBe(
    "stack",
  );
  expect(await claimOf("const o: any = {}; o.toJSON = () => JSON.stringify(o); t.d = JSON.stringify(o);")).toBe(
    "stack",
  );
});
