/** Tokens, JSON and mocks as somebody may paste or type them: each is read, or refused with a sentence and a place. */
import { decodeJwt } from "../../../src/jwt/decode-jwt.ts";
import { toMarkdown } from "../../../src/share/markdown.ts";
import { parseClaimsSet } from "../../../src/workflow/claims-set.ts";
import { readDetailedMock } from "../../../src/workflow/detailed-mock.ts";
import { findJsonMistake } from "../../../src/workflow/json-mistake.ts";
import { parseJsonText } from "../../../src/workflow/parse-json-text.ts";
import { parseRunInput } from "../../../src/workflow/parse-run-input.ts";
import type { FetchMockDraft } from "../../../src/workflow/scenario.ts";
import type { RunResult } from "../../../src/workflow/run-result.ts";
import { parseSettings } from "../../../src/workflow/settings.ts";
import { type HostileRun, ORDINARY, workflow } from "./hostile-case.ts";

type HostileText = {
  readonly name: string;
  readonly read: () => unknown;
  readonly expected: "ok" | "invalid" | "unready";
};

const part = (json: unknown) =>
  Buffer.from(typeof json === "string" ? json : JSON.stringify(json)).toString("base64url");
const jwt = (header: unknown, payload: unknown, signature = "c2ln") => `${part(header)}.${part(payload)}.${signature}`;
const HEADER = { alg: "RS256", typ: "JWT" };

const tokens: readonly HostileText[] = (
  [
    ["no text", "", "invalid"],
    ["spaces", "   \n\t ", "invalid"],
    ["one part", "eyJhbGciOiJub25lIn0", "invalid"],
    ["two parts", "a.b", "invalid"],
    ["four parts", "a.b.c.d", "invalid"],
    ["an encrypted token", "a.b.c.d.e", "invalid"],
    ["a million dots", ".".repeat(900_000), "invalid"],
    ["2 MB", "e".repeat(2_000_000), "invalid"],
    ["alg none", jwt({ alg: "none" }, { sub: "kp_1" }, ""), "ok"],
    ["alg none with a signature", jwt({ alg: "none" }, { sub: "kp_1" }), "ok"],
    ["an alg that is an object", jwt({ alg: { toString: "x" } }, { sub: "kp_1" }), "ok"],
    ["crit it does not know", jwt({ ...HEADER, crit: ["b64"], b64: false }, { sub: "kp_1" }), "ok"],
    ["a jku to another host", jwt({ ...HEADER, jku: "https://attacker.example/jwks" }, { sub: "kp_1" }), "ok"],
    [
      "an x5u and a jwk of its own",
      jwt({ ...HEADER, x5u: "https://attacker.example", jwk: { kty: "oct", k: "AA" } }, {}),
      "ok",
    ],
    ["a payload that is a list", jwt(HEADER, []), "invalid"],
    ["a payload that is null", jwt(HEADER, null), "invalid"],
    ["a payload that is text", jwt(HEADER, '"text"'), "invalid"],
    ["a payload that is no JSON", jwt(HEADER, "{a:1}"), "invalid"],
    ["a payload with a BOM", jwt(HEADER, '\ufeff{"a":1}'), "invalid"],
    [
      "a payload that is not UTF-8",
      `${part(HEADER)}.${Buffer.from([0xc3, 0x28]).toString("base64url")}.c2ln`,
      "invalid",
    ],
    ["__proto__ in the payload", jwt(HEADER, '{"__proto__":{"polluted":1}}'), "ok"],
    ["__proto__ in the header", jwt('{"__proto__":{"polluted":1}}', {}), "ok"],
    ["a payload of 100,000 levels", jwt(HEADER, `{"a":${"[".repeat(1e5)}${"]".repeat(1e5)}}`), "invalid"],
    ["a number beyond every double", jwt(HEADER, '{"a":1e999}'), "invalid"],
    ["a number with 300,000 digits", jwt(HEADER, `{"a":${"9".repeat(300_000)}}`), "invalid"],
    ["a name that stands twice", jwt(HEADER, '{"sub":"a","sub":"b"}'), "ok"],
    [
      "standard base64 instead of base64url",
      `${part(HEADER)}.${Buffer.from('{"a":"??>>"}').toString("base64")}==.c2ln`,
      "invalid",
    ],
    ["a script in place of a part", "<script>.alert(1).</script>", "invalid"],
    ["look-alike dots", `${part(HEADER)}․${part({})}․c2ln`, "invalid"],
    ["bidi controls within", `${part(HEADER)}.\u202e${part({})}.c2ln`, "invalid"],
    ["Bearer and quotes around", `Authorization: Bearer "${jwt(HEADER, { a: 1 })}";`, "ok"],
    ["line breaks within", jwt(HEADER, { a: 1 }).replace(/(.{10})/g, "$1\n"), "ok"],
  ] as const
).map(
  ([name, text, expected]): HostileText => ({
    name: `a pasted token with ${name}`,
    read: () => decodeJwt(text),
    expected,
  }),
);

