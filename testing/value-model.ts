/** Random JavaScript values as source text, and what the recorded rules say leaves the engine for each: a model with no engine in it. */
import type { Random } from "./random.ts";

/** What leaves: JSON as text with sorted members, or nothing that JSON can hold. `undefined` stands for the latter. */
type Modelled = { readonly source: string; readonly json: unknown; readonly fails: boolean };

const leaf = (source: string, json: unknown): Modelled => ({ source, json, fails: false });
const unholdable = (source: string): Modelled => ({ source, json: null, fails: true });

const NAMES = [
  "a",
  "b2",
  "with space",
  "é",
  "__proto__",
  "constructor",
  "",
  "toString",
  "0",
  "日本",
  "\u2028",
  "valueOf",
] as const;
const TEXTS = [
  "",
  "plain",
  'quo"te',
  "back\\slash",
  "👩‍👩‍👧",
  "line\nbreak",
  "\u0000",
  "\u2028",
  "</script>",
  "toJSON",
] as const;

/** Go writes RFC 3339 without trailing zeros. */
const goTime = (ms: number) => new Date(ms).toISOString().replace(/\.?0*Z$/, "Z");

export function randomValue(random: Random, depth = 3): Modelled {
  const isLeaf = depth === 0 || random.fraction() < 0.45;
  return isLeaf ? randomLeaf(random) : randomContainer(random, depth - 1);
}

function randomLeaf(random: Random): Modelled {
  const whole = random.below(2_000_000) - 1_000_000;
  switch (random.below(22)) {
    case 0:
      return leaf("undefined", null);
    case 1:
      return leaf("null", null);
    case 2:
      return leaf("true", true);
    case 3:
      return leaf(`${whole}`, whole);
    case 4:
      return leaf(`${whole / 1024}`, whole / 1024);
    case 5:
      return leaf("-0", 0);
    case 6:
      return random.fraction() < 0.3 ? unholdable(random.pick(["NaN", "Infinity", "-Infinity"])) : leaf("1e21", 1e21);
    case 7:
      return leaf(`${whole}n`, whole);
    case 8: {
      const text = random.pick(TEXTS);
      return leaf(`Symbol(${JSON.stringify(text)})`, text);
    }
    case 9:
      return leaf("Symbol()", "");
    case 10: {
      const ms = whole * 86_400_123;
      const year = new Date(ms).getUTCFullYear();
      return year < 0 || year > 9999 ? leaf("null", null) : leaf(`new Date(${ms})`, goTime(ms));
    }
    case 11:
      return leaf("[new Date(NaN)]", [null]);
    case 12:
      return leaf(random.pick(["/x/gi", "new WeakMap()", "new ArrayBuffer(2)", "Math", "(function* () {})()"]), {});
    case 13:
      return leaf(`Object.assign(new Error("e", { cause: 1 }), { code: ${whole} })`, { code: whole });
    case 14:
      return leaf(`Object(${whole})`, whole);
    case 15:
      return leaf(`[Object("s"), Object(false), Object(Symbol("d"))]`, [{}, false, "d"]);
    case 16:
      return leaf(`new ${random.pick(["Uint8", "Int16", "Float64"])}Array([1, 2])`, [1, 2]);
    case 17:
      return leaf(`"\\ud83d\\ude00\\ud800x\\udc00"`, "😀\ufffdx\ufffd");
    case 18:
      return random.fraction() < 0.3 ? unholdable(random.pick(["() => 1", "class {}", "Math.max"])) : leaf("0.1", 0.1);
    case 19:
      return leaf(`new (class P { #h = 1; x = ${whole}; get y() { return 2; } toJSON() { return 3; } })()`, {
        x: whole,
      });
    default: {
      const text = random.pick(TEXTS);
      return leaf(JSON.stringify(text), text);
    }
  }
}

function randomContainer(random: Random, depth: number): Modelled {
  const parts = random.list(4, () => randomValue(random, depth));
  const fails = parts.some((part) => part.fails);
  const sources = parts.map((part) => part.source);
  const values = parts.map((part) => part.json);
  switch (random.below(9)) {
    case 0:
      return {
        source: `new Set([${sources.map((source) => `[${source}]`).join()}])`,
        json: values.map((v) => [v]),
        fails,
      };
    case 1: {
      const pairs = sources.map((source, at) => `[${at}, ${source}]`);
      return { source: `new Map([${pairs.join()}])`, json: values.map((value, at) => [at, value]), fails };
    }
    case 2: {
      const first = parts[0] ?? leaf("1", 1);
      return {
        source: `((s) => ({ l: s, r: [s] }))(${first.source})`,
        json: { l: first.json, r: [first.json] },
        fails: first.fails,
      };
    }
    case 3:
      return { source: `[${sources.join()}${sources.length > 0 ? "," : ""} , 1]`, json: [...values, null, 1], fails };
    case 4:
      if (random.fraction() < 0.2) return unholdable("((c) => { c.me = { c }; return c; })({ n: 1 })");
      return { source: `Object.assign([${sources.join()}], { extra: 1 })`, json: values, fails };
    case 5:
      return { source: `Object.freeze([${sources.join()}])`, json: values, fails };
    default: {
      const members = new Map<string, Modelled>();
      for (const part of parts) members.set(random.pick(NAMES), part);
      const json = Object.fromEntries([...members].map(([name, part]) => [name, part.json]));
      const literal = [...members].map(([name, part]) => `[${JSON.stringify(name)}]: ${part.source}`);
      const hidden = random.pick(["", ", [Symbol('k')]: 1"]);
      const accessor = random.fraction() < 0.2 ? ', get ["got"]() { return [7]; }' : "";
      return {
        source: `({ ${[...literal, "z9: 1"].join(", ")}${hidden}${accessor} })`,
        json: { ...json, z9: 1, ...(accessor === "" ? {} : { got: [7] }) },
        fails: [...members.values()].some((part) => part.fails),
      };
    }
  }
}
