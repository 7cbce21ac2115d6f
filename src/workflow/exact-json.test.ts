/** JSON read without loss, held against a model that knows each value before it is written. */
import { expect, test } from "vitest";
import { compactJson, countNames, readExactJson, readParts } from "./exact-json.ts";
import { indentJson } from "./indent-json.ts";
import { parseJson } from "./json.ts";
import { createRandom, type Random } from "../../testing/random.ts";

/** A number is `digits` × 10^`shift`, so that equal ones are found with integers alone. */
type Model =
  | { readonly kind: "word"; readonly word: "null" | "true" | "false" }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly digits: bigint; readonly shift: number; readonly isNegativeZero: boolean }
  | { readonly kind: "list"; readonly items: readonly Model[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [string, Model])[] };

const TEXTS: readonly [string, ...string[]] = [
  "",
  "a",
  "é",
  "e\u0301",
  '"',
  "\\",
  "\n",
  "\u0000",
  "/",
  "😀",
  "\ud800",
  "]",
  "}",
  ":",
  ",",
  " ",
  "__proto__",
  "1",
  "10",
];
const DIGITS: readonly [bigint, ...bigint[]] = [
  0n,
  0n,
  1n,
  5n,
  10n,
  100n,
  9007199254740992n,
  9007199254740993n,
  -1n,
  -90071992547409930n,
  3n * 10n ** 40n,
];

function modelFrom(random: Random, depth: number): Model {
  switch (random.below(depth > 0 ? 6 : 4)) {
    case 0:
      return { kind: "word", word: random.pick(["null", "true", "false"] as const) };
    case 1:
      return { kind: "string", value: random.pick(TEXTS) + random.pick(TEXTS) };
    case 2:
    case 3: {
      const digits = random.pick(DIGITS);
      return {
        kind: "number",
        digits,
        shift: random.below(5) - 2,
        isNegativeZero: digits === 0n && random.below(3) === 0,
      };
    }
    case 4:
      return { kind: "list", items: Array.from({ length: random.below(4) }, () => modelFrom(random, depth - 1)) };
    default: {
      const names = new Set(Array.from({ length: random.below(4) }, () => random.pick(TEXTS)));
      return { kind: "object", members: [...names].map((name) => [name, modelFrom(random, depth - 1)] as const) };
    }
  }
}

/** What the model says two values are: the same or not. */
function isSame(one: Model, other: Model): boolean {
  if (one.kind === "word") return other.kind === "word" && one.word === other.word;
  if (one.kind === "string")
    return other.kind === "string" && JSON.stringify(one.value) === JSON.stringify(other.value);
  if (one.kind === "number") {
    const scaled = ({ digits, shift }: typeof one) => digits * 10n ** BigInt(shift + 10);
    return other.kind === "number" && scaled(one) === scaled(other);
  }
  if (one.kind === "list") {
    if (other.kind !== "list" || one.items.length !== other.items.length) return false;
    return one.items.every((item, index) => isSame(item, other.items[index] as Model));
  }
  if (other.kind !== "object" || one.members.length !== other.members.length) return false;
  return one.members.every(([name, value]) => {
    const found = other.members.find(([candidate]) => candidate === name);
    return found !== undefined && isSame(value, found[1]);
  });
}

const space = (random: Random) => random.pick(["", "", "", " ", "\n", "\t \r\n"]);

function stringSpelling(value: string, random: Random): string {
  const units = Array.from({ length: value.length }, (_, index) => value.charAt(index));
  const isEscaped = random.below(2) === 0;
  const spelled = units.map((unit) => {
    const code = unit.charCodeAt(0);
    if (isEscaped) return `\\u${code.toString(16).padStart(4, "0")}`;
    if (unit === "/" && random.below(2) === 0) return "\\/";
    return unit === '"' || unit === "\\" || code < 0x20 ? JSON.stringify(unit).slice(1, -1) : unit;
  });
  return `"${spelled.join("")}"`;
}

function numberSpelling({ digits, shift, isNegativeZero }: Extract<Model, { kind: "number" }>, random: Random): string {
  const sign = digits < 0n || isNegativeZero ? "-" : "";
  const whole = `${digits < 0n ? -digits : digits}`;
  const e = random.pick(["e", "E"]);
  const exponent = (value: number) =>
    `${e}${value < 0 ? "-" : random.pick(["", "+"])}${random.pick(["", "0", "00"])}${Math.abs(value)}`;
  const spellings = [`${whole}${exponent(shift)}`, `${whole}.000${exponent(shift)}`];
  if (shift >= 0) spellings.push(`${whole}${whole === "0" ? "" : "0".repeat(shift)}`);
  if (whole.length > 1) spellings.push(`${whole[0]}.${whole.slice(1)}${exponent(shift + whole.length - 1)}`);
  spellings.push(`0.${"0".repeat(3)}${whole}${exponent(shift + whole.length + 3)}`);
  return sign + random.pick(spellings as [string, ...string[]]);
}

