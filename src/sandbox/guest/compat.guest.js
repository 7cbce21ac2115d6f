/**
 * Makes QuickJS answer as production's engine (goja) does, where the two differ and code can see it.
 * Whatever it uses it takes first, so that no later change of a prototype reaches it.
 */
(function installCompat() {
  "use strict";
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const { apply, construct, deleteProperty, ownKeys } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Object;
  const { isArray } = Array;
  const getFrom = uncurry(WeakMap.prototype.get);
  const setIn = uncurry(WeakMap.prototype.set);
  const addTo = uncurry(WeakSet.prototype.add);
  const isIn = uncurry(WeakSet.prototype.has);
  const indexOf = uncurry(String.prototype.indexOf);
  const slice = uncurry(String.prototype.slice);
  const charCodeAt = uncurry(String.prototype.charCodeAt);
  const toWellFormed = uncurry(String.prototype.toWellFormed);
  const isWellFormed = uncurry(String.prototype.isWellFormed);
  const normalize = uncurry(String.prototype.normalize);
  const toLowerCase = uncurry(String.prototype.toLowerCase);
  const repeat = uncurry(String.prototype.repeat);
  const { fromCharCode } = String;
  const numberToString = uncurry(Number.prototype.toString);
  const toNumber = Number;
  const isFinite = Number.isFinite;
  const nativeExec = uncurry(RegExp.prototype.exec);
  const getterOf = (object, name) => uncurry(getOwnPropertyDescriptor(object, name).get);
  const matches = (pattern, text) => nativeExec(pattern, text) !== null;
  const NativeSyntaxError = SyntaxError;
  const NativeTypeError = TypeError;

  /** `text` with every match of `pattern` (global) replaced; `change` gets the match array. */
  const replaceEach = (text, pattern, change) => {
    let output = "";
    let from = 0;
    pattern.lastIndex = 0;
    for (let match = nativeExec(pattern, text); match !== null; match = nativeExec(pattern, text)) {
      output += slice(text, from, match.index) + change(match);
      from = pattern.lastIndex;
    }
    return output + slice(text, from);
  };

  // ---- functions of ours that must look native ----

  const natives = new WeakSet();
  const asNative = (fn) => {
    addTo(natives, fn);
    return fn;
  };
  /** Adds or replaces methods, as non-enumerable as the built-in ones. */
  const install = (target, methods) => {
    const names = ownKeys(methods);
    for (let i = 0; i < names.length; i++) {
      const value = asNative(methods[names[i]]);
      defineProperty(target, names[i], { value, writable: true, enumerable: false, configurable: true });
    }
  };
  const installGetter = (target, name, methods) => {
    const old = getOwnPropertyDescriptor(target, name);
    const { get } = getOwnPropertyDescriptor(methods, name);
    defineProperty(target, name, {
      get: asNative(get),
      set: undefined,
      enumerable: false,
      configurable: old.configurable,
    });
  };

  const functionToString = uncurry(Function.prototype.toString);
  install(Function.prototype, {
    toString() {
      const text = functionToString(this);
      if (!isIn(natives, this) && !matches(/\{\s+\[native code\]\s+\}$/, text)) return text;
      const name = getOwnPropertyDescriptor(this, "name");
      return `function ${typeof name?.value === "string" ? name.value : ""}() { [native code] }`;
    },
  });

  // ---- values made in Go ----

  const goTexts = new WeakMap();
  /** Marks an object that stands for a Go value with a String method: it is what Object.prototype.toString gives. */
  const asGoValue = (object, toText) => setIn(goTexts, object, toText);
  const objectToString = uncurry(Object.prototype.toString);
  install(Object.prototype, {
    toString() {
      const toText = typeof this === "object" && this !== null ? getFrom(goTexts, this) : undefined;
      return toText === undefined ? objectToString(this) : toText();
    },
  });
  defineProperty(globalThis, Symbol.toStringTag, { value: "global", configurable: true });

  // An error that comes from the host. goja makes it a subclass of Error.
  const GoError = function GoError() {
    return construct(Error, arguments, new.target ?? GoError);
  };
  setPrototypeOf(GoError, Error);
  defineProperty(GoError, "length", { value: 1, configurable: true });
  defineProperty(GoError, "prototype", { value: setPrototypeOf({}, Error.prototype), writable: false });
  const hidden = (value) => ({ value, writable: true, configurable: true });
  defineProperty(GoError.prototype, "constructor", hidden(GoError));
  defineProperty(GoError.prototype, "message", hidden(""));
  defineProperty(GoError.prototype, "name", hidden("GoError"));
  defineProperty(globalThis, "GoError", hidden(asNative(GoError)));

  // ---- symbols: Symbol.asyncIterator and its like cannot be deleted, so the function itself is made anew ----

  const NativeSymbol = Symbol;
  const { Symbol: NewSymbol } = {
    Symbol(description) {
      return description === undefined ? NativeSymbol() : NativeSymbol(description);
    },
  };
  defineProperty(NewSymbol, "length", { value: 0, configurable: true });
  const symbolNames = ownKeys(NativeSymbol);
  for (let i = 0; i < symbolNames.length; i++) {
    const name = symbolNames[i];
    if (name === "asyncIterator" || name === "asyncDispose" || name === "dispose") continue;
    defineProperty(NewSymbol, name, getOwnPropertyDescriptor(NativeSymbol, name));
  }
  defineProperty(NativeSymbol.prototype, "constructor", hidden(NewSymbol));
  defineProperty(globalThis, "Symbol", hidden(asNative(NewSymbol)));

  // ---- numbers ----

  // goja's toLocaleString is toString: a locale is taken for a radix
  install(Number.prototype, {
    toLocaleString(radix) {
      return numberToString(this, radix);
    },
  });
  const bigintToString = uncurry(BigInt.prototype.toString);
  install(BigInt.prototype, {
    toLocaleString(radix) {
      return bigintToString(this, radix);
    },
  });
  const NativeBigInt = BigInt;
  const NewBigInt = new Proxy(NativeBigInt, {
    __proto__: null,
    apply(_target, _self, args) {
      try {
        return NativeBigInt(args[0]);
      } catch (error) {
        if (typeof args[0] === "number" || typeof args[0] === "string")
          defineProperty(error, "message", { value: `Cannot convert ${args[0]} to a BigInt` });
        throw error;
      }
    },
  });
  defineProperty(BigInt.prototype, "constructor", hidden(NewBigInt));
  defineProperty(globalThis, "BigInt", hidden(NewBigInt));
  defineProperty(BigInt.prototype, "length", { value: 0, configurable: true });
  defineProperty(BigInt.prototype, "name", { value: "BigInt", configurable: true });

  // ---- dates: read by a fixed list of Go layouts, written in one locale ----

  const NativeDate = Date;
  const { UTC } = NativeDate;
  const dateParts = {};
  for (const part of ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Time"])
    dateParts[part] = uncurry(NativeDate.prototype[`get${part}`]);
  const setFullYear = uncurry(NativeDate.prototype.setUTCFullYear);
  const getTime = dateParts.Time;

  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const ZONES = { __proto__: null, UTC: 0, GMT: 0, UCT: 0, EST: -5, MST: -7, HST: -10 };

  const TIME = "(\\d\\d?):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?";
  const OFFSET = "([+-])(\\d\\d):?(\\d\\d)";
  const DAY = "(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
  const MONTH =
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  const YEAR = "(\\d{4}|[+-]\\d{6})";
  const ISO =
    /^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d?))?)?(?:T(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/;
  const SPACED = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d?) +(\d\d?):(\d\d):(\d\d)(?:\.(\d+))?$/;
  // Groups of each: which of year, month, day, hour, minute, second, fraction, sign, offset hours, offset minutes, zone they hold.
  let alphaLayouts;
  const layouts = () =>
    (alphaLayouts ??= [
      // RFC 1123 and its like
      [
        new NativeRegExp(`^${DAY}, +(\\d\\d?) +${MONTH} +${YEAR} +${TIME} +(?:GMT)?${OFFSET}(?: +\\([^)]+\\))?$`, "i"),
        [3, 2, 1, 4, 5, 6, 7, 8, 9, 10],
      ],
      [
        new NativeRegExp(`^${DAY}, +(\\d\\d?) +${MONTH} +${YEAR} +${TIME} +([A-Z]{3,4})$`, "i"),
        [3, 2, 1, 4, 5, 6, 7, 0, 0, 0, 8],
      ],
      // Date.prototype.toString
      [
        new NativeRegExp(`^${DAY} +${MONTH} +(\\d\\d?) +${YEAR} +${TIME} +GMT${OFFSET} +\\([^)]+\\)$`, "i"),
        [3, 1, 2, 4, 5, 6, 7, 8, 9, 10],
      ],
      // Unix date, ANSI C, Ruby
      [
        new NativeRegExp(`^${DAY} +${MONTH} +(\\d\\d?) +${TIME} +([A-Z]{3,4}) +${YEAR}$`, "i"),
        [8, 1, 2, 3, 4, 5, 6, 0, 0, 0, 7],
      ],
      [new NativeRegExp(`^${DAY} +${MONTH} +(\\d\\d?) +${TIME} +${YEAR}$`, "i"), [7, 1, 2, 3, 4, 5, 6]],
      [
        new NativeRegExp(`^${DAY} +${MONTH} +(\\d\\d?) +${TIME} +${OFFSET} +${YEAR}$`, "i"),
        [10, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      ],
      [new NativeRegExp(`^${MONTH} +(\\d\\d?), +${YEAR}$`, "i"), [3, 1, 2]],
    ]);

  const parseDate = (text) => {
    let match = nativeExec(ISO, text) ?? nativeExec(SPACED, text);
    let places = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    if (match === null && matches(/^[a-z]/i, text)) {
      const list = layouts();
      for (let i = 0; match === null && i < list.length; i++) {
        match = nativeExec(list[i][0], text);
        places = list[i][1];
      }
    }
    if (match === null) return NaN;
    const at = (place) => match[places[place] || -1];
    const number = (place, absent) => (at(place) === undefined ? absent : toNumber(at(place)));
    const monthText = at(1);
    let month = 1;
    if (monthText !== undefined && matches(/^\d/, monthText)) month = toNumber(monthText);
    else if (monthText !== undefined) for (; MONTHS[month - 1] !== slice(toLowerCase(monthText), 0, 3); ) month++;
    const year = number(0);
    const day = number(2, 1);
    const hour = number(3, 0);
    const minute = number(4, 0);
    const second = number(5, 0);
    const fraction = at(6) ?? "";
    const nanoseconds = toNumber(fraction) * (fraction.length < 9 ? 10 ** (9 - fraction.length) : 1);
    if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59 || nanoseconds >= 1e9 || at(0) === "-000000")
      return NaN;
    const date = new NativeDate(0);
    const time = setFullYear(date, year, month - 1, day);
    // a day the month does not have moves the month
    if (day < 1 || dateParts.Date(date) !== day) return NaN;
    let offset = number(8, 0) * 60 + number(9, 0);
    if (at(7) === "-") offset = -offset;
    if (at(10) !== undefined) {
      if (ZONES[at(10)] === undefined) return NaN;
      offset = ZONES[at(10)] * 60;
    }
    const milliseconds = (nanoseconds - (nanoseconds % 1e6)) / 1e6;
    const result = time + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
    return result >= -8.64e15 && result <= 8.64e15 ? result : NaN;
  };

  const pad = (value, width) => {
    const text = `${value}`;
    return text.length < width ? repeat("0", width - text.length) + text : text;
  };
  const dateText = (date) =>
    `${pad(dateParts.Month(date) + 1, 2)}/${pad(dateParts.Date(date), 2)}/${pad(dateParts.FullYear(date), 4)}`;
  const timeText = (date) =>
    `${pad(dateParts.Hours(date), 2)}:${pad(dateParts.Minutes(date), 2)}:${pad(dateParts.Seconds(date), 2)}`;
  const isInvalid = (date) => getTime(date) !== getTime(date);
  const dateToString = uncurry(NativeDate.prototype.toString);
  const dateToTimeString = uncurry(NativeDate.prototype.toTimeString);
  const zoned = (text) => (matches(/\+0000$/, text) ? `${text} (UTC)` : text);
  install(NativeDate, {
    parse(text) {
      return parseDate(`${text}`);
    },
  });
  install(NativeDate.prototype, {
    toLocaleString() {
      return isInvalid(this) ? "Invalid Date" : `${dateText(this)}, ${timeText(this)}`;
    },
    toLocaleDateString() {
      return isInvalid(this) ? "Invalid Date" : dateText(this);
    },
    toLocaleTimeString() {
      return isInvalid(this) ? "Invalid Date" : timeText(this);
    },
    toString() {
      return zoned(dateToString(this));
    },
    toTimeString() {
      return zoned(dateToTimeString(this));
    },
  });
  const NewDate = new Proxy(NativeDate, {
    __proto__: null,
    apply: () => zoned(NativeDate()),
    construct: (target, args, newTarget) =>
      construct(target, args.length === 1 && typeof args[0] === "string" ? [parseDate(args[0])] : args, newTarget),
  });
  defineProperty(NativeDate.prototype, "constructor", hidden(NewDate));
  defineProperty(globalThis, "Date", hidden(NewDate));

  // ---- regular expressions: no groups object, \p{…} read as text, the flags of ES2018 ----

  const NativeRegExp = RegExp;
  const getSource = getterOf(NativeRegExp.prototype, "source");
  const isUnicode = getterOf(NativeRegExp.prototype, "unicode");
  const getFlags = getterOf(NativeRegExp.prototype, "flags");

  /** Unicode expression → the same with \p read as p, or null where there is none. */
  const literalProperties = new WeakMap();
  const withoutProperties = (regexp) => {
    let plain = getFrom(literalProperties, regexp);
    if (plain === undefined) {
      const source = getSource(regexp);
      plain = null;
      if (matches(/\\[pP]\{/, source)) {
        const text = replaceEach(source, /\\([pP])\{([^}]*)\}|\\[^]/g, (match) =>
          match[1] === undefined ? match[0] : `${match[1]}\\{${match[2]}\\}`,
        );
        if (text !== source) plain = new NativeRegExp(text, getFlags(regexp));
      }
      setIn(literalProperties, regexp, plain);
    }
    return plain;
  };

  install(NativeRegExp.prototype, {
    exec(text) {
      let result;
      const plain = isRegExp(this) && isUnicode(this) ? withoutProperties(this) : null;
      if (plain === null) {
        result = nativeExec(this, text);
      } else {
        plain.lastIndex = this.lastIndex;
        result = nativeExec(plain, text);
        if (matches(/[gy]/, getFlags(this))) this.lastIndex = plain.lastIndex;
      }
      if (result !== null) deleteProperty(result, "groups");
      return result;
    },
  });
  const isRegExp = (value) => {
    try {
      // throws for anything but a regular expression and RegExp.prototype
      return value !== NativeRegExp.prototype && getSource(value) !== undefined;
    } catch {
      return false;
    }
  };

  /** Patterns given as text that have a bare slash; the engine shows it escaped in its own way. */
  const rawPatterns = new WeakMap();
  installGetter(NativeRegExp.prototype, "source", {
    get source() {
      const source = (typeof this === "object" && this !== null && getFrom(rawPatterns, this)) || getSource(this);
      return replaceEach(source, /\\[^]|[/\n\r\u2028\u2029]/g, ({ 0: part }) => {
        if (part.length > 1) return part;
        if (part === "\n") return "\\n";
        if (part === "\r") return "\\r";
        return `\\u${pad(numberToString(charCodeAt(part, 0), 16), 4)}`;
      });
    },
  });

  const makeRegExp = (args, newTarget) => {
    const flags = args[1];
    if (flags !== undefined) {
      const text = `${flags}`;
      if (matches(/[^gimsuy]|(.).*\1/, text))
        throw new NativeSyntaxError(`Invalid flags supplied to RegExp constructor '${text}'`);
    }
    const regexp = construct(NativeRegExp, args, newTarget);
    if (typeof args[0] === "string" && indexOf(args[0], "/") >= 0) setIn(rawPatterns, regexp, args[0]);
    return regexp;
  };
  const NewRegExp = new Proxy(NativeRegExp, {
    __proto__: null,
    apply: (_target, _self, args) =>
      typeof args[0] === "object" && args[0] !== null
        ? apply(NativeRegExp, undefined, args)
        : makeRegExp(args, NewRegExp),
    construct: (_target, args, newTarget) => makeRegExp(args, newTarget),
  });
  defineProperty(NativeRegExp.prototype, "constructor", hidden(NewRegExp));
  defineProperty(globalThis, "RegExp", hidden(NewRegExp));

  // ---- sorting: Go's sort.Stable, which asks the comparator in its own order and only "less?" ----

  const nativeSort = uncurry(Array.prototype.sort);
  const nativeToSorted = uncurry(Array.prototype.toSorted);
  const HOLE = NativeSymbol();

  const rotate = (list, start, middle, end) => {
    const moved = [];
    for (let i = start; i < middle; i++) moved[i - start] = list[i];
    for (let i = middle; i < end; i++) list[start + i - middle] = list[i];
    for (let i = 0; i < moved.length; i++) list[start + end - middle + i] = moved[i];
  };
  const merge = (list, less, a, m, b) => {
    if (m - a === 1) {
      let i = m;
      for (let j = b; i < j; ) {
        const half = (i + j) >> 1;
        if (less(list[half], list[a])) i = half + 1;
        else j = half;
      }
      rotate(list, a, a + 1, i);
      return;
    }
    if (b - m === 1) {
      let i = a;
      for (let j = m; i < j; ) {
        const half = (i + j) >> 1;
        if (less(list[m], list[half])) j = half;
        else i = half + 1;
      }
      rotate(list, i, m, m + 1);
      return;
    }
    const mid = (a + b) >> 1;
    const n = mid + m;
    let start = m > mid ? n - b : a;
    for (let r = m > mid ? mid : m; start < r; ) {
      const c = (start + r) >> 1;
      if (less(list[n - 1 - c], list[c])) r = c;
      else start = c + 1;
    }
    const end = n - start;
    if (start < m && m < end) rotate(list, start, m, end);
    if (a < start && start < mid) merge(list, less, a, start, mid);
    if (mid < end && end < b) merge(list, less, mid, end, b);
  };
  const sortStable = (list, less) => {
    const n = list.length;
    for (let from = 0; from < n; from += 20)
      for (let i = from + 1; i < from + 20 && i < n; i++)
        for (let j = i; j > from && less(list[j], list[j - 1]); j--) {
          const item = list[j];
          list[j] = list[j - 1];
          list[j - 1] = item;
        }
    for (let size = 20; size < n; size *= 2)
      for (let a = 0; a + size < n; a += 2 * size) merge(list, less, a, a + size, a + 2 * size < n ? a + 2 * size : n);
  };
  const lessBy = (comparator) => (x, y) => {
    if (x === HOLE) return false;
    if (y === HOLE) return true;
    if (x === undefined) return false;
    if (y === undefined) return true;
    const order = +comparator(x, y);
    return order < 0 || (order === 0 && 1 / order < 0);
  };
  const itemsOf = (array) => {
    const list = [];
    for (let i = 0; i < array.length; i++) list[i] = i in array ? array[i] : HOLE;
    return list;
  };
  install(Array.prototype, {
    sort(comparator) {
      if (typeof comparator !== "function" || !isArray(this)) return nativeSort(this, comparator);
      const list = itemsOf(this);
      try {
        sortStable(list, lessBy(comparator));
      } finally {
        // a comparator that throws leaves the array half sorted
        for (let i = 0; i < list.length; i++) {
          if (list[i] !== HOLE) this[i] = list[i];
          else deleteProperty(this, i);
        }
      }
      return this;
    },
    toSorted(comparator) {
      if (typeof comparator !== "function" || !isArray(this)) return nativeToSorted(this, comparator);
      const list = [];
      for (let i = 0; i < this.length; i++) list[i] = this[i];
      sortStable(list, lessBy(comparator));
      return list;
    },
  });

  // ---- text order: the root collation of the Unicode collation algorithm, for Latin and what sorts after it by code ----

  const ORDER = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
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
  const checkObject = (value, name) => {
    if (value === undefined || value === null)
      throw new NativeTypeError(`String.prototype.${name} called on null or undefined`);
  };
  install(String.prototype, {
    localeCompare(that) {
      checkObject(this, "localeCompare");
      const a = collationKeys(`${this}`);
      const b = collationKeys(`${that}`);
      return compareText(a.letters, b.letters) || compareText(a.accents, b.accents) || compareText(a.cases, b.cases);
    },
  });

  // ---- generators: return() ends them even where a finally block yields ----

  const generator = getPrototypeOf(function* () {}).prototype;
  const nativeReturn = uncurry(generator.return);
  install(generator, {
    return(value) {
      let result = nativeReturn(this, value);
      while (!result.done) result = nativeReturn(this, value);
      return result;
    },
  });

  // ---- JSON.parse: Go's decoder, which words its errors differently, knows no Infinity and no lone surrogates ----

  const nativeParse = JSON.parse;
  /** Go's %q of one byte, as encoding/json writes a character it did not expect. */
  const quoteByte = (code) => {
    const ESCAPES = {
      __proto__: null,
      7: "\\a",
      8: "\\b",
      9: "\\t",
      10: "\\n",
      11: "\\v",
      12: "\\f",
      13: "\\r",
      39: "\\'",
      92: "\\\\",
    };
    let text = ESCAPES[code];
    if (text === undefined && (code < 32 || code === 127)) text = `\\x${pad(numberToString(code, 16), 2)}`;
    else if (text === undefined && (code === 0xad || (code > 127 && code < 0xa1)))
      text = `\\u00${numberToString(code, 16)}`;
    return `'${text ?? fromCharCode(code)}'`;
  };
  /** The first byte of a character in UTF-8. */
  const firstByte = (code) => {
    if (code < 0x80) return code;
    if (code < 0x800) return 0xc0 | (code >> 6);
    return code >= 0xd800 && code < 0xdc00 ? 0xf0 | (((code & 0x3ff) + 0x40) >> 8) : 0xe0 | (code >> 12);
  };

  /**
   * What Go's json.Decoder says about a text that native JSON.parse refuses (or Go alone): it reads tokens as
   * goja's JSON.parse does, and stops at the first error. Null when there is none.
   */
  const jsonError = (text) => {
    let at = 0;
    let error = null;
    let state = "value";
    const invalid = (context) => {
      error = `invalid character ${quoteByte(firstByte(charCodeAt(text, at)))}${context}`;
      return undefined;
    };
    const CONTEXTS = {
      __proto__: null,
      value: " looking for beginning of value",
      "array start": " looking for beginning of value",
      "array comma": " after array element",
      "object start": "",
      "object key": " looking for beginning of object key string",
      "object colon": " after object key",
      "object comma": " after object key:value pair",
    };
    const scalar = () => {
      const start = at;
      const word = { __proto__: null, t: "true", f: "false", n: "null" }[text[at]];
      if (word !== undefined) {
        for (let i = 1; i < word.length; i++) {
          at++;
          if (at >= text.length) return void (error = "unexpected EOF");
          if (text[at] !== word[i])
            return invalid(` in literal ${word} (expecting ${quoteByte(charCodeAt(word[i], 0))})`);
        }
        at++;
        return { value: word === "null" ? "<nil>" : word };
      }
      if (text[at] === '"') {
        for (at++; text[at] !== '"'; at++) {
          if (at >= text.length) return void (error = "unexpected EOF");
          if (charCodeAt(text, at) < 32) return invalid(" in string literal");
          if (text[at] !== "\\") continue;
          at++;
          if (at >= text.length) return void (error = "unexpected EOF");
          if (text[at] === "u") {
            for (let i = 0; i < 4; i++) {
              at++;
              if (at >= text.length) return void (error = "unexpected EOF");
              if (!matches(/[0-9a-fA-F]/, text[at])) return invalid(" in \\u hexadecimal character escape");
            }
          } else if (indexOf('bfnrt\\/"', text[at]) < 0) {
            return invalid(" in string escape code");
          }
        }
        at++;
        return { value: toWellFormed(nativeParse(slice(text, start, at))), isText: true };
      }
      if (!matches(/[-0-9]/, text[at])) return invalid(CONTEXTS.value);
      const digits = (context) => {
        if (at >= text.length) return void (error = "unexpected EOF");
        if (!matches(/[0-9]/, text[at])) return invalid(context);
        while (at < text.length && matches(/[0-9]/, text[at])) at++;
        return true;
      };
      if (text[at] === "-") at++;
      if (text[at] === "0") at++;
      else if (!digits(" in numeric literal")) return undefined;
      if (text[at] === ".") {
        at++;
        if (!digits(" after decimal point in numeric literal")) return undefined;
      }
      if (text[at] === "e" || text[at] === "E") {
        at++;
        if (text[at] === "+" || text[at] === "-") at++;
        if (!digits(" in exponent of numeric literal")) return undefined;
      }
      const literal = slice(text, start, at);
      if (!isFinite(toNumber(literal))) {
        error = `json: cannot unmarshal number ${literal} into Go value of type float64`;
        return undefined;
      }
      return { value: `${toNumber(literal)}` };
    };
    const stack = [];
    const token = () => {
      for (;;) {
        while (at < text.length && indexOf(" \t\r\n", text[at]) >= 0) at++;
        if (at >= text.length) return void (error = "EOF");
        const char = text[at];
        const isValueAllowed = state === "value" || state === "array start";
        if (char === "[" || char === "{") {
          if (!isValueAllowed) return invalid(CONTEXTS[state]);
          stack[stack.length] = char === "[" ? "array comma" : "object comma";
          state = char === "[" ? "array start" : "object start";
          at++;
          return { value: char };
        }
        if (char === "]" || char === "}") {
          const kind = char === "]" ? "array" : "object";
          if (state !== `${kind} start` && state !== `${kind} comma`) return invalid(CONTEXTS[state]);
          stack.length--;
          state = stack.length > 0 ? stack[stack.length - 1] : "value";
          at++;
          return { value: char };
        }
        if (char === ":" || char === ",") {
          const next = char === ":" ? "object colon" : "comma";
          if (char === ":" ? state !== next : state !== "array comma" && state !== "object comma")
            return invalid(CONTEXTS[state]);
          state = state === "object comma" ? "object key" : "value";
          at++;
          continue;
        }
        const isKey = state === "object start" || state === "object key";
        if (!(isKey ? char === '"' : isValueAllowed)) return invalid(CONTEXTS[state]);
        const found = scalar();
        if (found === undefined) return undefined;
        state = isKey ? "object colon" : stack.length > 0 ? stack[stack.length - 1] : "value";
        return found;
      }
    };
    do token();
    while (error === null && stack.length > 0);
    if (error === "EOF") return "Unexpected end of JSON input (EOF)";
    if (error !== null) return error;
    const extra = token();
    if (error === "EOF") return null;
    return `Unexpected token at the end: ${extra === undefined ? "<nil>" : extra.value}`;
  };

  install(JSON, {
    parse(input, reviver) {
      let text = typeof input === "string" ? input : `${input}`;
      if (!isWellFormed(text)) text = toWellFormed(text);
      // an escaped surrogate without its other half is U+FFFD in Go
      if (matches(/\\u[dD][89a-fA-F]/, text))
        text = replaceEach(
          text,
          /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\[^]/g,
          ({ 0: part }) => (part.length === 6 ? "\ufffd" : part),
        );
      if (matches(/[eE]|\d{309}/, text)) {
        const error = matches(/\d[eE][+]?\d|\d{309}/, text) ? jsonError(text) : null;
        if (error !== null) throw new NativeSyntaxError(error);
      }
      let value;
      try {
        value = nativeParse(text);
      } catch (error) {
        throw new NativeSyntaxError(jsonError(text) ?? error.message);
      }
      return typeof reviver === "function" ? nativeParse(text, reviver) : value;
    },
  });

  // ---- the engine's own error texts ----

  /** What QuickJS says, and what goja says instead. A third element names the native function it must come from. */
  const TEXTS = [
    [/^cannot read property '([^]*)' of (?:undefined|null)$/, "Cannot read property '$' of undefined"],
    [/^cannot set property '[^]*' of (?:undefined|null)$/, "Cannot convert undefined or null to object"],
    [/^[^]* is not initialized$/, "Cannot access a variable before initialization"],
    [/^'([^]*)' is read-only$/, "Cannot assign to read only property '$'"],
    [/^invalid array length$/, "Invalid array length"],
    [/^invalid repeat count$/, "Invalid count value"],
    [/^invalid number of digits$/, "toFixed() precision must be between 0 and 100", "toFixed"],
    [/^invalid number of digits$/, "toPrecision() precision must be between 1 and 100", "toPrecision"],
    [/^invalid number of digits$/, "toExponential() precision must be between 0 and 100", "toExponential"],
    [/^Date value is NaN$/, "Invalid time value"],
    [/^bad normalization form$/, "The normalization form should be one of NFC, NFD, NFKC, NFKD"],
    [/^cannot convert BigInt to number$/, "Cannot mix BigInt and other types, use explicit conversions"],
    [/^expecting (?:hex digit|surrogate pair|%)$/, "Malformed URI"],
    [/^malformed UTF-8$/, "Malformed URI"],
    [/^cannot convert symbol to string$/, "Cannot convert a Symbol value to a string"],
    [/^not an object$/, "Cannot create proxy with a non-object as target or handler", "Proxy"],
    [/^not an object$/, "Object.defineProperty called on non-object", "defineProperty"],
    [/^BigInt are forbidden in JSON\.stringify$/, "Do not know how to serialize a BigInt"],
    [/^circular reference$/, "Converting circular structure to JSON"],
    [/^value is not iterable$/, "object is not iterable"],
    [/^class constructors must be invoked with 'new'$/, "Class constructor cannot be invoked without 'new'"],
    [/^empty array$/, "Reduce of empty array with no initial value"],
    [/^expecting '\)'$/, "Unterminated group", "RegExp"],
  ];
  /**
   * Rewords the message of an error the engine itself has thrown.
   * @param error any value
   * @param nativeName the name of the built-in function at the top of the stack, if there is one there
   */
  const reword = (error, nativeName) => {
    const message = getOwnPropertyDescriptor(error, "message")?.value;
    if (typeof message !== "string") return;
    for (let i = 0; i < TEXTS.length; i++) {
      const match = TEXTS[i][2] === undefined || TEXTS[i][2] === nativeName ? nativeExec(TEXTS[i][0], message) : null;
      if (match === null) continue;
      const text = TEXTS[i][1];
      const gap = indexOf(text, "$");
      const value = gap < 0 ? text : slice(text, 0, gap) + match[1] + slice(text, gap + 1);
      defineProperty(error, "message", { value });
      return;
    }
  };

  return { GoError, asNative, asGoValue, reword };
});
