/** What is seen is expected and holds: of every example as each of its people, at once and one thing at a time. */
import { expect, test } from "vitest";
import { EXAMPLES } from "../examples/examples.ts";
import { createNodePreparer } from "../node/node-runner.ts";
import { failuresFor, peopleFor } from "../views/scenario/personas.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { dropAspect, expectAspect, seenText } from "./expect-aspect.ts";
import { readExpectations } from "./read-expectations.ts";
import { judge } from "./verdict.ts";

const options = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };
const prepare = await createNodePreparer();
const hidesNothing = () => false;

function statusOf(text: string, result: RunResult): string {
  const reading = readExpectations(text);
  if (reading.kind === "invalid") return reading.mistakes.map(({ message }) => message).join("\n");
  const { status, checks } = judge(reading.expectations, result);
  return status === "fails" ? checks.map(({ sentence }) => sentence).join("\n") : status;
}

test.each(EXAMPLES.map((example) => [example.name, example.project] as const))("%s", async (_, project) => {
  const runIn = await prepare(project.files, options);
  const [first] = project.scenarios;
  const { trigger } = runIn(first);
  const people = [...peopleFor(trigger, first, options.nowMs), ...failuresFor(first, null)];
  for (const scenario of [first, ...people.map(({ change }) => ({ ...first, ...change }))]) {
    const result = runIn(scenario);
    const all = seenText("", result, hidesNothing);
    expect([all, statusOf(all, result)]).toEqual([all, "holds"]);
    // Once more, of what speaks of it already.
    expect(statusOf(seenText(all, result, hidesNothing), result)).toBe("holds");
    const { checks } = judge({ outcome: "completed", tokens: {}, maxBytes: {} }, result);
    for (const check of checks.filter(({ subject }) => subject === "claim")) {
      const one = expectAspect("", check, result, hidesNothing) ?? "";
      expect([one, statusOf(one, result)]).toEqual([one, "holds"]);
      expect(dropAspect(one, check)).toBe("");
    }
  }
});

test("one claim is named in what is written already, and comments stay", async () => {
  const example = EXAMPLES.find(({ name }) => name === "add-company-name");
  if (example === undefined) throw new Error("The example is gone.");
  const result = (await prepare(example.project.files, options))(example.project.scenarios[0]);
  const claim = { subject: "claim", token: "accessToken", name: "companyName" } as const;
  const whole = '{\n  // nothing else\n  "accessToken": "unchanged",\n  "idToken": "unchanged"\n}';
  const named = expectAspect(whole, claim, result, hidesNothing) ?? "";
  expect(named).toBe(
    '{\n  // nothing else\n  "accessToken": {\n    "*": "unchanged",\n    "companyName": {\n      "is": "Acme Inc."\n    }\n  },\n  "idToken": "unchanged"\n}',
  );
  expect(statusOf(named, result)).toBe("holds");
  const secret = expectAspect("", claim, result, (json) => json.includes("Acme")) ?? "";
  expect(secret).toBe('{\n  "accessToken": {\n    "companyName": "added"\n  }\n}');
  const size = { subject: "maxBytes", token: "accessToken" } as const;
  expect(statusOf(expectAspect("", size, result, hidesNothing) ?? "", result)).toBe("holds");
  expect(expectAspect("", { subject: "calls" }, result, hidesNothing)).toBe('{\n  "calls": []\n}');
  expect(expectAspect("{", claim, result, hidesNothing)).toBeNull();
  expect(expectAspect('{"outcome": "failed"}', claim, result, hidesNothing)).toBeNull();
});

test("mistakes are told with their line and column", () => {
  expect(readExpectations("")).toEqual({ kind: "ok", expectations: null });
  expect(readExpectations('{\n  "outcom": "failed",\n  "message": "a"\n}')).toEqual({
    kind: "invalid",
    mistakes: [{ message: 'What is expected has no member "outcom". Did you mean "outcome"?', line: 2, column: 3 }],
  });
  expect(readExpectations('{"message": "a"}')).toMatchObject({ mistakes: [{ line: 1, column: 13 }] });
  expect(readExpectations("[]")).toMatchObject({ mistakes: [{ line: 1, column: 1 }] });
});
