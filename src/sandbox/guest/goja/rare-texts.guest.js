/**
 * Order and matching of text beyond ASCII, as Go's packages have them in production.
 * @param {Glue} glue
 */
(glue) => {
  /** @import { AnyFunction, ByName, Glue } from "../glue.ts" */
  const { bare, weakMapGet, getterOf, install, matches, replaceEach, weakMapSet, uncurry } = glue.kit;
  const { isArray } = Array;
  /** @typedef {{ source: string, flags: string, true?: RegExp | null, false?: RegExp | null }} Replacements */
  const SURROGATE = /[\ud800-\udfff]/;
  const NON_ASCII = /[^\0-\x7f]/;

  const charCodeAt = uncurry(String.prototype.charCodeAt);
  /**
   * Above all of the basic plane, as the code point that a pair of surrogates makes.
   * @type {(text: string, at: number) => number}
   */
  const weightOf = (text, at) => {
    const unit = charCodeAt(text, at);
    return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
  };
  /** @type {(one: unknown, other: unknown) => number} */
  const byCodePoint = (one, other) => {
    const a = `${one}`;
    const b = `${other}`;
    for (let at = 0; at < a.length && at < b.length; at++)
      if (a[at] !== b[at]) return weightOf(a, at) - weightOf(b, at);
    return a.length - b.length;
  };
  for (const name of ["sort", "toSorted"]) {
    const native = uncurry(/** @type {ByName<AnyFunction>} */ (/** @type {object} */ (Array.prototype))[name]);
    const { [name]: method } = {
      /**
       * @this {unknown[]}
       * @param {unknown} comparator
       */
      [name](comparator) {
        if (comparator !== undefined || !isArray(this)) return native(this, comparator);
        for (let at = 0; at < this.length; at++)
          if (typeof this[at] === "string" && matches(SURROGATE, /** @type {string} */ (this[at])))
            return native(this, byCodePoint);
        return native(this);
      },
    };
    install(Array.prototype, { [name]: method });
  }

  const NativeRegExp = RegExp;
  const getSource = getterOf(NativeRegExp.prototype, "source");
  const getFlags = getterOf(NativeRegExp.prototype, "flags");
  const find = uncurry(NativeRegExp.prototype.exec);

  /** Letters, marks, digits and connectors of the scripts that authors meet, without the flag u. */
  const WORD =
    "\\w\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02c1\\u0300-\\u0374\\u0376-\\u037d\\u037f\\u0386\\u0388-\\u0481\\u0483-\\u0487\\u048a-\\u0559\\u0560-\\u0588\\u0591-\\u05bd\\u05d0-\\u05f2\\u0610-\\u061a\\u0620-\\u0669\\u066e-\\u06d3\\u06d5-\\u06dc\\u0900-\\u0963\\u0966-\\u096f\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u1e00-\\u1fbc\\u203f\\u2040\\u2c60-\\u2dff\\u3005-\\u3007\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufdfb\\uff10-\\uff19\\uff21-\\uff3a\\uff3f\\uff41-\\uff5a\\uff66-\\uffdc";
  /** @type {Record<string, string>} */
  const BOUNDARY = bare({ "\\b": `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))` });
  BOUNDARY["\\B"] = `(?!${BOUNDARY["\\b"]})`;
  /** @type {(source: string, isWordAware: boolean, isMultiline: boolean) => string} */
  const withRules = (source, isWordAware, isMultiline) =>
    replaceEach(source, /\\.|\[(?:\\.|[^\]])*\]|[\^$]/gs, ({ 0: part }) => {
      if (isMultiline && part === "^") return "(?<![^\\n])";
      if (isMultiline && part === "$") return "(?![^\\n])";
      return (isWordAware && BOUNDARY[part]) || part;
    });

  /**
   * Expression → by whether boundaries know all letters, what matches in its place; null where there is no difference.
   * @type {WeakMap<RegExp, Replacements>}
   */
  const known = new WeakMap();
  /** @type {(regexp: RegExp, isWordAware: boolean) => RegExp | null} */
  const replacementFor = (regexp, isWordAware) => {
    let both = /** @type {Replacements} */ (weakMapGet(known, regexp));
    const source = getSource(regexp);
    const flags = getFlags(regexp);
    if (both?.source !== source || both.flags !== flags) {
      both = bare({ source, flags });
      weakMapSet(known, regexp, both);
    }
    const rules = isWordAware ? "true" : "false";
    if (both[rules] === undefined) {
      const written = withRules(source, isWordAware, matches(/m/, flags));
      both[rules] = written === source ? null : new NativeRegExp(written, flags);
    }
    return both[rules];
  };
  const HAS_RULES = /[\^$]|\\[bB]/;
  /**
   * `exec` by production's rules. Go's own package matches ASCII text and the first match of any; the rest, and all where all matches are
   * wanted at once (`isForAll`), falls to one that takes every letter for part of a word.
   */
  glue.findByRules = (regexp, string, isForAll) => {
    const text = typeof string === "string" ? string : `${string}`;
    if (!matches(HAS_RULES, getSource(regexp))) return find(regexp, text);
    const flags = getFlags(regexp);
    const isFurther = isForAll || matches(/y/, flags) || (matches(/g/, flags) && regexp.lastIndex > 0);
    const isWordAware = isFurther && matches(NON_ASCII, text);
    const replacement = isWordAware || matches(/m/, flags) ? replacementFor(regexp, isWordAware) : null;
    if (replacement === null) return find(regexp, text);
    replacement.lastIndex = regexp.lastIndex;
    const result = find(replacement, text);
    if (matches(/[gy]/, flags)) regexp.lastIndex = replacement.lastIndex;
    return result;
  };
};
