/** Values made so that what is shown, what is signed and what the code sees might come apart. */
import { CANARIES, type HostileRun, workflow } from "./hostile-case.ts";

/** The value is written once as a claim; `json` is its text in the token, null when it must not get there. */
function leaves(name: string, value: string, json: string | null): HostileRun {
  return { name, files: workflow(`set("found", ${value});`), ends: ["completes"], claims: { found: json } };
}

const nested = (depth: number, value: string) =>
  `(() => { let v = 1; for (let i = 0; i < ${depth}; i++) v = ${value}; return v; })()`;

/** What stands inside each other, and the JSON that so many levels of it leave as. */
const LEVELS = (
  [
    ["lists", "[v]", "[", "]"],
    ["objects", "{ a: v }", '{"a":', "}"],
    ["Maps", "new Map([[0, v]])", "[[0,", "]]"],
    ["Sets", "new Set([v])", "[", "]"],
  ] as const
).map(([name, value, open, close]) => ({
  name,
  value,
  json: (levels: number) => `${open.repeat(levels)}1${close.repeat(levels)}`,
}));

const disguised: readonly HostileRun[] = [
  leaves("toJSON does not speak for an object", `{ a: 1, toJSON: undefined, b: 2 }`, '{"a":1,"toJSON":null,"b":2}'),
  leaves("a toJSON method is a function and cannot leave", `{ a: 1, toJSON() { return "other"; } }`, null),
  leaves(
    "an inherited toJSON does not speak",
    `Object.create({ toJSON() { return "other"; } }, { a: { value: 1, enumerable: true } })`,
    '{"a":1}',
  ),
  leaves("valueOf does not speak for an object", `{ valueOf: null, a: 1 }`, '{"valueOf":null,"a":1}'),
  leaves("Symbol.toPrimitive does not speak", `{ [Symbol.toPrimitive]: () => 7, a: 1 }`, '{"a":1}'),
  leaves("a getter is read once", `(() => { let reads = 0; return { get a() { return ++reads; } }; })()`, '{"a":1}'),
  leaves(
    "a getter that changes what comes after it",
    `(() => { const o = { get a() { o.b = "changed"; return 1; }, b: "first" }; return o; })()`,
    '{"a":1,"b":"changed"}',
  ),
  leaves(
    "a getter that removes what comes after it",
    `(() => { const o = { get a() { delete o.b; return 1; }, b: 2 }; return o; })()`,
    '{"a":1,"b":null}',
  ),
  leaves(
    "a getter that adds names is not followed",
    `(() => { const o = { get a() { o.z = 1; return 1; } }; return o; })()`,
    '{"a":1}',
  ),
  leaves(
    "an array's getter that shortens it",
    `(() => { const list = [1, 2, 3]; Object.defineProperty(list, 0, { get() { list.length = 1; return 0; } }); return list; })()`,
    "[0,null,null]",
  ),
  leaves(
    "an array's getter that lengthens it",
    `(() => { const list = [1, 2]; Object.defineProperty(list, 0, { get() { list.push(9); return 0; } }); return list; })()`,
    "[0,2]",
  ),
  leaves("a Proxy in a claim is empty", `new Proxy({ a: 1 }, { get: () => "other" })`, "{}"),
  leaves("a Proxy inside an object is empty", `{ inner: new Proxy([1], {}) }`, '{"inner":{}}'),
  leaves("a Proxy of a Proxy", `new Proxy(new Proxy({}, {}), {})`, "{}"),
  leaves(
    "a revoked Proxy",
    `(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()`,
    "{}",
  ),
  leaves(
    "a Proxy in the prototype chain",
    `Object.create(new Proxy({}, { get: () => "other", ownKeys: () => ["x"] }), { a: { value: 1, enumerable: true } })`,
    '{"a":1}',
  ),
  leaves(
    "an object that pretends to be a Date",
    `Object.create(Date.prototype, { a: { value: 1, enumerable: true } })`,
    '{"a":1}',
  ),
  leaves(
    "an object that pretends to be a Map",
    `Object.create(Map.prototype, { a: { value: 1, enumerable: true } })`,
    '{"a":1}',
  ),
  leaves(
    "an object that pretends to be an array",
    `Object.setPrototypeOf({ length: 3, 0: "a" }, Array.prototype)`,
    '{"0":"a","length":3}',
  ),
  leaves("an array that pretends to be an object", `Object.setPrototypeOf([1, 2], Object.prototype)`, "[1,2]"),
  leaves(
    "an object with the glue's own marks",
    `{ kind: 4, mark: '"other"', value: 1, cells: [1], members: {} }`,
    `{"kind":4,"mark":"\\"other\\"","value":1,"cells":[1],"members":{}}`,
  ),
  leaves("text that looks like a mark", `{ $number: "NaN", $cycle: true }`, '{"$number":"NaN","$cycle":true}'),
  leaves("text with the glue's separators", `"a\\tb\\nc\\td"`, '"a\\tb\\nc\\td"'),
  leaves("names with the glue's separators", `{ "a\\tb\\nc": 1 }`, '{"a\\tb\\nc":1}'),
  leaves("a Symbol.toStringTag", `{ [Symbol.toStringTag]: "Map", a: 1 }`, '{"a":1}'),
  leaves("a class instance with private state", `new (class { #a = 1; b = 2; })()`, '{"b":2}'),
  leaves("boxed primitives", `[new Number(1), new String("s"), new Boolean(false)]`, "[1,{},false]"),
];

