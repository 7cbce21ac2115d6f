/** Code that wants all time, memory, stack or output there is. Each limit ends it with its own clear outcome. */
import { type HostileRun, module, type RequiredEnd, SETTINGS, workflow } from "./hostile-case.ts";

const rows = (end: RequiredEnd | readonly RequiredEnd[], list: readonly (readonly [string, string])[]) =>
  list.map(
    ([name, body]): HostileRun => ({ name, files: workflow(body), ends: typeof end === "string" ? [end] : end }),
  );

const time = rows("time", [
  ["an endless loop", "for (;;);"],
  ["an endless loop behind try and finally", "for (;;) { try { for (;;); } catch {} finally { for (;;); } }"],
  ["an endless loop of microtasks", "const next = () => Promise.resolve().then(next); await next();"],
  ["an endless loop of awaits", "for (;;) await null;"],
  ["an endless generator spread away", "for (const x of (function* () { for (;;) yield 1; })()) { x; }"],
  ["a catastrophic regular expression", `/^(a+)+$/.test("a".repeat(40) + "!");`],
  ["a catastrophic regular expression with backreferences", `/(x+x+)+y\\1/.test("x".repeat(60));`],
  ["a getter that never ends", "set('a', { get a() { for (;;); } });"],
  ["a Proxy whose traps never end", "Object.keys(new Proxy({}, { ownKeys() { for (;;); } }));"],
  ["a replacer that never ends", "'a'.replace(/a/, () => { for (;;); });"],
  ["a comparator that never ends", "[2, 1].sort(() => { for (;;); });"],
  ["a toString that never ends, in a log", "console.log(String({ toString() { for (;;); } }));"],
  ["a job that is left behind and never ends", "Promise.resolve().then(() => { for (;;); });"],
  ["a thenable that never ends", "await { then() { for (;;); } };"],
  ["a class with a static block that never ends", "class A { static { for (;;); } }"],
  ["a Date read in a loop until it changes back", "const at = Date.now(); while (Date.now() >= at);"],
]);

const loading: readonly HostileRun[] = [
  {
    name: "an endless loop while the module loads",
    files: module(`${SETTINGS}\nfor (;;);\nexport default async function Workflow() {}`),
    ends: ["time"],
  },
  {
    name: "an endless loop only the second time the module loads",
    files: module(
      `${SETTINGS}\nif (typeof kinde !== "undefined") for (;;);\nexport default async function Workflow() {}`,
    ),
    ends: ["time"],
  },
  {
    name: "an endless loop in a file that is imported",
    files: [
      ...module(`import "./lib";\n${SETTINGS}\nexport default async function Workflow() {}`),
      { name: "lib.ts", text: "for (;;);" },
    ],
    ends: ["time"],
  },
  {
    name: "files that import each other without end",
    files: [
      ...module(
        `import { a } from "./a";\n${SETTINGS}\nexport default async function Workflow() { kinde.accessToken.setCustomClaim("found", typeof a); }`,
      ),
      { name: "a.ts", text: `import { b } from "./b"; export const a = () => b;` },
      { name: "b.ts", text: `import { a } from "./a"; export const b = () => a;` },
    ],
    ends: ["completes"],
    claims: { found: '"function"' },
  },
];

const memory = rows(
  ["memory", "time", "fails"],
  [
    ["a list that grows", "const l = []; for (;;) l.push(new Array(1000).fill(1));"],
    ["a text that doubles", "let s = 'x'; for (;;) s += s + 'y'.repeat(10);"],
    ["many array buffers", "const l = []; for (;;) l.push(new ArrayBuffer(1 << 20));"],
    ["one array buffer of 1 GB", "new Uint8Array(1 << 30).fill(1);"],
    ["a Map that grows", "const m = new Map(); for (let i = 0; ; i++) m.set(i, 'v'.repeat(100) + i);"],
    ["objects with many members", "const o = {}; for (let i = 0; ; i++) o['k' + i] = { i };"],
    [
      "closures that keep each other",
      "let f = null; for (;;) { const before = f; const big = new Array(100).fill(0); f = () => [before, big]; }",
    ],
    ["promises that wait for each other", "const l = []; for (;;) l.push(new Promise((r) => { l.r = r; }));"],
    [
      "memory asked for again and again behind try",
      "const keep = []; for (;;) { try { keep.push(new Array(1e5).fill(keep.length)); } catch {} }",
    ],
  ],
);

