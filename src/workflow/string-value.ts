/** The value of a string literal as written in source; escapes are those of JavaScript. */

/** @returns "" for what is no string literal. */
export function stringValue(literal: string): string {
  if (!/^["']/.test(literal)) return "";
  return literal
    .slice(1, -1)
    .replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi, (written, long, four, two, other) => {
      const code = long ?? four ?? two;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point > 0x10ffff ? written : String.fromCodePoint(point);
      }
      const known: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", "0": "\0" };
      return /[\r\n\u2028\u2029]/.test(other) ? "" : (known[other] ?? other);
    });
}