const named: readonly HostileRun[] = [
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "__defineGetter__",
    "then",
    "toJSON",
    "",
    " ",
    "0",
    "-0",
    "length",
    "name",
  ].map(
    (name): HostileRun => ({
      name: `a claim named ${JSON.stringify(name)} is an ordinary claim`,
      files: workflow(`set(${JSON.stringify(name)}, { polluted: 1 }); set("found", typeof ({}).polluted);`),
      ends: ["completes"],
      claims: Object.fromEntries([
        [name, '{"polluted":1}'],
        ["found", '"undefined"'],
      ]),
    }),
  ),
  leaves(
    "a member named __proto__",
    `JSON.parse('{"__proto__":{"polluted":1},"a":2}')`,
    '{"__proto__":{"polluted":1},"a":2}',
  ),
  leaves(
    "members named after Object.prototype",
    `({ ["constructor"]: 1, ["toString"]: 2, ["hasOwnProperty"]: 3 })`,
    '{"constructor":1,"toString":2,"hasOwnProperty":3}',
  ),
  leaves("a lone surrogate in a name", `{ "a\\ud800": 1 }`, '{"a\ufffd":1}'),
  leaves("a lone surrogate in a text", `"a\\udfff"`, '"a\ufffd"'),
  leaves("a NUL in a text", `"a\\u0000b"`, '"a\\u0000b"'),
  leaves("line separators in a text", `"\\u2028\\u2029"`, '"\u2028\u2029"'),
  leaves(
    "a closing script tag in a text",
    `"</script><script>alert(1)</script><!--"`,
    '"</script><script>alert(1)</script><!--"',
  ),
  leaves("bidi controls in a text", `"\\u202eevil\\u202c"`, '"\u202eevil\u202c"'),
  leaves("a text that is JSON", `'","admin":true,"x":"'`, '"\\",\\"admin\\":true,\\"x\\":\\""'),
  leaves("a name that is JSON", `{ '":1,"admin":true,"x': 1 }`, '{"\\":1,\\"admin\\":true,\\"x":1}'),
  {
    name: "a claim's name that closes the claims set",
    files: workflow(`set('x":1,"sub":"kp_admin","y', 1);`),
    ends: ["completes"],
    claims: { 'x":1,"sub":"kp_admin","y': "1", sub: '"kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"' },
  },
  {
    name: "the same claim by two spellings",
    files: workflow(`set("a\\ud800", 1); set("a\\udfff", 2);`),
    ends: ["completes"],
    claims: { "a\ufffd": "2" },
  },
];