const endless = rows(
  ["stack", "fails", "time", "memory"],
  [
    ["a function that calls itself", "const f = () => f(); f();"],
    ["a function that calls itself behind try", "const f = () => { try { return f(); } catch { return f(); } }; f();"],
    ["a getter that reads itself", "const o = { get a() { return o.a; } }; o.a;"],
    ["a toString that calls itself", "const o = { toString() { return String(o); } }; String(o);"],
    ["JSON.parse of 1,000,000 levels", "JSON.parse('['.repeat(1e6));"],
    ["a recursive regular expression", "new RegExp('('.repeat(1e5) + ')'.repeat(1e5));"],
    [
      "a host callback that calls its host function without end",
      `const again = () => kinde.cache.jwtToken("t", { onMissingOrExpired: again }); again();`,
    ],
    [
      "recursion through a host function's argument",
      "const deep = (n) => ({ get a() { return set('x', deep(n + 1)); } }); set('x', deep(0));",
    ],
  ],
);

/** What has an end may be reached. */
const deep = rows(
  ["completes", "stack", "fails", "time", "memory"],
  [
    ["a Proxy behind a Proxy, 100,000 times", "let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); p.x;"],
    [
      "a bound function of a bound function, 100,000 times",
      "let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(null); f();",
    ],
    ["JSON.stringify of 100,000 levels", "let v = 1; for (let i = 0; i < 1e5; i++) v = [v]; JSON.stringify(v);"],
    ["eval of 100,000 brackets", "(0, eval)('('.repeat(1e5) + '1' + ')'.repeat(1e5));"],
  ],
);

/** What nests too deep is no value that can leave; the run goes on. */
const nesting: readonly HostileRun[] = rows("completes", [
  ["a log of 100,000 levels", "let v = 1; for (let i = 0; i < 1e5; i++) v = { v }; console.log(v); set('after', 1);"],
  [
    "a returned value of 100,000 levels",
    "set('after', 1); let v = 1; for (let i = 0; i < 1e5; i++) v = [v]; return v;",
  ],
  [
    "a host call with an argument of 100,000 levels",
    "let v = 1; for (let i = 0; i < 1e5; i++) v = [v]; try { kinde.fetch('https://a.example/', { body: v }); } catch {} set('after', 1);",
  ],
]).map((run) => ({ ...run, claims: { after: "1" } }));

const output = rows(
  ["output", "memory"],
  [
    ["a million logs", "for (let i = 0; i < 1e6; i++) console.log(i);"],
    ["a million claims", "for (let i = 0; i < 1e6; i++) set('c' + i, i);"],
    ["one claim written a million times", "for (let i = 0; i < 1e6; i++) set('c', i);"],
    ["a million host calls", "for (let i = 0; i < 1e6; i++) kinde.env.get('OPEN');"],
    ["a log of 12 MB", "console.log('x'.repeat(12e6));"],
    ["a log with 100 arguments of 1 MB", "const text = 'x'.repeat(999e3); console.log(...new Array(100).fill(text));"],
    ["a claim of 12 MB", "set('c', 'x'.repeat(12e6));"],
    ["a claim whose name has 12 MB", "set('x'.repeat(12e6), 1);"],
    ["a claim with a million items", "set('c', new Array(1e6).fill(1));"],
    ["a claim with a list of length 2^32 - 1", "const l = []; l.length = 2 ** 32 - 1; set('c', l);"],
    ["a claim with 300,000 members", "const o = {}; for (let i = 0; i < 3e5; i++) o['k' + i] = 1; set('c', o);"],
    [
      "a claim of one object 1,000,000 times",
      "const o = { text: 'x'.repeat(100) }; let v = [o]; for (let i = 0; i < 20; i++) v = [v, v]; set('c', v);",
    ],
    ["a host call with an argument of 12 MB", "try { kinde.fetch('https://a.example/' + 'x'.repeat(12e6)); } catch {}"],
    ["logs of 1 MB until the end", "for (;;) console.log('x'.repeat(9e5));"],
  ],
).map((run) => ({ ...run, timeoutMs: 10_000 }));

