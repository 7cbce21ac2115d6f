import { expect, test } from "vitest";
import { findUnfinished } from "./unfinished.ts";

/** Where the code was left unfinished, as the line, and what is said of it. */
function found(text: string, noticed: string | null, message: string) {
  const at = noticed === null ? text.length : text.lastIndexOf(noticed);
  const unfinished = findUnfinished(text, at, message);
  return unfinished && [text.slice(0, unfinished.at).split("\n").length, unfinished.advice];
}

const END = "Unexpected end of file";
const around = (line: string) => `export default async function W() {\n  const a = 1;\n  ${line}\n  token.b = a;\n}\n`;

test.each([
  [around("if (a) {"), null, END, 3, "{"],
  [around("const s = `a ${a"), null, END, 3, "{"],
  [around("const s = `a"), null, "Unterminated template literal", 3, "`"],
  [around("const y = foo("), ";", 'Expected ")" but found ";"', 3, "("],
  [around("const y = { a: [1, "), ";", 'Expected "]" but found ";"', 3, "["],
  [around("token.a = {"), ".b", 'Expected "}" but found "."', 3, "{"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code
  [around('if (a === "}" || /[}"]/.test(`${a}}`)) { // }'), null, END, 3, "{"],
])("in %j an unclosed bracket is found where it stands", (text, noticed, message, line, sign) => {
  expect(found(text, noticed, message)).toEqual([line, `The ${sign} here is not closed.`]);
});

test.each([
  ["const user =", "="],
  ["token.a = a +", "+"],
  ["const b = await", "await"],
])("after %j something is missing", (line, end) => {
  const text = `function W() {\n  ${line}\n\n}\n`;
  expect(found(text, "}", 'Unexpected "}"')).toEqual([2, `Something is missing after ${end}.`]);
});

test.each([
  ["const s = 1;\nconst = 2;\n", "= 2", 'Expected identifier but found "="'],
  ["foo(1;\n", ";", 'Expected ")" but found ";"'],
  ["const a = 1;\n}\n", "}", 'Unexpected "}"'],
])("%j stays where the parser is", (text, noticed, message) => {
  expect(found(text, noticed, message)).toBeNull();
});

test("a long text is read once", () => {
  const start = performance.now();
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code
  findUnfinished(`${"a(b[c{`${d}`}]) /x/ 'y' \n".repeat(40_000)}{`, 1_000_000, END);
  expect(performance.now() - start).toBeLessThan(2_000);
});
