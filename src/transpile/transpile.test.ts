import { expect, test } from "vitest";
import { createLocator } from "./locate.ts";
import { tokenize } from "./tokens.ts";
import { transpile } from "./transpile.ts";

test("types go, lines stay, places map back", () => {
  const files = [
    {
      name: "Workflow.ts",
      text: `import { h } from "./lib";\nexport default async function W(e: any) {\n  return h as number;\n}\n`,
    },
    { name: "lib.ts", text: "export const h: number = 1;\n" },
  ];
  const result = transpile(files, "Workflow.ts");
  if (result.kind !== "transpiled") throw new Error(result.kind);
  expect(result.program.units.map((unit) => unit.file)).toEqual(["Workflow.ts", "lib.ts"]);
  const code = result.program.units[0]?.code.split("\n")[2] ?? "";
  const locate = createLocator(result.program);
  expect(locate("Workflow.ts", 3, code.indexOf("return") + 1)).toEqual({ file: "Workflow.ts", line: 3, column: 3 });
  expect(tokenize(files[1] ?? { name: "", text: "" }).map((token) => token.text)).toEqual([
    "export",
    "const",
    "h",
    ":",
    "number",
    "=",
    "1",
    ";",
  ]);
});