const documents: readonly HostileText[] = (
  [
    ["nothing", "", "invalid"],
    ["a BOM", '\ufeff{"a":1}', "invalid"],
    ["a comment", '{"a":1} // x', "invalid"],
    ["a comma at its end", '{"a":1,}', "invalid"],
    ["single quotes", "{'a':1}", "invalid"],
    ["NaN", '{"a":NaN}', "invalid"],
    ["Infinity", '{"a":-Infinity}', "invalid"],
    ["a number beyond every double", '{"a":1e400}', "invalid"],
    ["hexadecimal numbers", '{"a":0x10}', "invalid"],
    ["a leading zero", '{"a":01}', "invalid"],
    ["a NUL in a text", '{"a":"\u0000"}', "invalid"],
    ["an escape that does not exist", '{"a":"\\x41"}', "invalid"],
    ["a lone surrogate", '{"a":"\\ud800"}', "ok"],
    ["400,000 open brackets", "[".repeat(400_000), "invalid"],
    ["400,000 levels", `{"a":${"[".repeat(4e5)}${"]".repeat(4e5)}}`, "invalid"],
    ["400,000 levels of objects", `${'{"a":'.repeat(4e5)}1${"}".repeat(4e5)}`, "invalid"],
    ["a text of 900 KB that does not end", `{"a":"${"x".repeat(9e5)}`, "invalid"],
    ["900 KB of spaces", `${" ".repeat(9e5)}x`, "invalid"],
    ["900 KB of backslashes", `{"a":"${"\\\\".repeat(450_000)}"}`, "ok"],
    ["__proto__", '{"__proto__":{"polluted":1}}', "ok"],
    ["names of Object.prototype", '{"constructor":1,"toString":2,"valueOf":3,"hasOwnProperty":4}', "ok"],
    ["90,000 names", `{${Array.from({ length: 9e4 }, (_, at) => `"k${at}":1`).join()}}`, "ok"],
    // Over a million characters, which is refused with words.
    ["100,000 names", `{${Array.from({ length: 1e5 }, (_, at) => `"k${at}":1`).join()}}`, "invalid"],
    ["two values", '{"a":1}{"b":2}', "invalid"],
    ["a prefix against scripts", ')]}\'\n{"a":1}', "invalid"],
  ] as const
).flatMap(([name, text, expected]): HostileText[] => [
  { name: `a base token with ${name}`, read: () => parseClaimsSet(text), expected },
  ...(name === "__proto__" || name.startsWith("400,000") || name.startsWith("900")
    ? [{ name: `an event with ${name}`, read: () => parseJsonText(text), expected }]
    : []),
]);

const MOCK: FetchMockDraft = {
  method: "GET",
  url: "https://a.example/",
  status: 200,
  answer: "json",
  body: "{}",
  latencyMs: 0,
};
const OPTIONS = {
  nowMs: 0,
  timeoutMs: 100,
  grantConsole: true,
  resetClaims: [],
  explainJson: findJsonMistake,
  readDetailedMock,
};

const scenarios: readonly HostileText[] = (
  [
    ["a method with a line break", { ...MOCK, method: "GET\r\nX: 1" }, "unready"],
    ["a method of look-alikes", { ...MOCK, method: "ＧＥＴ" }, "unready"],
    ["a javascript: URL", { ...MOCK, url: "javascript:alert(1)" }, "unready"],
    ["a data: URL", { ...MOCK, url: "data:text/html,x" }, "unready"],
    ["a file: URL", { ...MOCK, url: "file:///etc/passwd" }, "unready"],
    ["a URL that is a regular expression", { ...MOCK, url: "https://(a+)+$" }, "ok"],
    ["a URL with stars within", { ...MOCK, url: "https://*.example/*" }, "unready"],
    ["a URL with spaces", { ...MOCK, url: "https://a.example/ b" }, "unready"],
    ["a status of 99", { ...MOCK, status: 99 }, "unready"],
    ["a status of NaN", { ...MOCK, status: Number.NaN }, "unready"],
    ["a status of 1e9", { ...MOCK, status: 1e9 }, "unready"],
    ["an endless latency", { ...MOCK, latencyMs: Number.POSITIVE_INFINITY }, "unready"],
    ["a negative latency", { ...MOCK, latencyMs: -1 }, "unready"],
    ["a body of 400,000 levels", { ...MOCK, body: "[".repeat(4e5) + "]".repeat(4e5) }, "unready"],
    ["a body that is no JSON", { ...MOCK, body: "{" }, "unready"],
  ] as const
).map(
  ([name, mock, expected]): HostileText => ({
    name: `a mock with ${name}`,
    read: () => parseRunInput({ ...ORDINARY.scenarios[0], mocks: [mock] }, "user:tokens_generation", OPTIONS),
    expected,
  }),
);

