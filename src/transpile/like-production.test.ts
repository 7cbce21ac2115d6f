import { expect, test } from "vitest";
import { PACKAGE_EXPORTS, PACKAGE_NAME } from "../workflow/package-exports.ts";
import { answerOf, asFiles, bundledByEsbuild, type Files } from "../../testing/bundled-by-esbuild.ts";
import { transpileExactly } from "../../testing/transpile-exactly.ts";
import { transpile } from "./transpile.ts";

const inWorkflow = (text: string): Files => ({
  "Workflow.ts": `export default async function W(event: any) {${text}}`,
});

const PROGRAMS: readonly Files[] = [
  inWorkflow(
    "const f = async (a = 1, g = () => ++a): Promise<any> => { g(); return [a, await g()] }; const h = (a = 1, g = () => ++a) => [g(), a, g()]; return [await f(), h(4), f.length]",
  ),
  inWorkflow(
    "class A { constructor(public p = 1, g = () => p) { p = 4; this.p += g() } m(a = 1, g = () => a,) { a = this.p; return [g(), arguments.length] } } class C extends A { constructor(a = 1, g = () => a) { super(a); a = 9; this.p = g() } } return [new A(), new A().m(), new C()]",
  ),
  inWorkflow(
    "for (let a = 0, f = () => a; a < 2; a++) event[a] = f(); const o = { set v(x: any) { event.x = x } }; o.v = 1; const f = ({ a = 1, g = () => a }: any = {}) => { a = 3; return g() }; function k(a: any, s = (v: any) => { a = v }) { var a: any; s(8); return a } return [event, f(), k(1)]",
  ),
  inWorkflow(
    "class A { a = 1; b = this.a + this.c; #p = this.b; constructor(public c: number, d = 5) { this.b += d; } get p() { return this.#p; } } const a = new A(3); return [a, a.p, Object.getOwnPropertyNames(A.prototype)]",
  ),
  inWorkflow(
    "class B { constructor(public x: number) {} } class A extends B { y = this.x * 2; constructor(z: number) { super(z) } } class C extends B { q = 1 } return [new A(3), new C(4), A.length]",
  ),
  inWorkflow(
    "class A { static a = 1; static b = A.a + 1; static { A.b *= 10; } static c = () => this.b; opt?: number; declare ghost: string } return [A.b, A.c(), Object.keys(new A())]",
  ),
  inWorkflow(
    "const f = (x: number)\n: number => x; type Q = string\n;[1].map((x) => x); let z: number\n[z] = [5]; return [f(1), z]",
  ),
  inWorkflow(
    "const h = async <T>(x: T) => x; const i = async <T,>(x: T) => { return x }; return [await h(1), await i(2)]",
  ),
  inWorkflow(
    "const f = function named() {}; const g = class Q {}; const h = function rec() { return rec.name }; return [f.name, f.length, g.name, g.length, h(), h.name]",
  ),
  {
    "Workflow.ts":
      "enum A { x, y = 5, z, w = 's', v = y | 2, u = -1, 'q r' = 9 } enum B { b = A.z, c = B.b + 1, d } export default async () => [A, B, A.x, A['y'], A[5]]",
  },
  { "Workflow.ts": "export const s = { k: Kind.A }; enum Kind { A = 'a' } export default async () => s" },
  {
    "Workflow.ts": "const early = typeof later; const later = 1; class K {} export default async () => [early, K.name]",
  },
  {
    "Workflow.ts":
      "class S { static all: S[] = []; constructor(public n: string) { S.all.push(this) } } new S('one'); export default async () => [S.all.length, S.name]",
  },
  {
    "Workflow.ts": "import { a } from './m'; const b = 1; export default async () => [a(), b]",
    "m.ts": "const b = 2; export function a() { return b }",
  },
  {
    "Workflow.ts": "import { even } from './m'; export default async () => even(10)",
    "m.ts": "import { odd } from './n'; export const even = (n: number): boolean => n === 0 || odd(n - 1)",
    "n.ts": "import { even } from './m'; export const odd = (n: number): boolean => n !== 0 && even(n - 1)",
  },
  {
    "Workflow.ts":
      "import { inc, n } from './m'; export default async () => { const before = n; inc(); return [before, n, { n }] }",
    "m.ts": "export let n = 0; export const inc = () => { n++ }",
  },
  {
    "Workflow.ts": "import * as m from './m'; export default async () => [m, m.x, Object.keys(m)]",
    "m.ts": "export const x = 1; export default 2; export function f() {}",
  },
  {
    "Workflow.ts": "import d from './m'; export default async () => [d.name, d()]",
    "m.ts": "export default function () { return 1 }",
  },
  inWorkflow(
    "class A { n = 1; run = (e: number) => this.f(e) + this.n; constructor(private f: (e: number) => number) {} } return new A((x) => x * 2).run(4)",
  ),
  {
    "Workflow.ts": "import { f } from './m'; const async = 1; export default async (event: any) => [await f(2), async]",
    "m.ts": "const async = (x: number) => x; export const f = async <T>(x: T): Promise<T> => x; void async(1)",
  },
  {
    "Workflow.ts": "import './a'; import './b'; export default async () => (globalThis as any).trace",
    "a.ts": "(globalThis as any).trace = ['a'] // no semicolon",
    "b.ts": "(globalThis as any).trace.push('b')",
  },
  {
    "Workflow.ts":
      "import { K, f } from './m'; const helper = 1; class Own {} export default async () => [K.name, f.name, Own.name, helper]",
    "m.ts": "export class K {} export const f = () => Own; class Own {} const helper = 2; void helper",
  },
  {
    "Workflow.ts": "import * as a from './a'; export default async () => [a, Object.keys(a)]",
    "a.ts": "export * from './b'; export * from './c'",
    "b.ts": "export const n = 1, k = 1",
    "c.ts": "export const n = 2, j = 3; const z = 1; export { z as 'string name', z as if }",
  },
  {
    "Workflow.ts": "import * as d from './d.json'; export default async () => [d, d['c-d']]",
    "d.json": '{"c-d":1,"__proto__":2,"default":3}',
  },
  { "Workflow.ts": "import d, { n } from './d.json'; export default async () => [d, n]", "d.json": '{"n":1,"s p":2}' },
];

