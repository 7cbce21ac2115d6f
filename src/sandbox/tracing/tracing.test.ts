/** Failures are told in production's words, with the values they were given, and at production's line. */
import { expect, test } from "vitest";
import { MissingModuleError } from "../missing-module.ts";
import { BODY_LINE, claimsIn, logsIn, runBody } from "../../../testing/run-body.ts";

/** The first line of production's text, and the line within the body. */
async function failureOf(body: string): Promise<readonly [string, number | undefined]> {
  const { outcome } = await runBody(body);
  if (outcome.kind !== "failed") throw new Error(`It ended as ${outcome.kind}.`);
  const [first = ""] = outcome.error.productionText.split("\n");
  const line = outcome.error.position?.line;
  return [first, line === undefined ? undefined : line - BODY_LINE + 1];
}

test.each([
  ["const o = { a: 1 }; return o.go();", "TypeError: Object has no member 'go'"],
  ["return 'abc'.toUppercase(JSON.stringify({}));", "TypeError: Object has no member 'toUppercase'"],
  ["return event.request.list.first(event.request.ip.trim());", "TypeError: Object has no member 'first'"],
  ["const o = {}; const k = 'run'; return o[k]();", "TypeError: Object has no member 'run'"],
  ["const o = { a: undefined }; return o.a();", "TypeError: Value is not an object: undefined"],
  ["const o = { a: { n: 1 } }; return o.a.n();", "TypeError: Value is not an object: 1"],
  ["const o = {}; return o?.a();", "TypeError: Object has no member 'a'"],
  ["const o = { p: {} }; return o?.p.a();", "TypeError: Object has no member 'a'"],
  ["const o = { f: 1 }; return o.f?.();", "TypeError: Value is not an object: 1"],
  ["const f = {}; return f();", "TypeError: Not a function: [object Object]"],
  ["const f = () => 1; return f()();", "TypeError: Value is not an object: 1"],
  ["const o = {}; return (o.a)();", "TypeError: Object has no member 'a'"],
  ["const o = {}; return o.a`x`;", "TypeError: Object has no member 'a'"],
  ["return new event.Missing();", "TypeError: Value is not an object: undefined"],
  ["const F = () => 1; return new F();", "TypeError: Value is not a constructor"],
  ["return event.x.y();", "TypeError: Cannot read property 'y' of undefined or null"],
  ["return event.x.y.z();", "TypeError: Cannot read property 'y' of undefined"],
  ["return [...event.x];", "TypeError: Cannot convert undefined or null to object"],
  ["return event.x[Symbol.iterator];", "TypeError: Cannot read property 'Symbol.iterator' of undefined"],
  ["return [1].map(event.x);", "TypeError: Value is not an object: undefined"],
  ["return [1].map({});", "TypeError: Value is not callable: [object Object]"],
  ["return Number.parseInteger('1');", "TypeError: Object has no member 'parseInteger'"],
  ["return Date.format();", "TypeError: Object has no member 'format'"],
  ["return new Proxy({}, {}).go();", "TypeError: Value is not an object: undefined"],
  ["return ['a'].filter('a');", "TypeError: a is not a function"],
  ["return new RegExp('[a-z');", "SyntaxError: Unterminated character class"],
  ["return new RegExp('a)');", "SyntaxError: Unmatched ')'"],
  [
    "return new RegExp('c++', 'i');",
    "SyntaxError: Invalid regular expression (re2): (?i:c++) (error parsing regexp: invalid nested repetition operator: `++`)",
  ],
  [
    "return 'a'.match('*');",
    "SyntaxError: Invalid regular expression (re2): * (error parsing regexp: missing argument to repetition operator: `*`)",
  ],
  ["return [2, 1].sort(5);", "TypeError: The comparison function must be either a function or undefined"],
  ["return Object.fromEntries([1]);", "TypeError: Value is not an object: 1"],
  ["return event instanceof { a: 1 };", "TypeError: Expecting a function in instanceof check, but got [object Object]"],
  ["const o = Object.freeze({ a: 1 }); o.b = 2;", "TypeError: Cannot add property b, object is not extensible"],
  ["const o = Object.freeze([1]); o.push(2);", "TypeError: Cannot add property 1, object is not extensible"],
  ["const o = { get a() { return 1; } }; o.a = 2;", "TypeError: Cannot assign to read only property 'a'"],
  ["const o = Object.freeze({ a: 1 }); delete o.a;", "TypeError: Cannot delete property 'a' of [object Object]"],
  ["const s = 'abc'; s.tag = 1;", "TypeError: Receiver is not an object: abc"],
])("%s", async (body, text) => {
  expect((await failureOf(body))[0]).toBe(text);
});

test("a catch sees the same words, and what happened before is told once", async () => {
  const { outcome, effects } = await runBody(`
console.log("before");
for (const name of ["go", "run"]) {
  try { event[name](); } catch (e) { t[name] = String(e); }
}
try { event.context.stop(); } catch (e) { t.stop = e.message; }`);
  expect(outcome.kind).toBe("completed");
  expect(logsIn(effects)).toEqual(['"before"']);
  expect(claimsIn(effects)).toEqual([
    ["go", `"TypeError: Object has no member 'go'"`],
    ["run", `"TypeError: Object has no member 'run'"`],
    ["stop", `"Object has no member 'stop'"`],
  ]);
});