const MARKDOWN_TEXTS = [
  "`",
  "``|``",
  "\\|",
  "](https://attacker.example)",
  "<img src=x onerror=alert(1)>",
  "@everyone",
  "\u202e",
  "\n\n# x",
];
const markdown: readonly HostileText[] = MARKDOWN_TEXTS.map((text) => ({
  name: `a claim of ${JSON.stringify(text)} copied as Markdown`,
  read: () => {
    const result = {
      tokens: [
        {
          name: "accessToken",
          base: [],
          issuedText: null,
          changes: [{ name: text, state: "added", after: JSON.stringify(text), writes: 1, rules: [] }],
        },
      ],
      signIn: { kind: "continues", sentence: text, rule: { provenance: "simulated", sentence: "", source: "" } },
      settings: parseSettings(undefined),
      trigger: "user:tokens_generation",
    } as unknown as RunResult;
    const outside = toMarkdown(result, "accessToken").replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
    return { kind: /<img|\]\(|@everyone|\u202e|\n# /.test(outside) ? "markup" : "ok" };
  },
  expected: "ok",
}));

export const TEXTS: readonly HostileText[] = [...tokens, ...documents, ...scenarios, ...markdown];

/** What is wrong with how a text was read; empty when all is right. */
export function complaintsAboutText({ read, expected }: HostileText): readonly string[] {
  const startMs = performance.now();
  const result = read() as { readonly kind: string };
  const tookMs = performance.now() - startMs;
  return [
    ...(result.kind === expected ? [] : [`read as ${result.kind}, must be ${expected}`]),
    ...(tookMs > 2_000 ? [`took ${tookMs.toFixed(0)} ms`] : []),
    ...("polluted" in {} ? ["Object.prototype was changed"] : []),
  ];
}

const fetches = (body: string) =>
  workflow(
    `const { data } = await (async () => { const r = kinde.fetch("https://a.example/"); return { data: r }; })(); ${body}`,
  );
const answering = (body: string, answer: FetchMockDraft["answer"] = "text") => ({ mocks: [{ ...MOCK, answer, body }] });

/** What the code sees of hostile answers, events and base tokens. */
export const ANSWERS: readonly HostileRun[] = [
  {
    name: "a mock whose JSON has __proto__",
    files: fetches(`set("found", [typeof data.json.polluted, typeof ({}).polluted]);`),
    scenario: answering('{"__proto__":{"polluted":1}}', "json"),
    ends: ["completes"],
    claims: { found: '["undefined","undefined"]' },
  },
  {
    name: "a mock whose text is a script",
    files: fetches(`set("found", data.text);`),
    scenario: answering("<script>alert(1)</script>"),
    ends: ["completes"],
    claims: { found: '"<script>alert(1)</script>"' },
  },
  {
    name: "a mock's answer that the code changes",
    files: fetches(`data.json.a = 2; set("found", kinde.fetch("https://a.example/").json.a);`),
    scenario: answering('{"a":1}', "json"),
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "a mock with an error of markup",
    files: workflow(`try { kinde.fetch("https://a.example/"); } catch (error) { set("found", error.message); }`),
    scenario: answering("<b>x</b>", "error"),
    ends: ["completes"],
    claims: { found: '"<b>x</b>"' },
  },
  {
    name: "a base token with __proto__",
    files: workflow(`set("found", typeof kinde.accessToken.getCustomClaims().polluted);`),
    scenario: { tokens: { accessToken: { text: '{"sub":"a","__proto__":{"polluted":1}}', imported: false } } },
    ends: ["completes"],
    claims: { found: '"undefined"', sub: '"a"' },
  },
  {
    name: "an event with __proto__ and constructor",
    files: workflow(`set("found", [typeof event.polluted, Object.keys(event).length]);`),
    scenario: { events: { "user:tokens_generation": '{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}' } },
    ends: ["completes"],
    claims: { found: '["undefined",2]' },
  },
  {
    name: "an event that is a list",
    files: workflow(""),
    scenario: { events: { "user:tokens_generation": "[1]" } },
    ends: ["refused"],
  },
  {
    name: "an event of 10,000 levels",
    files: workflow(""),
    scenario: { events: { "user:tokens_generation": `{"a":${"[".repeat(1e4)}${"]".repeat(1e4)}}` } },
    ends: ["refused"],
  },
  {
    name: "an environment variable named __proto__",
    files: workflow(`set("found", kinde.env.get("__proto__").value);`),
    scenario: { env: [{ name: "__proto__", value: "p", isSecret: false }] },
    ends: ["completes"],
    claims: { found: '"p"' },
  },
  {
    name: "environment variables named after Object.prototype that do not exist",
    files: workflow(
      `set("found", [kinde.env.get("constructor"), kinde.env.get("toString"), kinde.localization.get("valueOf")]);`,
    ),
    ends: ["completes"],
    claims: { found: "[null,null,null]" },
  },
];