/** One of the model's texts, and the same text as it must be kept. */
function written(model: Model, random: Random): { readonly text: string; readonly compact: string } {
  const [before, after] = [space(random), space(random)];
  const around = (text: string, compact: string) => ({ text: before + text + after, compact });
  switch (model.kind) {
    case "word":
      return around(model.word, model.word);
    case "string":
      return around(stringSpelling(model.value, random), JSON.stringify(model.value));
    case "number": {
      const text = numberSpelling(model, random);
      return around(text, text);
    }
    case "list": {
      const items = model.items.map((item) => written(item, random));
      return around(
        `[${items.length === 0 ? space(random) : items.map(({ text }) => text).join()}]`,
        `[${items.map(({ compact }) => compact).join()}]`,
      );
    }
    case "object": {
      const members = model.members.map(([name, value]) => {
        const { text, compact } = written(value, random);
        const label = space(random) + stringSpelling(name, random) + space(random);
        return { text: `${label}:${text}`, compact: `${JSON.stringify(name)}:${compact}` };
      });
      return around(
        `{${members.length === 0 ? space(random) : members.map(({ text }) => text).join()}}`,
        `{${members.map(({ compact }) => compact).join()}}`,
      );
    }
  }
}

const shuffled = (model: Model): Model =>
  model.kind === "object"
    ? { kind: "object", members: model.members.map(([name, value]) => [name, shuffled(value)] as const).reverse() }
    : model.kind === "list"
      ? { kind: "list", items: model.items.map(shuffled) }
      : model;

const seed = Number(process.env["SEED"] ?? 20_261_125);

test("text is kept, and the same values are told from others, 5,000 random cases", () => {
  console.info(`exact-json seed ${seed}`);
  const random = createRandom(seed);
  let same = 0;
  for (let round = 0; round < 5_000; round++) {
    const where = `seed ${seed}, round ${round}`;
    const model = modelFrom(random, 3);
    const { text, compact } = written(model, random);
    expect(compactJson(text), where).toBe(compact);
    expect(compactJson(compact), where).toBe(compact);
    expect(compactJson(indentJson(text)), where).toBe(compact);

    const identities = new Map<string, number>();
    const whole = readExactJson(text, identities);
    expect(whole.text, where).toBe(compact);
    if (model.kind === "object") {
      const members = model.members.map(([name], index) => ({
        name,
        json: [...(whole.members?.values() ?? [])][index]?.text,
      }));
      expect(readParts(text).parts, where).toEqual(members);
    }
    expect(readParts(text).names, where).toBe(countNames(parseJson(text)));

    const other = random.below(2) === 0 ? shuffled(model) : modelFrom(random, random.below(3));
    const isEqual = readExactJson(written(other, random).text, identities).identity === whole.identity;
    expect(isEqual, where).toBe(isSame(model, other));
    if (isEqual) same++;
  }
  expect(same).toBeGreaterThan(1_000);
});

test("indented as JSON.stringify does it", () => {
  for (const value of [{}, [], { a: [], b: {}, c: [{ d: [1, [2], "x: [y, {z}]"] }, null] }, "a", 1, [[[]]]]) {
    expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
  }
  expect(indentJson("[1]", 2)).toBe("[\n      1\n    ]");
});

test.each([
  ["9007199254740992", "9007199254740993", false],
  ["1", "1.0", true],
  ["100000", "1E5", true],
  ["0", "-0", true],
  ["1e-400", "0", false],
  ["1e-99999999999999999998", "1e-99999999999999999999", false],
  ["1e-99999999999999999999", "10E-100000000000000000000", true],
  ["[1, [2]]", "[1, 2]", false],
  ["[[], 1]", "[[1]]", false],
  ['{"a": 1}', '["a", 1]', false],
  ['"1"', "1", false],
  ['{"a": 1, "b": {"c": []}}', '{"b": {"c": []}, "a": 1}', true],
  ['"\\u00e9"', '"é"', true],
  ['"e\\u0301"', '"é"', false],
])("%s and %s: the same is %s", (one, other, expected) => {
  const identities = new Map<string, number>();
  const first = readExactJson(one, identities);
  expect(first.identity === readExactJson(other, identities).identity).toBe(expected);
});

test("a million characters, however deep or long, are read", () => {
  const deep = 400_000;
  expect(readExactJson(`${"[".repeat(deep)}${"]".repeat(deep)}`).text.length).toBe(2 * deep);
  expect(readExactJson(`[${"0.".padEnd(1_000_000, "0")}1]`).items).toHaveLength(1);
  const exponent = "9".repeat(500_000);
  const identities = new Map<string, number>();
  const one = readExactJson(`1e-${exponent}`, identities);
  expect(readExactJson(`0.1e-${exponent}`, identities).identity).not.toBe(one.identity);
  expect(compactJson(`"${"\\\\".repeat(500_000)}"`)).toHaveLength(1_000_002);
});
