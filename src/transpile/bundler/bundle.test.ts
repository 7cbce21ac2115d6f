import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, expect, test } from "vitest";
import { createLocator } from "../locate.ts";
import { transpile } from "../transpile.ts";
import { type Bundler, createBundler } from "./bundle.ts";

let bundler: Bundler;

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve("esbuild-wasm/esbuild.wasm");
  bundler = await createBundler(await WebAssembly.compile(readFileSync(path)));
}, 60_000);

const workflow = (text: string) => [{ name: "Workflow.ts", text }];

test("decorators are left to the bundler, which compiles them and maps places back", async () => {
  const files = workflow(
    `const mark = (value: unknown, _context: unknown) => value;\nclass A {\n  @mark m() {\n    throw new Error("x");\n  }\n}\nexport default async () => new A().m();\n`,
  );
  expect(transpile(files, "Workflow.ts")).toEqual({
    kind: "needs-bundler",
    construct: "a decorator",
    position: { file: "Workflow.ts", line: 3, column: 3 },
  });
  const result = await bundler.bundle(files, "Workflow.ts");
  if (result.kind !== "transpiled") throw new Error(result.kind);
  const { unit } = result.program;
  expect(result.program).toMatchObject({ transpiler: "esbuild", strict: true });
  const lines = unit.code.split("\n");
  const line = lines.findIndex((text) => text.includes(`throw new Error("x")`));
  const locate = createLocator(result.program);
  expect(locate("Workflow.ts", line + 1, (lines[line]?.indexOf(`throw new Error("x")`) ?? 0) + 1)).toEqual({
    file: "Workflow.ts",
    line: 4,
    column: 5,
  });
});

test("the package's export names are checked", async () => {
  const result = await bundler.bundle(
    workflow(
      `import { m2mTokenCustomClaims } from "@kinde/infrastructure";\nexport default async () => m2mTokenCustomClaims();`,
    ),
    "Workflow.ts",
  );
  expect(result).toMatchObject({
    kind: "refused",
    phase: "compile",
    error: {
      message: 'No matching export in "@kinde/infrastructure" for import "m2mTokenCustomClaims"',
      advice: "The package calls it m2mTokenClaims.",
      position: { file: "Workflow.ts", line: 1, column: 10 },
    },
  });
});

test("what the bundler writes and the engine cannot parse is refused at the author's line", async () => {
  const result = await bundler.bundle(
    workflow(`export default async () => {\n  enum Local { A }\n  return Local.A;\n};`),
    "Workflow.ts",
  );
  expect(result).toMatchObject({
    kind: "refused",
    phase: "introspect",
    error: { position: { file: "Workflow.ts", line: 2 } },
  });
});

test("helpers, JSON and the package end in one unit", async () => {
  const result = await bundler.bundle(
    [
      {
        name: "Workflow.ts",
        text: `import { fetch } from "@kinde/infrastructure";\nimport { a } from "./lib.js";\nimport data from "./d.json";\nexport default async () => [fetch, a, data.x];`,
      },
      { name: "lib.ts", text: `export const a = await0();\nfunction await0() { return 1; }` },
      { name: "d.json", text: `{"x":1}` },
    ],
    "Workflow.ts",
  );
  if (result.kind !== "transpiled") throw new Error(result.kind);
  expect(result.program.unit.code).toContain('require("@kinde/infrastructure")');
});

test("imports that lead nowhere are refused with what to do", async () => {
  const result = await bundler.bundle(
    workflow(`import x from "lodash";\nexport default async () => x;`),
    "Workflow.ts",
  );
  expect(result).toMatchObject({
    kind: "refused",
    phase: "compile",
    error: {
      message: 'Could not resolve "lodash"',
      position: { file: "Workflow.ts", line: 1, column: 15 },
    },
  });
});

test("what ends the stack is told as nested too deep, and the next files are bundled", async () => {
  const text = `const t = ${'"<" < '.repeat(100_000)}1;\nexport default async () => t;\n`;
  expect(await bundler.bundle(workflow(text), "Workflow.ts")).toMatchObject({
    kind: "refused",
    phase: "compile",
    error: { message: "The source is nested deeper than the playground can read." },
  });
  expect(await bundler.bundle(workflow("export default async () => 1;\n"), "Workflow.ts")).toMatchObject({
    kind: "transpiled",
  });
});
