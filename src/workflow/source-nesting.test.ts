/** The limit on brackets inside each other: what counts towards it, and how it is told. */
import { expect, test } from "vitest";
import { transpile } from "../transpile/transpile.ts";
import { MAX_NESTING } from "./source-limits.ts";
import { nestingRefusal } from "./source-nesting.ts";

const SHAPES: readonly (readonly [name: string, open: string, inner: string, close: string])[] = [
  ["arrays", "[", "1", "]"],
  ["parentheses", "(", "1", ")"],
  ["objects", "{a:", "1", "}"],
  ["calls", "f(", "1", ")"],
  ["functions", "function(){return ", "1", "}"],
  ["classes", "class{static a=", "1", "}"],
  ["templates", "`a${", "1", "}`"],
  ["texts between", '[")", ', "1", "]"],
  ["comments between", "[/* ) */ ", "1", "]"],
  ["expressions between", "[/[)\\]}]/, ", "1", "]"],
];
const shaped = (count: number, [, open, inner, close]: (typeof SHAPES)[number]) => {
  const text = `let f: any;\nexport const value: any = ${open.repeat(count)}${inner}${close.repeat(count)};`;
  return [{ name: "Workflow.ts", text }];
};

test.each(SHAPES)("%s are read up to the limit and refused beyond it, in the same words", (...shape) => {
  const atLimit = shaped(MAX_NESTING, shape);
  expect(nestingRefusal(atLimit, false)).toBeNull();
  expect(transpile(atLimit, "Workflow.ts").kind).toBe("transpiled");
  expect(nestingRefusal(shaped(MAX_NESTING + 1, shape), false)).toMatchObject({
    message: `Line 2 of Workflow.ts stands inside ${MAX_NESTING + 1} brackets, more than the ${MAX_NESTING} that the playground reads.`,
    position: { file: "Workflow.ts", line: 2 },
  });
});

test.each([
  ["texts", '[":(", '],
  ["texts with signs", "['\\'(', "],
  ["comments of a line", "// (\n"],
  ["comments", "/* [ ( { */"],
  ["templates", "`( [ { \\` \\${ $`; "],
  ["expressions", "x = /[(/]\\(/; "],
  ["brackets side by side", "f(a[0], { b: `c` }); "],
])("what stands in %s does not count", (_, text) => {
  const opened = text.startsWith("[") ? "]" : "";
  expect(nestingRefusal([{ name: "Workflow.ts", text: `${text}${opened}\n`.repeat(1_000) }], false)).toBeNull();
});

test("a million characters of anything are read at once", () => {
  for (const text of ["(", '"', "'\\", "`", "`${", "/", "/*", " /", "=/[", "\\", "\n"]) {
    nestingRefusal([{ name: "Workflow.ts", text: text.repeat(1_000_000 / text.length) }], false);
    nestingRefusal([{ name: "Workflow.ts", text: `x = "${text.repeat(1_000_000 / text.length)}` }], false);
  }
});
