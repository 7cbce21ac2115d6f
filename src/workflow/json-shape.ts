/** What a JSON file may hold, said once: each shape reads a value, telling every mistake at its place, and is a JSON Schema for editors. */
import type { Json, JsonObject } from "./json.ts";
import type { LocatedJson } from "./located-json.ts";

/** `at` is an offset in the text that was read. */
export type ShapeMistake = { readonly at: number; readonly message: string };

export type Shape<T> = {
  /** In messages: "text", "a list of scenarios". */
  readonly expected: string;
  readonly schema: JsonObject;
  /**
   * Undefined when the value is not of this shape; then `tell` was called.
   * @param about what the value is, in messages: `"name"`.
   */
  readonly read: (value: LocatedJson, about: string, tell: (mistake: ShapeMistake) => void) => T | undefined;
};

/** What was read, with its place. */
export type Said<T> = { readonly value: T; readonly at: number };

export type Member<T> = { readonly shape: Shape<T>; readonly about: string };
type Members = { readonly [name: string]: Member<unknown> };
type Values<M extends Members> = { readonly [N in keyof M]?: M[N] extends Member<infer T> ? T : never };

const KINDS: { readonly [K in LocatedJson["kind"]]: string } = {
  object: "an object",
  list: "a list",
  text: "text",
  number: "a number",
  boolean: "true or false",
  null: "null",
};

export const quoted = (name: string) => JSON.stringify(name.length > 40 ? `${name.slice(0, 39)}…` : name);

function wrong(expected: string, value: LocatedJson, about: string, tell: (mistake: ShapeMistake) => void): undefined {
  tell({ at: value.at, message: `${about} must be ${expected}, not ${KINDS[value.kind]}.` });
}

export const text: Shape<string> = {
  expected: "text",
  schema: { type: "string" },
  read: (value, about, tell) => (value.kind === "text" ? value.text : wrong("text", value, about, tell)),
};

/** Any JSON value, as it is written. */
export const anyJson: Shape<string> = { expected: "a JSON value", schema: {}, read: (value) => value.json };

/** An object of any members, as it is written. */
export const anyObject: Shape<string> = {
  expected: "an object",
  schema: { type: "object" },
  read: (value, about, tell) => (value.kind === "object" ? value.json : wrong("an object", value, about, tell)),
};

export const onlyTrue: Shape<true> = {
  expected: "true",
  schema: { const: true },
  read: (value, about, tell) => (value.json === "true" ? true : wrong("true", value, about, tell)),
};

export function wholeNumber(least: number, most: number): Shape<number> {
  const range = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
  const expected = most === least ? `${least}` : `a whole number ${range}`;
  return {
    expected,
    schema: { type: "integer", minimum: least, ...(most === Number.MAX_SAFE_INTEGER ? {} : { maximum: most }) },
    read(value, about, tell) {
      const number = value.kind === "number" ? Number(value.json) : Number.NaN;
      if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
      tell({ at: value.at, message: `${about} must be ${expected}, not ${value.json.slice(0, 40)}.` });
      return undefined;
    },
  };
}

export function oneOf<W extends string>(...words: readonly W[]): Shape<W> {
  const expected = words.length === 1 ? quoted(words[0] ?? "") : `one of ${words.map(quoted).join(", ")}`;
  return {
    expected,
    schema: { enum: words },
    read(value, about, tell) {
      if (value.kind !== "text") return wrong(expected, value, about, tell);
      const found = words.find((word) => word === value.text);
      if (found !== undefined) return found;
      const near = nearest(value.text, words);
      const hint = near === null ? `Write ${expected}.` : `Did you mean ${quoted(near)}?`;
      tell({ at: value.at, message: `${about} has no ${quoted(value.text)}. ${hint}` });
      return undefined;
    },
  };
}

export function list<T>(item: Shape<T>, expected: string): Shape<readonly T[]> {
  return {
    expected,
    schema: { type: "array", items: item.schema },
    read(value, about, tell) {
      if (value.kind !== "list") return wrong(expected, value, about, tell);
      return value.items
        .map((one, index) => item.read(one, `Item ${index + 1} of ${about}`, tell))
        .filter((one) => one !== undefined);
    },
  };
}

/** An object of names that its author chooses, in the order of the text. */
export function record<T>(member: Shape<T>, expected: string): Shape<ReadonlyMap<string, T>> {
  return {
    expected,
    schema: { type: "object", additionalProperties: member.schema },
    read(value, about, tell) {
      if (value.kind !== "object") return wrong(expected, value, about, tell);
      const found = new Map<string, T>();
      for (const { name, value: inside } of value.members) {
        const read = member.read(inside, quoted(name), tell);
        if (read !== undefined) found.set(name, read);
      }
      return found;
    },
  };
}

