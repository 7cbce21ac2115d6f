import { expect, test } from "vitest";
import { createLocator } from "./locate.ts";
import { tokenize } from "./names/source-tokens.ts";
import { transpile } from "./transpile.ts";

test("types go, places map back, helpers join the unit", () => {
  const files = [
    {
      name: "Workflow.ts",
      text: `import { h } from "./lib";\nexport default async function W(e: any) {\n  return h as number;\n}\n`,
    },
    { name: "lib.ts", text: "export const h: number = 1;\n" },
  ];
  const result = transpile(files, "Workflow.ts");
  if (result.kind !== "transpiled") throw new Error(result.kind);
  const unit = result.program.unit;
  expect(unit?.sources).toEqual(["lib.ts", "Workflow.ts"]);
  const lines = unit?.code.split("\n") ?? [];
  const line = lines.findIndex((text) => text.includes("return h"));
  const locate = createLocator(result.program);
  expect(locate("Workflow.ts", line + 1, (lines[line]?.indexOf("return") ?? 0) + 1)).toEqual({
    file: "Workflow.ts",
    line: 3,
    column: 3,
  });
  expect(locate("Workflow.ts", 1, 1)).toBe(null);
});

test("tokens carry their places and whether they are types", () => {
  expect(tokenize({ name: "lib.ts", text: "\nexport const h: number = 1;" })).toEqual([
    { file: "lib.ts", kind: "keyword", text: "export", start: 1, end: 7, line: 2, column: 1, isType: false },
    { file: "lib.ts", kind: "keyword", text: "const", start: 8, end: 13, line: 2, column: 8, isType: false },
    { file: "lib.ts", kind: "name", text: "h", start: 14, end: 15, line: 2, column: 14, isType: false, declaredAt: 14 },
    { file: "lib.ts", kind: "punctuation", text: ":", start: 15, end: 16, line: 2, column: 15, isType: true },
    { file: "lib.ts", kind: "name", text: "number", start: 17, end: 23, line: 2, column: 17, isType: true },
    { file: "lib.ts", kind: "punctuation", text: "=", start: 24, end: 25, line: 2, column: 24, isType: false },
    { file: "lib.ts", kind: "number", text: "1", start: 26, end: 27, line: 2, column: 26, isType: false },
    { file: "lib.ts", kind: "punctuation", text: ";", start: 27, end: 28, line: 2, column: 27, isType: false },
  ]);
});
