/**
 * Why Go's decoder refuses JSON, in its words.
 * @param {Glue} glue
 */
({ kit: { bare, charCodeAt, indexOf, matches, numberToString, pad, parse, slice, wellFormed } }) => {
  /** @import { Glue } from "../glue.ts" */
  const { fromCharCode } = String;
  const toNumber = Number;

  /**
   * The first byte of a character in UTF-8.
   * @type {(unit: number) => number}
   */
  const firstByte = (unit) => {
    if (unit < 0x80) return unit;
    if (unit < 0x800) return 0xc0 | (unit >> 6);
    return unit >= 0xd800 && unit < 0xdc00 ? 0xf0 | (((unit & 0x3ff) + 0x40) >> 8) : 0xe0 | (unit >> 12);
  };

  /** @type {Record<number, string>} */
  const ESCAPES = bare({ 7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 39: "'", 92: "\\" });
  /**
   * A byte between quotes, as encoding/json writes a character it did not expect.
   * @type {(byte: number) => string}
   */
  const quoteByte = (byte) => {
    if (ESCAPES[byte] !== undefined) return `'\\${ESCAPES[byte]}'`;
    if (byte < 32 || byte === 127) return `'\\x${pad(numberToString(byte, 16), 2)}'`;
    return byte === 0xad || (byte > 127 && byte < 0xa1)
      ? `'\\u00${numberToString(byte, 16)}'`
      : `'${fromCharCode(byte)}'`;
  };

  /**
   * What Go's decoder expects in each of its states, in the words of its errors.
   * @type {Record<string, string>}
   */
  const EXPECTED = bare({
    value: " looking for beginning of value",
    arrayStart: " looking for beginning of value",
    arrayComma: " after array element",
    objectStart: "",
    objectKey: " looking for beginning of object key string",
    objectColon: " after object key",
    objectComma: " after object key:value pair",
  });
  /** @type {Record<string, string>} */
  const LITERALS = bare({ t: "true", f: "false", n: "null" });

  /**
   * Reads JSON tokens as json.Decoder does; `token()` gives a token's text as Go prints it and throws `{ text }`.
   * @type {(text: string) => { token: () => string, isOpen: () => boolean }}
   */
  const decoder = (text) => {
    let at = 0;
    let state = "value";
    /** @type {("array" | "object")[]} */
    const open = [];
    /** @type {(message: string) => never} */
    const fail = (message) => {
      throw { text: message };
    };
    /** @type {(context: string) => never} */
    const unexpected = (context) => {
      if (at >= text.length) fail("unexpected EOF");
      fail(`invalid character ${quoteByte(firstByte(charCodeAt(text, at)))}${context}`);
    };
    /**
     * Moves on if the next character is one of `pattern`'s, and complains otherwise.
     * @type {(pattern: RegExp, context: string) => void}
     */
    const take = (pattern, context) => {
      if (at >= text.length || !matches(pattern, text[at])) unexpected(context);
      at++;
    };
    /** @type {(context: string) => void} */
    const takeDigits = (context) => {
      take(/[0-9]/, context);
      while (at < text.length && matches(/[0-9]/, text[at])) at++;
    };

    /** @type {(word: string) => string} */
    const literal = (word) => {
      at++;
      for (let i = 1; i < word.length; i++, at++)
        if (text[at] !== word[i]) unexpected(` in literal ${word} (expecting '${word[i]}')`);
      return word === "null" ? "<nil>" : word;
    };
    const string = () => {
      const start = at++;
      while (text[at] !== '"') {
        if (at >= text.length || charCodeAt(text, at) < 32) unexpected(" in string literal");
        if (text[at++] !== "\\") continue;
        const isCode = text[at] === "u";
        take(/[bfnrt\\/"u]/, " in string escape code");
        for (let i = 0; isCode && i < 4; i++) take(/[0-9a-fA-F]/, " in \\u hexadecimal character escape");
      }
      at++;
      return wellFormed(parse(slice(text, start, at)));
    };
    const number = () => {
      const start = at;
      if (text[at] === "-") at++;
      if (text[at] === "0") at++;
      else takeDigits(" in numeric literal");
      if (text[at] === ".") {
        at++;
        takeDigits(" after decimal point in numeric literal");
      }
      if (text[at] === "e" || text[at] === "E") {
        at++;
        if (text[at] === "+" || text[at] === "-") at++;
        takeDigits(" in exponent of numeric literal");
      }
      const digits = slice(text, start, at);
      const value = toNumber(digits);
      if (value - value !== 0) fail(`json: cannot unmarshal number ${digits} into Go value of type float64`);
      return `${value}`;
    };
    /** @type {() => string} */
    const scalar = () => {
      const word = LITERALS[text[at]];
      if (word !== undefined) return literal(word);
      if (text[at] === '"') return string();
      return matches(/[-0-9]/, text[at]) ? number() : unexpected(EXPECTED.value);
    };

    const afterValue = () => {
      state = open.length === 0 ? "value" : `${open[open.length - 1]}Comma`;
    };
    /** @type {() => string} */
    const token = () => {
      while (at < text.length && indexOf(" \t\r\n", text[at]) >= 0) at++;
      if (at >= text.length) fail("EOF");
      const char = text[at];
      const isValueNext = state === "value" || state === "arrayStart";
      const isKeyNext = state === "objectStart" || state === "objectKey";
      if ((char === "[" || char === "{") && isValueNext) {
        open[open.length] = char === "[" ? "array" : "object";
        state = `${open[open.length - 1]}Start`;
      } else if (
        (char === "]" && (state === "arrayStart" || state === "arrayComma")) ||
        (char === "}" && (state === "objectStart" || state === "objectComma"))
      ) {
        open.length--;
        afterValue();
      } else if (char === ":" && state === "objectColon") {
        state = "value";
      } else if (char === "," && (state === "arrayComma" || state === "objectComma")) {
        state = state === "arrayComma" ? "value" : "objectKey";
      } else {
        if (!(isKeyNext ? char === '"' : isValueNext) || matches(/[[\]{}:,]/, char)) unexpected(EXPECTED[state]);
        const found = scalar();
        if (isKeyNext) state = "objectColon";
        else afterValue();
        return found;
      }
      at++;
      return char === ":" || char === "," ? token() : char;
    };
    return { token, isOpen: () => open.length > 0 };
  };

  /**
   * Why Go refuses a text, in its words; null if it does not.
   * @type {(text: string) => string | null}
   */
  const refusal = (text) => {
    const { token, isOpen } = decoder(text);
    try {
      do token();
      while (isOpen());
    } catch (error) {
      const { text: reason } = /** @type {{ text: string }} */ (error);
      return reason === "EOF" ? "Unexpected end of JSON input (EOF)" : reason;
    }
    try {
      return `Unexpected token at the end: ${token()}`;
    } catch (error) {
      return /** @type {{ text: string }} */ (error).text === "EOF" ? null : "Unexpected token at the end: <nil>";
    }
  };

  return { refusal };
};
