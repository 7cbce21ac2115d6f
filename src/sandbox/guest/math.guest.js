/** Math as Go computes it, where its last digits differ from other engines': powers and logarithms by halves, hypot by Kahan's sum. */
({ kit: { install } }) => {
  const { abs, floor, log, exp, sqrt, LOG2E, pow: nativePow } = Math;
  const LOG10_2 = 0.3010299956639812;
  const { isInteger } = Number;
  const numbers = new Float64Array(1);
  const words = new Uint32Array(numbers.buffer);

  /** A positive finite number as fraction * 2 ** exponent, the fraction at least a half and less than one. */
  const split = (number) => {
    numbers[0] = number;
    const isSmall = words[1] < 0x100000;
    if (isSmall) numbers[0] *= 2 ** 54;
    const exponent = (words[1] >>> 20) - 1022 - (isSmall ? 54 : 0);
    words[1] = (words[1] & 0xfffff) | 0x3fe00000;
    return { fraction: numbers[0], exponent };
  };
  const scale = (number, exponent) => {
    const half = floor(exponent / 2);
    return number * 2 ** half * 2 ** (exponent - half);
  };

  /** Go's Pow for a positive finite base: squares for the whole part of the exponent, exp and log for the rest. */
  const power = (base, exponent) => {
    let whole = floor(abs(exponent));
    let rest = abs(exponent) - whole;
    let result = 1;
    if (rest !== 0) {
      if (rest > 0.5) {
        rest--;
        whole++;
      }
      result = exp(rest * log(base));
    }
    let { fraction: square, exponent: squareExponent } = split(base);
    let resultExponent = 0;
    for (; whole > 0; whole = floor(whole / 2)) {
      if (abs(squareExponent) > 4096) {
        resultExponent += squareExponent;
        break;
      }
      if (whole % 2 === 1) {
        result *= square;
        resultExponent += squareExponent;
      }
      square *= square;
      squareExponent *= 2;
      if (square < 0.5) {
        square += square;
        squareExponent--;
      }
    }
    return exponent < 0 ? scale(1 / result, -resultExponent) : scale(result, resultExponent);
  };
  const log2 = (number) => {
    if (!(number > 0 && number < 1 / 0)) return log(number);
    const { fraction, exponent } = split(number);
    return fraction === 0.5 ? exponent - 1 : log(fraction) * LOG2E + exponent;
  };

  install(Math, {
    pow(base, exponent) {
      const x = +base;
      const y = +exponent;
      const result = nativePow(x, y);
      const isWhole = isInteger(x) && isInteger(y) && y >= 0 && abs(result) < 2 ** 63;
      const isPlain = x !== 0 && abs(x) < 1 / 0 && abs(y) < 2 ** 63 && abs(y) !== 0.5 && y !== 1;
      if (isWhole || !isPlain || result - result !== 0 || result === 0) return result;
      const size = power(abs(x), y);
      return x < 0 && y % 2 !== 0 ? -size : size;
    },
    log2: (x) => log2(+x),
    log10: (x) => log2(+x) * LOG10_2,
    hypot(...values) {
      let largest = 0;
      let isNumber = true;
      const sizes = [];
      for (let i = 0; i < values.length; i++) {
        const size = abs(values[i]);
        if (!(size >= 0)) isNumber = false;
        if (size > largest) largest = size;
        sizes[i] = size;
      }
      if (largest === 1 / 0) return largest;
      if (!isNumber) return NaN;
      if (largest === 0) return 0;
      let sum = 0;
      let compensation = 0;
      for (let i = 0; i < sizes.length; i++) {
        const part = sizes[i] / largest;
        const summand = part * part - compensation;
        const next = sum + summand;
        compensation = next - sum - summand;
        sum = next;
      }
      return sqrt(sum) * largest;
    },
  });
  Object.defineProperty(Math.hypot, "length", { value: 2 });
};
