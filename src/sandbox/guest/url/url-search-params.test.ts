import { expect, test } from "vitest";
import { evaluateEach, openGuest } from "../../../../testing/open-guest.ts";

const expectEach = async (expected: Record<string, unknown>) =>
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
const NO_TUPLE = "TypeError [ERR_INVALID_TUPLE]: Each query pair must be an iterable [name, value] tuple";

test("what parameters are made from", () =>
  expectEach({
    'String(new URLSearchParams("?a=1&&b=2&c&=d&e=f=g"))': "a=1&b=2&c=&=d&e=f%3Dg",
    '[...new URLSearchParams("a+b=%41%zz%&c=%ff&d=%E2%82")]': [
      ["a b", "A%zz%"],
      ["c", "\ufffd"],
      ["d", "\ufffd\ufffd"],
    ],
    'String(new URLSearchParams("c=%ff"))': "c=%FF",
    "String(new URLSearchParams({ b: 1, a: null, 10: undefined, 2: [1, 2] }))": "2=1%2C2&10=undefined&b=1&a=null",
    'String(new URLSearchParams([["a", "1"], ["a", 2]]))': "a=1&a=2",
    'String(new URLSearchParams(new Map([["k", "v"]])))': "k=v",
    'String(new URLSearchParams(new URLSearchParams("x=1&x=2")))': "x=1&x=2",
    'String(new URLSearchParams((function* () { yield ["g", "1"]; })()))': "g=1",
    'String(new URLSearchParams(["ab"]))': "a=b",
    "String(new URLSearchParams(null))": "null=",
    "String(new URLSearchParams(7))": "7=",
    "String(new URLSearchParams())": "",
    'String(new URLSearchParams({ s: Symbol("q") }))': "s=q",
    'new URLSearchParams([["a"]])': NO_TUPLE,
    'new URLSearchParams([["a", "b", "c"]])': NO_TUPLE,
    "new URLSearchParams([1])": "TypeError: object is not iterable",
    'URLSearchParams("a=1").get("a")': "1",
  }));

test("what is written", () =>
  expectEach({
    'String(new URLSearchParams({ a: "b c", d: "é😀", e: "a+b&c=d", f: "~!*()\'-._", g: "\\0\\n", h: "/?:@#%" }))':
      "a=b+c&d=%C3%A9%F0%9F%98%80&e=a+b%26c%3Dd&f=%7E%21*%28%29%27-._&g=%00%0A&h=%2F%3F%3A%40%23%25",
    '(() => { const p = new URLSearchParams(); p.append("\\ud800", 1); return [String(p), p.get("\\ud800")]; })()': [
      "%EF%BF%BD=1",
      "1",
    ],
  }));

test("reading and changing", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const p = new URLSearchParams("a=1&b=2&a=3&c=4");
      const seen = [p.size, p.get("a"), p.get("x"), p.getAll("a"), p.getAll("x"), p.has("a"), p.has("a", "3"), p.has("a", "9"), p.has("a", undefined)];
      p.set("a", "9"); seen.push(String(p));
      p.set("z", null); p.append("b", undefined); seen.push(String(p));
      p.delete("b", "2"); seen.push(String(p));
      p.delete("b", undefined); seen.push(String(p));
      p.delete("b"); p.delete("none"); seen.push(String(p), p.size);
      seen`),
  ).toEqual([
    4,
    "1",
    null,
    ["1", "3"],
    [],
    true,
    true,
    false,
    true,
    "a=9&b=2&c=4",
    "a=9&b=2&c=4&z=null&b=undefined",
    "a=9&c=4&z=null&b=undefined",
    "a=9&c=4&z=null&b=undefined",
    "a=9&c=4&z=null",
    3,
  ]);
});

test("sort is stable, by the bytes of UTF-8", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`["z=1&a=2&é=0&a=1&A=5&10=x&9=y", "ﬃ=1&🌈=2"].map((text) => {
      const p = new URLSearchParams(text); p.sort(); return decodeURIComponent(String(p)); })`),
  ).toEqual(["10=x&9=y&A=5&a=2&a=1&z=1&é=0", "ﬃ=1&🌈=2"]);
});

test("it is iterable; what keys, values and entries give is not", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const p = new URLSearchParams("a=1&b=2&c=3");
      const seen = [];
      for (const [name] of p) { seen.push(name); if (name === "a") p.delete("b"); }
      const keys = p.keys();
      for (const name of ["keys", "values", "entries"])
        try { for (const _ of p[name]()); } catch (error) { seen.push(error.name + ": " + error.message); }
      p.forEach((name, value, params) => seen.push(name + value + (params === p)));
      [...seen, keys.next(), p.values().next(), p.entries().next(), Object.keys(keys), Object.prototype.toString.call(keys),
       typeof keys[Symbol.iterator], p[Symbol.iterator] === p.entries, Object.fromEntries(p), [...p], Array.from(p, ([name]) => name)]`),
  ).toEqual([
    "a",
    "c",
    "TypeError: object is not iterable",
    "TypeError: object is not iterable",
    "TypeError: object is not iterable",
    "a1true",
    "c3true",
    { value: "a", done: false },
    { value: "1", done: false },
    { value: ["a", "1"], done: false },
    [],
    "[object URLSearchParams Iterator]",
    "undefined",
    true,
    { a: "1", c: "3" },
    [
      ["a", "1"],
      ["c", "3"],
    ],
    ["a", "c"],
  ]);
});

test("missing arguments", () => {
  const name = 'TypeError [ERR_MISSING_ARGS]: The "name" argument must be specified';
  const both = 'TypeError [ERR_MISSING_ARGS]: The "name" and "value" arguments must be specified';
  const callback = 'TypeError [ERR_INVALID_ARG_TYPE]: The "callback" argument must be of type function.';
  return expectEach({
    "new URLSearchParams().append('a')": both,
    "new URLSearchParams().set('a')": both,
    "new URLSearchParams().get()": name,
    "new URLSearchParams().getAll()": name,
    "new URLSearchParams().has()": name,
    "new URLSearchParams().delete()": name,
    "new URLSearchParams().forEach()": callback,
    "new URLSearchParams().forEach(1)": callback,
    "URLSearchParams.prototype.get.call({}, 'a')":
      'TypeError [ERR_INVALID_THIS]: Value of "this" must be of type URLSearchParams',
  });
});

test("the object is a Go struct with its fields for all to see, and cannot be extended", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const p = new URLSearchParams("a=1");
      p.append("b", "2");
      class Mine extends URLSearchParams { first() { return 1; } }
      [Object.getOwnPropertyNames(p), JSON.stringify(p), Object.getOwnPropertyDescriptor(p, "SearchParams"), typeof new Mine("a=1").first,
       Object.prototype.toString.call(p), guestUrl.entriesOf(p), guestUrl.entriesOf({}), guestUrl.entriesOf(null)]`),
  ).toEqual([
    ["Url", "SearchParams"],
    '{"Url":null,"SearchParams":[{"Name":"a","Value":"1"},{"Name":"b","Value":"2"}]}',
    {
      value: [
        { Name: "a", Value: "1" },
        { Name: "b", Value: "2" },
      ],
      writable: true,
      enumerable: true,
      configurable: false,
    },
    "undefined",
    "[object Object]",
    [
      ["a", "1"],
      ["b", "2"],
    ],
    null,
    null,
  ]);
});
