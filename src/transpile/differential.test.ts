/** Random programs of everyday TypeScript answer as esbuild's bundle of them does. `GENERATED_SEED` repeats a failing run. */
import { expect, test } from "vitest";
import { createRandom, type Random } from "../../testing/random.ts";
import { answerOf, asFiles, bundledByEsbuild, type Files } from "../../testing/bundled-by-esbuild.ts";
import { transpile } from "./transpile.ts";

const PROGRAMS = 40;
const FIRST_SEED = Number(process.env["GENERATED_SEED"] ?? 1);

/** esbuild numbers an inner name that hides one of the top level, which `.name` shows and ours does not. */
const PLAIN = "const plain = (name: string) => name.replace(/\\d/g, '');";

/** Each stands alone, tells what it finds to `out`, and uses the same few names as the others. */
const SNIPPETS: readonly [string, ...string[]] = [
  "const a = <T,>(x: T): T => x\nout.push(a<number>(1), a('s'))",
  "const a: any = { b: (x: any) => [x] }; out.push(a.b?.<number>(1), a!.b!(2), (<any>a).b(3), (a as any)?.b(4))",
  "let a: number | undefined = 5; (a as number) = 9; out.push(a!); a! += 1; a!++\nout.push(a)",
  "let a: any, b: any; [a as any, b!] = [1, 2]; ({ a, b: b } = { a: b, b: a }); [a, b] = [b, a]; out.push({ a, b })",
  "let a: number\n;[a] = [3]\nout.push(a)",
  "type A = number\n;[1].forEach((b) => out.push(b))",
  "interface A { a: 1; b(): void; [k: string]: any }\n(function () { out.push('iife') })()",
  "class A { static n = 1; #p = 2; constructor(private readonly a: number, public b = a + 1, c?: string) {} d = this.a * 2; e = () => this.#p; static of<T>(x: T): T[] { return [x] } } const b = new A(4); out.push(b, b.e(), A.n, A.of(1), A.length)",
  "class A { a = 'A'; constructor() { this.init() } init() { out.push(this.a) } } class B extends A { b = 'B'; c?: string; d!: number; constructor(public e: string) { super(); out.push(this) } init() { super.init(); out.push(this.b) } } new B('e')",
  "class A { static #a = 0; static { A.#a = 2 } static get b() { return A.#a } get [Symbol.toStringTag]() { return 'T' } 'q r' = 1; 12 = 2 } out.push(A.b, String(new A()), new A())",
  "abstract class A<T> { abstract a(): T; abstract b: string; c() { return this.a() } } class B extends A<number> { a() { return 1 } override b = 'b' } out.push(new B().c(), new B())",
  "class A extends Error { constructor(m: string, readonly a = 1) { super(m); this.name = new.target.name } } try { throw new A('m') } catch (b: unknown) { out.push(plain(String(b)), (b as A).a) }",
  "function a(): void\nfunction a(x: number): void\nfunction a(x?: any) { out.push(x, a.length) }\na(); a(3)",
  "function a(this: { b: number }, c: number) { return this.b * c } out.push(a.call({ b: 2 }, 4), a.length)",
  "function a(x: unknown): x is string { return typeof x === 'string' } function b(x: any): asserts x { if (!x) throw new Error('no') } b(1); out.push(a('s'), a(1))",
  "const a = (x: number, { b = 2 }: { b?: number } = {}, [c]: number[] = [3], ...d: string[]): { r: any } => ({ r: [x, b, c, d] }); out.push(a(1), a(1, { b: 5 }, [6], 'x'))",
  "const a = (x: number) => x > 0 ? (b: number): number => b : (c: any) => c; out.push(a(1)(2), a(-1)(3))",
  "out: for (const a of [1, 2, 3]) { for (const b of [1, 2]) { if (b === 2) continue out; if (a === 3) break out; out.push([a, b]) } }",
  "switch (2 as number) { case 1: { let a = 1; out.push(a) } case 2: let b: number = 2; out.push(b); default: out.push('d') }",
  "function* a<T>(x: T): Generator<T, string, boolean> { try { const b: boolean = yield x; out.push(b) } finally { out.push('f') } return 'r' } const c = a(1); out.push(c.next(), c.next(true), [...a(2)])",
  "function a() { try { throw new Error('x') } catch { return 1 } finally { out.push('fin') } } out.push(a())",
  "const { a = 1, b: { c = 2, ...d } = {} as any, ...e }: any = { b: { x: 1 }, z: 9 }; const [f, , g = 4, ...[h]]: any[] = [1, 2, undefined, 5]; out.push(a, c, d, e, f, g, h)",
  "const a: (() => number)[] = []; for (let b = 0; b < 3; b++) a.push(() => b); out.push(a.map((b) => b()))",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the program under test
  "const a = (s: TemplateStringsArray, ...v: any[]) => [s.raw, v]; out.push(a`x${1 as any}\\n${`in${2}`}`, `${(3)!} ${{ a: 1 }.a}`)",
  "const a = 8, g = 2, i = 1; out.push(a / g / i, 'a/b'.split(/\\//g), (a as number) / 2, [1][0]! / 2)",
  "const a = 5\nconst b = a\n+ 3\n- 1\nout.push(b)",
  "const type = 1, as = 2, of = 3, declare = 4, get = 5, async = 6; out.push(type as any as number, as as any, { of, get }, declare + async)",
  "const a: any = { type: 1, interface: 2, class: 3, as: 4, if: { default: 5 } }; const { interface: b, class: c } = a; out.push(a.type, a?.if.default, b, c, a.as as any)",
  "const a = { as: 1, get b(): number { return this.as + 1 }, c<T>(x: T): T { return x }, ['d' + 1]: 4, *[Symbol.for('x')]() {} }; out.push(a.b)",
  "const a = { b: 1 } satisfies Record<string, number>, c = [1, 2] as const, d = <const>['x']; out.push(a, c, d)",
  "var a = 1, b = { a }, c = ({ a }: { a: number }) => a\n, d = ((a: any) => { var b = a; return { a, b } })(2); out.push(b, c(b), d)",
  "const a = function () {}, b = class {}, c = async () => {}, d = { e() {}, f: () => {} }; out.push(plain(a.name), plain(b.name), plain(c.name), d.e.name, d.f.name)",
  "const a: Map<string, Array<number>>= new Map<string, Array<number>>([['k', [1]]]); const b = Map<string, number>; out.push([...a], new b().size, 1 < 2, 8 >> 1)",
  "/* x */ const /* y */ a /* z */ : /* w */ number = /* v */ 1 // u\n// @ts-ignore\nout.push(/* t */ a /* s */ as /* r */ any)",
  "let a = 0; const b = async () => { for (const c of [1, 2]) a += c; return a }; b(); out.push(a)",
  "out.push(typeof a); var a = 1; out.push(b()); function b() { return a }",
  "{ function c() { return 1 } out.push(c()) }",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the program under test
  "const a = [3, 1, 2].sort((a: number, b: number) => a < b ? -1 : a > b ? 1 : 0), b = a.map((c): string => `${c}`); out.push(a, b)",
];

