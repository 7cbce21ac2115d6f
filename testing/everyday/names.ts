/** Everyday code that uses names: globals, imports, bindings, parts of the event. */
import { bodies, type EverydayCode, program } from "./program.ts";

export const NAMES: readonly EverydayCode[] = [
  {
    id: "missing-global",
    speaks: [
      ...bodies(
        `t.x = Buffer.from("a").toString("base64");`,
        `await new Promise((done) => setTimeout(done, 10));`,
        `t.key = process.env.API_KEY;`,
        `t.id = crypto.randomUUID();`,
        `t.copy = structuredClone({ a: 1 });`,
        `t.b = btoa("a");`,
        `t.price = new Intl.NumberFormat("en").format(1);`,
        `t.bytes = new TextEncoder().encode("a").length;`,
        `try { t.b = atob("YQ=="); } catch { t.b = "none"; }`,
      ),
      program(`t.x = encode("a");`, { top: `const encode = (s: string) => Buffer.from(s).toString("hex");` }),
      program(`t.x = helper();`, {
        top: `import { helper } from "./helper";`,
        files: { "helper.ts": `export function helper() { return performance.now(); }` },
      }),
    ],
    silent: [
      ...bodies(
        `const s = "a"; t.x = typeof Buffer !== "undefined" && Buffer.from(s);`,
        `if (typeof crypto !== "undefined") { t.id = crypto.randomUUID(); }`,
        `t.x = typeof structuredClone === "function" ? structuredClone({}) : {};`,
        `t.x = (globalThis as any).Buffer?.from("a") ?? "none";`,
        `if ("crypto" in globalThis) t.id = crypto.randomUUID();`,
        `const process = { env: { A: 1 } }; t.a = process.env.A;`,
        `const o = { setTimeout: 1, Buffer: 2 }; t.o = o.setTimeout + o.Buffer;`,
        `t.mode = process.env.NODE_ENV;`,
        `const { crypto } = event.context; t.c = crypto ?? 1;`,
        `const f = (performance: number) => performance + 1; t.f = f(1);`,
        `type Buffer = string; const b: Buffer = "x"; t.b = b;`,
        `// Buffer and setTimeout are not used\nt.s = "process.env";`,
      ),
      program(`t.x = 1;`, { top: `function unused() { return Buffer.from("a"); }` }),
      program(`t.x = 1;`, { files: { "other.ts": `export const now = () => performance.now();` } }),
      program(`t.x = 1;`, {
        files: {
          "otherWorkflow.ts": `export const workflowSettings = { id: "b" }; export default async function W() { setTimeout(() => {}, 1); }`,
        },
      }),
    ],
  },
  {
    id: "global-fetch",
    speaks: [
      program(`const r = await fetch("https://a.test/x"); t.x = r;`, { unimported: ["fetch"] }),
      program(`await fetch("https://a.test", { method: "POST" });`, { unimported: ["fetch"] }),
      program(`t.x = await (await fetch("https://a.test")).json();`, { unimported: ["fetch"] }),
      program(`return fetch("https://a.test").then((r) => r.json());`, { unimported: ["fetch"] }),
      program(`try { await fetch("https://a.test"); } catch (e) { console.log(String(e)); }`, {
        unimported: ["fetch"],
      }),
      program(`const get = fetch; t.x = get;`, { unimported: ["fetch"] }),
      program(`await load();`, {
        top: `async function load() { return fetch("https://a.test"); }`,
        unimported: ["fetch"],
      }),
      program(`await Promise.all(["a"].map((u) => fetch("https://a.test/" + u)));`, { unimported: ["fetch"] }),
      program(`const [a] = await Promise.all([fetch("https://a.test")]); t.a = a;`, { unimported: ["fetch"] }),
      program(`const o = { load: () => fetch("https://a.test") }; await o.load();`, { unimported: ["fetch"] }),
    ],
    silent: [
      ...bodies(
        `const r = await fetch("https://a.test", { method: "GET" } as any); t.r = r.data;`,
        `const api = { fetch: () => 1 }; t.x = api.fetch();`,
        `await kinde.fetch("https://a.test", { method: "GET" });`,
        `t.fetch = 1;`,
        `const o = { fetch: 2 }; t.o = o.fetch;`,
      ),
      program(`t.x = fetch(1);`, { top: `const fetch = (x: number) => x;`, unimported: ["fetch"] }),
      program(`t.x = run((n: number) => n);`, {
        top: `const run = (fetch: (n: number) => number) => fetch(1);`,
        unimported: ["fetch"],
      }),
      program(`if (typeof fetch === "function") t.x = await fetch("https://a.test");`, { unimported: ["fetch"] }),
      program(`const { fetch } = event.tools ?? { fetch: () => 3 }; t.x = fetch();`, { unimported: ["fetch"] }),
      program(`t.x = 1;`, {
        top: `async function unused() { return fetch("https://a.test"); }`,
        unimported: ["fetch"],
      }),
    ],
  },
  {
    id: "missing-import",
    speaks: [
      ...[
        "denyAccess",
        "getEnvironmentVariable",
        "createKindeAPI",
        "idTokenCustomClaims",
        "getM2MToken",
        "secureFetch",
      ].map((name) => program(`await ${name}("x");`, { unimported: [name] })),
      program(`invalidateFormField("a", "b");`),
      program(`setEnforcementPolicy("skip");`),
      program(`t.l = getLocalization("a");`),
      program(`const m = m2mTokenClaims(); m.a = 1;`),
      program(`if (event.request.ip === "1") { denyAccess("no"); }`, { unimported: ["denyAccess"] }),
    ],
    silent: [
      ...bodies(
        `denyAccess("no");`,
        `t.v = getEnvironmentVariable("A")?.value ?? "x";`,
        `const denied = { denyAccess: () => 1 }; denied.denyAccess();`,
        `kinde.auth.denyAccess("no");`,
        `const version = 1; t.v = version;`,
      ),
      program(`denyAccess("x");`, {
        top: `function denyAccess(reason: string) { return reason; }`,
        unimported: ["denyAccess"],
      }),
      program(`K.denyAccess("x");`, { top: `import * as K from "@kinde/infrastructure";`, unimported: ["denyAccess"] }),
      program(`no("x");`, {
        top: `import { denyAccess as no } from "@kinde/infrastructure";`,
        unimported: ["denyAccess"],
      }),
      program(`t.x = 1;`, { top: `function unused() { getLocalization("a"); }` }),
      program(`refuse();`, {
        top: `import { refuse } from "./refuse";`,
        files: {
          "refuse.ts": `import { denyAccess } from "@kinde/infrastructure";\nexport const refuse = () => denyAccess("no");`,
        },
      }),
      program(`[1].forEach((getLocalization) => { t.x = getLocalization; });`),
    ],
  },
  {
    id: "event-parts",
    speaks: bodies(
      `t.user = context.user.id;`,
      `t.ip = request.ip;`,
      `if (context.auth.origin === "x") t.a = 1;`,
      `const id = context?.user?.id; t.id = id;`,
      `t.org = context.organization?.code;`,
      `console.log(request.userAgent);`,
      `const { code } = context.organization; t.code = code;`,
      `t.client = context.application.clientId;`,
      `for (const a of request.auth.audience) t.a = a;`,
      `t.domain = \`\${context.domains.kindeDomain}/api\`;`,
    ),
    silent: [
      ...bodies(
        `t.user = event.context.user.id;`,
        `const { context, request } = event; t.x = [context.user.id, request.ip];`,
        `const context = event.context; t.x = context.user.id;`,
        `const o = { context: { a: 1 } }; t.o = o.context.a;`,
        `const f = (context: any) => context.a; t.f = f({ a: 1 });`,
        `t.context = { a: 1 };`,
        `[event.request].forEach((request: any) => { t.ip = request.ip; });`,
        `function inner(request: any) { return request.ip; } t.ip = inner(event.request);`,
      ),
      program(`t.x = context.user.id;`, { parameter: "{ context }: any" }),
      program(`t.x = request.ip;`, { parameter: "{ request, ...rest }: any" }),
    ],
  },
  {
    id: "unused-binding",
    speaks: [
      program(`t.x = 1;`, { bindings: ["kinde.accessToken", "kinde.env"] }),
      program(`t.x = 1;`, { bindings: ["kinde.accessToken", "kinde.auth"], imports: ["denyAccess"] }),
      program(`t.x = 1;`, { bindings: ["kinde.accessToken", "kinde.idToken"] }),
      program(`t.x = 1;`, { bindings: ["kinde.accessToken", "kinde.fetch", "url"] }),
      program(`t.x = 1; const kinde = { env: 1 }; t.y = kinde.env;`, { bindings: ["kinde.accessToken", "kinde.env"] }),
      program(`t.x = "kinde.env";`, { bindings: ["kinde.accessToken", "kinde.env"] }),
      program(`t.x = 1; // denyAccess("x")`, { bindings: ["kinde.accessToken", "kinde.auth"] }),
      program(`t.x = 1;`, {
        bindings: ["kinde.accessToken", "kinde.mfa"],
        trigger: "WorkflowTrigger.UserTokenGeneration",
      }),
      program(`t.x = 1;`, {
        bindings: ["kinde.accessToken", "kinde.env"],
        top: `const unused = () => getEnvironmentVariable("A");`,
      }),
      program(`t.x = 1;`, { bindings: ["kinde.accessToken", "kinde.env"], files: { "lib.ts": `kinde.env.get("A");` } }),
    ],
    silent: [
      program(`denyAccess("no");`, { bindings: ["kinde.accessToken", "kinde.auth"], unimported: ["denyAccess"] }),
      program(`(globalThis as any).kinde?.widget?.invalidateFormField("a", "b");`, {
        bindings: ["kinde.accessToken", "kinde.widget"],
      }),
      program(`const k = kinde; t.x = k.env.get("A") ?? 1;`, { bindings: ["kinde.accessToken", "kinde.env"] }),
      program(`const part = "env"; t.x = (kinde as any)[part].get("A") ?? 1;`, {
        bindings: ["kinde.accessToken", "kinde.env"],
      }),
      program(`t.x = kinde.env?.get("A") ?? 1;`, { bindings: ["kinde.accessToken", "kinde.env"] }),
      program(`t.x = K.getEnvironmentVariable("A") ?? 1;`, {
        top: `import * as K from "@kinde/infrastructure";`,
        unimported: ["getEnvironmentVariable"],
        bindings: ["kinde.accessToken", "kinde.env"],
      }),
      program(`t.x = read("A");`, {
        top: `import { read } from "./env";`,
        files: {
          "env.ts": `import { getEnvironmentVariable as get } from "@kinde/infrastructure";\nexport const read = (key: string) => get(key)?.value ?? "";`,
        },
        bindings: ["kinde.accessToken", "kinde.env"],
      }),
      program(`if (event.never) denyAccess("no");`, { bindings: ["kinde.accessToken", "kinde.auth"] }),
      program(`const { env } = kinde; t.x = env.get("A") ?? 1;`, { bindings: ["kinde.accessToken", "kinde.env"] }),
      program(`t.x = new URL("https://a.test").host;`, { bindings: ["kinde.accessToken", "url"] }),
      program(`const g: any = globalThis; t.x = g.kinde.env.get("A") ?? 1;`, {
        bindings: ["kinde.accessToken", "kinde.env"],
      }),
    ],
  },
  {
    id: "missing-binding",
    speaks: [
      program(`t.x = getEnvironmentVariable("A")?.value;`, { bindings: ["kinde.accessToken"] }),
      program(`denyAccess("x");`, { bindings: ["kinde.accessToken"] }),
      program(`t.h = new URL("https://a.test").host;`, { bindings: ["kinde.accessToken"] }),
      program(`const id = idTokenCustomClaims<any>(); id.a = 1;`, { bindings: ["kinde.accessToken"] }),
      program(`kinde.auth.denyAccess("x");`, { bindings: ["kinde.accessToken"] }),
      program(`const api = await createKindeAPI(event); await api.get({ endpoint: "users" });`, {
        bindings: ["kinde.accessToken", "kinde.env", "url"],
      }),
      program(`const q = new URLSearchParams("a=1"); t.q = q.get("a");`, { bindings: ["kinde.accessToken"] }),
      program(`await fetch("https://a.test", { method: "GET" } as any);`, { bindings: ["kinde.accessToken", "url"] }),
      program(`t.v = K.getEnvironmentVariable("A");`, {
        top: `import * as K from "@kinde/infrastructure";`,
        unimported: ["getEnvironmentVariable"],
        bindings: ["kinde.accessToken"],
      }),
      program(`no("x");`, {
        top: `import { denyAccess as no } from "@kinde/infrastructure";`,
        unimported: ["denyAccess"],
        bindings: ["kinde.accessToken"],
      }),
    ],
    silent: [
      ...bodies(
        `t.x = getEnvironmentVariable("A")?.value ?? 1;`,
        `denyAccess("no");`,
        `t.h = new URL("https://a.test").host;`,
      ),
      program(`if (typeof URL !== "undefined") t.h = new URL("https://a.test").host;`, {
        bindings: ["kinde.accessToken"],
      }),
      program(`const URL = class { host = 1; }; t.h = new URL().host;`, { bindings: ["kinde.accessToken"] }),
      program(`const kinde: any = { env: { get: () => 1 } }; t.e = kinde.env.get("A");`, {
        bindings: ["kinde.accessToken"],
      }),
      program(`if ((globalThis as any).kinde?.env) t.e = kinde.env.get("A");`, { bindings: ["kinde.accessToken"] }),
      program(`t.x = 1;`, {
        bindings: ["kinde.accessToken"],
        top: `const unused = () => getEnvironmentVariable("A");`,
      }),
      program(`const o = { denyAccess: (x: string) => x }; t.o = o.denyAccess("x");`, {
        bindings: ["kinde.accessToken"],
      }),
      program(`const f = (URL: string) => URL.length; t.f = f("a");`, { bindings: ["kinde.accessToken"] }),
      program(`t.x = 1;`, {
        bindings: ["kinde.accessToken"],
        files: { "otherWorkflow.ts": `export default async () => { new URL("x"); };` },
      }),
    ],
  },
  {
    id: "unknown-trigger",
    speaks: [
      "WorkflowTrigger.UserPlanSelection",
      "WorkflowTrigger.UserPostAuthentication",
      "WorkflowTrigger.TokenGeneration",
      '"user:token_generation"',
      '"user:tokens_generated"',
      '["user:tokens_generation"]',
      "[WorkflowTrigger.UserTokenGeneration, WorkflowTrigger.M2MTokenGeneration]",
      '"post_authentication"',
      "undefined",
      "WorkflowTrigger.usertokengeneration",
    ].map((trigger) => program(`t.x = 1;`, { trigger })),
    silent: [
      "WorkflowTrigger.UserTokenGeneration",
      '"user:tokens_generation"',
      "WorkflowTrigger.PostAuthentication",
      '"user:post_authentication"',
      "TRIGGER",
      "WorkflowTrigger.UserTokenGeneration as any",
      '"user:tokens_generation" as const',
      "`user:tokens_generation`",
      "WorkflowTrigger[name]",
      "(WorkflowTrigger.UserTokenGeneration)",
    ].map((trigger) =>
      program(`t.x = 1;`, {
        trigger,
        top: `const TRIGGER = "user:tokens_generation"; const name = "UserTokenGeneration";`,
      }),
    ),
  },
];
