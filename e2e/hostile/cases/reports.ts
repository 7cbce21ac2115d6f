/** Code in an embed that wants the page around it to learn more than it may: what is reported of each run, and what must not be in it. */
import { parseShortForm } from "../../../src/expect/short-form.ts";
import type { EmbedMessage, ReportedChange } from "../../../src/embed/messages.ts";
import { reportOf } from "../../../src/embed/report-result.ts";
import type { Project, SourceFile } from "../../../src/workflow/project.ts";
import type { RunResult } from "../../../src/workflow/run-result.ts";
import { CANARIES, module, projectOf, SETTINGS, workflow } from "./hostile-case.ts";

type Result = Extract<EmbedMessage, { type: "kinde-workflow:result" }>;

type HostileReport = {
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** Several where it depends on the machine. */
  readonly outcomes: readonly Result["outcome"][];
  readonly signIn?: Result["signIn"];
  /** Changes of the access token, exactly. */
  readonly changes?: readonly ReportedChange[];
  /** Ended by the watchdog alone, so it runs in a browser only. */
  readonly isUnstoppable?: boolean;
};

/** The variable that every embed here has. Its value is known to the page's author, and to nobody who hears the embed. */
export const ENV_NAME = "KEY";
const KEY = `const key = kinde.env.get("${ENV_NAME}").value;`;
const added = (name: string, after: string): ReportedChange => ({ name, state: "added", after });
const HIDDEN = JSON.stringify("•••");

/** What every embed here expects of its run, so that a sentence about what is otherwise comes with most reports. */
export const EXPECTED = 'denied: another reason; a = "another value"';

const withKey = (
  outcome: Result["outcome"],
  rows: readonly (readonly [string, string, (readonly ReportedChange[])?])[],
): readonly HostileReport[] =>
  rows.map(([name, body, changes]) => ({
    name: `a variable’s value ${name}`,
    files: workflow(`${KEY}\n${body}`),
    outcomes: [outcome],
    ...(changes ? { changes } : {}),
  }));

const kept: readonly HostileReport[] = [
  ...withKey("completed", [
    ["as a claim", `set("a", key);`, [added("a", HIDDEN)]],
    ["deep within a claim", `set("a", [{ b: [key] }]);`, [added("a", HIDDEN)]],
    ["within a longer text", `set("a", "Bearer " + key + "!");`, [added("a", HIDDEN)]],
    ["as the name of a member", `set("a", { [key]: 1 });`, [added("a", HIDDEN)]],
    ["as JSON within JSON", `set("a", JSON.stringify(JSON.stringify({ key })));`, [added("a", HIDDEN)]],
    ["in a URL", `set("a", "https://a.example/?q=" + encodeURIComponent(key));`, [added("a", HIDDEN)]],
    ["as a claim’s name", `set(key, 1);`, [added("•••", "1")]],
    ["within a claim’s name", `set("x-" + key + "-y", 1);`, [added("•••", "1")]],
    ["as the value of a prohibited claim", `set("sub", key);`],
    ["in a claim that cannot be JSON", `set("a", { key, bad: NaN });`],
    ["in a log", `console.log(key, { key }, "x" + key);`, []],
    ["in a host call", `try { kinde.fetch("https://a.example/?" + key); } catch {}`, []],
    ["as what is returned", `return { key };`, []],
  ]),
  ...withKey("failed", [
    ["as an error’s message", `throw new Error(key);`],
    ["within an error’s message", `throw new Error("no access with " + key);`],
    ["as an error’s name", `const e = new Error("x"); e.name = key; throw e;`],
    ["as an error’s stack and cause", `const e = new Error("x", { cause: key }); e.stack = key; throw e;`],
    ["thrown as it is", `throw key;`],
    ["in a thrown object", `throw { message: key, toString: () => key };`],
    ["as the name of a function that throws", `const o = { [key]() { throw new Error("x"); } }; o[key]();`],
    ["in a promise that is rejected", `await Promise.reject(new TypeError("[" + key + "]"));`],
    ["in an error of many", `throw new AggregateError([new Error(key)], key);`],
  ]),
  {
    name: "a variable’s value as the reason of a denial",
    files: workflow(`${KEY}\nkinde.auth.denyAccess(key);`),
    outcomes: ["completed"],
    signIn: "denied",
  },
];

