import { expect, test } from "vitest";
import type { RunResult } from "../workflow/run-result.ts";
import { parseSettings, type WorkflowSettings } from "../workflow/settings.ts";
import { CHECKS } from "./checks.ts";
import { diagnose } from "./diagnose.ts";
import { EVERYDAY } from "./everyday/every-check.ts";

const COMPLETED: RunResult["outcome"] = { kind: "completed" };

function failed(phase: "introspect" | "execute", message: string): RunResult["outcome"] {
  const position = { file: "Workflow.ts", line: 2, column: 1 };
  return { kind: "failed", phase, error: { name: "", message, productionText: message, frames: [], position } };
}

function settings(bindings: readonly string[], more: object = {}): WorkflowSettings {
  const value = {
    id: "w",
    trigger: "user:tokens_generation",
    bindings: Object.fromEntries(bindings.map((name) => [name, {}])),
    ...more,
  };
  return parseSettings({ text: JSON.stringify(value), problem: null });
}

const ALL = settings([
  "kinde.accessToken",
  "kinde.idToken",
  "kinde.env",
  "kinde.fetch",
  "kinde.auth",
  "url",
  "util",
  "console",
]);

type Scene = {
  readonly text: string;
  readonly settings?: WorkflowSettings;
  readonly outcome?: RunResult["outcome"];
};

function idsIn({ text, settings: own = ALL, outcome = COMPLETED }: Scene): string[] {
  const trigger = own.trigger ?? "user:tokens_generation";
  const { diagnostics: found } = diagnose({
    files: [{ name: "Workflow.ts", text: text }],
    settings: own,
    trigger,
    effects: [],
    outcome,
  });
  return found.map((diagnostic) => `${diagnostic.id}:${diagnostic.position.line}`);
}

const inWorkflow = (...lines: readonly string[]): string =>
  [
    `import { accessTokenCustomClaims } from "@kinde/infrastructure";`,
    `export default async function Workflow(event) {`,
    `  const claims = accessTokenCustomClaims();`,
    ...lines,
    `}`,
  ].join("\n");

