/**
 * What the other guest scripts share: the realm's own functions, taken before any other code can change them, and
 * the means to replace built-in ones so that they still look built in.
 */
(glue) => {
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const { ownKeys } = Reflect;
  const { create, defineProperty, getOwnPropertyDescriptor } = Object;
  const kit = glue ?? create(null);

  const getFrom = uncurry(WeakMap.prototype.get);
  const setIn = uncurry(WeakMap.prototype.set);
  const addTo = uncurry(WeakSet.prototype.add);
  const isIn = uncurry(WeakSet.prototype.has);
  const exec = uncurry(RegExp.prototype.exec);
  const slice = uncurry(String.prototype.slice);
  const repeat = uncurry(String.prototype.repeat);
  const symbolDescription = uncurry(getOwnPropertyDescriptor(Symbol.prototype, "description").get);
  const functionToString = uncurry(Function.prototype.toString);
  const objectToString = uncurry(Object.prototype.toString);

  const hidden = (value) => ({ value, writable: true, enumerable: false, configurable: true });

  const natives = new WeakSet();
  const asNative = (fn) => {
    addTo(natives, fn);
    return fn;
  };
  const install = (target, methods) => {
    const names = ownKeys(methods);
    for (let i = 0; i < names.length; i++)
      defineProperty(target, names[i], hidden(asNative(getOwnPropertyDescriptor(methods, names[i]).value)));
  };

  install(Function.prototype, {
    toString() {
      const text = functionToString(this);
      if (!isIn(natives, this) && exec(/\{\s+\[native code\]\s+\}$/, text) === null) return text;
      const name = getOwnPropertyDescriptor(this, "name");
      return `function ${typeof name?.value === "string" ? name.value : ""}() { [native code] }`;
    },
  });

  const goTexts = new WeakMap();
  install(Object.prototype, {
    toString() {
      const toText = typeof this === "object" && this !== null ? getFrom(goTexts, this) : undefined;
      return toText === undefined ? objectToString(this) : toText();
    },
  });

  kit.asNative = asNative;
  kit.asGoValue = (object, toText) => setIn(goTexts, object, toText);
  kit.kit = {
    uncurry,
    exec,
    getFrom,
    setIn,
    hidden,
    install,
    slice,
    charCodeAt: uncurry(String.prototype.charCodeAt),
    indexOf: uncurry(String.prototype.indexOf),
    toLowerCase: uncurry(String.prototype.toLowerCase),
    toWellFormed: uncurry(String.prototype.toWellFormed),
    numberToString: uncurry(Number.prototype.toString),
    getterOf: (object, name) => uncurry(getOwnPropertyDescriptor(object, name).get),
    matches: (pattern, text) => exec(pattern, text) !== null,
    pad: (value, width) => {
      const text = `${value}`;
      return text.length < width ? repeat("0", width - text.length) + text : text;
    },
    /** A value as goja's Go code sees its text: a symbol's is its description. */
    toText: (value) => (typeof value === "symbol" ? (symbolDescription(value) ?? "") : `${value}`),
    /** `text` with every match of the global `pattern` replaced by what `change` makes of the match. */
    replaceEach: (text, pattern, change) => {
      let output = "";
      let from = 0;
      pattern.lastIndex = 0;
      for (let match = exec(pattern, text); match !== null; match = exec(pattern, text)) {
        output += slice(text, from, match.index) + change(match);
        from = pattern.lastIndex;
      }
      return output + slice(text, from);
    },
  };
  return kit;
};
