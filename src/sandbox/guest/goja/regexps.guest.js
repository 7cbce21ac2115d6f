/**
 * Regular expressions as production has them: no groups object, \p{…} read as text, the flags of ES2018.
 * @param {Glue} glue
 */
({
  asNative,
  kit: {
    bare,
    charCodeAt,
    exec,
    weakMapGet,
    getterOf,
    hidden,
    indexOf,
    install,
    matches,
    numberToString,
    pad,
    Proxy: NativeProxy,
    replaceEach,
    weakMapSet,
  },
}) => {
  /** @import { Glue } from "../glue.ts" */
  const { construct, deleteProperty } = Reflect;
  const { match } = Symbol;
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const NativeSyntaxError = SyntaxError;

  const NativeRegExp = RegExp;
  const getSource = getterOf(NativeRegExp.prototype, "source");
  const isUnicode = getterOf(NativeRegExp.prototype, "unicode");
  const getFlags = getterOf(NativeRegExp.prototype, "flags");

  /**
   * A pattern for the u flag with its \p{…} made plain text.
   * @type {(pattern: string) => string}
   */
  const withPlainText = (pattern) =>
    replaceEach(pattern, /\\([pP])(?:\{([^}]*)\})?|\\./gs, ({ 0: escaped, 1: letter, 2: name }) => {
      if (letter === undefined) return escaped;
      return name === undefined ? letter : `${letter}\\{${name}\\}`;
    });
  /**
   * Unicode expression → the one that matches in its place, or null where there is no difference.
   * @type {WeakMap<RegExp, RegExp | null>}
   */
  const replacements = new WeakMap();
  /** @type {(regexp: RegExp) => RegExp | null} */
  const replacementOf = (regexp) => {
    let replacement = weakMapGet(replacements, regexp);
    if (replacement === undefined) {
      const source = getSource(regexp);
      const plain = withPlainText(source);
      replacement = plain === source ? null : new NativeRegExp(plain, getFlags(regexp));
      weakMapSet(replacements, regexp, replacement);
    }
    return replacement;
  };

  install(NativeRegExp.prototype, {
    /** @param {string} text */
    exec(text) {
      const replacement = isUnicode(this) ? replacementOf(this) : null;
      if (replacement !== null) replacement.lastIndex = this.lastIndex;
      const result = exec(replacement ?? this, text);
      if (replacement !== null && matches(/[gy]/, getFlags(this))) this.lastIndex = replacement.lastIndex;
      if (result !== null) {
        const { index } = result;
        deleteProperty(result, "groups");
        deleteProperty(result, "index");
        result.index = index;
      }
      return result;
    },
  });

  /**
   * Patterns given as text, where the engine would show another one: it has a slash of its own to escape.
   * @type {WeakMap<object, string>}
   */
  const rawPatterns = new WeakMap();
  const { get } = /** @type {{ get: () => string }} */ (
    getOwnPropertyDescriptor(
      {
        get source() {
          const source =
            (typeof this === "object" && this !== null && weakMapGet(rawPatterns, this)) || getSource(this);
          return replaceEach(source, /\\.|[/\n\r\u2028\u2029]/gs, ({ 0: part }) => {
            if (part.length > 1) return part;
            if (part === "\n") return "\\n";
            return part === "\r" ? "\\r" : `\\u${pad(numberToString(charCodeAt(part, 0), 16), 4)}`;
          });
        },
      },
      "source",
    )
  );
  defineProperty(NativeRegExp.prototype, "source", { get: asNative(get) });

  /**
   * Why RE2, which takes every pattern without look-around and back-references, refuses one; null if it does not.
   * It knows no flags inside a pattern as JavaScript has them, and repeats nothing more than a thousand times.
   * @type {(pattern: string) => string | null}
   */
  const refusal = (pattern) => {
    if (matches(/\(\?<?[=!]|\\[1-9]|\\k</, pattern)) return null;
    /** @type {string | null} */
    let text = null;
    replaceEach(
      pattern,
      /\\.|\[(?:\\.|[^\]])*\]|\(\?[-ims]|\{(\d+)(?:,(\d*))?\}/gs,
      ({ 0: part, 1: least, 2: most }) => {
        if (part[0] === "(") text ??= "Invalid group";
        if (+least > 1000 || +most > 1000)
          text ??= `Invalid regular expression (re2): ${pattern} (error parsing regexp: invalid repeat count: \`${part}\`)`;
        return "";
      },
    );
    return text;
  };

  /** @type {(args: readonly unknown[], newTarget: Function) => RegExp} */
  const makeRegExp = (args, newTarget) => {
    const { 0: pattern, 1: flags } = args;
    const flagText = flags === undefined ? "" : `${flags}`;
    if (matches(/[^gimsuy]|(.).*\1/, flagText))
      throw new NativeSyntaxError(`Invalid flags supplied to RegExp constructor '${flagText}'`);
    if (typeof pattern !== "string") return construct(NativeRegExp, args, newTarget);
    const text = refusal(pattern);
    if (text !== null) throw new NativeSyntaxError(text);
    const plain = indexOf(flagText, "u") < 0 ? pattern : withPlainText(pattern);
    const regexp = construct(NativeRegExp, [plain, flagText], newTarget);
    if (plain !== pattern || indexOf(pattern, "/") >= 0) weakMapSet(rawPatterns, regexp, pattern);
    return regexp;
  };
  /** @type {RegExpConstructor} */
  const NewRegExp = new NativeProxy(
    NativeRegExp,
    bare({
      apply: (_target, _self, args) => {
        const isOwn = args[1] === undefined && typeof args[0] === "object" && args[0] !== null;
        return isOwn && args[0][match] && args[0].constructor === NewRegExp ? args[0] : makeRegExp(args, NewRegExp);
      },
      construct: (_target, args, newTarget) => makeRegExp(args, newTarget),
    }),
  );
  defineProperty(NativeRegExp.prototype, "constructor", hidden(NewRegExp));
  defineProperty(globalThis, "RegExp", hidden(NewRegExp));
};
