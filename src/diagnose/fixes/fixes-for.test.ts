import { expect, test } from "vitest";
import { createNodeRunner } from "../../node/node-runner.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { EVERYDAY } from "../../../testing/everyday/every-check.ts";
import { bodies, everydayProject, type Program, program } from "../../../testing/everyday/program.ts";
import { fixFor, withFix } from "./fixes-for.ts";
import { FIXES } from "./table.ts";

const node = await createNodeRunner();

function run(one: Program): Promise<RunResult> {
  return node(everydayProject(one), { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true });
}

const textOf = ({ files }: Program) => files.map(({ text }) => text).join("\n---\n");
const countOf = ({ diagnostics }: RunResult, id: string) => diagnostics.filter((one) => one.id === id).length;
const errorsOf = ({ outcome, diagnostics }: RunResult) => [
  ...diagnostics.filter(({ severity }) => severity === "error").map(({ id }) => id),
  ...(outcome.kind === "completed" ? [] : [outcome.kind]),
];

type Try = { readonly fault: string; readonly text: string };

/** Null where no fix is offered; else what is wrong with it, and the text that it makes. */
async function tryFix(id: string, one: Program): Promise<Try | null> {
  const before = await run(one);
  const found = before.diagnostics.find((diagnostic) => diagnostic.id === id);
  if (found === undefined) throw new Error(`Nothing says ${id} of:\n${textOf(one)}`);
  const fix = fixFor(found, one.files, before);
  if (fix === null) return null;
  const fixed = { ...one, files: withFix(one.files, fix) };
  const after = await run(fixed);
  const known = errorsOf(before);
  const added = errorsOf(after).filter((error) => !known.includes(error));
  const isGone = countOf(after, id) < countOf(before, id);
  const fault =
    isGone && added.length === 0 ? "" : `“${fix.title}” leaves ${isGone ? added : id} in:\n${textOf(fixed)}`;
  return { fault, text: textOf(fixed) };
}

const settingsOf = (settings: string, body = "t.x = 1;", prefix = "export const"): Program => ({
  files: [
    {
      name: "Workflow.ts",
      text: `import { accessTokenCustomClaims, WorkflowTrigger, type WorkflowSettings } from "@kinde/infrastructure";
${prefix} workflowSettings: WorkflowSettings = ${settings};
export default async function Workflow() {
  const t = accessTokenCustomClaims<any>();
  ${body}
}
`,
    },
  ],
});

const BINDING = `bindings: { "kinde.accessToken": {} }`;
const TRIGGER = "trigger: WorkflowTrigger.UserTokenGeneration";

