/** Files of strangers: whatever they hold, they are read or told with a place, in time, and nothing of ours changes by them. */
import { expect, test } from "vitest";
import { MOST_SCENARIOS } from "../../workflow/scenario.ts";
import { readScenarios, scenariosText } from "./project-scenarios.ts";
import { readScenarioFile } from "./read.ts";
import { replaceExpectations } from "./replace-expectations.ts";

const files = [{ name: "Workflow.ts", text: 'export const workflowSettings = { trigger: "user:tokens_generation" };' }];
const NOW = 0;
/** Of one file, in milliseconds, on a machine that does other things too. */
const LIMIT_MS = 5_000;

const names = (text: string) => {
  const reading = readScenarioFile(text);
  return reading.kind === "ok" ? reading.file.scenarios.map(({ name }) => name) : reading.mistakes;
};

test.each([
  ["a byte order mark", '\ufeff{"version": 1, "scenarios": [{"name": "a"}]}'],
  ["Windows line ends", '// one\r\n{"version": 1,\r\n"scenarios": [\r\n{"name": "a"},\r\n]\r\n}\r\n'],
  ["old Macintosh line ends", '{"version": 1,\r"scenarios": [{"name": "a"}]}\r'],
  ["comments at both ends", '/* a */ // b\n{"version": 1, "scenarios": [{"name": "a"}]} // c\n/* d */'],
  [
    "comments in every gap",
    '{/**/"version"/**/:/**/1/**/,/**/"scenarios"/**/:/**/[/**/{/**/"name"/**/:/**/"a"/**/}/**/]/**/}',
  ],
  [
    "what looks like a comment in a text",
    '{"version": 1, "scenarios": [{"name": "a", "env": {"A": "https://x /* y"}}]}',
  ],
  ["a comma at every end", '{"version": 1, "scenarios": [{"name": "a",},],}'],
  ["names that are escaped", '{"\\u0076ersion": 1, "scenarios": [{"name": "\\u0061"}]}'],
])("%s", (_, text) => {
  expect(names(text)).toEqual(["a"]);
});

test("names that hide, reorder or look alike are names", () => {
  const strange = [
    "a",
    "a ",
    "\u202ea",
    "a\u200b",
    "👩‍👩‍👧‍👦",
    "\ud800",
    "ａ",
    "__proto__",
    "constructor",
    "a\n\u0000b",
    '"',
    "*",
  ];
  const text = JSON.stringify({ version: 1, scenarios: strange.map((name) => ({ name })) });
  expect(names(text)).toEqual(strange);
  const reading = readScenarios(text, { files }, NOW);
  if (reading.kind === "invalid") throw new Error("It can be read.");
  const written = readScenarios(scenariosText({ files, scenarios: reading.scenarios }), { files }, NOW);
  expect(written.kind === "ok" && written.scenarios.map(({ name }) => name)).toEqual(strange);
});

test("names that are one and the same are told, however they are written", () => {
  const twice = '{"version": 1, "scenarios": [{"name": "é"}, {"name": "\\u00e9"}]}';
  expect(names(twice)).toMatchObject([{ message: 'Two scenarios are called "é". Rename one of them.' }]);
  const key = '{"version": 1, "scenarios": [{"name": "a", "env": {"A": "1", "\\u0041": "2"}}]}';
  expect(names(key)).toMatchObject([{ message: expect.stringContaining("stands twice") }]);
});

test("members of prototypes are members like others", () => {
  const inside =
    '"tokens": {"accessToken": {"__proto__": {"polluted": 1}, "constructor": 2}}, "env": {"__proto__": "x"}';
  const text = `{"version": 1, "scenarios": [{"name": "a", ${inside}, "expect": {"accessToken": {"__proto__": "added"}}}]}`;
  const reading = readScenarios(text, { files }, NOW);
  if (reading.kind === "invalid") throw new Error(reading.mistakes[0]?.message);
  const [{ tokens, env, expect: expected }] = reading.scenarios;
  expect(tokens.accessToken?.text).toContain('"__proto__": {');
  expect(env).toEqual([{ name: "__proto__", value: "x", isSecret: false }]);
  expect(expected).toContain('"__proto__": "added"');
  expect("polluted" in {}).toBe(false);
  for (const name of ["__proto__", "constructor", "toString"]) {
    expect(names(`{"version": 1, "${name}": 1, "scenarios": []}`)).toMatchObject([
      { message: expect.stringContaining(`has no member "${name}"`) },
    ]);
  }
});

test.each<[string, string, string | null]>([
  [
    "ten thousand scenarios",
    JSON.stringify({ version: 1, scenarios: Array.from({ length: 10_000 }, (_, at) => ({ name: `s${at}` })) }),
    null,
  ],
  [
    "a chain of a thousand",
    JSON.stringify({
      version: 1,
      scenarios: Array.from({ length: 1_000 }, (_, at) => ({
        name: `s${at}`,
        ...(at > 0 ? { from: `s${at - 1}` } : {}),
      })),
    }),
    null,
  ],
  [
    "a circle of a thousand",
    JSON.stringify({
      version: 1,
      scenarios: Array.from({ length: 1_000 }, (_, at) => ({ name: `s${at}`, from: `s${(at + 1) % 1_000}` })),
    }),
    "in a circle",
  ],
  [
    "nests in a token",
    `{"version": 1, "scenarios": [{"name": "a", "tokens": {"accessToken": {"a": ${"[".repeat(50_000)}${"]".repeat(50_000)}}}}]}`,
    "deep",
  ],
  ["nests that do not end", `{"version": 1, "scenarios": ${"[".repeat(100_000)}`, ""],
  ["objects in objects", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`, ""],
  ["a megabyte of comments", `${"// x\n".repeat(190_000)}{"version": 1, "scenarios": [{"name": "a"}]}`, null],
  ["a megabyte of commas", `{"version": 1, "scenarios": [${",".repeat(1_000_000)}]}`, ""],
  [
    "a name of a megabyte",
    `{"version": 1, "scenarios": [{"name": "${"n".repeat(400_000)}"}, {"name": "${"n".repeat(400_000)}"}]}`,
    "Two scenarios are called",
  ],
  [
    "ten thousand mistakes",
    JSON.stringify({
      version: 1,
      scenarios: Array.from({ length: 10_000 }, (_, at) => ({ name: `s${at}`, expcet: {} })),
    }),
    'Did you mean "expect"?',
  ],
  ["nothing", "", ""],
  ["a file of another kind", "PK\u0003\u0004\u0000", ""],
])("%s", (_, text, message) => {
  const startMs = performance.now();
  const reading = readScenarioFile(text);
  const opened = readScenarios(text, { files }, NOW);
  const tookMs = performance.now() - startMs;
  expect(tookMs).toBeLessThan(LIMIT_MS);
  expect(opened.kind).toBe(reading.kind);
  if (message === null) {
    expect(reading.kind).toBe("ok");
    expect(opened.kind === "ok" && opened.scenarios.length).toBeLessThanOrEqual(MOST_SCENARIOS);
    expect(replaceExpectations(text, new Map([["none", "{}"]]))).toBe(text);
    return;
  }
  if (reading.kind === "ok") throw new Error("It was read.");
  expect(reading.mistakes[0]?.message).toContain(message);
  expect(reading.mistakes[0]?.line).toBeGreaterThan(0);
  expect(reading.mistakes[0]?.message.length).toBeLessThan(400);
});