test.each(PROGRAMS)("runs as esbuild's bundle does: %j", async (files) => {
  const result = transpile(asFiles(files), "Workflow.ts");
  if (result.kind !== "transpiled") throw new Error(JSON.stringify(result));
  const expected = await answerOf(await bundledByEsbuild(files));
  expect(await answerOf(result.program.unit.code)).toEqual(expected);
});

/** What is refused, at which phase, and at which line. */
const REFUSED: readonly (readonly [text: string, phase: "compile" | "introspect", advice: RegExp | null])[] = [
  ["let a: any;\na ??= 1;", "introspect", /a = a \?\? …/],
  ["\nevent.x.y ||= 1;", "introspect", /event\.x\.y = event\.x\.y \|\| …/],
  ["\nfor await (const x of []) x;", "introspect", /for \(const item of list\)/],
  ["\nasync function* g() {}", "introspect", /array/],
  ["\nconst o = { async *g() {} };", "introspect", /array/],
  ["\nusing x = event;", "introspect", /finally/],
  ["\nawait using x = event;", "introspect", /finally/],
  ["\nclass A { accessor x = 1 }", "introspect", /getter/],
  ["\n/a/d.test('a');", "introspect", /match\.index/],
  ["\n/[a--b]/v.test('a');", "introspect", /flag u/],
  ["\n/(?i:a)/.test('a');", "introspect", /whole expression/],
  ["\nawait import(event.name);", "introspect", /at the top/],
  ["\nenum Local { A }", "introspect", /top level/],
  ["\nrequire('fs');", "compile", /Node/],
  ["\nexport const z = 1;", "compile", /top level/],
  ["\nimport x from './lib';", "compile", null],
  ["\nnamespace N {}", "compile", null],
  ["\nclass K { m() { K = 1 as any } }", "compile", /let K/],
  ["\nclass K { constructor = 1 }", "compile", /another name/],
  ["\nclass K { static prototype = 1 }", "compile", /another name/],
  ["const f = async (x: number): Promise<any>\n=> x;", "compile", /on the line/],
  ["\nevent = (this: any) => 1;", "compile", null],
  ["const c = 1;\nc = 2;", "compile", /let c/],
  ["const c = 1;\n[c] = [2];", "compile", /let c/],
  ["const c = 1;\nconst c = 2;", "compile", /Rename/],
];

