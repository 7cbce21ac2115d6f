/** Regular expressions as production has them: no groups object, \p{…} read as text, the flags of ES2018. */
({
  asNative,
  kit: {
    charCodeAt,
    exec,
    getFrom,
    getterOf,
    hidden,
    indexOf,
    install,
    matches,
    numberToString,
    pad,
    replaceEach,
    setIn,
  },
}) => {
  const { apply, construct, deleteProperty } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const NativeSyntaxError = SyntaxError;

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
        const text = replaceEach(source, /\\([pP])\{([^}]*)\}|\\./gs, (match) =>
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
      const plain = isUnicode(this) ? withoutProperties(this) : null;
      if (plain !== null) plain.lastIndex = this.lastIndex;
      const result = exec(plain ?? this, text);
      if (plain !== null && matches(/[gy]/, getFlags(this))) this.lastIndex = plain.lastIndex;
      if (result !== null) deleteProperty(result, "groups");
      return result;
    },
  });

  /** Patterns given as text that have a bare slash; the engine shows it escaped in its own way. */
  const rawPatterns = new WeakMap();
  const { get } = getOwnPropertyDescriptor(
    {
      get source() {
        const source = (typeof this === "object" && this !== null && getFrom(rawPatterns, this)) || getSource(this);
        return replaceEach(source, /\\.|[/\n\r\u2028\u2029]/gs, ({ 0: part }) => {
          if (part.length > 1) return part;
          if (part === "\n") return "\\n";
          return part === "\r" ? "\\r" : `\\u${pad(numberToString(charCodeAt(part, 0), 16), 4)}`;
        });
      },
    },
    "source",
  );
  defineProperty(NativeRegExp.prototype, "source", { get: asNative(get) });

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
};