/** A small link can carry a large mock: what the host answers counts as well as what the guest says. */
const answers: readonly HostileRun[] = [
  {
    name: "a mock of 900 KB fetched without end",
    files: workflow(`for (;;) kinde.fetch("https://api.example.com/");`),
    ends: ["output"],
    timeoutMs: 10_000,
    scenario: {
      mocks: [{ method: "GET", url: "*", status: 200, answer: "text", body: "x".repeat(900_000), latencyMs: 0 }],
    },
  },
  {
    name: "a mock that throws 900 KB without end",
    files: workflow(`for (;;) try { kinde.fetch("https://api.example.com/"); } catch {}`),
    ends: ["output"],
    timeoutMs: 10_000,
    scenario: {
      mocks: [{ method: "GET", url: "*", status: 200, answer: "error", body: "x".repeat(900_000), latencyMs: 0 }],
    },
  },
  {
    name: "a mock that throws 900 KB twenty times",
    files: workflow(`for (let n = 0; n < 20; n++) try { kinde.fetch("https://api.example.com/"); } catch {}`),
    ends: ["output"],
    timeoutMs: 10_000,
    scenario: {
      mocks: [{ method: "GET", url: "*", status: 200, answer: "error", body: "x".repeat(900_000), latencyMs: 0 }],
    },
  },
  {
    name: "a mock of text that is JSON, 400,000 levels deep",
    files: workflow(`kinde.fetch("https://api.example.com/");`),
    ends: ["stack", "fails", "output", "completes"],
    timeoutMs: 10_000,
    scenario: {
      mocks: [
        {
          method: "GET",
          url: "*",
          status: 200,
          answer: "text",
          body: `${"[".repeat(400_000)}${"]".repeat(400_000)}`,
          latencyMs: 0,
        },
      ],
    },
  },
  {
    name: "an environment value of 900 KB read without end",
    files: workflow(`for (;;) kinde.env.get("BIG");`),
    ends: ["output"],
    timeoutMs: 10_000,
    scenario: { env: [{ name: "BIG", value: "x".repeat(900_000), isSecret: true }] },
  },
  {
    name: "a localized text of 900 KB read without end",
    files: workflow(`for (;;) kinde.localization.get("big");`),
    ends: ["output"],
    timeoutMs: 10_000,
    scenario: { localization: [{ key: "big", text: "x".repeat(900_000) }] },
  },
];

/** What is thrown is copied out of the engine too. */
const thrown: readonly HostileRun[] = rows(
  ["fails", "output", "memory"],
  [
    ["an error with a message of 12 MB", "throw new Error('x'.repeat(12e6));"],
    ["an error with a name of 12 MB", "const e = new Error('x'); e.name = 'y'.repeat(12e6); throw e;"],
    ["an error with a stack of 12 MB", "const e = new Error('x'); e.stack = 'y'.repeat(12e6); throw e;"],
    ["a thrown text of 12 MB", "throw 'x'.repeat(12e6);"],
    [
      "an error from functions with names of 300 KB",
      "const name = 'f'.repeat(3e5); const o = { [name](n) { if (n === 0) throw new Error('x'); o[name](n - 1); } }; o[name](50);",
    ],
    ["a symbol of 12 MB thrown", "throw Symbol('x'.repeat(12e6));"],
  ],
);

