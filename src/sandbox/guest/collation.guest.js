/** Text order as production has it: the root collation of Unicode, for Latin; other scripts follow by code point. */
({ kit: { uncurry, indexOf, install, matches, toLowerCase } }) => {
  const { fromCharCode } = String;
  const normalize = uncurry(String.prototype.normalize);
  const NativeTypeError = TypeError;

  const ORDER = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
  const LIGATURES = { __proto__: null, ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i" };
  /** Three strings to compare one after the other: letters, accents, case. */
  const collationKeys = (text) => {
    const decomposed = normalize(text, "NFD");
    const keys = { letters: "", accents: "", cases: "" };
    for (let i = 0; i < decomposed.length; i++) {
      const char = decomposed[i];
      if (matches(/[\u0300-\u036f]/, char)) {
        keys.accents += char;
        continue;
      }
      const lower = toLowerCase(char);
      const letters = LIGATURES[lower] ?? lower;
      for (let j = 0; j < letters.length; j++) {
        const place = indexOf(ORDER, letters[j]);
        keys.letters += place < 0 ? letters[j] : fromCharCode(place + 1);
        keys.accents += letters === lower ? " " : "!";
        keys.cases += lower === char ? "0" : "1";
      }
    }
    return keys;
  };
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
