/** Code that a parser on trial reads again and again ends soon: production's own bundler decides. */
import { expect, test } from "vitest";
import { transpile } from "../transpile.ts";

/** Each doubled sucrase's time with every level, or read to the end of the file for every one of its pieces. */
const SHAPES: readonly (readonly [what: string, text: string])[] = [
  ["defaults of arrow functions", `${"(a=".repeat(100)}1${")=>1".repeat(100)}`],
  ["defaults of async arrow functions", `${"async (a=".repeat(100)}1${")=>1".repeat(100)}`],
  ["defaults of generic arrow functions", `${"<T>(a=".repeat(100)}1${")=>1".repeat(100)}`],
  ["arrow functions in conditions", `${"a ? (b = ".repeat(100)}1${") : c => 1".repeat(100)}`],
  ["texts that are compared", '"<\t'.repeat(100_000)],
];

test.each(SHAPES)("%s", (_, text) => {
  expect(transpile([{ name: "Workflow.ts", text }], "Workflow.ts")).toMatchObject({
    kind: "needs-bundler",
    construct: "code that the parser here cannot follow",
  });
});

test("what people write is read as ever", () => {
  const arrows = "(a = (b: string) => (c?: number): void => {}) => ".repeat(3);
  const text = Array.from({ length: 500 }, (_, at) => `const f${at} = ${arrows}1;\n`).join("");
  expect(transpile([{ name: "Workflow.ts", text }], "Workflow.ts").kind).toBe("transpiled");
});