const sources: readonly HostileRun[] = [
  {
    name: "a source of 2 MB",
    files: module(`${SETTINGS}\nexport default async function Workflow() {}\n// ${"x".repeat(2_000_000)}`),
    ends: ["refused"],
  },
  {
    name: "a source of 3,000 files",
    files: [
      ...workflow(""),
      ...Array.from({ length: 3_000 }, (_, at) => ({ name: `f${at}.ts`, text: `export const a = ${at};` })),
    ],
    ends: ["refused"],
  },
  ...(
    [
      ["20,000 brackets", `${"(".repeat(20_000)}1${")".repeat(20_000)}`],
      ["20,000 lists", `${"[".repeat(20_000)}1${"]".repeat(20_000)}`],
      ["20,000 arrow functions", `${"() => ".repeat(20_000)}1`],
      ["20,000 unary signs", `${"- ".repeat(20_000)}1`],
      ["20,000 template literals", `${"`${".repeat(20_000)}1${"}`".repeat(20_000)}`],
      ["20,000 conditions", `${"1 ? ".repeat(20_000)}1${" : 2".repeat(20_000)}`],
      ["20,000 members", `a${".b".repeat(20_000)}`],
      ["20,000 sums", `1${" + 1".repeat(20_000)}`],
      ["20,000 type brackets", `1 as ${"Array<".repeat(20_000)}1${">".repeat(20_000)}`],
      ["20,000 JSX elements", `${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}`],
    ] as const
  ).map(
    ([name, text]): HostileRun => ({
      name: `a source with ${name} inside each other`,
      files: workflow(`const v = ${text}; return typeof v;`),
      ends: ["refused", "fails", "completes", "stack", "memory", "time"],
    }),
  ),
  ...(
    [
      ["20,000 blocks", `${"{".repeat(20_000)}${"}".repeat(20_000)}`],
      ["20,000 functions", `${"function f() {".repeat(20_000)}${"}".repeat(20_000)}`],
      ["20,000 classes", `${"class A { static {".repeat(20_000)}${"} }".repeat(20_000)}`],
      ["20,000 ifs", `${"if (1) ".repeat(20_000)};`],
    ] as const
  ).map(
    ([name, text]): HostileRun => ({
      name: `a source with ${name} inside each other`,
      files: workflow(text),
      ends: ["refused", "fails", "completes", "stack", "memory", "time"],
    }),
  ),
];

export const EXHAUSTION: readonly HostileRun[] = [
  ...time,
  ...loading,
  ...memory,
  ...endless,
  ...deep,
  ...nesting,
  ...output,
  ...answers,
  ...thrown,
  ...sources,
];

/**
 * No interrupt stops these (measured with this engine), so they run only where a watchdog can end their worker. The engine may
 * also answer some with an error, as fast engines do.
 */
export const UNSTOPPABLE: readonly HostileRun[] = rows(
  ["time", "fails", "memory", "completes", "stack"],
  [
    ["join of a list of a billion", "new Array(1e9).join();"],
    ["reverse on length 2^53 - 1", "Array.prototype.reverse.call({ length: 2 ** 53 - 1 });"],
    ["splice on length 2^53 - 1", "Array.prototype.splice.call({ length: 2 ** 53 - 1 }, 0, 1);"],
    ["copyWithin on length 2^53 - 1", "Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1);"],
    ["unshift on length 2^53 - 1", "Array.prototype.unshift.call({ length: 2 ** 53 - 2 }, 1);"],
    ["sort of a huge sparse list", "const l = []; l[4e9] = 1; l[0] = 2; l.sort();"],
    ["toString of a huge sparse list", "const l = []; l[4e9] = 1; String(l);"],
    ["concat of a spreadable giant", "[].concat({ [Symbol.isConcatSpreadable]: true, length: 2 ** 53 - 1 });"],
    [
      "quadratic indexOf on texts of megabytes",
      "const a = 'a'.repeat(4e6); for (;;) (a + 'b').indexOf('a'.repeat(2e6) + 'c');",
    ],
    ["a BigInt of a million digits as text", "for (;;) (3n ** 3_000_000n).toString();"],
    ["includes on length 2^53 - 1", "Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);"],
    ["lastIndexOf on length 2^53 - 1", "Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1);"],
    ["fill on length 2^53 - 1", "Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 1);"],
    ["a power of BigInts", "let x = 7n; for (;;) x **= 99n;"],
    ["padStart to the longest text, again and again", "for (;;) 'x'.padStart(5e8);"],
    [
      "a sort of a million texts of a kilobyte that are the same",
      "const t = 'a'.repeat(1e3); for (;;) new Array(1e4).fill(0).map((_, i) => t + i).sort();",
    ],
  ],
);
