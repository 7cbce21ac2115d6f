/**
 * Numbers, dates and lists at their edges, where Go's own arithmetic shows through in production.
 * @param {Glue} glue
 */
({ go, kit: { bare, exec, hidden, install, Proxy: NativeProxy, replaceEach, uncurry } }) => {
  /** @import { Glue, TypedArray } from "../glue.ts" */
  const { apply, construct, ownKeys } = Reflect;
  const { defineProperty, getOwnPropertyNames } = Object;
  const { isArray } = Array;
  /** @typedef {{ new (...args: never): object, readonly prototype: object, readonly name: string }} Wrapped */
  const toNumber = Number;
  const NativeBigInt = BigInt;
  const { asIntN } = NativeBigInt;
  const INT64_LIMIT = 2 ** 63;

  /**
   * Puts a global function in the place of a built-in one; `change` gives the arguments that it goes on with.
   * @type {(target: Wrapped, change: (args: readonly unknown[]) => readonly unknown[]) => void}
   */
  const withArguments = (target, change) => {
    /** @type {Wrapped} */
    const changed = new NativeProxy(
      target,
      bare({
        apply: (_target, self, args) =>
          apply(/** @type {Function} */ (/** @type {object} */ (target)), self, change(args)),
        construct: (_target, args, newTarget) =>
          construct(target, change(args), newTarget === changed ? target : newTarget),
      }),
    );
    defineProperty(target.prototype, "constructor", hidden(changed));
    defineProperty(globalThis, target.name, hidden(changed));
  };

  // A BigInt becomes an int64 on its way to a number.
  withArguments(toNumber, (args) => (typeof args[0] === "bigint" ? [asIntN(64, args[0])] : args));

  /**
   * Numbers that no int64 holds become 0 on their way to whole numbers.
   * @type {<Value>(value: Value) => Value | 0}
   */
  const toInt = (value) => (typeof value === "number" && (value >= INT64_LIMIT || value < -INT64_LIMIT) ? 0 : value);
  /** @type {(list: readonly unknown[]) => unknown[]} */
  const toInts = (list) => {
    /** @type {unknown[]} */
    const changed = [];
    for (let at = 0; at < list.length; at++)
      defineProperty(changed, at, { ...hidden(toInt(list[at])), enumerable: true });
    return changed;
  };
  const { imul } = Math;
  install(Math, {
    /**
     * @param {number} a
     * @param {number} b
     */
    imul(a, b) {
      return imul(toInt(a), toInt(b));
    },
  });
  for (const TypedArray of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array])
    withArguments(TypedArray, (args) => (isArray(args[0]) ? [toInts(args[0])] : args));
  const typedArray = Object.getPrototypeOf(Int8Array);
  const nativeFrom = uncurry(typedArray.from);
  const nativeOf = uncurry(typedArray.of);
  const nativeFill = uncurry(typedArray.prototype.fill);
  const nativeSet = uncurry(typedArray.prototype.set);
  /** @type {(array: TypedArray) => boolean} */
  const isFloat = (array) => exec(/^(?:Big|Float)/, array.name ?? array.constructor?.name) !== null;
  install(typedArray, {
    from(...args) {
      return isArray(args[0]) && args.length === 1 && !isFloat(this)
        ? nativeFrom(this, toInts(args[0]))
        : nativeFrom(this, ...args);
    },
    of(...args) {
      return nativeOf(this, ...(isFloat(this) ? args : toInts(args)));
    },
  });
  install(typedArray.prototype, {
    fill(value, ...range) {
      return nativeFill(this, isFloat(this) ? value : toInt(value), ...range);
    },
    set(list, ...offset) {
      return nativeSet(this, isArray(list) && !isFloat(this) ? toInts(list) : list, ...offset);
    },
  });

  const nativeParseInt = parseInt;
  /**
   * Digits as an int64 as long as they fit, then as a float64, rounded at each digit.
   * @type {(text: string, radix: number) => number}
   */
  const longInt = (text, radix) => {
    const { 1: sign, 2: prefix, 3: rest } = /** @type {RegExpExecArray} */ (exec(/^\s*([+-]?)(0[xX])?(.*)/s, text));
    const base = radix >= 2 && radix <= 36 ? radix : prefix === undefined ? 10 : 16;
    let whole = 0n;
    /** @type {number | null} */
    let number = null;
    for (let at = 0; at < rest.length; at++) {
      const digit = nativeParseInt(rest[at], base);
      if (digit - digit !== 0) break;
      if (number === null) {
        const next = whole * NativeBigInt(base) + NativeBigInt(digit);
        if (next < 1n << 63n) whole = next;
        else number = toNumber(whole) * base + digit;
      } else number = number * base + digit;
    }
    const magnitude = number ?? toNumber(whole);
    return sign === "-" ? -magnitude : magnitude;
  };
  const { parseInt: newParseInt } = {
    /**
     * @param {unknown} string
     * @param {number} radix
     */
    parseInt(string, radix) {
      const text = `${string}`;
      const number = nativeParseInt(text, radix);
      // An int64 has no negative zero.
      if (number === 0) return 0;
      return number >= INT64_LIMIT || number <= -INT64_LIMIT ? longInt(text, radix | 0) : number;
    },
  };
  install(globalThis, { parseInt: newParseInt });
  defineProperty(toNumber, "parseInt", hidden(newParseInt));

  const { abs, log, log2, LOG2E, LOG10E } = Math;
  const float = new Float64Array(1);
  const bits = new BigUint64Array(float.buffer);
  /** @type {(number: number) => bigint} */
  const bitsOf = (number) => {
    float[0] = number;
    return bits[0];
  };
  /** @type {(value: bigint) => number} */
  const fromBits = (value) => {
    bits[0] = value;
    return float[0];
  };
  /**
   * Go's Log2: the exponent is exact, and so are powers of two.
   * @type {(number: number) => number}
   */
  const goLog2 = (number) => {
    if (!(number >= 2 ** -1022) || number === Infinity) return log2(number);
    const exponent = toNumber(bitsOf(number) >> 52n) - 1022;
    const fraction = number / 2 ** exponent;
    return fraction === 0.5 ? exponent - 1 : log(fraction) * LOG2E + exponent;
  };
  /**
   * Go's Cbrt, after FreeBSD's s_cbrt.c: 5 bits, 23 bits, one step of Newton.
   * @type {(value: unknown) => number}
   */
  const goCbrt = (value) => {
    const number = +(/** @type {number} */ (value));
    if (number === 0 || number - number !== 0) return number;
    const magnitude = abs(number);
    let t =
      magnitude < 2 ** -1022
        ? fromBits(bitsOf(2 ** 54 * magnitude) / 3n + (696219795n << 32n))
        : fromBits(bitsOf(magnitude) / 3n + (715094163n << 32n));
    const s = 0.5428571428571428 + ((t * t) / magnitude) * t;
    t *= 0.35714285714285715 + 1.6071428571428572 / (s + 1.4142857142857144 - 0.7053061224489796 / s);
    t = fromBits((bitsOf(t) & (0xffffffffcn << 28n)) + (1n << 30n));
    const r = magnitude / (t * t);
    t += t * ((r - t) / (t + t + r));
    return number < 0 ? -t : t;
  };
  install(Math, {
    cbrt(x) {
      return goCbrt(x);
    },
    /** @param {number} x */
    log10(x) {
      return log(x) * LOG10E;
    },
    /** @param {number} x */
    log2(x) {
      return goLog2(+x);
    },
  });

  const { floor } = Math;
  const NativeDate = Date;
  const getTime = uncurry(NativeDate.prototype.getTime);
  const setTime = uncurry(NativeDate.prototype.setTime);
  const toISOString = uncurry(NativeDate.prototype.toISOString);
  // The whole seconds of a time before 1970 are cut towards zero.
  for (const name of ["setMilliseconds", "setUTCMilliseconds"]) {
    const { [name]: method } = {
      /** @param {number} ms */
      [name](ms) {
        const time = getTime(this);
        const added = +ms;
        return setTime(this, time - (time % 1000) + (added < 0 ? -floor(-added) : floor(added)));
      },
    };
    install(NativeDate.prototype, { [name]: method });
  }
  install(NativeDate.prototype, {
    toISOString() {
      const text = toISOString(this);
      return text[0] === "+" || text[0] === "-"
        ? replaceEach(text, /^([+-])0{1,2}(?=\d{4})/g, ({ 1: sign }) => sign)
        : text;
    },
  });
  // A list is read as its text.
  withArguments(NativeDate, (args) => (args.length === 1 && isArray(args[0]) ? [`${args[0]}`] : args));

  const splice = uncurry(Array.prototype.splice);
  const placeOf = uncurry(Array.prototype.indexOf);
  // A list of the host has no own length.
  /** @type {(value: unknown) => boolean} */
  const isHostList = (value) => typeof value === "object" && value !== null && go.handleOf(value)?.kind === go.SLICE;
  /** @type {<Key>(value: unknown, names: Key[]) => Key[]} */
  const withoutLength = (value, names) => {
    if (!isHostList(value)) return names;
    const at = placeOf(names, "length");
    if (at >= 0) splice(names, at, 1);
    return names;
  };
  install(Reflect, {
    /** @param {object} target */
    ownKeys(target) {
      return withoutLength(target, ownKeys(target));
    },
  });
  install(Object, {
    getOwnPropertyNames(target) {
      return withoutLength(target, getOwnPropertyNames(target));
    },
  });
};
