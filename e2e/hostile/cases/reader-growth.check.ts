/** The page's own readers take time in proportion to their input, whatever stands in it: twice the text, about twice the time. */
import { expect, test } from "vitest";
import { codeBlocks } from "../../../src/embed/code-blocks.ts";
import { decodeLink } from "../../../src/share/link.ts";
import { findSecrets } from "../../../src/share/find-secrets.ts";
import { partAt } from "../../../src/views/editor/text-parts.ts";
import { highlight, highlightJson } from "../../../src/views/editor/highlight.ts";
import { toVisiblePieces } from "../../../src/views/parts/visible-pieces.ts";
import { parseJsonText } from "../../../src/workflow/parse-json-text.ts";
import { createProject } from "../../../src/workflow/project.ts";

/** Short texts that begin, end or escape something for one of the readers. */
const TOKENS =
  "/ \\ * ` \u0024{ { } ( ) [ ] \" ' \n a 0 - . = : , ; < > @ eyJ sk- Bearer password :// // /* */ \u202e \u{1F600} \ud800 é \t \r x= 1e9 & # base64,".split(
    " ",
  );

const READERS: { readonly [name: string]: (text: string) => unknown } = {
  highlight,
  highlightJson,
  "code of an embed": (text) => codeBlocks(text, "Workflow.ts"),
  secrets: (text) =>
    findSecrets(
      createProject([{ name: "Workflow.ts", text }], {
        env: [{ name: "SECRET", value: "aaaaaaaa", isSecret: true }],
      }),
    ),
  JSON: parseJsonText,
  "visible text": toVisiblePieces,
  parts: (text) => partAt(text, text.length),
  link: (text) => decodeLink(`wf1.${text}`),
};

const SCREEN_CHARACTERS = 4_000;
const CHARACTERS = 20_000;
/** A screening below this, in milliseconds of the processor, is of no concern: a text of 100 KB then takes a frame or two. */
const QUICK_MS = 2;

/** Enough to be told. */
const MOST_FOUND = 2;

function* shapes(): Generator<readonly [what: string, make: (length: number) => string]> {
  const fill = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));
  for (const one of TOKENS) {
    for (const other of TOKENS) {
      yield [`${one}${other} repeated`, (length) => fill(one + other, length)];
      yield [`${one} then ${other}`, (length) => fill(one, length / 2) + fill(other, length / 2)];
    }
  }
}

function cpuMs(read: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  read(text);
  return process.cpuUsage(start).user / 1_000;
}

/** The least of five: what else the machine does only adds to a time. */
function leastMs(read: (text: string) => unknown, text: string): number {
  return Math.min(...Array.from({ length: 5 }, () => cpuMs(read, text)));
}

function growing(read: (text: string) => unknown): readonly string[] {
  const found: string[] = [];
  for (const [what, make] of shapes()) {
    if (found.length === MOST_FOUND) break;
    if (cpuMs(read, make(SCREEN_CHARACTERS)) < QUICK_MS) continue;
    const times = [1, 2, 4].map((factor) => leastMs(read, make(factor * CHARACTERS)));
    const [once = 0, twice = 0, fourTimes = 0] = times;
    if (twice > 10 && twice / once > 3 && fourTimes / twice > 3)
      found.push(`${JSON.stringify(what)}: ${times.map((ms) => `${ms.toFixed(0)} ms`).join(", ")}`);
  }
  return found;
}

test.each(Object.entries(READERS))("%s", { timeout: 600_000 }, (_, read) => {
  expect(growing(read)).toEqual([]);
});

test("a reader that looks back again and again is found", () => {
  const lookingBack = (text: string) => {
    for (let at = 0; at < text.length; at += 10) for (let before = at; before >= 0; before--) text.charCodeAt(before);
  };
  expect(growing(lookingBack).length).toBeGreaterThan(0);
}, 120_000);