test.each(REFUSED)("refuses %j at %s", async (text, phase, advice) => {
  const result = await transpileExactly(asFiles(inWorkflow(text)));
  expect(result).toMatchObject({ kind: "refused", phase, error: { position: { file: "Workflow.ts", line: 2 } } });
  expect(result.kind === "refused" && result.error.advice).toEqual(
    advice === null ? undefined : expect.stringMatching(advice),
  );
});

/** What sucrase's parser takes and esbuild refuses, or writes in a way of its own. */
test.each([
  ["var x = 010;", "an octal number"],
  ["'\\01';", "an octal escape"],
  ["let interface = 1;", "a declaration of interface"],
  ["{ function f() {} function f() {} }", "two functions of one name in a block"],
  ["{ function f() {} } f();", "a function used outside its block"],
  ["try { function f() {} f() } finally {} function f() {} f();", "a function used outside its block"],
  ["var f: any = 1; if (f) { function f() {} } event(f);", "a function used outside its block"],
  ["function f() {} (() => { { function f() {} } f() })();", "a function used outside its block"],
  [
    "const f = 1; (() => { switch (1) { case 1: function f() {} } return () => f })();",
    "a function used outside its block",
  ],
  ["try { throw 1 } catch (f) { { function f() {} } event(f) }", "a function used outside its block"],
  ["label: function f() {}", "a function with a label"],
  ["((async => async)(1));", "a parameter called async"],
  ["let x: any; x as any = 1;", "an assertion that is assigned"],
  ["const f = async () => {} as any;", "an assertion after an arrow function"],
  ["event.f<>();", "an empty list of types"],
  ["let x! = 1;", "an exclamation mark without a type"],
  ["class A { x = arguments }", "arguments or super() in a class field"],
  ["function f(a = 1) { 'use strict' }", '"use strict" after parameters that are not plain'],
])("leaves %j to the bundler", (text, construct) => {
  expect(transpile(asFiles(inWorkflow(text)), "Workflow.ts")).toMatchObject({ kind: "needs-bundler", construct });
});

test.each<[string, Files]>([
  [
    'Cannot assign to import "b"',
    {
      "Workflow.ts": "import * as a from './m'; (a as any).b = 2; export default async () => a;",
      "m.ts": "export let b = 1",
    },
  ],
  [
    'Multiple exports with the same name "q"',
    { "Workflow.ts": "export const q = 1; export { q }; export default async () => q;" },
  ],
  ['Cannot use "new.target" here:', { "Workflow.ts": "export default async () => new.target;" }],
  [
    'Ambiguous import "n" has multiple matching exports',
    {
      "Workflow.ts": "import { n } from './a'; export default async () => n;",
      "a.ts": "export * from './b'; export * from './c'",
      "b.ts": "export const n = 1",
      "c.ts": "export const n = 2",
    },
  ],
])("refuses at compile: %s", async (message, files) => {
  expect(await transpileExactly(asFiles(files))).toMatchObject({
    kind: "refused",
    phase: "compile",
    error: { message },
  });
});

test.each([
  ["const c: any = {}; c.x = 1; c['y'] = 2; ++c.z; [c.a] = [1]; ({ a: c.b } = { a: 1 });"],
  ["const i = 0; for (let i = 0; i < 1; i++); for (const i of [1]) i; ((i: number) => i)(1);"],
  ["{ function f() {} f() } { function f() {} f() } function f() {}"],
  ["const f = 1; { function f() {} f() } event(f); ((f: any) => { { function g() {} g() } event(f) })(1);"],
  ["{ let f = 1; { function f() {} } event(f) } const g = { f() {} }; g.f(); event({ f: 1 });"],
  ["const using = 1; const o = { accessor: 1, await: 2 }; class A { accessor() {} }"],
  ["/[(?i:)]\\(?i:/.test('a'); 'a ??= b'; `||=`;"],
  [
    "new.target; (() => new.target); class A { x = new.target; m() { return () => new.target } } new event.x(event?.y);",
  ],
  [
    "class A { ['constructor'] () {} prototype = 1; static constructor() {} m() { let A = 1; A = 2; return arguments } }",
  ],
  [
    "function f(this: any) {} type F = (this: any) => void; event?.m<any>(function (this: any) {}); (event as any).x = 1;",
  ],
  ["event.x = '\\0' + 0.5 + 0 + 0x10 + 0n; const f = (() => {}) as any; const g = { a: 1 } as any; let async = 1;"],
  ["function f(a: number): void { 'use strict' } const g = (a) => { 'use strict' }; { 'use strict' }"],
  ["const require = (name: string) => name; require('fs');"],
  [
    "const one = [1], [two = 2] = one; let [three = 3] = one, [[four]] = [[4]]; for (const [five = 5] = one; ; ) break;",
  ],
])("does not refuse %j", (text) => {
  expect(transpile(asFiles(inWorkflow(text)), "Workflow.ts").kind).toBe("transpiled");
});

