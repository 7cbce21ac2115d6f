/**
 * Domain names in ASCII and back for the url module (RFC 3492), as golang.org/x/net/idna without mapping or checks.
 * @param {Glue} glue
 * @param {UrlKit} url
 */
({ kit: { uncurry, indexOf, slice, toLowerCase, matches } }, { cut }) => {
  /**
   * @import { Cut, UrlKit } from "./go-url.ts"
   * @import { Glue } from "../glue.ts"
   */
  const { max } = Math;
  const { fromCharCode, fromCodePoint } = String;
  const codePointAt = uncurry(String.prototype.codePointAt);
  const lastIndexOf = uncurry(String.prototype.lastIndexOf);

  /** @type {(delta: number, count: number, isFirst: boolean) => number} */
  const adapt = (delta, count, isFirst) => {
    let rest = isFirst ? (delta / 700) | 0 : delta >> 1;
    rest += (rest / count) | 0;
    let steps = 0;
    for (; rest > 455; steps += 36) rest = (rest / 35) | 0;
    return steps + (((36 * rest) / (rest + 38)) | 0);
  };
  /** @type {(k: number, bias: number) => number} */
  const threshold = (k, bias) => (k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias);
  /** @type {(value: number) => string} */
  const digit = (value) => fromCharCode(value < 26 ? value + 97 : value + 22);

  /** @type {(text: string) => number[]} */
  const codePoints = (text) => {
    /** @type {number[]} */
    const points = [];
    for (let at = 0; at < text.length; at++) {
      const point = /** @type {number} */ (codePointAt(text, at));
      points[points.length] = point;
      if (point > 0xffff) at++;
    }
    return points;
  };

  /** @type {(label: string) => string} */
  const encodeLabel = (label) => {
    const points = codePoints(label);
    let output = "";
    for (let i = 0; i < points.length; i++) if (points[i] < 128) output += fromCharCode(points[i]);
    const basic = output.length;
    if (basic > 0) output += "-";
    let next = 128;
    let delta = 0;
    let bias = 72;
    for (let done = basic; done < points.length; next++, delta++) {
      let smallest = 0x7fffffff;
      for (let i = 0; i < points.length; i++) if (points[i] >= next && points[i] < smallest) smallest = points[i];
      delta += (smallest - next) * (done + 1);
      next = smallest;
      for (let i = 0; i < points.length; i++) {
        if (points[i] < next) delta++;
        if (points[i] !== next) continue;
        let rest = delta;
        for (let k = 36; ; k += 36) {
          const limit = threshold(k, bias);
          if (rest < limit) break;
          output += digit(limit + ((rest - limit) % (36 - limit)));
          rest = ((rest - limit) / (36 - limit)) | 0;
        }
        output += digit(rest);
        bias = adapt(delta, done + 1, done === basic);
        delta = 0;
        done++;
      }
    }
    return `xn--${output}`;
  };

  /**
   * The label without its `xn--`, decoded; null where it is no Punycode.
   * @type {(text: string) => string | null}
   */
  const decodeLabel = (text) => {
    if (matches(/[^\0-\x7f]/, text)) return null;
    const split = lastIndexOf(text, "-");
    const points = codePoints(slice(text, 0, max(split, 0)));
    let next = 128;
    let index = 0;
    let bias = 72;
    for (let at = split + 1; at < text.length; index++) {
      const before = index;
      for (let k = 36, weight = 1; ; k += 36) {
        const value = indexOf("abcdefghijklmnopqrstuvwxyz0123456789", toLowerCase(text[at++] ?? "?"));
        if (value < 0) return null;
        index += value * weight;
        const limit = threshold(k, bias);
        if (value < limit) break;
        weight *= 36 - limit;
        if (weight > 0x7fffffff || index > 0x7fffffff) return null;
      }
      const count = points.length + 1;
      bias = adapt(index - before, count, before === 0);
      next += (index / count) | 0;
      if (next > 0x10ffff) return null;
      index %= count;
      for (let i = points.length; i > index; i--) points[i] = points[i - 1];
      points[index] = next;
    }
    let label = "";
    for (let i = 0; i < points.length; i++) label += fromCodePoint(points[i]);
    return label;
  };

  /**
   * Each label of a domain changed by `change`; null as soon as one cannot be.
   * @type {(domain: string, change: (label: string) => string | null) => string | null}
   */
  const mapLabels = (domain, change) => {
    let output = "";
    for (let rest = /** @type {Cut} */ ({ after: domain, found: true }); rest.found; ) {
      rest = cut(rest.after, ".");
      const label = change(rest.before);
      if (label === null) return null;
      output += rest.found ? `${label}.` : label;
    }
    return output;
  };
  /** @type {(label: string) => boolean} */
  const isAce = (label) => slice(label, 0, 4) === "xn--";
  /** @type {(domain: string) => string | null} */
  const domainToASCII = (domain) =>
    mapLabels(domain, (label) => {
      if (isAce(label)) return decodeLabel(slice(label, 4)) === null ? null : label;
      return matches(/[^\0-\x7f]/, label) ? encodeLabel(label) : label;
    });
  /** @type {(domain: string) => string | null} */
  const domainToUnicode = (domain) =>
    mapLabels(domain, (label) => (isAce(label) ? decodeLabel(slice(label, 4)) : label));

  return { domainToASCII, domainToUnicode };
};
