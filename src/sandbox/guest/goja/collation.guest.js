/**
 * Text order as production has it: the root collation of Unicode, for Latin; other scripts follow by code point.
 * @param {Glue} glue
 */
({ kit: { bare, uncurry, indexOf, install, matches, toLowerCase } }) => {
  /** @import { Glue } from "../glue.ts" */
  const { fromCharCode } = String;
  const normalize = uncurry(String.prototype.normalize);
  const NativeTypeError = TypeError;

  const ORDER = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
  /** @type {Record<string, string>} */
  const LIGATURES = bare({ ß: "ss", æ: "ae", œ: "oe", ø: "o\u0338", đ: "d\u0338", ł: "l\u0338", ı: "i" });
  /** Acute, grave, breve, circumflex, caron, ring, diaeresis, double acute, tilde, dot above, stroke, cedilla, ogonek, macron. */
  const MARKS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304";
  const MARK = /[\u0300-\u036f]/;
  /** Arrows, signs, pictures: in front of digits. */
  const SYMBOL = /[\u2190-\u2bff\ud83c-\ud83e]/;
  /** @type {(mark: string) => string} */
  const weightOf = (mark) => {
    const place = indexOf(MARKS, mark);
    return place < 0 ? mark : fromCharCode(place + 0x22);
  };
  /**
   * Three strings to compare one after the other: letters, accents, case.
   * @type {(text: string) => { letters: string, accents: string, cases: string }}
   */
  const collationKeys = (text) => {
    const decomposed = normalize(text, "NFD");
    const keys = { letters: "", accents: "", cases: "" };
    for (let i = 0; i < decomposed.length; i++) {
      const char = decomposed[i];
      if (matches(MARK, char)) {
        keys.accents += weightOf(char);
        continue;
      }
      const lower = toLowerCase(char);
      const letters = LIGATURES[lower] ?? lower;
      for (let j = 0; j < letters.length; j++) {
        if (matches(MARK, letters[j])) {
          keys.accents += weightOf(letters[j]);
          continue;
        }
        const place = indexOf(ORDER, letters[j]);
        keys.letters +=
          place < 0 ? (matches(SYMBOL, letters[j]) ? `\0${letters[j]}` : letters[j]) : fromCharCode(place + 1);
        keys.accents += letters === lower || letters[1] === "\u0338" ? " " : "!";
        keys.cases += lower === char ? "0" : "1";
      }
    }
    return keys;
  };
  /** @type {(a: string, b: string) => number} */
  const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  install(String.prototype, {
    localeCompare(that) {
      if (this === undefined || this === null)
        throw new NativeTypeError("String.prototype.localeCompare called on null or undefined");
      const a = collationKeys(`${this}`);
      const b = collationKeys(`${that}`);
      return compareText(a.letters, b.letters) || compareText(a.accents, b.accents) || compareText(a.cases, b.cases);
    },
  });
};
