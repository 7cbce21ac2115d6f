/**
 * What the operations of a traced program call: each looks at what it was given, and fails in production's words where the engine's name no value.
 * @param {Glue} glue
 */
(glue) => {
  /** @import { AnyFunction, ByName, Glue, TracedOperations } from "../guest/glue.ts" */
  const { apply, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, String: toText } = glue.kit;
  const { symbolDescription } = glue.kit;
  const { exec, indexOf, replaceEach, uncurry } = glue.kit;
  const functionText = uncurry(Function.prototype.toString);
  /** @type {TracedOperations} */
  const traced = glue.kit.create(null);
  /** @type {(message: string) => never} */
  const fail = (message) => {
    throw new glue.kit.TypeError(message);
  };
  /** @type {(value: unknown) => value is object} */
  const isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";
  /** @type {(value: unknown) => value is null | undefined} */
  const isAbsent = (value) => value === undefined || value === null;
  /** @type {(value: unknown) => string} */
  const textOf = (value) => (typeof value === "symbol" ? (symbolDescription(value) ?? "") : toText(value));
  /** @type {(key: string | symbol) => string} */
  const nameText = (key) => (typeof key === "symbol" ? (symbolDescription(key) ?? "") : key);
  /** @type {<Value>(value: Value) => Value} */
  const noSymbol = (value) => (typeof value === "symbol" ? fail("Cannot convert a Symbol value to a string") : value);
  /** @type {(value: unknown) => string} */
  const noObject = (value) => `Value is not an object: ${textOf(value)}`;
  /** @type {(value: unknown) => string} */
  const noFunction = (value) => (isObject(value) ? `Not a function: ${toText(value)}` : noObject(value));
  /** @type {(value: unknown) => string} */
  const noCallable = (value) => (isObject(value) ? `Value is not callable: ${toText(value)}` : noObject(value));

  /**
   * The arguments of the call that was begun last, and the key that was used last.
   * @type {unknown[]}
   */
  let args = [];
  /** @type {unknown} */
  let self;
  /** @type {string | symbol} */
  let usedKey;
  /** @type {(key: unknown) => string | symbol} */
  const keyOf = (key) => {
    usedKey = typeof key === "symbol" ? key : `${key}`;
    return usedKey;
  };
  /** @type {(name: string | symbol, fn: AnyFunction) => AnyFunction} */
  const named = (name, fn) =>
    /** @type {Record<PropertyKey, AnyFunction>} */ ({ [name]: /** @param {unknown[]} all */ (...all) => fn(...all) })[
      name
    ];

  /** Flags of `callee` and `member`: the call is optional; the chain before it has ended early. */
  const OPTIONAL = 1;

  traced.callee = (value, flags) => {
    args = [];
    if (typeof value === "function" || (flags === OPTIONAL && isAbsent(value))) return value;
    return () => fail(noFunction(noSymbol(value)));
  };
  traced.member = (object, key, flags, isEnded) => {
    args = [];
    self = object;
    if (isEnded) return undefined;
    const name = keyOf(key);
    if (isAbsent(object)) fail(`Cannot read property '${nameText(name)}' of undefined or null`);
    const value = /** @type {ByName<unknown>} */ (object)[name];
    if (typeof value === "function" || (flags === OPTIONAL && isAbsent(value))) return object;
    const isThere = glue.proxyTarget(object) !== undefined || name in Object(object);
    const text = () => (isThere ? noFunction(value) : `Object has no member '${nameText(name)}'`);
    return { __proto__: null, [name]: named(name, () => fail(text())) };
  };
  traced.key = () => usedKey;
  traced.argument = (index, value) => {
    args[index] = value;
    return value;
  };
  traced.constructed = (value) => {
    args = [];
    return isObject(value) ? value : fail(noObject(value));
  };

  /**
   * The own or inherited property; undefined where there is none, or where a Proxy decides.
   * @type {(object: object, name: PropertyKey) => PropertyDescriptor | null | undefined}
   */
  const propertyOf = (object, name) => {
    for (let at = object; at !== null; at = getPrototypeOf(at)) {
      if (glue.proxyTarget(at) !== undefined || glue.go.handleOf(at) !== undefined) return undefined;
      const property = getOwnPropertyDescriptor(at, name);
      if (property !== undefined) return property;
    }
    return null;
  };
  /**
   * Why a property cannot be written; undefined where it can.
   * @type {(object: unknown, name: string | symbol) => string | undefined}
   */
  const refusal = (object, name) => {
    const property = propertyOf(Object(object), name);
    if (property === undefined) return undefined;
    if (property === null) {
      if (!isObject(object)) return `Receiver is not an object: ${textOf(object)}`;
      return isExtensible(object) ? undefined : `Cannot add property ${nameText(name)}, object is not extensible`;
    }
    if (property.set !== undefined || property.writable) {
      return isObject(object) ? undefined : `Receiver is not an object: ${textOf(object)}`;
    }
    if (glue.kit.isArray(object) && name === "length") return "length is not writable";
    // goja has no traced for the elements of an array
    if (
      glue.kit.isArray(object) &&
      typeof name === "string" &&
      `${/** @type {number} */ (/** @type {unknown} */ (name)) >>> 0}` === name
    )
      return "";
    return `Cannot assign to read only property '${nameText(name)}'`;
  };
  traced.target = (object, key) => {
    const name = keyOf(key);
    const text = isAbsent(object) ? undefined : refusal(object, name);
    if (text === undefined) return object;
    return {
      __proto__: null,
      get [name]() {
        return /** @type {ByName<unknown>} */ (object)[name];
      },
      /** @param {unknown} _value */
      set [name](_value) {
        fail(text);
      },
    };
  };
  traced.deleted = (object, key) => {
    const name = keyOf(key);
    const property = isObject(object) ? propertyOf(object, name) : undefined;
    if (property && !property.configurable && getOwnPropertyDescriptor(object, name))
      fail(`Cannot delete property '${nameText(name)}' of ${toText(object)}`);
    return object;
  };
  traced.kind = (value) => {
    if (!isObject(value)) fail(noObject(value));
    if (typeof value !== "function" && isAbsent(/** @type {ByName<unknown>} */ (value)[Symbol.hasInstance]))
      fail(`Expecting a function in instanceof check, but got ${toText(value)}`);
    if (typeof value === "function" && !isObject(value.prototype) && glue.proxyTarget(value) === undefined)
      fail("prototype is not an object");
    return value;
  };
  traced.holder = (value) => (isObject(value) ? value : fail(noObject(value)));

  const { iterator } = Symbol;
  /** Iterators of the author's own may give what is no object. */
  traced.iterable = (value) => {
    const make = isAbsent(value) ? undefined : /** @type {ByName<unknown>} */ (value)[iterator];
    if (typeof make !== "function" || typeof value !== "object" || indexOf(functionText(make), "[native code]") > 0)
      return value;
    return {
      [iterator]: () => {
        const source = apply(make, value, []);
        /** @type {(name: "next" | "return") => AnyFunction | false} */
        const checked = (name) =>
          typeof source?.[name] === "function" &&
          ((given) => {
            const step = source[name](given);
            return isObject(step) ? step : fail(noObject(step));
          });
        return { __proto__: null, next: checked("next") || source?.next, return: checked("return") || source?.return };
      },
    };
  };

  /** @type {Record<string, boolean | null>} */
  const TAKES_NOTHING = { __proto__: null, filter: true, reduce: true, reduceRight: true };
  /** @type {(list: unknown[]) => number} */
  const lastIndexOf = (list) => list.length - 1;
  /** @type {(target: object, sources: unknown[]) => string} */
  const firstMissing = (target, sources) => {
    for (let at = 1; at < sources.length; at++)
      for (const name of glue.kit.ownKeys(Object(sources[at]))) if (!(name in target)) return nameText(name);
    return "";
  };
  /** @type {(verb: string, name: string) => string} */
  const noProperty = (verb, name) => `Cannot ${verb} property ${name}, object is not extensible`;

  const patternGiven = () => textOf(args[0]);
  /**
   * What RE2 says of a pattern; undefined where another engine reads it, or where RE2 is given another text.
   * @type {(faultOf: (pattern: string) => string | undefined) => string | undefined}
   */
  const re2Text = (faultOf) => {
    const pattern = patternGiven();
    const fault = exec(/\(\?<?[=!]|\\[1-9sSk]|\(\?<|[^\0-\x7f]/, pattern) === null ? faultOf(pattern) : undefined;
    if (fault === undefined) return undefined;
    const flags = args[1] === undefined ? "" : textOf(args[1]);
    const inner = exec(/s/, flags) === null ? replaceEach(pattern, UNITS, dotText) : pattern;
    const rules = `${exec(/m/, flags) ?? ""}${exec(/s/, flags) ?? ""}${exec(/i/, flags) ?? ""}`;
    const written = rules === "" ? inner : `(?${rules}:${inner})`;
    return `Invalid regular expression (re2): ${written} (error parsing regexp: ${fault})`;
  };
  /** A class, an escaped character, a repetition, or any other character of a pattern. */
  const UNITS = /\\.|\[(?:\\.|[^\]\\])*\]|(?:[*+?]|\{\d+(?:,\d*)?\})\??|./gs;
  /** @type {(match: RegExpExecArray) => string} */
  const dotText = ({ 0: unit }) => (unit === "." ? "[^\r\n\u2028\u2029]" : unit);
  /** @type {(pattern: string) => string | undefined} */
  const repetitionFault = (pattern) => {
    /** @type {string | undefined} */
    let fault;
    let before = "(";
    replaceEach(pattern, UNITS, ({ 0: unit }) => {
      if (exec(/^(?:[*+?]|\{\d)/, unit) !== null) {
        if (exec(/^(?:[*+?]|\{\d)/, before) !== null)
          fault ??= `invalid nested repetition operator: \`${before}${unit}\``;
        if (exec(/^[(|]/, before) !== null) fault ??= `missing argument to repetition operator: \`${unit}\``;
      }
      before = unit;
      return "";
    });
    return fault;
  };
  /** @type {(pattern: string) => string | undefined} */
  const countFault = (pattern) => {
    /** @type {string | undefined} */
    let fault;
    replaceEach(pattern, /\{(\d+),(\d+)\}/g, ({ 0: part, 1: least, 2: most }) => {
      if (+least > +most) fault ??= `invalid repeat count: \`${part}\``;
      return "";
    });
    return fault;
  };
  /** @type {(pattern: string) => string | undefined} */
  const rangeFault = (pattern) => {
    /** @type {string | undefined} */
    let fault;
    replaceEach(pattern, /([^\\[])-([^\\\]])/g, ({ 0: part, 1: first, 2: last }) => {
      if (first > last) fault ??= `invalid character class range: \`${part}\``;
      return "";
    });
    return fault;
  };

  /** @type {Record<string, ((name: string) => string | undefined) | null>} */
  const NATIVE = {
    __proto__: null,
    "not a function"(name) {
      const given = args[name === "from" ? 1 : 0];
      if (name === "sort" || name === "toSorted")
        return "The comparison function must be either a function or undefined";
      if (name === "from") return `${textOf(given)} is not a function`;
      if (name === "forEach" && isObject(given) && !glue.kit.isArray(self))
        return "object is not a function %!s(MISSING)";
      if (!TAKES_NOTHING[name]) return noCallable(given);
      return isAbsent(given) ? "Cannot convert undefined or null to object" : `${textOf(given)} is not a function`;
    },
    "not an object"(name) {
      const value = args[0];
      if (name === "setPrototypeOf") return `Object prototype may only be an Object or null: ${textOf(args[1])}`;
      if (name === "Proxy" || name === "defineProperty") return undefined;
      if (!isObject(value) || !glue.kit.isArray(value)) return noObject(value);
      for (let at = 0; at < value.length; at++) if (!isObject(value[at])) return noObject(value[at]);
      return undefined;
    },
    "not a object": () => noObject(args[1]),
    "object prototype may only be an Object or null": (name) =>
      `Object prototype may only be an Object or null: ${textOf(args[name === "create" ? 0 : 1])}`,
    "object is not extensible"(name) {
      if (name === "defineProperty") return noProperty("define", nameText(/** @type {string | symbol} */ (args[1])));
      if (name === "assign") return noProperty("add", firstMissing(/** @type {object} */ (args[0]), args));
      return glue.kit.isArray(self) ? noProperty("add", `${self.length}`) : undefined;
    },
    "could not delete property": () =>
      glue.kit.isArray(self) ? `Cannot delete property '${lastIndexOf(self)}' of ${toText(self)}` : undefined,
    "nothing to repeat": () => re2Text(repetitionFault),
    "invalid repetition count": () => re2Text(countFault),
    "invalid class range": () => re2Text(rangeFault),
    "unexpected end": () =>
      exec(/^(?:\\.|\[(?:\\.|[^\]\\])*\]|[^[\\])*\\$/s, patternGiven()) === null
        ? "Unterminated character class"
        : re2Text(() => "trailing backslash at end of expression: ``"),
    "extraneous characters at the end": () => "Unmatched ')'",
    "invalid group": () => "Invalid group",
    "cannot convert to BigInt": () => `Cannot convert ${textOf(args[0])} to a BigInt`,
    "invalid code point"() {
      for (let at = 0; at < args.length; at++) {
        const code = +(/** @type {number} */ (args[at]));
        if (!(code >= 0 && code <= 0x10ffff && code % 1 === 0)) return `Invalid code point ${textOf(args[at])}`;
      }
      return undefined;
    },
  };
  /** What production says where a built-in function was given something wrong; undefined where that is not known. */
  traced.native = (name, message) =>
    (NATIVE[message] ?? (indexOf(message, "Weak") > 0 ? () => noObject(args[0]) : undefined))?.(name);
  return traced;
};