/** Each row: a check, code in which it speaks (on line 4), and ordinary code of the same kind in which it is silent. */
const IN_A_WORKFLOW: readonly (readonly [id: string, speaks: string, silent: string])[] = [
  [
    "nested-claim-mutation",
    `claims.roles.push("x");`,
    `const roles = []; roles.push("x"); claims.roles = [...claims.roles, "x"];`,
  ],
  ["nested-claim-mutation", `claims.profile.name = "x";`, `claims.profile = { ...claims.profile, name: "x" };`],
  ["nested-claim-mutation", `claims["profile"].visits++;`, `claims.visits++;`],
  ["nested-claim-mutation", `claims.roles[0] = "x";`, `const first = claims.roles[0];`],
  ["deleted-claim", `delete claims.permissions;`, `const copy = { a: 1 }; delete copy.a; claims.permissions = [];`],
  ["prohibited-claim", `claims.sub = "x";`, `claims.subject = "x"; if (claims.sub === "x") return;`],
  ["prohibited-claim", `claims["aud"] = [];`, `claims["audience"] = [];`],
  ["prohibited-claim", `(claims).exp = 1;`, `(claims).expires = 1;`],
  [
    "prohibited-claim",
    `kinde.accessToken.setCustomClaim("iss", "x");`,
    `kinde.accessToken.setCustomClaim("issuer", "x");`,
  ],
  [
    "defined-claim",
    `Object.defineProperty(claims, "a", { value: 1 });`,
    `Object.defineProperty({}, "a", { value: 1 });`,
  ],
  ["global-fetch", `await fetch("https://a.test");`, `const { fetch } = event; fetch("https://a.test");`],
  ["missing-global", `setTimeout(() => {}, 1);`, `const o = { setTimeout: 1 }; o.setTimeout = 2; typeof setTimeout;`],
  ["missing-global", `const key = process.env.KEY;`, `const process = event.process; process.env;`],
  ["missing-global", `new Intl.NumberFormat("en");`, `const Intl = 1; claims.n = Intl;`],
  ["missing-member", `Object.groupBy([], (x) => x);`, `Object.keys({}); Object.fromEntries([]);`],
  ["missing-member", `"a".isWellFormed();`, `"a".normalize();`],
  [
    "regexp-named-groups",
    `const { groups } = /(?<year>a)/.exec("a"); claims.y = groups;`,
    `const groups = [1]; claims.groups = groups;`,
  ],
  ["regexp-named-groups", `claims.y = "a".match(/(?<y>a)/).groups.y;`, `claims.y = event.context.groups;`],
  ["regexp-group-replacement", `claims.y = "a".replace(/(?<y>a)/, "$<y>");`, `claims.y = "a".replace(/(a)/, "$1");`],
  ["regexp-unicode-property", `claims.y = /\\p{L}/u.test("a");`, `claims.y = /\\d+/u.test("1");`],
  ["regexp-unicode-folding", `claims.y = /é/i.test("É");`, `claims.y = /é/.test("é") || /a/i.test("A");`],
  [
    "regexp-backtracking",
    `claims.y = /^(?!b)(a+)+$/.test("a");`,
    `claims.y = /^[a-z]+(-[a-z]+)?$/.test("a") || /^(a+)+$/.test("a");`,
  ],
  [
    "regexp-unicode-escape",
    `claims.y = /[a-z\\_]/u.test("a");`,
    `claims.y = /[\\w\\-.]\\/\\u0041/u.test("a") || /\\_/.test("a");`,
  ],
  [
    "regexp-repeated-groups",
    `claims.y = "ab".match(/(?:(a)|b)*/);`,
    `claims.y = ["ab".match(/(a)|b/), "a-b".match(/^([a-z]+)(-[a-z]+)*$/), "ab".match(/(?:a|b)*/), "1.2".match(/(\\d+)(?:\\.(\\d+))?/)];`,
  ],
  [
    "deleted-name",
    `const tmp: any = 1; delete (tmp as any);`,
    `const o: any = { a: 1 }; delete o.a; delete (o as any)["a"]; delete o?.a;`,
  ],
  [
    "function-name",
    `const f = () => 1; claims.n = f.name;`,
    `const f = () => 1; f(); claims.n = f.name; const user = { name: "Ada" }; claims.u = user.name; class A {} claims.a = A.name;`,
  ],
  [
    "early-use",
    `claims.l = typeof late; const late = 1;`,
    `const f = () => late; const late = 1; claims.l = f(); { const late = 2; claims.m = late; }`,
  ],
  [
    "read-stack",
    `claims.s = new Error("x").stack.split("\\n")[0];`,
    `const item: any = {}; claims.s = item.stack; claims.e = new Error("x").stack;`,
  ],
  [
    "read-stack",
    `try { JSON.parse("{"); } catch (error: any) { claims.s = (error as Error).stack.split("\\n"); }`,
    `const team: any = { stack: ["ts"] }; claims.s = team.stack.join(","); claims.e = event.stack.length;`,
  ],
  [
    "rest-of-foreign-keys",
    `const { id, ...rest } = { id: 1, größe: "L" } as any; claims.r = rest;`,
    `const { id, ...rest } = { id: 1, size: "ü" } as any; claims.r = rest;`,
  ],
  ["locale-arguments", `claims.n = n.toLocaleString("en-US");`, `claims.n = n.toFixed(2);`],
  ["locale-arguments", `claims.n = a.localeCompare(b, "sv");`, `claims.n = a.localeCompare(b);`],
  [
    "unreadable-date",
    `claims.d = new Date("2024/01/02");`,
    `claims.d = new Date("2024-01-02"); claims.e = Date.parse("2024-01-02T03:04:05Z");`,
  ],
  [
    "logged-error",
    `try { run(); } catch (error) { console.log("failed", error); }`,
    `try { run(); } catch (error) { console.log("failed", error.message); }`,
  ],
  ["logged-error", `console.error(new Error("x"));`, `throw new Error("x");`],
  [
    "url-search-params-edit",
    `const url = new URL("https://a.test"); url.searchParams.set("a", "b"); claims.u = url.href;`,
    `const url = new URL("https://a.test"); url.searchParams.set("a", "b"); claims.u = url.toString();`,
  ],
  ["url-search-assignment", `url.search = "?a=1";`, `url.search = "a=1";`],
  [
    "url-origin-port",
    `const u = new URL("https://a.test:8443"); claims.o = u.origin;`,
    `claims.o = event.context.auth.origin;`,
  ],
  [
    "url-ipv6-hostname",
    `claims.h = new URL("http://[::1]/").hostname;`,
    `claims.h = new URL("https://a.test").hostname;`,
  ],
  [
    "url-search-params-iterator",
    `const p = new URLSearchParams("a=1"); for (const k of p.keys()) run(k);`,
    `const m = new Map(); for (const k of m.keys()) run(k);`,
  ],
  ["url-subclass", `class P extends URLSearchParams {}`, `class P extends Map {}`],
  ["url-go-fields", `const u = new URL("https://a.test"); Object.keys(u);`, `Object.keys(event);`],
  ["computed-require", `require(event.name);`, `const require = (x) => x; require(event.name);`],
  ["commonjs-exports", `exports.a = 1;`, `const exports = {}; exports.a = 1;`],
  ["decorator", `class A { @mark m() {} }`, `const mail = "a@b.test";`],
  ["node-env", `claims.mode = process.env.NODE_ENV;`, `claims.mode = "development";`],
  ["optional-delete", `delete event?.context?.user;`, `delete event.context.user;`],
  ["global-listing", `Object.getOwnPropertyNames(globalThis);`, `Object.getOwnPropertyNames(event);`],
  ["function-text", `const f = function named() {}; claims.t = f.toString();`, `claims.t = (5).toString();`],
  [
    "this-in-default-export",
    `claims.t = typeof this;`,
    `class A { m() { return this; } } const o = { m() { return this.a; }, a: 1 };`,
  ],
];