test("what an author's own code is given stays as it was", async () => {
  const { effects } = await runBody(`
class Box { constructor(n) { this.n = n; } get size() { return this.n; } read() { return this?.n; } }
const box = new Box(2); const key = "read"; const list = { nested: { f: (...all) => all.length } };
box.n += 1; box["n"]++;
t.all = [box.read(), box[key](), box?.read(), list.nested?.f(1, ...[2, 3]), delete list.other, "n" in box, box instanceof Box];
try { box.nope(); } catch (e) { t.nope = e.message; }`);
  expect(claimsIn(effects)).toEqual([
    ["all", "[4,4,4,3,true,true,true]"],
    ["nope", `"Object has no member 'nope'"`],
  ]);
});

test.each([
  ["a pattern", "const ip = event.request.ip;\nconst { plan } = event.context.billing;\nreturn [ip, plan];", 2],
  ["a pattern of a variable", "const b = event.b;\nconsole.log(1);\nconst [a] = b;\nreturn [a, b];", 3],
  ["a chain over lines", "const u = event.context.user;\nu\n .id\n .nope\n .more\n .foo();\nreturn u;", 5],
  ["a call behind a chain", "const u = event.context.user;\nu\n .id\n .nope\n .more(\n  1);\nreturn u;", 4],
  ["a variable that is used once", "const rows = event.rows;\nreturn rows.map((x) => x);", 1],
  ["a variable that is used twice", "const rows = event.rows;\nconst n = rows.map((x) => x);\nreturn [n, rows];", 2],
  ["a call whose arguments stand below", "const u = event.context;\nu.x = 1;\nu.go(\n 1,\n 2);\nreturn u;", 4],
  ["a missing name that is called", "console.log(1);\nreturn missing(\n  'a');", 3],
  ["a property of one letter before a bracket", "console.log(1);\nreturn {\n a: event.x.y,\n};", 4],
])("production's line of %s", async (_what, body, line) => {
  expect((await failureOf(body))[1]).toBe(line);
});

test("a sandbox without tracing asks for one that has it", async () => {
  const { createSandbox } = await import("../sandbox.ts");
  const { locate, programOf, input, workflowOf } = await import("../../../testing/run-body.ts");
  const { readFileSync } = await import("node:fs");
  const { createRequire } = await import("node:module");
  const lean = await createSandbox(readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm")), {
    natives: [],
    MockSearch: null,
  });
  const run = (body: string) =>
    lean.execute(programOf(workflowOf(body)), { text: '{"bindings":{"kinde.accessToken":{}}}', problem: null }, input, {
      locate,
    });
  expect(() => run("try { event.nope(); } catch {}")).toThrow(MissingModuleError);
  expect(run("throw new TypeError('mine');").outcome).toMatchObject({ error: { message: "mine" } });
});

test.each([
  ["a method of undefined, first in a function", 'return undefined.localeCompare("a");', 0],
  ["a constant that is undefined", "const u = undefined;\nreturn u.trim();", 0],
  [
    "one that is declared behind a statement",
    "console.log(1);\nconst u = undefined;\nconsole.log(2);\nreturn u.trim();",
    4,
  ],
  ["what is used once, right behind its declaration", 'console.log(1);\nlet u;\nreturn u.localeCompare("a");', 1],
  ["a literal behind a call", "const list = [1];\nlist.push(2);\n\nreturn null.of(list);", 2],
  ["a helper's own", "const helper = () => {\n return null.of();\n};\nconsole.log(1);\nreturn helper();", 1],
  [
    "a loop over a constant",
    "const go = () => {\n const rows = undefined;\n for (const row of rows) console.log(row);\n};\nconsole.log(1);\nreturn go();",
    1,
  ],
  ["a literal in a list", "const list = [\n 1,\n ...undefined,\n];\nreturn list;", 2],
  ["a pattern of null", "console.log(1);\n\nconst [first] = null;\nreturn first;", 1],
  [
    "a constant that is added to",
    "const go = () => {\n const plan = null;\n const list = [1];\n list.push(2);\n\n plan.n += 1;\n};\nconsole.log(1);\nreturn go();",
    4,
  ],
  ["BigInt and number", "return 1n + 1;", 0],
  ["BigInt and number behind an expression", "console.log(1);\nreturn 1n + 1;", 2],
  ["BigInt divided by zero", "const list = [1, 2];\n\nreturn 1n / 0n;", 1],
  ["an argument that is a text used once", 'const url = "x";\nJSON.parse(url);', 1],
  ["one that is no literal", "const text = event.text;\nJSON.parse(text);", 2],
  ["one that is assigned", 'const text = "x";\nt.a = JSON.parse(text);', 2],
])("production's line of %s", async (_what, body, line) => {
  expect((await failureOf(body))[1]).toBe(line);
});
