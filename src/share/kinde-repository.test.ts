import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { generateProject } from "../../testing/generate-project.ts";
import { createRandom } from "../../testing/random.ts";
import { zipOf } from "../../testing/zip-of.ts";
import { EXAMPLES } from "../examples/examples.ts";
import { indentJson } from "../workflow/indent-json.ts";
import { createProject, type Project } from "../workflow/project.ts";
import { fromFile, fromZip, INFRASTRUCTURE_VERSION, TYPESCRIPT_VERSION, toZip } from "./kinde-repository.ts";
import { losesLevels } from "./scenario-json/project-scenarios.ts";
import { missingSecrets, toShareable } from "./shareable.ts";

const SLOW_MS = 120_000;

const EMPTY = createProject([]);
const PROJECT = createProject(
  [
    { name: "lib/names.ts", text: 'export const NAME = "Zoë";\r\n' },
    { name: "Workflow.ts", text: "export default async () => {};\n" },
  ],
  {
    tokens: { accessToken: { text: "{ half", imported: false }, idToken: { text: "canary-token", imported: true } },
    events: { "user:pre_mfa": "{}" },
    env: [
      { name: "API_KEY", value: "canary-secret", isSecret: true },
      { name: "__proto__", value: "eu", isSecret: false },
    ],
    mocks: [{ method: "GET", url: "https://api.example.com/*", status: 200, answer: "json", body: "{}", latencyMs: 2 }],
    localization: [{ key: "hello", text: "Hallo" }],
  },
);

