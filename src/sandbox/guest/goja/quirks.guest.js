/**
 * Built-in functions that answer in their own way in production, where few workflows notice.
 * @param {Glue} glue
 */
({ findByRules, kit: { exec, getterOf, indexOf, install, matches, slice, wellFormed, uncurry } }) => {
  /** @import { AnyFunction, ByName, Glue } from "../glue.ts" */
  const NativeTypeError = TypeError;
  const NON_ASCII = /[^\0-\x7f]/;

  const nativeStringify = JSON.stringify;
  /**
   * An empty list or object leaves the indentation one step deeper for what is nested behind it in the same container.
   * @type {(text: string, space: string | number) => string}
   */
  const indented = (text, space) => {
    const gap =
      typeof space === "string" ? slice(space, 0, 10) : /** @type {RegExpExecArray} */ (exec(/\n( +)/, text))[1];
    /** @type {{ before: string, members: string }[]} */
    const open = [];
    let indent = "";
    let written = "";
    let from = 0;
    while (from <= text.length) {
      const found = indexOf(slice(text, from), "\n");
      const end = found < 0 ? text.length : from + found;
      const isClosing = open.length > 0 && matches(/[\]}]/, text[from + gap.length * (open.length - 1)] ?? "");
      const line = slice(text, from + gap.length * (isClosing ? open.length - 1 : open.length), end);
      from = end + 1;
      if (isClosing) {
        indent = open[open.length - 1].before;
        open.length--;
        written += `\n${indent}${line}`;
      } else {
        written += written === "" ? line : `\n${open[open.length - 1].members}${line}`;
      }
      if (matches(/[[{]$/, line)) {
        open[open.length] = { before: indent, members: indent + gap };
        indent += gap;
      } else if (matches(/(?:^|: )(?:\[\]|\{\}),?$/, line)) indent += gap;
    }
    return written;
  };
  install(JSON, {
    /**
     * @param {unknown} value
     * @param {null} replacer
     * @param {string | number | undefined} space
     */
    stringify(value, replacer, space) {
      const text = nativeStringify(value, replacer, space);
      const isIndented = (typeof space === "number" || typeof space === "string") && typeof text === "string";
      return isIndented && matches(/\n.*(?:\[\]|\{\}),?\n/, text) ? indented(text, space) : text;
    },
  });

  /** @type {Record<string, (text: unknown, ...args: unknown[]) => string>} */
  const native = {};
  for (const name of ["repeat", "split", "toUpperCase", "toLowerCase", "trim", "trimStart", "trimEnd"])
    native[name] = uncurry(/** @type {ByName<() => never>} */ (/** @type {object} */ (String.prototype))[name]);
  install(String.prototype, {
    repeat(count) {
      const text = native.repeat(this, count);
      return matches(NON_ASCII, text) ? slice(text, 1) : text;
    },
    /**
     * @param {unknown} separator
     * @param {number | undefined} limit
     */
    split(separator, limit) {
      if (separator !== "" || !matches(/[\ud800-\udbff][\udc00-\udfff]/, this))
        return native.split(this, separator, limit);
      const parts = [...`${this}`];
      const most = limit === undefined ? parts.length : limit >>> 0;
      if (parts.length > most) parts.length = most;
      return parts;
    },
    toUpperCase() {
      return wellFormed(native.toUpperCase(this));
    },
    toLowerCase() {
      return wellFormed(native.toLowerCase(this));
    },
    trim() {
      return wellFormed(native.trim(this));
    },
    trimStart() {
      return wellFormed(native.trimStart(this));
    },
    trimEnd() {
      return wellFormed(native.trimEnd(this));
    },
  });

  /** @type {[target: object, name: string][]} */
  const adders = [
    [WeakMap.prototype, "set"],
    [WeakSet.prototype, "add"],
  ];
  for (const { 0: target, 1: name } of adders) {
    const native = /** @type {ByName<AnyFunction>} */ (target)[name];
    const add = uncurry(native);
    const { length } = native;
    const method = {
      /**
       * @param {unknown} key
       * @param {unknown} value
       */
      [name](key, value) {
        if (typeof key === "symbol") throw new NativeTypeError(`Value is not an object: ${key.description ?? ""}`);
        return add(this, key, value);
      },
    };
    install(target, method);
    Object.defineProperty(method[name], "length", { value: length });
  }

  // After a search for all matches lastIndex stays behind the last one, and an empty match right behind another is none.
  const isGlobal = getterOf(RegExp.prototype, "global");
  let lastEnd = -1;
  let isSearching = false;
  install(RegExp.prototype, {
    /** @param {string} text */
    exec(text) {
      let result = findByRules(this, text, isSearching);
      if (!isSearching) return result;
      while (result !== null && result[0] === "" && result.index === lastEnd) {
        this.lastIndex = lastEnd + 1;
        result = findByRules(this, text, isSearching);
      }
      if (result !== null) lastEnd = result.index + result[0].length;
      return result;
    },
  });
  for (const symbol of [Symbol.match, Symbol.replace]) {
    const search = uncurry(/** @type {ByName<AnyFunction>} */ (/** @type {object} */ (RegExp.prototype))[symbol]);
    const { [symbol]: method } = {
      /**
       * @this {RegExp}
       * @param {unknown} text
       * @param {unknown} replacement
       */
      [symbol](text, replacement) {
        if (isSearching || !isGlobal(this)) return search(this, text, replacement);
        lastEnd = -1;
        isSearching = true;
        try {
          const result = search(this, text, replacement);
          if (lastEnd >= 0) this.lastIndex = lastEnd;
          return result;
        } finally {
          isSearching = false;
        }
      },
    };
    install(RegExp.prototype, { [symbol]: method });
  }
};