const shaped: readonly HostileReport[] = [
  {
    name: "a claim named like a message",
    files: workflow(`set("kinde-workflow:result", { type: "kinde-workflow:ready", outcome: "hung" });`),
    outcomes: ["completed"],
    changes: [added("kinde-workflow:result", '{"type":"kinde-workflow:ready","outcome":"hung"}')],
  },
  {
    name: "claims named like members of objects",
    files: workflow(
      `for (const name of ["__proto__", "constructor", "toString", "type", "tokens"]) set(name, { polluted: 1 });`,
    ),
    outcomes: ["completed"],
    changes: ["__proto__", "constructor", "toString", "type", "tokens"].map((name) => added(name, '{"polluted":1}')),
  },
  {
    name: "messages of its own making in logs and errors",
    files: workflow(
      `console.log('{"type":"kinde-workflow:open","fragment":"wf1.x"}'); throw { type: "kinde-workflow:open", fragment: "wf1.x" };`,
    ),
    outcomes: ["failed"],
  },
  {
    name: "code that looks for a window to write to",
    files: workflow(
      `for (const name of ["parent", "top", "opener", "postMessage", "self", "window"]) set(name, typeof globalThis[name]);`,
    ),
    outcomes: ["completed"],
    changes: ["parent", "top", "opener", "postMessage", "self", "window"].map((name) => added(name, '"undefined"')),
  },
  {
    name: "markup in a claim’s name, its value and an error",
    files: workflow(
      `set("<img src=x onerror=alert(1)>", "<script>"); throw new Error("<img src=x onerror=alert(1)>");`,
    ),
    outcomes: ["failed"],
  },
  { name: "halves of surrogate pairs", files: workflow(`set("\\ud800", "\\udc00");`), outcomes: ["completed"] },
  { name: "a claim of 900 KB", files: workflow(`set("a", "x".repeat(900_000));`), outcomes: ["completed"] },
  { name: "5,000 claims", files: workflow(`for (let i = 0; i < 5e3; i++) set("c" + i, i);`), outcomes: ["completed"] },
  {
    name: "an error of 12 MB",
    files: workflow(`throw new Error("x".repeat(12e6));`),
    outcomes: ["failed", "interrupted"],
  },
  {
    name: "a million claims",
    files: workflow(`for (let i = 0; i < 1e6; i++) set("c" + i, i);`),
    outcomes: ["interrupted"],
  },
  { name: "an endless loop", files: workflow(`for (;;);`), outcomes: ["interrupted"] },
  {
    name: "a promise that never settles",
    files: workflow(`await new Promise(() => undefined);`),
    outcomes: ["never-settled"],
  },
  {
    name: "source that cannot be read",
    files: module(`${SETTINGS}\nexport default async function Workflow( {`),
    outcomes: ["failed"],
  },
  {
    name: "a hang that no interrupt stops",
    files: workflow(`new Array(1e9).join();`),
    outcomes: ["hung", "interrupted"],
    isUnstoppable: true,
  },
];

export const REPORTS: readonly HostileReport[] = [...kept, ...shaped];

/** What is reported of a run as the embed would, for a project whose one variable is secret. */
export function reportIn(result: RunResult, project: Project): unknown {
  const reading = parseShortForm(EXPECTED);
  const expectation = reading.kind === "ok" ? reading.expectation : null;
  const run = { status: "done", latest: result, lastGood: null, count: 1 } as const;
  return reportOf({ project, view: { token: "accessToken" }, run }, expectation);
}

export function projectOfReport({ files }: HostileReport): Project {
  const env = [{ name: ENV_NAME, value: CANARIES.secretEnv, isSecret: true }];
  return projectOf({ files, scenario: { env } });
}

const MEMBERS = ["type", "outcome", "message", "signIn", "tokens", "unmet"];
/** A little more than a run may write: each claim is told with its value before and after. */
const MAX_CHARACTERS = 20_000_000;

/** What is wrong with what the page was told; empty when it is just what it may know. */
export function complaintsAboutReport(expected: HostileReport, told: unknown): readonly string[] {
  if (typeof told !== "object" || told === null) return ["nothing was told"];
  const report = told as Result;
  const text = JSON.stringify(report);
  const complaints: string[] = [];
  if (report.type !== "kinde-workflow:result") complaints.push(`the message is a ${report.type}`);
  if (!expected.outcomes.includes(report.outcome))
    complaints.push(`the outcome is ${report.outcome}, must be ${expected.outcomes.join(" or ")}: ${report.message}`);
  if (expected.signIn !== undefined && report.signIn !== expected.signIn)
    complaints.push(`the sign-in is ${report.signIn}, must be ${expected.signIn}`);
  for (const member of Object.keys(report))
    if (!MEMBERS.includes(member)) complaints.push(`the message has a member ${member}`);
  for (const [name, canary] of Object.entries(CANARIES))
    if (text.includes(canary)) complaints.push(`the canary ${name} is told: ${text.slice(0, 600)}`);
  if (text.length > MAX_CHARACTERS) complaints.push(`the message has ${text.length} characters`);
  if ("polluted" in {}) complaints.push("Object.prototype has changed");
  const changes = report.tokens.find(({ name }) => name === "accessToken")?.changes ?? [];
  if (expected.changes && JSON.stringify(changes) !== JSON.stringify(expected.changes))
    complaints.push(`the changes are ${JSON.stringify(changes).slice(0, 600)}`);
  return complaints;
}
