/** Values leave the engine by the recorded rules, and nothing an author does can change how. */
import { expect, test } from "vitest";
import { claimsIn, logsIn, runBody } from "../../testing/run-body.ts";

test("values leave as production's host copies them", async () => {
  const { effects } = await runBody(`
    class Point { #hidden = 1; x = 1; get y() { return 2; } toJSON() { return "no"; } }
    t.a = [undefined, null, , true, 1.5, -0, "\\ud800x", Symbol("s"), Symbol(), 12345678901234567890n];
    t.b = [new Date(0), new Date(1700000000120), new Date(NaN), new Map([["k", { v: 1 }]]), new Set([1, "b"])];
    t.c = [/x/g, new Error("e"), new Point(), Object(1), Object(false), Object("s"), Object(2n), new Uint8Array([1, 255])];
    t.d = { get now() { return 7; }, [Symbol("k")]: 1, ["\\ud800"]: 1, ["\\udc00"]: 2, toJSON: null };
    const shared = { n: 1 };
    t.e = [shared, shared];
  `);
  expect(claimsIn(effects)).toEqual([
    ["a", '[null,null,null,true,1.5,0,"\ufffdx","s","",12345678901234567890]'],
    ["b", '["1970-01-01T00:00:00Z","2023-11-14T22:13:20.12Z",null,[["k",{"v":1}]],[1,"b"]]'],
    ["c", '[{},{},{"x":1},1,false,{},2,[1,255]]'],
    ["d", '{"now":7,"\ufffd":2,"toJSON":null}'],
    ["e", '[{"n":1},{"n":1}]'],
  ]);
});

test("what JSON cannot hold says what and where", async () => {
  const { effects } = await runBody(`
    t.nan = { list: [1, NaN] };
    t.fn = { deep: { m() {} } };
    const cycle = { n: 1 }; cycle.self = { again: cycle };
    t.cycle = cycle;
    t.date = new Date(8.64e15);
    console.log(5n, () => 1, -Infinity, new URLSearchParams("a=1&b=2"));
  `);
  expect(claimsIn(effects)).toEqual([
    ["nan", { path: "list[1]", reason: "NaN" }],
    ["fn", { path: "deep.m", reason: "a function" }],
    ["cycle", { path: "self.again", reason: "a cycle" }],
    ["date", { path: "", reason: "a Date outside the years 0 to 9999" }],
  ]);
  expect(logsIn(effects)).toEqual([
    '{"$bigint":"5"} {"$function":""} {"$number":"-Infinity"} {"$searchParams":[["a","1"],["b","2"]]}',
  ]);
});

test("every name is an ordinary claim name", async () => {
  const { effects, outcome } = await runBody(`
    for (const name of ["__proto__", "constructor", "", "toString", "hasOwnProperty"]) t[name] = { of: name };
    return [Object.keys(t).sort(), t.constructor.of, t.toString.of, typeof t.valueOf];
  `);
  expect(claimsIn(effects)).toEqual(
    ["__proto__", "constructor", "", "toString", "hasOwnProperty"].map((name) => [name, JSON.stringify({ of: name })]),
  );
  expect(outcome).toEqual({
    kind: "completed",
    returned: {
      text: '[["","__proto__","constructor","hasOwnProperty","roles","toString"],"constructor","toString","function"]',
      problem: null,
    },
  });
});

test("patched built-ins change nothing in the record", async () => {
  const { effects } = await runBody(`
    const map = new Map([["k", 1]]);
    const evil = () => "evil";
    Object.prototype.toJSON = evil;
    JSON.stringify = evil;
    JSON.parse = evil;
    Object.keys = Object.assign = Reflect.ownKeys = () => ["evil"];
    Array.isArray = () => true;
    Map.prototype.get = Map.prototype.forEach = WeakMap.prototype.get = evil;
    String.prototype.slice = String.prototype.toWellFormed = evil;
    Date.prototype.toISOString = Date.prototype.getTime = evil;
    Array.prototype[Symbol.iterator] = () => { throw new Error("evil"); };
    ["get", "value", "enumerable", "kind", "go"].forEach((name) => {
      Object.defineProperty(Object.prototype, name, { __proto__: null, get: evil, set: evil, configurable: true });
    });
    Object.defineProperty(Array.prototype, "0", { __proto__: null, get: evil, set: evil, configurable: true });
    t.v = { list: [1, [2]], map, date: new Date(0) };
    console.log(t.roles, { a: "b" });
  `);
  expect(claimsIn(effects)).toEqual([["v", '{"list":[1,[2]],"map":[["k",1]],"date":"1970-01-01T00:00:00Z"}']]);
  expect(logsIn(effects)).toEqual(['["a"] {"a":"b"}']);
});

test("a Proxy's traps do not run when it is recorded", async () => {
  const { effects } = await runBody(`
    t.p = new Proxy({ a: 1 }, { get() { console.log("trap"); }, ownKeys() { console.log("trap"); return []; } });
    const { proxy, revoke } = Proxy.revocable({ a: 1 }, {});
    revoke();
    t.revoked = proxy;
    console.log("end");
  `);
  expect(claimsIn(effects)).toEqual([
    ["p", "{}"],
    ["revoked", "{}"],
  ]);
  expect(logsIn(effects)).toEqual(['"end"']);
});

test("claims read back as the host's copies", async () => {
  const { outcome } = await runBody(`
    t.o = { list: [1] };
    t.u = undefined;
    t.m = new Map([["k", 1]]);
    t.roles.push("lost");
    t.roles[0] = "seen";
    t.o.list.push(2);
    t.o.more = 1;
    delete t.m;
    const other = kindeSdk.accessTokenCustomClaims();
    return [t.o === t.o, t.o, other.u, "m" in other, t.roles, Array.isArray(t.roles)];
  `);
  expect(outcome).toEqual({
    kind: "completed",
    returned: { text: '[false,{"list":[1],"more":1},null,false,["seen"],true]', problem: null },
  });
});
