/** A run leaves nothing behind in the realm that the next one gets. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { ALL_PARTS } from "./native-modules.ts";
import { WorkClock } from "./work-clock.ts";
import { prepareRealmTemplate, Realm } from "./realm.ts";
import { createSandbox, type Sandbox } from "./sandbox.ts";
import { locate, programOf, input, workflowOf } from "../../testing/run-body.ts";

const module = new WebAssembly.Module(
  readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm")),
);
const settings = { text: '{"bindings":{"kinde.accessToken":{}}}', problem: null };
const execute = (sandbox: Sandbox, body: string) =>
  sandbox.execute(programOf(workflowOf(body)), settings, input, { locate });

const POLLUTION = [
  "globalThis.left = 1; globalThis.undefined_ = undefined; delete globalThis.Map;",
  "Object.prototype.polluted = 1; Array.prototype[5] = 'x'; Object.freeze(Promise.prototype);",
  "Array.prototype.map = String.prototype.trim = JSON.stringify = () => 'mine'; Error.prototype.name = 'Mine';",
  "Symbol.for('kept').description; Math.random(); Math.random();",
  "Object.defineProperty(Function.prototype, 'call', { get() { throw 1 } });",
  "for (let i = 0; i < 50; i++) Promise.resolve().then(() => { globalThis['late' + i] = i });",
  "globalThis.kindeCopy = kinde; kinde.accessToken.setCustomClaim = null; t.left = 1;",
  "new WeakRef({}); class A { static #x = 1; } /(?<left>a)/.exec('a'); eval('var declared = 1');",
];

/** All that a run can see of its realm: each global's members, two levels deep, and the numbers it draws. */
const LOOK = `
const { getOwnPropertyNames, getOwnPropertyDescriptor, getPrototypeOf } = Object;
const seen = [];
for (const name of getOwnPropertyNames(globalThis)) {
  const value = globalThis[name];
  seen.push(name + ":" + typeof value);
  if (value === null || (typeof value !== "object" && typeof value !== "function")) continue;
  for (const part of [value, value.prototype]) {
    if (!part || part === globalThis) continue;
    for (const key of Reflect.ownKeys(part)) {
      const { get, value: member, writable, enumerable, configurable } = getOwnPropertyDescriptor(part, key);
      seen.push([name, String(key), typeof get, typeof member, typeof member === "function" ? String(member) : "", writable, enumerable, configurable].join());
    }
  }
}
t.seen = seen;
t.numbers = [Math.random(), Math.random(), new Error("e").stack];`;

test.each(POLLUTION)("after %s", async (body) => {
  const fresh = execute(await createSandbox(module, ALL_PARTS), LOOK);
  expect(fresh.outcome).toEqual({ kind: "completed" });
  const sandbox = await createSandbox(module, ALL_PARTS);
  for (let round = 0; round < 4; round++) {
    execute(sandbox, body);
    expect(execute(sandbox, LOOK).effects).toEqual(fresh.effects);
  }
});

test("a realm is renewed unless something stopped it or its memory has grown", () => {
  const origin = prepareRealmTemplate(module, [], () => performance.now());
  const recorder = {
    claim: () => undefined,
    log: () => undefined,
    call: () => "",
    frames: () => "",
    usageOf: () => "read",
    unclear: () => null,
  };
  const after = (code: string, timeoutMs = 10_000) => {
    const realm = new Realm(origin);
    realm.begin(0, new WorkClock(origin.clock, timeoutMs), recorder);
    realm.evaluate(code, "a.js");
    return realm.reset();
  };
  expect(after("1")).toBe(true);
  expect(after("throw 1")).toBe(true);
  expect(after("for (;;);", 20)).toBe(false);
  expect(after("globalThis.big = new Uint8Array(8_000_000)")).toBe(false);
});