test("what the bundle drops is not refused", async () => {
  const text = "function unused() { let a; a ??= 1; }\nconst pattern = /a/d;\nexport default async () => 1;";
  expect((await transpileExactly([{ name: "Workflow.ts", text }])).kind).toBe("transpiled");
  const used = `${text}\nexport const kept = unused;`;
  expect(await transpileExactly([{ name: "Workflow.ts", text: used }])).toMatchObject({
    kind: "refused",
    phase: "introspect",
  });
});

test("tsconfig.json is read with its comments and trailing commas; its paths and files of text resolve", async () => {
  const files = {
    "Workflow.ts":
      "import { a } from '@lib/a'; import b from 'lib/b'; import note from './note.txt'; export default async () => [a, b, note];",
    "lib/a.ts": "export const a = 1;",
    "lib/b.ts": "export default 2;",
    "note.txt": "hi",
    "tsconfig.json": `{
  // as tsc --init writes it
  "compilerOptions": {
    "target": "es2016", /* "useDefineForClassFields": true, */
    // "strict": false,
    "baseUrl": "./",
    "paths": { "@lib/*": ["./lib/*"], },
    "strict": true,
  },
}`,
  };
  const result = await transpileExactly(asFiles(files));
  if (result.kind !== "transpiled") throw new Error(JSON.stringify(result));
  expect(result.program.strict).toBe(true);
  expect(await answerOf(result.program.unit.code)).toEqual([1, 2, "hi"]);
});

test("a tsconfig.json has the options of those that it extends under its own", async () => {
  const files = {
    "Workflow.ts":
      "import { a } from '@lib/a'; export default async () => { class K { n?: number } return [a, Object.keys(new K())] };",
    "shared/lib/a.ts": "export const a = 1;",
    "shared/base.json": `{ "compilerOptions": { "target": "ES2020", "strict": true, "paths": { "@lib/*": ["./lib/*"] } } }`,
    "shared/tsconfig.json": `{ "extends": "./base" /* without its ending */, "compilerOptions": {} }`,
    "tsconfig.json": `{ "extends": ["@tsconfig/node20", "./shared/tsconfig.json"], "compilerOptions": { "strict": false } }`,
  };
  const result = await transpileExactly(asFiles(files));
  if (result.kind !== "transpiled") throw new Error(JSON.stringify(result));
  expect(result.program.strict).toBe(false);
  expect(await answerOf(result.program.unit.code)).toEqual([1, []]);
  const circle = { ...files, "shared/base.json": `{ "extends": "../tsconfig.json" }` };
  expect((await transpileExactly(asFiles(circle))).kind).toBe("refused");
});

test("imports are checked against the package and the project's files", async () => {
  const refusalOf = async (files: Files) => {
    const result = await transpileExactly(asFiles(files));
    return result.kind === "refused" ? [result.error.message, result.error.advice] : result.kind;
  };
  expect(
    await refusalOf({
      "Workflow.ts": `import { m2mTokenCustomClaims } from "@kinde/infrastructure";\nexport default async () => m2mTokenCustomClaims();`,
    }),
  ).toEqual([
    'No matching export in "@kinde/infrastructure" for import "m2mTokenCustomClaims"',
    "The package calls it m2mTokenClaims.",
  ]);
  expect(
    await refusalOf({
      "Workflow.ts": `import { b } from "./m";\nexport default async () => b;`,
      "m.ts": "export const a = 1;",
    }),
  ).toEqual(['No matching export in "m.ts" for import "b"', "Export b from m.ts, or correct the name."]);
  expect(
    await refusalOf({
      "Workflow.ts": `import { onUserTokenGeneratedEvent } from "@kinde/infrastructure";\nexport default async (event: onUserTokenGeneratedEvent) => 1;`,
    }),
  ).toBe("transpiled");
});

test("the list of the package's exports is that of the installed package", async () => {
  const installed = Object.keys(await import(PACKAGE_NAME)).filter((name) => name !== "default");
  expect([...PACKAGE_EXPORTS].sort()).toEqual(installed.sort());
});
