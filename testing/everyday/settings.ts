/** Everyday code around the settings of a workflow and its exports. */
import { bodies, type EverydayCode, program, whole } from "./program.ts";

const IMPORT = `import { WorkflowTrigger, accessTokenCustomClaims, fetch } from "@kinde/infrastructure";`;
const MAIN = `export default async function Workflow(event: any) {\n  const t = accessTokenCustomClaims<any>();\n  t.plan = "gold";\n}`;
const TRIGGER = "trigger: WorkflowTrigger.UserTokenGeneration";
const settings = (inside: string, main = MAIN) =>
  whole(`${IMPORT}\nexport const workflowSettings = { ${inside} };\n${main}\n`);
const bound = (bindings: string, main = MAIN) => settings(`id: "w", ${TRIGGER}, bindings: { ${bindings} }`, main);
const ACCESS = `"kinde.accessToken": {}`;
const SETTINGS = `{ id: "w", ${TRIGGER}, bindings: { ${ACCESS} } }`;

export const SETTINGS_CODE: readonly EverydayCode[] = [
  {
    id: "missing-id",
    speaks: [
      settings(`${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`name: "Plan", ${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`${TRIGGER}, failurePolicy: { action: "stop" }, bindings: { ${ACCESS} }`),
      settings(`ID: "w", ${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`workflowId: "w", ${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`id: 5, ${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`id: undefined, ${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`id: null, ${TRIGGER}, bindings: { ${ACCESS} }`),
      whole(
        `${IMPORT}\nconst base = { ${TRIGGER}, bindings: { ${ACCESS} } };\nexport const workflowSettings = { ...base, name: "x" };\n${MAIN}\n`,
      ),
      settings(`key: "w", ${TRIGGER}, resetClaims: true, bindings: { ${ACCESS} }`),
    ],
    silent: [
      settings(`id: "w", ${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`"id": "w", ${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`id: \`plan\`, ${TRIGGER}, bindings: { ${ACCESS} }`),
      settings(`id: "plan" + "s", ${TRIGGER}, bindings: { ${ACCESS} }`),
      whole(
        `${IMPORT}\nconst id = "w";\nexport const workflowSettings = { id, ${TRIGGER}, bindings: { ${ACCESS} } };\n${MAIN}\n`,
      ),
      whole(
        `${IMPORT}\nconst base = { id: "w", bindings: { ${ACCESS} } };\nexport const workflowSettings = { ...base, ${TRIGGER} };\n${MAIN}\n`,
      ),
      whole(
        `${IMPORT}\nconst make = (id: string) => ({ id, ${TRIGGER}, bindings: { ${ACCESS} } });\nexport const workflowSettings = make("w");\n${MAIN}\n`,
      ),
      whole(
        `${IMPORT}\nexport const workflowSettings: any = { id: "w", ${TRIGGER}, bindings: { ${ACCESS} } } as const;\n${MAIN}\n`,
      ),
      whole(`${IMPORT}\nconst workflowSettings = ${SETTINGS};\nexport { workflowSettings };\n${MAIN}\n`),
      whole(`export default async function Workflow() { return 1; }\n`),
    ],
  },
  {
    id: "dropped-bindings",
    speaks: [
      bound(`${ACCESS}, url: true`),
      bound(`"kinde.accessToken": true`),
      bound(`${ACCESS}, console: 1`),
      bound(`${ACCESS}, url: []`),
      bound(`${ACCESS}, util: "on"`),
      bound(`${ACCESS}, "kinde.env": false`),
      settings(`id: "w", ${TRIGGER}, bindings: { ${ACCESS} }, onError: () => null`),
      settings(`id: "w", ${TRIGGER}, bindings: { ${ACCESS} }, timeout: NaN`),
      settings(`id: "w", ${TRIGGER}, bindings: { ${ACCESS} }, retries: Infinity`),
      whole(
        `${IMPORT}\nexport const workflowSettings: any = ${SETTINGS};\nworkflowSettings.self = workflowSettings;\n${MAIN}\n`,
      ),
      settings(`id: "w", ${TRIGGER}, bindings: { ${ACCESS} }, now() { return 1; }`),
    ],
    silent: [
      bound(ACCESS),
      bound(`${ACCESS}, url: {}, console: {}`),
      bound(`"kinde.accessToken": { reset: true }`),
      bound(`${ACCESS}, url: undefined`),
      bound(`${ACCESS}, url: null`),
      settings(`id: "w", ${TRIGGER}, resetClaims: true, bindings: { ${ACCESS} }`),
      settings(`id: "w", ${TRIGGER}, failurePolicy: { action: "stop" }, bindings: { ${ACCESS} }, timeout: 5`),
      settings(`id: "w", ${TRIGGER}, tags: ["a"], bindings: { ${ACCESS} }`),
      whole(
        `${IMPORT}\nconst access = {};\nexport const workflowSettings = { id: "w", ${TRIGGER}, bindings: { "kinde.accessToken": access } };\n${MAIN}\n`,
      ),
      whole(
        `${IMPORT}\nconst options = { bindings: true };\nexport const workflowSettings = ${SETTINGS};\n${MAIN.replace('"gold"', "options.bindings")}\n`,
      ),
    ],
  },
  {
    id: "unavailable-binding",
    speaks: [
      bound(`${ACCESS}, accessToken: {}`),
      bound(`${ACCESS}, "kinde.access_token": {}`),
      bound(`${ACCESS}, "kinde.m2mToken": {}`),
      bound(`${ACCESS}, fetch: {}`),
      bound(`${ACCESS}, "kinde.tokens": {}`),
      bound(`${ACCESS}, "Kinde.idToken": {}`),
      bound(`${ACCESS}, crypto: {}`),
      bound(`${ACCESS}, "kinde.widget": {}`),
      bound(`${ACCESS}, "kinde.plan": {}`),
      settings(`id: "w", trigger: WorkflowTrigger.M2MTokenGeneration, bindings: { ${ACCESS} }`),
      settings(
        `id: "w", trigger: WorkflowTrigger.ExistingPasswordProvided, bindings: { "kinde.idToken": {} }`,
        `export default async function Workflow() {}`,
      ),
    ],
    silent: [
      bound(ACCESS),
      bound(`${ACCESS}, "kinde.idToken": {}`),
      bound(`${ACCESS}, "kinde.fetch": {}, url: {}`),
      bound(`${ACCESS}, "kinde.env": {}`),
      bound(`${ACCESS}, console: {}, util: {}`),
      bound(`${ACCESS}, "kinde.auth": {}`),
      bound(`"kinde.accessToken.setCustomClaim": {}, ${ACCESS}`),
      settings(
        `id: "w", trigger: WorkflowTrigger.M2MTokenGeneration, bindings: { "kinde.m2mToken": {} }`,
        `export default async function Workflow() {}`,
      ),
      settings(
        `id: "w", trigger: WorkflowTrigger.ExistingPasswordProvided, bindings: { "kinde.widget": {}, "kinde.secureFetch": {} }`,
        `export default async function Workflow() {}`,
      ),
      bound(`kinde: {}, ${ACCESS}`),
    ],
  },
  {
    id: "undeclared-console",
    speaks: [
      `console.log("start");`,
      `console.info(event.request.ip);`,
      `console.error("failed");`,
      `if (event) console.debug("x");`,
      `["a"].forEach((role) => console.log(role));`,
      `const log = (text: string) => console.log(text); log("x");`,
      `try { JSON.parse("{"); } catch (error: any) { console.warn(error.message); }`,
      `const { log } = { log: () => console.log("y") }; log();`,
      `await Promise.resolve(1).then((n) => console.log(n));`,
      `class Api { call() { console.log("call"); } } new Api().call();`,
    ].map((body) => program(body, { bindings: ["kinde.accessToken"] })),
    silent: [
      ...bodies(
        `console.log("start");`,
        `if (event) console.debug("x");`,
        `const log = (text: string) => console.log(text); log("x");`,
      ),
      ...[
        `t.plan = "gold";`,
        `const console = { log: (text: string) => text }; t.x = console.log("a");`,
        `const logger = { console: { log: (n: number) => n } }; t.x = logger.console.log(1);`,
        `t.text = "console.log(1)";`,
        `// console.log("off")\n  t.x = 1;`,
        `t.has = typeof console;`,
        `const run = (console: any) => console.log?.("x"); t.x = run({}) ?? null;`,
        `const { console } = { console: { log: () => 1 } }; t.x = console.log();`,
      ].map((body) => program(body, { bindings: ["kinde.accessToken"] })),
    ],
  },
  {
    id: "missing-default-export",
    speaks: [
      `async function Workflow() {}`,
      `export async function Workflow() {}`,
      `export const Workflow = async () => {};`,
      `const run = async () => 1;\nrun();`,
      `export { helper };\nfunction helper() {}`,
      `export const handler = { run: async () => 1 };`,
      `async function main() {}\nexport { main };`,
      `export class Workflow {}`,
      `/* export default */ async function Workflow() {}`,
      `const text = "export default async function Workflow() {}";\nexport const length = text.length;`,
    ].map((main) => whole(`${IMPORT}\nexport const workflowSettings = ${SETTINGS};\n${main}\n`)),
    silent: [
      `export default async function Workflow() {}`,
      `export default async () => {};`,
      `async function Workflow() {}\nexport default Workflow;`,
      `async function Workflow() {}\nexport { Workflow as default };`,
      `const Workflow = async () => 1;\nexport default Workflow;`,
      `export default (async () => {}) as any;`,
      `export default async function () {}`,
      `const make = () => async () => {};\nexport default make();`,
      `export default function Workflow() { return Promise.resolve(); }`,
      `const Workflow = Object.assign(async () => 1, { plan: "gold" });\nexport default Workflow;`,
    ].map((main) => whole(`${IMPORT}\nexport const workflowSettings = ${SETTINGS};\n${main}\n`)),
  },
  {
    id: "unexported-settings",
    speaks: [
      `const workflowSettings = ${SETTINGS};`,
      `let workflowSettings = ${SETTINGS};`,
      `const workflowSettings: any = ${SETTINGS};`,
      `var workflowSettings = ${SETTINGS};`,
      `const workflowSettings = Object.freeze(${SETTINGS});`,
      `const base = ${SETTINGS};\nconst workflowSettings = { ...base };`,
      `/** Settings. */\nconst workflowSettings = ${SETTINGS};`,
      `const workflowSettings = ${SETTINGS};\nexport const id = workflowSettings.id;`,
      `const workflowSettings = (() => (${SETTINGS}))();`,
      `const workflowSettings = ${SETTINGS};\nexport type Settings = typeof workflowSettings;`,
    ].map((top) => whole(`${IMPORT}\n${top}\n${MAIN}\n`)),
    silent: [
      `export const workflowSettings = ${SETTINGS};`,
      `const workflowSettings = ${SETTINGS};\nexport { workflowSettings };`,
      `export let workflowSettings = ${SETTINGS};`,
      `export var workflowSettings = ${SETTINGS};`,
      `const settings = ${SETTINGS};\nexport { settings as workflowSettings };`,
      `const id = "w";\nconst workflowSettings = ${SETTINGS};\nexport { id, workflowSettings };`,
      `export const workflowSettings: any = ${SETTINGS};`,
      `export const workflowSettings = Object.freeze(${SETTINGS});`,
      `export const settings = ${SETTINGS};\nexport { settings as workflowSettings };`,
      `const other = ${SETTINGS};\nexport const workflowSettings = { ...other };`,
    ].map((top) => whole(`${IMPORT}\n${top}\n${MAIN}\n`)),
  },
  {
    id: "fetch-without-options",
    speaks: bodies(
      `try { await fetch("https://api.test/plan"); } catch { t.x = 1; }`,
      `const { data }: any = await (fetch as any)("https://a.test").catch(() => ({}));\n  const again = (fetch as any);\n  try { await fetch("https://a.test"); } catch { t.x = data ?? null; }`,
      `const url = "https://a.test"; try { t.d = await fetch(url); } catch { t.x = 1; }`,
      `const ask = (path: string) => fetch(\`https://a.test/\${path}\`); try { await ask("x"); } catch { t.x = 1; }`,
      `try { const [a, b] = await Promise.all([fetch("https://a.test"), fetch("https://b.test")]); t.x = [a, b]; } catch { t.x = 1; }`,
      `await fetch(new URL("https://a.test").toString()).catch(() => { t.x = 1; });`,
      `for (const id of ["1"]) { try { await fetch("https://a.test/" + id); } catch { t[id] = false; } }`,
      `try { t.d = (await fetch("https://a.test")).data; } catch { t.x = 1; }`,
      `const load = async () => { const { data } = await fetch("https://a.test"); return data; }; t.x = await load().catch(() => 1);`,
      `if (event.never) await fetch("https://a.test");`,
    ),
    silent: bodies(
      `const { data }: any = await fetch("https://a.test", { method: "GET" } as any); t.d = data;`,
      `const options: any = { method: "GET" }; t.d = await fetch("https://a.test", options);`,
      `const request: [string, any] = ["https://a.test", { method: "GET" }]; t.d = await fetch(...request);`,
      `const api = { fetch: (url: string) => url }; t.x = api.fetch("https://a.test");`,
      `const get = (url: string, options: any) => fetch(url, options); t.d = await get("https://a.test", { method: "GET" });`,
      `t.text = "fetch(url)";`,
      `t.d = await fetch("https://a.test", {} as any);`,
      `const run = (fetch: any) => fetch("x"); t.x = run((url: string) => url);`,
      `t.x = typeof fetch;`,
      `const call = fetch.bind(null, "https://a.test"); t.d = await call({ method: "GET" } as any);`,
    ),
  },
];