const beyondJson: readonly HostileRun[] = [
  leaves("NaN", "NaN", null),
  leaves("Infinity", "Infinity", null),
  leaves("-Infinity in a list", "[-Infinity]", null),
  leaves("-0", "-0", "0"),
  leaves("a large exponent", "1e308", "1e+308"),
  leaves("the smallest number", "5e-324", "5e-324"),
  leaves("a BigInt beyond doubles", "123456789012345678901234567890n", "123456789012345678901234567890"),
  leaves("a function", "() => 1", null),
  leaves("a function inside", "{ a: { b() {} } }", null),
  leaves("undefined", "undefined", "null"),
  leaves("undefined inside", "{ a: undefined, b: [undefined] }", '{"a":null,"b":[null]}'),
  leaves("a Symbol", `Symbol("s")`, '"s"'),
  leaves("a cycle", "(() => { const o = {}; o.o = o; return o; })()", null),
  leaves("a cycle through a list", "(() => { const l = []; l.push({ l }); return l; })()", null),
  leaves("one object twice is no cycle", "(() => { const o = { a: 1 }; return [o, o]; })()", '[{"a":1},{"a":1}]'),
  leaves("a list with holes", "[1, , 3]", "[1,null,3]"),
  leaves("a Map", "new Map([[1, 2]])", "[[1,2]]"),
  leaves("a Map that holds itself", "(() => { const m = new Map(); m.set(1, m); return m; })()", null),
  leaves("a Set that holds itself", "(() => { const s = new Set(); s.add(s); return s; })()", null),
  leaves("a WeakMap", "new WeakMap()", "{}"),
  leaves("a Promise", "Promise.resolve(1)", "{}"),
  leaves("a RegExp", "/x/", "{}"),
  leaves("a typed array", "new Uint8Array([1, 2])", "[1,2]"),
  leaves("an ArrayBuffer", "new ArrayBuffer(8)", "{}"),
  leaves("an Error", `new Error("x")`, "{}"),
  leaves("globalThis itself is refused or plain", "typeof globalThis", '"object"'),
  ...LEVELS.flatMap(({ name, value, json }) => [
    leaves(`100 levels of ${name}`, nested(100, value), json(100)),
    ...[201, 1_100, 100_000].map((levels) =>
      leaves(`${levels.toLocaleString("en")} levels of ${name} cannot become a claim`, nested(levels, value), null),
    ),
  ]),
  leaves("200 levels of lists", nested(200, "[v]"), `${"[".repeat(200)}1${"]".repeat(200)}`),
];

const ordered: readonly HostileRun[] = [
  {
    name: "a value changed after it was written",
    files: workflow(`const value = { a: 1 }; set("found", value); value.a = 2;`),
    ends: ["completes"],
    claims: { found: '{"a":1}' },
  },
  {
    name: "a value changed in a job after the end",
    files: workflow(`const value = [1]; set("found", value); Promise.resolve().then(() => { value.push(2); });`),
    ends: ["completes"],
    claims: { found: "[1]" },
  },
  {
    name: "a claim written while another is being written",
    files: workflow(`set("found", { get a() { set("found", "inner"); return "outer"; } });`),
    ends: ["completes"],
    claims: { found: '{"a":"outer"}' },
  },
  {
    name: "a claim written while a log is being written",
    files: workflow(`console.log({ get a() { set("found", 1); return 2; } });`),
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "a getter that throws in the midst of a claim",
    files: workflow(`set("found", 1); try { set("found", { a: 1, get b() { throw 2; } }); } catch {}`),
    ends: ["completes"],
    claims: { found: "1" },
  },
  {
    name: "a claim written after the default export has returned",
    files: workflow(`Promise.resolve().then(() => Promise.resolve()).then(() => set("found", "late"));`),
    ends: ["completes"],
    claims: { found: '"late"' },
  },
  {
    name: "prohibited claims by every road",
    files: workflow(
      `set("sub", "kp_admin"); kinde.accessToken.getCustomClaims().sub = "kp_admin"; Object.assign(kinde.accessToken.getCustomClaims(), { aud: ["x"], exp: 9e9 }); set("iss", "https://attacker.example"); set("scp", ["admin"]);`,
    ),
    ends: ["completes"],
    claims: {
      sub: '"kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"',
      iss: '"https://example.kinde.com"',
      aud: '["https://api.example.com"]',
    },
  },
  {
    name: "prohibited claims by look-alike names stay look-alikes",
    files: workflow(`set("sub ", "x"); set("Sub", "y"); set("s\\u200bub", "z");`),
    ends: ["completes"],
    claims: { sub: '"kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d"', "sub ": '"x"', Sub: '"y"' },
  },
];

