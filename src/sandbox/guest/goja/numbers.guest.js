/**
 * Numbers as production writes them: in other bases by Rhino's algorithm, and with toLocaleString the same as toString.
 * @param {Glue} glue
 */
({ kit: { bare, uncurry, hidden, install, numberToString, Proxy: NativeProxy } }) => {
  /** @import { Glue } from "../glue.ts" */
  const { defineProperty } = Object;
  const { floor } = Math;
  const toNumber = Number;
  const numberOf = uncurry(Number.prototype.valueOf);
  const NativeBigInt = BigInt;
  const bigintToString = uncurry(NativeBigInt.prototype.toString);
  const numbers = new Float64Array(1);
  const bits = new BigUint64Array(numbers.buffer);

  /**
   * The exponent bits and the fraction bits of a positive number (IEEE 754).
   * @type {(number: number) => { exponent: number, fraction: bigint }}
   */
  const split = (number) => {
    numbers[0] = number;
    return { exponent: toNumber(bits[0] >> 52n), fraction: bits[0] & 0xfffffffffffffn };
  };

  /**
   * The digits after the point: the fewest that tell `number` from its neighbours, as the free-format algorithm of
   * Steele and White has them. All amounts are in units of 2 ** -scale.
   * @type {(number: number, radix: number) => string}
   */
  const fractionDigits = (number, radix) => {
    const { exponent, fraction } = split(number);
    const isEven = (fraction & 1n) === 0n;
    const isPowerOfTwo = fraction === 0n && exponent > 1;
    const scale = NativeBigInt((exponent === 0 ? -1 : -exponent) + 1076 + (isPowerOfTwo ? 1 : 0));
    const one = 1n << scale;
    const base = NativeBigInt(radix);
    const part = split(number - floor(number));
    const mantissa = part.exponent === 0 ? part.fraction : part.fraction | 0x10000000000000n;
    let rest = mantissa << (scale - NativeBigInt(1075 - (part.exponent || 1)));
    let below = 1n;
    let above = isPowerOfTwo ? 2n : 1n;
    let digits = "";
    for (let isDone = false; !isDone; ) {
      rest *= base;
      let digit = toNumber(rest / one);
      rest %= one;
      below *= base;
      above *= base;
      const room = one - above;
      const isLow = rest < below || (rest === below && isEven);
      if (room > 0n && rest === room && isEven) {
        if (rest > below) digit++;
        isDone = true;
      } else if (isLow) {
        if ((room <= 0n || rest > room) && rest << 1n > one) digit++;
        isDone = true;
      } else if (room <= 0n || rest > room) {
        digit++;
        isDone = true;
      }
      digits += numberToString(digit, 36);
    }
    return digits;
  };

  /** @type {(value: unknown, radix: number | undefined) => string} */
  const write = (value, radix) => {
    const number = numberOf(value);
    const base = radix === undefined ? 10 : floor(+radix);
    // what remains is decimal, small whole numbers, no numbers at all, and mistakes
    if (base === 10 || !(base >= 2 && base <= 36) || number - number !== 0 || (number | 0) === number)
      return numberToString(number, radix);
    const magnitude = number < 0 ? -number : number;
    const whole = NativeBigInt(floor(magnitude));
    const text = bigintToString(number < 0 ? -whole : whole, base);
    return floor(magnitude) === magnitude ? text : `${text}.${fractionDigits(magnitude, base)}`;
  };
  install(Number.prototype, {
    /** @param {number | undefined} radix */
    toString(radix) {
      return write(this, radix);
    },
    // a locale is taken for a radix
    /** @param {number | undefined} radix */
    toLocaleString(radix) {
      return write(this, radix);
    },
  });

  install(NativeBigInt.prototype, {
    /** @param {number | undefined} radix */
    toLocaleString(radix) {
      return bigintToString(this, radix);
    },
  });
  defineProperty(NativeBigInt.prototype, "length", { value: 0, configurable: true });
  defineProperty(NativeBigInt.prototype, "name", { value: "BigInt", configurable: true });
  const NewBigInt = new NativeProxy(
    NativeBigInt,
    bare({
      apply(_target, _self, args) {
        try {
          return NativeBigInt(args[0]);
        } catch (error) {
          if (typeof args[0] === "number" || typeof args[0] === "string")
            defineProperty(error, "message", { value: `Cannot convert ${args[0]} to a BigInt` });
          throw error;
        }
      },
    }),
  );
  defineProperty(NativeBigInt.prototype, "constructor", hidden(NewBigInt));
  defineProperty(globalThis, "BigInt", hidden(NewBigInt));
};