function textsIn(zip: Uint8Array): { readonly [path: string]: string } {
  const decoder = new TextDecoder();
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

test("the zip is laid out as Kinde's sync expects a repository", () => {
  expect(textsIn(toZip(PROJECT, "Tenant claims"))).toEqual({
    "kinde.json":
      '{\n  "rootDir": "kindeSrc",\n  "version": "2024-12-09",\n  "integrations": {\n    "npm": {\n      "enabled": true\n    }\n  }\n}\n',
    "package.json": `{
  "name": "tenant-claims",
  "version": "1.0.0",
  "private": true,
  "scripts": {
    "types": "tsc --noEmit"
  },
  "dependencies": {
    "@kinde/infrastructure": "0.9.0"
  },
  "devDependencies": {
    "typescript": "5.9.3"
  }
}
`,
    "tsconfig.json": `{
  "compilerOptions": {
    "target": "ES2022",
    "lib": [
      "ES2023"
    ],
    "types": [],
    "module": "ESNext",
    "moduleResolution": "Bundler",
    "esModuleInterop": true,
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "allowImportingTsExtensions": true
  },
  "include": [
    "kindeSrc",
    "kinde-global.d.ts"
  ]
}
`,
    "kinde-global.d.ts": expect.stringMatching(/^\/\*\*[\s\S]*declare const kinde: \{/),
    "kindeSrc/environment/workflows/Tenant-claims/lib/names.ts": 'export const NAME = "Zoë";\r\n',
    "kindeSrc/environment/workflows/Tenant-claims/Workflow.ts": "export default async () => {};\n",
    "kindeSrc/environment/workflows/Tenant-claims/scenarios.json": `${indentJson(`{
      "version": 1,
      "scenarios": [{
        "name": "Scenario 1",
        "tokens": { "accessToken": "{ half" },
        "events": { "user:pre_mfa": { "request": null, "context": null } },
        "env": { "API_KEY": { "secret": true }, "__proto__": "eu" },
        "mocks": [{ "url": "https://api.example.com/*", "json": {}, "latencyMs": 2 }],
        "localization": { "hello": "Hallo" }
      }]
    }`)}\n`,
  });
});

test("the packages are pinned to the versions that this project itself uses", () => {
  const ours = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(INFRASTRUCTURE_VERSION).toBe(ours.dependencies["@kinde/infrastructure"]);
  expect(TYPESCRIPT_VERSION).toBe(ours.devDependencies.typescript);
});

test("a zip opens again as the project it was made from, without its secrets", () => {
  expect(fromZip(toZip(PROJECT, "Tenant claims"))).toEqual({
    kind: "project",
    project: toShareable(PROJECT).project,
    name: "Tenant-claims",
    missingSecrets: ["API_KEY"],
    otherWorkflows: [],
    notes: [],
  });
});

test(
  "every example and 200 generated scenarios survive the way through a zip",
  () => {
    for (const { name, project } of EXAMPLES) {
      const shareable = toShareable(project).project;
      const missing = missingSecrets(shareable);
      expect(fromZip(toZip(project, name)), name).toEqual({
        kind: "project",
        project: shareable,
        name,
        missingSecrets: missing,
        otherWorkflows: [],
        notes: [],
      });
    }
    const random = createRandom(20_261_123);
    for (let index = 0; index < 200; index++) {
      const project = { ...generateProject(random), files: PROJECT.files };
      expect(fromZip(toZip(project, "generated")), `project ${index}`).toMatchObject({ kind: "project", project });
    }
  },
  SLOW_MS,
);

test("equal projects give equal bytes", () => {
  expect(toZip(PROJECT, "a")).toEqual(toZip(PROJECT, "a"));
});

test("no name of a file or a workflow leads out of the repository, and none is lost", () => {
  const names = [
    "../../evil.ts",
    "/etc/a.ts",
    "C:\\x.ts",
    "..",
    "",
    "scenario.json",
    "Scenario.json",
    "a.ts",
    "A.ts",
    "__proto__",
    "\u0000\ud800.ts",
  ];
  const project = { ...EMPTY, files: names.map((name, index) => ({ name, text: String(index) })) };
  const files = textsIn(toZip(project, "../../../tmp"));
  const folder = "kindeSrc/environment/workflows/tmp/";
  const inFolder = Object.entries(files).filter(([path]) => path.startsWith(folder));
  expect(inFolder.map(([path, text]) => [path.slice(folder.length), text])).toEqual([
    ["evil.ts", "0"],
    ["etc/a.ts", "1"],
    ["C_/x.ts", "2"],
    ["file.ts", "3"],
    ["2-file.ts", "4"],
    ["2-scenario.json", "5"],
    ["3-Scenario.json", "6"],
    ["a.ts", "7"],
    ["2-A.ts", "8"],
    ["__proto__", "9"],
    ["__.ts", "10"],
    ["scenarios.json", `${indentJson('{"version": 1, "scenarios": [{"name": "Scenario 1"}]}')}\n`],
  ]);
  expect(Object.keys(files)).toHaveLength(inFolder.length + 4);
});

test("any Kinde repository opens, also one packed by others with a folder around it and several workflows", () => {
  const zip = zipOf({
    "repo-main/kinde.json": "{}",
    "repo-main/README.md": "# hello",
    "repo-main/node_modules/x/fooWorkflow.ts": "no",
    "__MACOSX/repo-main/._aWorkflow.ts": "no",
    "repo-main/kindeSrc/environment/pages/page.tsx": "page",
    "repo-main/kindeSrc/environment/workflows/tokens/tokensWorkflow.ts": "tokens",
    "repo-main/kindeSrc/environment/workflows/tokens/claims.ts": "claims",
    "repo-main/kindeSrc/environment/workflows/m2m/Workflow.js": "m2m",
    "repo-main/kindeSrc/environment/workflows/plainWorkflow.ts": "plain",
  });
  expect(fromZip(zip)).toEqual({
    kind: "project",
    project: {
      ...EMPTY,
      files: [
        { name: "tokensWorkflow.ts", text: "tokens" },
        { name: "claims.ts", text: "claims" },
      ],
    },
    name: "tokens",
    missingSecrets: [],
    otherWorkflows: ["m2m", "plainWorkflow"],
    notes: [],
  });
  expect(fromZip(zip, "m2m")).toMatchObject({ project: { files: [{ name: "Workflow.js", text: "m2m" }] } });
  expect(fromZip(zip, "plainWorkflow")).toMatchObject({ kind: "project", name: "plainWorkflow" });
});

test("the chosen one of two workflows in one folder is the project's entry", () => {
  const folder = "kindeSrc/environment/workflows/";
  const zip = zipOf({ [`${folder}aWorkflow.ts`]: "a", [`${folder}bWorkflow.ts`]: "b" });
  expect(fromZip(zip, "bWorkflow")).toMatchObject({
    project: { files: [{ name: "bWorkflow.ts" }, { name: "aWorkflow.ts" }] },
    otherWorkflows: ["aWorkflow"],
  });
});

test("what a workflow imports from elsewhere in the repository comes with it, and goes back to its place", () => {
  const workflow = "kindeSrc/environment/workflows/plan/Workflow.ts";
  const texts = {
    "tsconfig.json": "{}",
    [workflow]: 'import { planOf } from "../../../shared/plan";\nimport { x } from "./x";\n',
    "kindeSrc/environment/workflows/plan/x.ts": "export const x = 1;\n",
    "kindeSrc/shared/plan.ts": 'import data from "./plans.json";\nexport const planOf = () => data;\n',
    "kindeSrc/shared/plans.json": '{"gold":1}\n',
    "kindeSrc/shared/unused.ts": "export {};\n",
    "kindeSrc/environment/workflows/other/Workflow.ts": "export {};\n",
  };
  const opened = fromZip(zipOf(texts));
  if (opened.kind !== "project") throw new Error(opened.message);
  const names = [
    "kindeSrc/environment/workflows/plan/Workflow.ts",
    "kindeSrc/environment/workflows/plan/x.ts",
    "kindeSrc/shared/plan.ts",
    "kindeSrc/shared/plans.json",
    "tsconfig.json",
  ];
  expect(opened.project.files.map(({ name }) => name).toSorted()).toEqual(names);
  expect(opened.project.files[0]?.name).toBe(workflow);
  const again = fromZip(toZip(opened.project, "mine"));
  if (again.kind !== "project") throw new Error(again.message);
  expect(again.project.files.map(({ name }) => name).toSorted()).toEqual(names);
});

test("a dropped source file becomes a project under a name that Kinde would run", () => {
  const opened = (name: string) => {
    const result = fromFile(name, "x");
    return result.kind === "project" ? result.project : result.message;
  };
  expect(opened("tokensWorkflow.ts")).toEqual({ ...EMPTY, files: [{ name: "tokensWorkflow.ts", text: "x" }] });
  expect(opened("Workflow.JSX")).toEqual({ ...EMPTY, files: [{ name: "Workflow.jsx", text: "x" }] });
  expect(opened("tenant.js")).toEqual({ ...EMPTY, files: [{ name: "tenantWorkflow.js", text: "x" }] });
  expect(opened("photo.png")).toBe(
    "photo.png is not a workflow. Drop a file that ends in .ts, .tsx, .js or .jsx, or a zip file.",
  );
  expect(fromFile("aWorkflow.ts", "x".repeat(1_000_001))).toEqual({
    kind: "broken",
    message: "aWorkflow.ts is larger than 1 MB, more than a project may be. Nothing was opened.",
  });
});

test("a scenarios.json that people wrote stays as they wrote it, byte order mark, line ends and comments too", () => {
  const workflow = 'export const workflowSettings = { trigger: "user:tokens_generation" };';
  const folder = "kindeSrc/environment/workflows/tenant/";
  const text = `\ufeff// ours\r\n{ "version": 1, "all": { "env": { "A": "b" } }, "scenarios": [\r\n  { "name": "a", "task": 1 },\r\n  { "name": "b", "from": "a", "hidden": true }, ] }\r\n`;
  const zip = zipSync({ [`${folder}Workflow.ts`]: strToU8(workflow), [`${folder}scenarios.json`]: strToU8(text) });
  const opened = fromZip(zip);
  if (opened.kind === "broken") throw new Error(opened.message);
  expect(opened.notes).toEqual([]);
  expect(opened.project.scenarios).toMatchObject([
    { name: "a", task: 1 },
    { name: "b", hidden: true },
  ]);
  const again = unzipSync(toZip(opened.project, "tenant"))[`${folder}scenarios.json`];
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(again)).toBe(text);
});

test("of several workflows in one folder each can be opened, and the scenarios of one stay when another is packed", () => {
  const workflow = 'export const workflowSettings = { trigger: "user:tokens_generation" };';
  const folder = "kindeSrc/environment/workflows/both/";
  const text = '{ "version": 1, "workflow": "bWorkflow.ts", "scenarios": [{ "name": "of b" }] } // ours\n';
  const names = ["aWorkflow.ts", "bWorkflow.ts"];
  const zip = zipSync({
    ...Object.fromEntries(names.map((name) => [folder + name, strToU8(workflow)])),
    [`${folder}scenarios.json`]: strToU8(text),
  });
  const open = (name?: string) => {
    const opened = fromZip(zip, name);
    if (opened.kind === "broken") throw new Error(opened.message);
    return opened;
  };
  const packed = (project: Project) =>
    strFromU8(unzipSync(toZip(project, "both"))[`${folder}scenarios.json`] ?? new Uint8Array());
  const [a, b] = [open(), open("both/bWorkflow.ts")];
  expect([a.otherWorkflows, b.otherWorkflows]).toEqual([["both/bWorkflow.ts"], ["both"]]);
  expect(a.notes).toEqual([expect.stringMatching(/^scenarios\.json is that of bWorkflow\.ts: it stays/)]);
  expect(a.project.scenarios).toEqual(createProject([]).scenarios);
  expect(b.project.scenarios).toMatchObject([{ name: "of b" }]);
  expect([packed(a.project), packed(b.project)]).toEqual([text, text]);
  expect(losesLevels(a.project)).toBe(false);

  const edited = { ...a.project, scenarios: createProject([], { name: "of a" }).scenarios };
  expect(losesLevels(edited)).toBe(true);
  expect(JSON.parse(packed(edited))).toMatchObject({ workflow: "aWorkflow.ts", scenarios: [{ name: "of a" }] });
});