/** Each with a part of the text that the fix makes. */
const EXPECTED: { readonly [id: string]: readonly (readonly [program: Program, part: string])[] } = {
  "missing-binding": [
    [settingsOf(`{ id: "a", ${TRIGGER}, bindings: {} }`), `bindings: { "kinde.accessToken": {} } }`],
    [settingsOf(`{ id: "a", ${TRIGGER} }`), `UserTokenGeneration, bindings: { "kinde.accessToken": {} } }`],
    [
      settingsOf(`{\n  id: "a",\n  ${TRIGGER},\n  bindings: {\n    url: {} // for URL\n  },\n}`),
      `    url: {}, // for URL\n    "kinde.accessToken": {},\n  },`,
    ],
    [settingsOf(`{\n\tid: "a",\n\t${TRIGGER}\n}`), `UserTokenGeneration,\n\tbindings: { "kinde.accessToken": {} },\n}`],
  ],
  "unused-binding": [
    [settingsOf(`{ id: "a", ${TRIGGER}, bindings: { "kinde.accessToken": {}, "kinde.env": {} } }`), BINDING],
    [settingsOf(`{ id: "a", ${TRIGGER}, bindings: { "kinde.env": {}, "kinde.accessToken": {} } }`), BINDING],
    [
      settingsOf(
        `{\n  id: "a",\n  ${TRIGGER},\n  bindings: {\n    "kinde.env": {}, // later\n    "kinde.accessToken": {},\n  },\n}`,
      ),
      `bindings: {\n    "kinde.accessToken": {},\n  },`,
    ],
  ],
  "unavailable-binding": [
    [settingsOf(`{ id: "a", ${TRIGGER}, bindings: { "kinde.accessToken": {}, Console: {} } }`), `{}, "console": {} }`],
    [settingsOf(`{ id: "a", ${TRIGGER}, bindings: { "kinde.accessToken": {}, "kinde.mfa": {} } }`), BINDING],
  ],
  "undeclared-console": [
    [settingsOf(`{ id: "a", ${TRIGGER}, ${BINDING} }`, "t.x = 1; console.log(1);"), `{}, console: {} }`],
  ],
  "missing-id": [
    [settingsOf(`{ ${TRIGGER}, ${BINDING} }`), `= { id: "workflow", trigger`],
    [settingsOf(`{\n  name: "My Plan Check",\n  ${TRIGGER},\n  ${BINDING},\n}`), `{\n  id: "my-plan-check",\n  name`],
  ],
  "unknown-trigger": [
    [settingsOf(`{ id: "a", trigger: "user:token_generation" as any, ${BINDING} }`), `"user:tokens_generation" as any`],
    [
      settingsOf(`{ id: "a", trigger: WorkflowTrigger.UserTokensGeneration, ${BINDING} }`),
      `WorkflowTrigger.UserTokenGeneration,`,
    ],
  ],
  "unexported-settings": [[settingsOf(`{ id: "a", ${TRIGGER} }`, "", "const"), "\nexport const workflowSettings"]],
  "sync-default-export": [
    [
      {
        files: [
          {
            name: "Workflow.ts",
            text: `export const workflowSettings = { id: "a", trigger: "user:tokens_generation" };\nexport default (event: any) => { return 1; };\n`,
          },
        ],
      },
      "export default async (event: any) => {",
    ],
    [
      {
        files: [
          {
            name: "Workflow.ts",
            text: `export const workflowSettings = { id: "a", trigger: "user:tokens_generation" };\nexport default function W() {}\n`,
          },
        ],
      },
      "export default async function W() {}",
    ],
  ],
  "nested-claim-mutation": [
    [program(`t.permissions.push("a", "b");`), `t.permissions = [...t.permissions, "a", "b"];`],
    [
      program(`t.fresh?.a; t.tags = ["a"];\n  t.tags.push(event.context.user.id as string)\n  t.y = 1;`),
      `t.tags = [...t.tags, event.context.user.id as string]\n`,
    ],
    [program(`t.permissions.sort();`), "t.permissions = t.permissions.toSorted();"],
    [program(`t.permissions.pop();`), "t.permissions = t.permissions.slice(0, -1);"],
    [
      program(`(t as any).feature_flags.beta = { t: "b", v: true };`),
      `(t as any).feature_flags = { ...(t as any).feature_flags, beta: { t: "b", v: true } };`,
    ],
    [
      program(`t.feature_flags.max_projects.v += 1;`),
      "t.feature_flags = { ...t.feature_flags, max_projects: { ...t.feature_flags.max_projects, v: t.feature_flags.max_projects.v + 1 } };",
    ],
    [program(`t.feature_flags["is new"] = 1;`), `t.feature_flags = { ...t.feature_flags, "is new": 1 };`],
    [program(`if (event) t.permissions?.push("x");`), `if (event) t.permissions = [...t.permissions, "x"];`],
  ],
  "deleted-claim": [
    [program(`delete t.permissions;`), "t.permissions = [];"],
    [program(`delete (t as any)["feature_flags"]`), `(t as any)["feature_flags"] = {}`],
    [program(`if (event) delete t?.org_code;`), "if (event) t.org_code = null;"],
  ],
  "unserializable-claim": [
    [program(`t.q = new URLSearchParams("a=1") as any;`), `t.q = String(new URLSearchParams("a=1") as any);`],
  ],
  "unreadable-date": [
    [program(`t.at = new Date("2024/3/7").getTime();`), `new Date("2024-03-07")`],
    [program(`t.at = Date.parse("March 7, 2024");`), `Date.parse("2024-03-07")`],
    [program(`t.at = new Date("7 Mar 2024").getTime();`), `new Date("2024-03-07")`],
  ],
  "missing-import": [
    [
      program(`stop();`, {
        top: `import { stop } from "./lib";`,
        files: {
          "lib.ts": `import type { WorkflowSettings } from "@kinde/infrastructure";\nexport const stop = () => denyAccess("no");\n`,
        },
        bindings: ["kinde.accessToken"],
      }),
      `"kinde.accessToken": {}, "kinde.auth": {} },`,
    ],
    [
      program(`stop();`, {
        top: `import { stop } from "./lib";`,
        files: {
          "lib.ts": `import type { WorkflowSettings } from "@kinde/infrastructure";\nexport const stop = () => denyAccess("no");\n`,
        },
      }),
      `---\nimport { denyAccess } from "@kinde/infrastructure";\nimport type`,
    ],
    [program(`denyAccess("no");`, { unimported: ["denyAccess"] }), "accessTokenCustomClaims, denyAccess } from"],
  ],
  "global-fetch": [
    [
      program(`const r = await fetch("https://a.test/x"); const d = await r.json(); t.d = d;`, {
        unimported: ["fetch"],
      }),
      `fetch("https://a.test/x", { method: "GET", headers: {} }); const d = r.data;`,
    ],
  ],
  "fetch-without-options": [
    [
      program("t.x = await fetch(`https://a.test/" + "$" + "{t.org_code}`,);"),
      '{t.org_code}`, { method: "GET", headers: {} },);',
    ],
  ],
  "fetch-response": [
    [program(`t.x = (await (await fetch("https://a.test", { method: "GET" } as any) as any).json());`), ".data"],
  ],
};

