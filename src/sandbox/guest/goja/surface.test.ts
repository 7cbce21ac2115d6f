import { expect, test } from "vitest";
import surface from "../../../../conformance/data/surface.json";
import { openGuest } from "../../../../testing/open-guest.ts";

/** What the host adds and this test's bare realm has no part in. */
const HOSTS = ["module", "module.exports", "require", "GoError", "%URLSearchParamsIterator%"];

const LIST = `(names) => {
  const keys = (object) => Reflect.ownKeys(object)
    .map((key) => (typeof key === "symbol" ? "@@" + key.description.slice(7) : key)).sort();
  const generator = Object.getPrototypeOf(function* () {});
  const asyncFunction = Object.getPrototypeOf(async function () {});
  const arrayIterator = Object.getPrototypeOf([].values());
  const intrinsics = {
    "%GeneratorFunction%": generator.constructor, "%GeneratorPrototype%": generator.prototype,
    "%AsyncFunction%": asyncFunction.constructor, "%AsyncFunctionPrototype%": asyncFunction,
    "%ArrayIteratorPrototype%": arrayIterator, "%IteratorPrototype%": Object.getPrototypeOf(arrayIterator),
    "%TypedArray%": Object.getPrototypeOf(Uint8Array), "%StringIteratorPrototype%": Object.getPrototypeOf(""[Symbol.iterator]()),
    "%RegExpStringIteratorPrototype%": Object.getPrototypeOf("".matchAll(/a/g)),
    "%MapIteratorPrototype%": Object.getPrototypeOf(new Map().keys()),
  };
  const objects = {};
  for (const name of names) {
    const object = intrinsics[name] ?? globalThis[name];
    objects[name] = { own: keys(object) };
    if (typeof object === "function" && object.prototype) objects[name].prototype = keys(object.prototype);
  }
  return { globals: keys(globalThis), objects };
}`;

const { withoutBindings, withBindings } = surface;
const ofEngine = <T>(objects: Record<string, T>) =>
  Object.fromEntries(Object.entries(objects).filter(([name]) => !HOSTS.includes(name)));

test("the realm has exactly the globals, own properties and prototype members of production's engine", async () => {
  const expected = {
    ...ofEngine(withoutBindings.objects),
    URL: withBindings.objects.URL,
    URLSearchParams: withBindings.objects.URLSearchParams,
    util: withBindings.objects.util,
  };
  const { evaluate } = await openGuest();
  const found = evaluate(`delete globalThis.guestUrl; (${LIST})(${JSON.stringify(Object.keys(expected))})`) as {
    globals: string[];
    objects: object;
  };
  expect(found.objects).toEqual(expected);
  const globals = withoutBindings.globals.filter((name) => !HOSTS.includes(name));
  expect(found.globals).toEqual([...globals, "URL", "URLSearchParams", "util"].sort());
});

test("names that authors expect are absent, and features are as recorded", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`${JSON.stringify(surface.absent)}.filter((name) => typeof globalThis[name] !== "undefined")`),
  ).toEqual([]);
  const features = Object.keys(surface.features).filter((name) => name.includes(".") && name !== "Error.cause");
  const found = evaluate(`Object.fromEntries(${JSON.stringify(features)}.map((path) =>
    [path, path.split(".").reduce((object, name) => (name === "size" ? "size" in object || undefined : object?.[name]), globalThis) !== undefined]))`);
  expect(found).toEqual(
    Object.fromEntries(Object.entries(surface.features).filter(([name]) => features.includes(name))),
  );
});

test("replaced functions look like built-in ones", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`[Array.prototype.sort, Date, RegExp.prototype.exec, Symbol, Math.max].map((fn) =>
      [String(fn), fn.length, "prototype" in fn, Object.getOwnPropertyNames(fn).includes("caller")])`),
  ).toEqual([
    ["function sort() { [native code] }", 1, false, false],
    ["function Date() { [native code] }", 7, true, false],
    ["function exec() { [native code] }", 1, false, false],
    ["function Symbol() { [native code] }", 0, true, false],
    ["function max() { [native code] }", 2, false, false],
  ]);
});
