import { expect, test } from "vitest";
import { IN_A_WORKFLOW } from "../../testing/in-a-workflow.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { parseSettings, type WorkflowSettings } from "../workflow/settings.ts";
import { CHECKS } from "./checks.ts";
import { diagnose } from "./diagnose.ts";
import { EVERYDAY } from "../../testing/everyday/every-check.ts";

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
    { text: `var LIMIT = 5; export default async function Workflow() { return [LIMIT, (globalThis as any).LIMIT]; }` },
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