/** The code may read a secret; where it puts it, nothing but a claim may show it. */
const SECRET = `const secret = kinde.env.get("SECRET").value;`;
const secrets: readonly HostileRun[] = (
  [
    ["logged", "console.log(secret);"],
    ["logged inside an object, as a name and as a value", "console.log({ [secret]: [secret] }, 'Bearer ' + secret);"],
    ["logged as JSON text within JSON text", "console.log(JSON.stringify({ a: JSON.stringify(secret) }));"],
    [
      "logged in every level",
      "console.warn(secret); console.error(secret); console.debug(secret); console.info(secret);",
    ],
    ["logged twice in one text", "console.log(secret + secret);"],
    [
      "sent in a header",
      `try { kinde.fetch("https://api.example.com/a", { headers: { Authorization: "Bearer " + secret } }); } catch {}`,
    ],
    ["sent in a URL that has no mock", `try { kinde.fetch("https://api.example.com/?key=" + secret); } catch {}`],
    [
      "sent percent-encoded",
      `try { kinde.fetch("https://api.example.com/?key=" + encodeURIComponent(secret)); } catch {}`,
    ],
    ["sent in a body", `try { kinde.fetch("https://api.example.com/", { method: "POST", body: secret }); } catch {}`],
    ["given as the reason of a denial", "kinde.auth.denyAccess(secret);"],
    ["returned", "return { secret };"],
  ] as const
).map(
  ([name, body]): HostileRun => ({
    name: `a secret value ${name} is not shown`,
    files: workflow(`${SECRET}\n${body}`),
    ends: ["completes"],
  }),
);

const thrownSecrets: readonly HostileRun[] = (
  [
    ["thrown as a message", "throw new Error(secret);"],
    ["thrown as it is", "throw secret;"],
    ["thrown in a name and a stack", "const e = new Error('x'); e.name = secret; e.stack = secret; throw e;"],
    ["thrown in the name of a function", "const o = { [secret]() { throw new Error('x'); } }; o[secret]();"],
    ["read of nothing", "const o = {}; o.missing[secret];"],
    ["at whose middle the engine cuts a text", "throw new Error('x'.repeat(99_990) + secret);"],
    [
      "at whose middle the engine cuts a name",
      "const o = { ['x'.repeat(990) + secret]() { throw 1; } }; o['x'.repeat(990) + secret]();",
    ],
  ] as const
).map(
  ([name, body]): HostileRun => ({
    name: `a secret value ${name} is not shown`,
    files: workflow(`${SECRET}\n${body}`),
    ends: ["fails"],
  }),
);

export const VALUES: readonly HostileRun[] = [
  ...disguised,
  ...named,
  ...beyondJson,
  ...ordered,
  ...secrets,
  ...thrownSecrets,
  {
    name: "a secret value written as a claim stays the claim that it is",
    files: workflow(`${SECRET}\nset("found", secret);`),
    ends: ["completes"],
    claims: { found: JSON.stringify(CANARIES.secretEnv) },
  },
];