test.each(IN_A_WORKFLOW)("%s: %s", (id, speaks, silent) => {
  expect(idsIn({ text: inWorkflow(speaks) })).toContain(`${id}:4`);
  expect(idsIn({ text: inWorkflow(silent) }).filter((found) => found.startsWith(`${id}:`))).toEqual([]);
});

const SETTINGS = `export const workflowSettings = { id: "w", bindings: { "kinde.accessToken": {} } };`;
const MAIN = `export default async function Workflow(event) {}`;

const STACK_ENDED: Scene["outcome"] = {
  kind: "interrupted",
  phase: "execute",
  limit: "stack",
  error: { name: "", message: "", productionText: "", frames: [] },
};

/** Each row: a check, a scene in which it speaks, and one in which it is silent. */
const SCENES: readonly (readonly [id: string, speaks: Scene, silent: Scene])[] = [
  [
    "missing-binding",
    { text: inWorkflow(), settings: settings(["url"]) },
    { text: inWorkflow(), settings: settings(["kinde.accessToken"]) },
  ],
  [
    "missing-binding",
    { text: `new URL("https://a.test");`, settings: settings([]) },
    { text: `new URL("https://a.test");`, settings: settings(["url"]) },
  ],
  [
    "missing-binding",
    { text: `kinde.env.get("A");`, settings: settings(["kinde.auth"]) },
    { text: `kinde.env.get("A");`, settings: settings([]), outcome: failed("introspect", "x") },
  ],
  [
    "unused-binding",
    { text: `${SETTINGS}\n${MAIN}`, settings: settings(["kinde.accessToken"]) },
    { text: `${SETTINGS}\n${inWorkflow()}`, settings: settings(["kinde.accessToken"]) },
  ],
  [
    "unavailable-binding",
    { text: SETTINGS, settings: settings(["kinde.accessToken"], { trigger: "m2m:token_generation" }) },
    { text: SETTINGS, settings: settings(["kinde.accessToken"]) },
  ],
  [
    "unavailable-binding",
    { text: `const workflowSettings = { bindings: { accessToken: {} } };`, settings: settings(["accessToken"]) },
    { text: `const workflowSettings = { bindings: { console: {} } };`, settings: settings(["console"]) },
  ],
  [
    "dropped-bindings",
    { text: SETTINGS, settings: parseSettings({ text: "{}", problem: { path: "", reason: "" } }) },
    { text: SETTINGS },
  ],
  [
    "dropped-bindings",
    { text: `export const workflowSettings = { bindings: { "kinde.env": true } };`, settings: settings(["kinde.env"]) },
    {
      text: `export const workflowSettings = { bindings: { "kinde.env": { a: true } } };`,
      settings: settings(["kinde.env"]),
    },
  ],
  ["undeclared-console", { text: `console.log(1);`, settings: settings([]) }, { text: `console.log(1);` }],
  ["missing-default-export", { text: SETTINGS }, { text: `const f = 1; export { f as default };` }],
  [
    "sync-default-export",
    { text: `export default function Workflow() { return 1; }`, outcome: failed("execute", "interface conversion") },
    { text: `export default function Workflow() { return run(); }` },
  ],
  ["sync-default-export", { text: `export default class Workflow {}` }, { text: MAIN }],
  [
    "top-level-binding",
    { text: MAIN, outcome: failed("introspect", "console is not defined") },
    { text: MAIN, outcome: failed("introspect", "other is not defined") },
  ],
  ["missing-id", { text: SETTINGS, settings: settings([], { id: 5 }) }, { text: SETTINGS }],
  [
    "unknown-trigger",
    { text: SETTINGS, settings: settings([], { trigger: "user:token_generation" }) },
    { text: SETTINGS },
  ],
  [
    "unknown-trigger",
    { text: SETTINGS, settings: settings([], { trigger: 1 }) },
    { text: MAIN, settings: parseSettings(undefined) },
  ],
  [
    "unexported-settings",
    { text: `const workflowSettings = {};` },
    { text: `const workflowSettings = {}; export { workflowSettings };` },
  ],
  [
    "fetch-without-options",
    { text: `import { fetch } from "@kinde/infrastructure";\nfetch("https://a.test");` },
    { text: `import { fetch } from "@kinde/infrastructure";\nfetch("https://a.test", { method: "GET" });` },
  ],
  [
    "deep-recursion",
    {
      text: `function f(n) { return f(n + 1); } export default async function Workflow() { f(0); }`,
      outcome: STACK_ENDED,
    },
    { text: `function f(n) { return f(n + 1); } export default async function Workflow() { f(0); }` },
  ],
  [
    "deep-nesting",
    { text: `let o = 1; for (;;) o = [o];`, outcome: STACK_ENDED },
    { text: `let o = 1; const p = [o]; o = [p.length];`, outcome: STACK_ENDED },
  ],
  [
    "global-member",
    { text: `var LIMIT = 5; export default async function Workflow() { return (globalThis as any).LIMIT; }` },
    {
      text: `export default async function Workflow() { const LIMIT = 5; return (globalThis as any).LIMIT ?? globalThis.Math; }`,
    },
  ],
];

