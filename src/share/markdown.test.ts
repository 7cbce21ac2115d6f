import { expect, test } from "vitest";
import type { ClaimChange } from "../workflow/claim.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { toMarkdown } from "./markdown.ts";

const RULE = { provenance: "simulated", sentence: "", source: "" } as const;

function resultWith(changes: readonly ClaimChange[], sentence = "The sign-in continues."): RunResult {
  return {
    settings: { failurePolicy: "stop", bindings: [], resetClaims: [] },
    trigger: "user:tokens_generation",
    outcome: { kind: "completed" },
    effects: [],
    tokens: [{ name: "idToken", base: [], changes, issuedText: null }],
    signIn: { kind: "continues", sentence, rule: RULE },
    diagnostics: [],
    gaps: [],
    durations: { transpileMs: 0, discoveryMs: 0, executionMs: 0, diffMs: 0, totalMs: 0 },
  };
}

function change(name: string, state: ClaimChange["state"], before?: string, after?: string): ClaimChange {
  return {
    name,
    state,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    writes: 1,
    rules: [],
  };
}

/** The cells of the table's only row. */
function rowOf(name: string, before: string): string {
  const lines = toMarkdown(resultWith([change(name, "replaced", before, "1")]), "idToken").split("\n");
  const rows = lines.filter((line) => line.startsWith("| `") || line.startsWith("| ``"));
  expect(rows).toHaveLength(1);
  return rows[0] ?? "";
}

test("the changed claims are a table under the token's name, the others a count", () => {
  const result = resultWith([
    change("aud", "prohibited", '["a"]', '["a"]'),
    change("tenant", "added", undefined, '"acme"'),
    change("permissions", "emptied", '["read:orders"]', "[]"),
    change("picture", "removed", '"x"'),
    change("https://hasura.io/jwt/claims", "replaced", "{}", '{"a":1}'),
    change("sub", "unchanged", '"kp_1"', '"kp_1"'),
    change("iss", "unchanged", '"kp_1"', '"kp_1"'),
  ]);
  expect(toMarkdown(result, "idToken")).toBe(`### ID token

The sign-in continues.

| Claim | Change | Before | After |
| --- | --- | --- | --- |
| \`aud\` | not allowed, keeps its value | \`["a"]\` | \`["a"]\` |
| \`tenant\` | added |  | \`"acme"\` |
| \`permissions\` | emptied | \`["read:orders"]\` | \`[]\` |
| \`picture\` | removed | \`"x"\` |  |
| \`https://hasura.io/jwt/claims\` | replaced | \`{}\` | \`{"a":1}\` |

2 claims stayed as they were.
`);
});

test("without changes, and without the token, it says so", () => {
  expect(toMarkdown(resultWith([change("sub", "unchanged", "1", "1")]), "idToken")).toBe(
    "### ID token\n\nThe sign-in continues.\n\nNo claim changed; one claim stayed as it was.\n",
  );
  expect(toMarkdown(resultWith([]), "m2mToken")).toBe(
    "### M2M token\n\nThe sign-in continues.\n\nThe M2M token is not issued for `user:tokens_generation`.\n",
  );
});

test("nothing that an author wrote becomes markup", () => {
  expect(rowOf("a|b", '"auth0|1"')).toBe('| `"a\\|b"` | replaced | `"auth0\\|1"` | `1` |');
  expect(rowOf("`x`", '"``` @team <img src=x onerror=alert(1)>"')).toBe(
    '| ``"`x`"`` | replaced | ````"``` @team <img src=x onerror=alert(1)>"```` | `1` |',
  );
  expect(rowOf("a\nb", '{\n  "a": "\\n"\n}')).toBe('| `"a\\nb"` | replaced | `{   "a": "\\n" }` | `1` |');
  expect(rowOf("", '"\\\\|"')).toBe('| `""` | replaced | `"\\\\\\u007c"` | `1` |');
  expect(rowOf("\u202eabc", '"\u2028\u0000\u{e0041}"')).toBe(
    '| `"\\u202eabc"` | replaced | `"\\u2028\\u0000\\udb40\\udc41"` | `1` |',
  );
  expect(rowOf("__proto__", "null")).toBe("| `__proto__` | replaced | `null` | `1` |");
});

test("a reason for denying access stays text", () => {
  const sentenceIn = (sentence: string) => toMarkdown(resultWith([], sentence), "idToken").split("\n\n")[1];
  expect(sentenceIn("Access is denied: “not on a Tuesday”.")).toBe("Access is denied: “not on a Tuesday”.");
  expect(sentenceIn("Access is denied: <b>@all</b>\n# [x](https://x)")).toBe(
    "`Access is denied: <b>@all</b> # [x](https://x)`",
  );
});

test("a long value is cut, with its length", () => {
  const json = JSON.stringify("🦜".repeat(1_000));
  const cells = toMarkdown(resultWith([change("birds", "added", undefined, json)]), "idToken").split(" | ");
  expect(cells.at(-1)?.split("\n")[0]).toBe(`\`"${"🦜".repeat(299)}\` … (1002 characters) |`);
});