/** An object of known names; one that is not known is a mistake. */
export function object<R extends Members, O extends Members>(
  expected: string,
  required: R,
  optional: O,
): Shape<Required<Values<R>> & Values<O>> {
  const known: Members = { ...required, ...optional };
  const properties = Object.entries(known).map(([name, { shape, about }]) => [
    name,
    { description: about, ...shape.schema },
  ]);
  return {
    expected,
    schema: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(properties),
      ...(Object.keys(required).length > 0 ? { required: Object.keys(required) } : {}),
    },
    read(value, about, tell) {
      if (value.kind !== "object") return wrong(expected, value, about, tell);
      let isWhole = true;
      const found: { [name: string]: unknown } = {};
      for (const { name, nameAt, value: inside } of value.members) {
        const member = Object.hasOwn(known, name) ? known[name] : undefined;
        if (member === undefined) {
          tell({ at: nameAt, message: `${about} has no member ${quoted(name)}. ${hintFor(name, Object.keys(known))}` });
          continue;
        }
        const read = member.shape.read(inside, quoted(name), tell);
        if (read !== undefined) found[name] = read;
        else if (Object.hasOwn(required, name)) isWhole = false;
      }
      for (const [name, { shape, about: what }] of Object.entries(required)) {
        if (Object.hasOwn(found, name) || value.members.some((member) => member.name === name)) continue;
        isWhole = false;
        tell({ at: value.at, message: `${about} needs ${quoted(name)}, ${shape.expected}: ${what}` });
      }
      // What was read is put together by name here, which the compiler cannot follow.
      return isWhole ? (found as Required<Values<R>> & Values<O>) : undefined;
    },
  };
}

type Cases = { readonly [K in LocatedJson["kind"]]?: Shape<unknown> };
type CaseValue<C extends Cases> = NonNullable<C[keyof C]> extends Shape<infer T> ? T : never;

/** A value of several kinds, each with its shape. */
export function byKind<C extends Cases>(expected: string, cases: C): Shape<CaseValue<C>> {
  const all: Cases = cases;
  return {
    expected,
    schema: { anyOf: Object.values(all).flatMap(({ schema }) => alternatives(schema)) },
    read(value, about, tell) {
      const shape = all[value.kind];
      const read = shape ? shape.read(value, about, tell) : wrong(expected, value, about, tell);
      return read as CaseValue<C> | undefined;
    },
  };
}

const alternatives = (schema: JsonObject): readonly Json[] => {
  const several = schema["anyOf"];
  return Array.isArray(several) ? several : [schema];
};

/** `null` takes away what a level below says. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return {
    expected: shape.expected,
    schema: { anyOf: [...alternatives(shape.schema), { type: "null" }] },
    read: (value, about, tell) => (value.kind === "null" ? null : shape.read(value, about, tell)),
  };
}

export function said<T>(shape: Shape<T>): Shape<Said<T>> {
  return {
    ...shape,
    read(value, about, tell) {
      const read = shape.read(value, about, tell);
      return read === undefined ? undefined : { value: read, at: value.at };
    },
  };
}

/** What was read as something else, or why it cannot be. */
export function refined<A, B>(
  shape: Shape<A>,
  make: (read: A, about: string) => { readonly value: B } | { readonly mistake: string },
  schema: JsonObject = {},
): Shape<B> {
  return {
    expected: shape.expected,
    schema: { ...shape.schema, ...schema },
    read(value, about, tell) {
      let isRight = true;
      const read = shape.read(value, about, (mistake) => {
        isRight = false;
        tell(mistake);
      });
      if (read === undefined || !isRight) return undefined;
      const made = make(read, about);
      if ("value" in made) return made.value;
      tell({ at: value.at, message: made.mistake });
      return undefined;
    },
  };
}

function hintFor(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== null) return `Did you mean ${quoted(near)}?`;
  return `It can have ${known
    .filter((one) => !one.startsWith("$"))
    .map(quoted)
    .join(", ")}.`;
}

/** The known word that was most likely meant; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  let [best, least] = [null as string | null, Math.max(2, Math.ceil(word.length / 3)) + 1];
  if (word.length > 60) return null;
  for (const one of known) {
    const distance = editsBetween(word.toLowerCase(), one.toLowerCase());
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}

function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