test.each(SCENES)("%s", (id, speaks, silent) => {
  const saidBy = (scene: Scene) => idsIn(scene).filter((found) => found.startsWith(`${id}:`));
  expect(saidBy(speaks)).toHaveLength(1);
  expect(saidBy(silent)).toEqual([]);
});

test("a claim that cannot become JSON is reported where it was written", () => {
  const position = { file: "Workflow.ts", line: 4, column: 3 };
  const value = { text: `{"$number":"NaN"}`, problem: { path: "", reason: "NaN" } };
  const { diagnostics: found } = diagnose({
    files: [{ name: "Workflow.ts", text: inWorkflow("claims.n = NaN;") }],
    settings: ALL,
    trigger: "user:tokens_generation",
    effects: [
      { kind: "claim", token: "accessToken", name: "n", value, position },
      { kind: "claim", token: "accessToken", name: "ok", value: { text: "1", problem: null }, position },
    ],
    outcome: COMPLETED,
  });
  expect(found.map(({ id, position: at }) => [id, at])).toEqual([["unserializable-claim", position]]);
});

test("Kinde's tutorial code raises nothing", () => {
  const text = `import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
  idTokenCustomClaims,
  getEnvironmentVariable,
  fetch,
  denyAccess,
} from "@kinde/infrastructure";

export const workflowSettings = {
  id: "addClaims",
  name: "Add claims",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: { "kinde.accessToken": {}, "kinde.idToken": {}, "kinde.env": {}, "kinde.fetch": {}, "kinde.auth": {}, url: {}, console: {} },
};

export default async function Workflow(event) {
  const accessToken = accessTokenCustomClaims();
  const idToken = idTokenCustomClaims();
  const key = getEnvironmentVariable("API_KEY")?.value;
  const { data } = await fetch("https://api.example.com/" + event.context.user.id, { method: "GET", headers: { key } });
  accessToken.companyName = data.company ?? "none";
  accessToken.permissions = [];
  idToken.name = "Ada";
  console.log("done", data);
  if (event.request.ip === "203.0.113.7") denyAccess("not from here");
}
`;
  expect(
    idsIn({
      text,
      settings: settings([
        "kinde.accessToken",
        "kinde.idToken",
        "kinde.env",
        "kinde.fetch",
        "kinde.auth",
        "url",
        "console",
      ]),
    }),
  ).toEqual([]);
});

test("every finding says what to do and where its rule comes from", () => {
  const texts = IN_A_WORKFLOW.map(([, speaks]) => ({ text: inWorkflow(speaks) }));
  for (const { text, settings: own = ALL, outcome = COMPLETED } of [
    ...texts,
    ...SCENES.map(([, speaks]) => speaks),
  ] as Scene[]) {
    const { diagnostics: found } = diagnose({
      files: [{ name: "Workflow.ts", text: text }],
      settings: own,
      trigger: "user:tokens_generation",
      effects: [],
      outcome,
    });
    for (const diagnostic of found) {
      expect(diagnostic.message).toMatch(/^[^!]+[.)]$/);
      expect(diagnostic.advice).toBeTruthy();
      expect(diagnostic.rule?.sentence).toBeTruthy();
    }
  }
});

test("ids are kebab-case and unique, and each check has a case", () => {
  const ids = CHECKS.map((check) => check.id);
  expect(new Set(ids).size).toBe(ids.length);
  const everyday = EVERYDAY.map(({ id }) => id);
  const covered = new Set([
    ...[...IN_A_WORKFLOW, ...SCENES].map(([id]) => id),
    ...everyday,
    "unserializable-claim",
    "secret-in-claim",
  ]);
  expect(ids.filter((id) => !covered.has(id))).toEqual([]);
  expect(ids.every((id) => /^[a-z\d]+(-[a-z\d]+)*$/.test(id))).toBe(true);
});