/** Where only the author can know. */
const NOT_CERTAIN: { readonly [id: string]: readonly Program[] } = {
  "missing-binding": [
    program(`const m = m2mTokenClaims<any>(); m.x = 1;`, { imports: ["m2mTokenClaims"] }),
    settingsOf(`{ id: "a", ${TRIGGER}, ...({} as object) }`),
  ],
  "nested-claim-mutation": bodies(
    `const n = t.permissions.push("x");`,
    `["x"].forEach((one) => t.permissions.push(one));`,
    `t.permissions[0] = "x";`,
    `t.permissions.splice(0, 1).length;`,
    `t.email = "a"; t.email.length = 1;`,
  ),
  "deleted-claim": bodies(`delete t.nothing;`, `delete t.sub;`, `const was = delete t.permissions;`),
  "unserializable-claim": bodies(`t.x = Number("x");`, `t.x = () => 1;`),
  "unreadable-date": bodies(`t.at = new Date("3/7/2024").getTime();`, `t.at = new Date("soon").getTime();`),
  "sync-default-export": [
    {
      files: [
        {
          name: "Workflow.ts",
          text: `export const workflowSettings = { id: "a", trigger: "user:tokens_generation" };\nexport default function* W() {}\n`,
        },
      ],
    },
  ],
  "global-fetch": [
    program(`const r: any = await fetch("https://a.test"); if (!r.ok) throw new Error("no");`, {
      unimported: ["fetch"],
    }),
  ],
};

test.each([...FIXES.keys()])("%s", async (id) => {
  const faults: string[] = [];
  for (const [one, part] of EXPECTED[id] ?? []) {
    const tried = await tryFix(id, one);
    if (tried === null) faults.push(`none for:\n${textOf(one)}`);
    else if (tried.fault !== "") faults.push(tried.fault);
    else if (!tried.text.includes(part)) faults.push(`no ${part} in:\n${tried.text}`);
  }
  for (const one of NOT_CERTAIN[id] ?? []) {
    const tried = await tryFix(id, one);
    if (tried !== null) faults.push(`guessed:\n${tried.text}`);
  }
  for (const one of EVERYDAY.find((row) => row.id === id)?.speaks ?? []) {
    const tried = await tryFix(id, one);
    if (tried !== null && tried.fault !== "") faults.push(tried.fault);
  }
  expect(faults).toEqual([]);
  expect(EXPECTED[id]).toBeDefined();
});
