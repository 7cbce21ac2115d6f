/**
 * The engine's own error texts, reworded as production words them.
 * @param {Glue} glue
 */
(glue) => {
  /** @import { Glue } from "../glue.ts" */
  const { exec, indexOf, slice } = glue.kit;
  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;

  /** @typedef {[says: RegExp, text: string | null, from?: RegExp | undefined, hint?: number]} Rule */
  const NO_OBJECT = "Cannot convert undefined or null to object";
  const UNCLEAR = 1;
  const PLACED = 2;

  /**
   * By class: what QuickJS says, what goja says instead ($ stands for the pattern's group, @ for the built-in function; null where no text does), the built-in
   * function that must be at the top of the stack (none where it comes from the language itself), and whether goja's words depend
   * on a value, or its place on what QuickJS does not tell.
   * @type {Map<object, Rule[]>}
   */
  const TEXTS = new Map([
    [
      TypeError.prototype,
      [
        [/^cannot read property 'Symbol\.iterator' of (?:undefined|null)$/, NO_OBJECT, /./],
        [/^cannot set property '.*' of (?:undefined|null)$/s, NO_OBJECT],
        [
          /^(?:not a function|not an object|object is not extensible|no setter for property)$/,
          null,
          undefined,
          UNCLEAR,
        ],
        [
          /^(?:could not delete|iterator must return|invalid '.*operand$|operand 'proto|'length' is read-only$)/,
          null,
          undefined,
          UNCLEAR,
        ],
        [/^(?:not a function|not an object|object is not extensible|could not delete property)$/, null, /./, UNCLEAR],
        [/^'(.*)' is read-only$/s, "Cannot assign to read only property '$'"],
        [/^bigint argument with unary \+$/, "Cannot convert a BigInt value to a number"],
        [
          /^cannot convert BigInt to number$/,
          "Cannot mix BigInt and other types, use explicit conversions",
          undefined,
          PLACED,
        ],
        [/^cannot convert symbol to string$/, "Cannot convert a Symbol value to a string"],
        [/^cannot convert symbol to string$/, "Cannot convert a Symbol value to a string", /./],
        [/^cannot convert symbol to number$/, "Cannot convert a Symbol value to a number"],
        [
          /^private class field '(.*)' does not exist$/s,
          "Cannot read private member $ from an object whose class did not declare it",
        ],
        [/^value is not iterable$/, "object is not iterable", undefined, PLACED],
        [/^class constructors must be invoked with 'new'$/, "Class constructor cannot be invoked without 'new'"],
        [/^not a constructor$/, "Value is not a constructor", undefined, UNCLEAR],
        [/^must be called with new$/, "Constructor @ requires 'new'", /./],
        [/^invalid brand on object$/, "Cannot read private member # from an object whose class did not declare it"],
        [/^cannot convert BigInt to number$/, "Cannot convert a BigInt value to a number", /./],
        [/^cannot convert to BigInt$/, null, /./, UNCLEAR],
        [/^(?:not a object|object prototype may only be an Object or null)$/, null, /./, UNCLEAR],
        [/^regexp not supported$/, "First argument to String.prototype.@ must not be a regular expression", /./],
        [/^invalid value used as Weak/, null, /./, UNCLEAR],
        [/^parent class must be constructor$/, "Class extends value is not a constructor or null"],
        [/^regexp must have the 'g' flag$/, "RegExp doesn't have global flag set", /^matchAll$/],
        [
          /^regexp must have the 'g' flag$/,
          "String.prototype.replaceAll called with a non-global RegExp argument",
          /^replaceAll$/,
        ],
        [/^Cannot convert undefined or null to object$/, "Value is not object coercible", undefined, PLACED],
        [/^not an object$/, "Cannot create proxy with a non-object as target or handler", /^Proxy$/],
        [/^not an object$/, "Object.defineProperty called on non-object", /^defineProperty$/],
        [/^BigInt are forbidden in JSON\.stringify$/, "Do not know how to serialize a BigInt", /^stringify$/],
        [/^circular reference$/, "Converting circular structure to JSON", /^stringify$/],
        [/^empty array$/, "No initial value", /^reduce/],
        [/^value is not iterable$/, "object is not iterable", /./],
      ],
    ],
    [
      RangeError.prototype,
      [
        [/^BigInt division by zero$/, "Division by zero", undefined, PLACED],
        [/^invalid array length$/, "Invalid array length"],
        [/^invalid array length$/, "Invalid array length", /./],
        [/^invalid code point$/, null, /./, UNCLEAR],
        [/^invalid array index: (.*)$/, "Invalid index @", /./],
        [/^invalid repeat count$/, "Invalid count value", /^repeat$/],
        [/^invalid number of digits$/, "toFixed() precision must be between 0 and 100", /^toFixed$/],
        [/^invalid number of digits$/, "toPrecision() precision must be between 1 and 100", /^toPrecision$/],
        [/^invalid number of digits$/, "toExponential() precision must be between 0 and 100", /^toExponential$/],
        [/^Date value is NaN$/, "Invalid time value", /^toISOString$/],
        [/^bad normalization form$/, "The normalization form should be one of NFC, NFD, NFKC, NFKD", /^normalize$/],
      ],
    ],
    [
      ReferenceError.prototype,
      [
        [/^'this' can be/, "Super constructor may only be called once"],
        [/^this is not initialized$/, "Must call super constructor in derived class before accessing 'this'"],
        [/ is not initialized$/, "Cannot access a variable before initialization"],
      ],
    ],
    [URIError.prototype, [[/^/, "Malformed URI", /^(?:de|en)codeURI/]]],
    [
      SyntaxError.prototype,
      [
        [/^expecting '\)'$/, "Unterminated group", /^RegExp$/],
        [
          /^(?:nothing to repeat|unexpected end|extraneous characters at the end|invalid (?:repetition count|class range|group))$/,
          null,
          /^RegExp$/,
          UNCLEAR,
        ],
      ],
    ],
  ]);
  const textsOf = /** @type {(prototype: object) => Rule[]} */ (TEXTS.get.bind(TEXTS));

  const { fromCharCode } = String;
  const charCodeAt = glue.kit.charCodeAt;
  /**
   * A name beyond ASCII as Go prints it: the bytes of its UTF-16 form behind a mark of their order, read as UTF-8.
   * @type {(name: string) => string}
   */
  const goName = (name) => {
    if (exec(/[^\0-\x7f]/, name) === null) return name;
    const bytes = [0xff, 0xfe];
    for (let i = 0; i < name.length; i++) {
      const unit = charCodeAt(name, i);
      bytes[bytes.length] = unit & 0xff;
      bytes[bytes.length] = unit >> 8;
    }
    let text = "";
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      const isPair = byte >= 0xc2 && byte <= 0xdf && bytes[i + 1] >> 6 === 2;
      if (isPair) text += fromCharCode(((byte & 0x1f) << 6) | (bytes[++i] & 0x3f));
      else text += byte < 0x80 ? fromCharCode(byte) : "\ufffd";
    }
    return text;
  };

  const READ = /^cannot read property '(.*)' of (?:undefined|null)$/s;
  /**
   * Where the language itself read from nothing: goja says more where the property was to be called, and less where it is iterated.
   * @type {(name: string, sites: () => string) => string}
   */
  const readText = (name, sites) => {
    const use = glue.usageOf?.(sites(), name);
    if (use === "iterated" || (use === undefined && name === "Symbol.iterator")) return NO_OBJECT;
    return `Cannot read property '${goName(name)}' of undefined${use === "called" ? " or null" : ""}`;
  };

  /** @type {(error: Error, nativeName: string | undefined, sites: () => string) => void} */
  const reword = (error, nativeName, sites) => {
    const texts = textsOf(getPrototypeOf(error));
    const message = getOwnPropertyDescriptor(error, "message")?.value;
    if (typeof message !== "string") return;
    const read = nativeName === undefined && texts[0][1] === NO_OBJECT ? exec(READ, message) : null;
    if (read !== null) {
      defineProperty(error, "message", { value: readText(read[1], sites) });
      return;
    }
    for (let i = 0; i < texts.length; i++) {
      const { 0: pattern, 1: text, 2: from, 3: hint } = texts[i];
      if (nativeName === undefined ? from !== undefined : from === undefined || exec(from, nativeName) === null)
        continue;
      const match = exec(pattern, message);
      if (match === null) continue;
      if (hint === PLACED) glue.usageOf?.(sites(), "");
      const told = hint === UNCLEAR ? glue.tell?.(sites(), nativeName, message) : undefined;
      if (told === undefined && text === null) continue;
      const words = told ?? /** @type {string} */ (text);
      const at = told === undefined ? indexOf(words, from === undefined ? "$" : "@") : -1;
      const value = at < 0 ? words : `${slice(words, 0, at)}${match[1] ?? nativeName}${slice(words, at + 1)}`;
      defineProperty(error, "message", { value });
      return;
    }
  };
  return { reword };
};
