import { expect, test } from "vitest";
import { codeBlocks, hiddenLabel } from "./code-blocks.ts";

const SOURCE = `// #region hidden imports and settings
import a from "a";

// #endregion
const text = \`one
two\`;
  // #region hidden
f();`;

const plain = (text: string) =>
  codeBlocks(text, "Workflow.ts").map((block) => ({
    label: block.kind === "hidden" ? hiddenLabel(block) : "",
    lines: block.lines.map(({ line, pieces }) => `${line} ${pieces.map((piece) => piece.text).join("")}`),
  }));

test("marked lines are folded behind what their marker says, the markers are gone, and lines keep their numbers", () => {
  expect(plain(SOURCE)).toEqual([
    { label: "2 lines: imports and settings", lines: ['2 import a from "a";', "3 "] },
    { label: "", lines: ["5 const text = `one", "6 two`;"] },
    { label: "1 line hidden", lines: ["8 f();"] },
  ]);
});

test("a string over two lines is coloured on both", () => {
  const shown = codeBlocks(SOURCE, "Workflow.ts")[1];
  expect(shown?.lines[1]?.pieces).toEqual([
    { kind: "string", text: "two`" },
    { kind: "plain", text: ";" },
  ]);
});

test("of a very long file the beginning is shown, and how much is left is said", () => {
  const [shown, rest] = codeBlocks("a;\n".repeat(5_000), "Workflow.ts");
  expect(shown?.lines).toHaveLength(1_000);
  expect(rest && hiddenLabel(rest)).toBe("12,000 more characters: open it in the playground to read them");
});