const WRAPPERS: readonly [(code: string) => string, ...((code: string) => string)[]] = [
  (code) => `(() => {\n${code}\n})()`,
  (code) => `;(function <T>(this: any, _?: T): void {\n${code}\n})<number>()`,
  (code) => `new (class<T> { constructor(public p: number, q?: T) {\n${code}\n} })(1)`,
  (code) => `for (const _ of [0] as number[]) {\n${code}\n}`,
  (code) => `try {\n${code}\n} finally { out.push('end') }`,
  (code) => `;[...(function* (): Iterable<never> {\n${code}\n})()]`,
  (code) => `;({ m(x?: number): void {\n${code}\n} }).m()`,
];

/** How a file of the program is asked for: the import, and what the list of its findings is called then. */
const FORMS: readonly [Form, ...Form[]] = [
  (lib) => ({ imports: `import { out as ${lib}Out } from "./${lib}"`, list: `${lib}Out` }),
  (lib) => ({ imports: `import ${lib}Out, { type Out } from "./${lib}"`, list: `${lib}Out` }),
  (lib) => ({ imports: `import * as ${lib} from "./${lib}"\nimport type { Out } from "./${lib}"`, list: `${lib}.out` }),
  (lib) => ({
    imports: `import { again as ${lib}Out } from "./${lib}-again"`,
    list: `${lib}Out`,
    more: { [`${lib}-again.ts`]: `export * from "./${lib}"\nexport { out as again, type Out } from "./${lib}"` },
  }),
];
type Form = (lib: string) => { readonly imports: string; readonly list: string; readonly more?: Files };

function randomProgram(random: Random): Files {
  const files: Record<string, string> = {};
  const body = () => {
    const wrapped = Array.from({ length: 1 + random.below(4) }, () => random.pick(WRAPPERS)(random.pick(SNIPPETS)));
    return [...wrapped, random.pick(SNIPPETS)].join(random.pick([";\n", "\n;", "\n\n;"]));
  };
  const imported = Array.from({ length: random.below(3) }, (_, index) => random.pick(FORMS)(`lib${index}`));
  for (const [index, { more }] of imported.entries()) {
    files[`lib${index}.ts`] =
      `export type Out = any[]\nexport const out: Out = []\nexport default out\n${PLAIN}\n${body()}`;
    Object.assign(files, more);
  }
  const imports = imported.map((form) => form.imports.replace(/, \{ type Out \}|\nimport type .*/g, ""));
  const lists = ["out", ...imported.map((form) => form.list)].join(", ");
  const text = `${imports.join("\n")}\nconst out: any[] = []\n${PLAIN}\n${body()}\nexport default async (event: any) => [${lists}]`;
  files["Workflow.ts"] = random.pick([text, text.replaceAll("\n", "\r\n")]);
  return files;
}

test(`${PROGRAMS} random programs from seed ${FIRST_SEED}`, async () => {
  let compared = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
    const files = randomProgram(createRandom(seed));
    const result = transpile(asFiles(files), "Workflow.ts");
    const about = `seed ${seed}: ${JSON.stringify(files, null, 1)}`;
    if (result.kind !== "transpiled") {
      // Chance may declare a name twice, or use one that the bundler takes out of a block.
      expect(result, about).toMatchObject({
        kind: "needs-bundler",
        construct: expect.stringMatching(/^a (name declared twice|function used outside its block)$/),
      });
      continue;
    }
    const answer = await answerOf(result.program.unit.code);
    expect(answer, about).toEqual(await answerOf(await bundledByEsbuild(files)));
    expect(answer, about).toBeInstanceOf(Array);
    compared++;
  }
  expect(compared).toBeGreaterThan(PROGRAMS * 0.8);
}, 60_000);
