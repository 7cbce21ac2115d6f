/**
 * Makes the one object that all guest scripts share, with the kit in it: the realm's own functions, taken before any other code can change
 * them, and the means to replace built-in ones.
 * @returns {Glue}
 */
() => {
  /** @import { EngineErrorConstructor, Glue, Kit, Uncurry } from "../glue.ts" */
  const { construct, ownKeys } = Reflect;
  /** @type {Uncurry} */
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const { create, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Object;
  /** @type {Glue} */
  const glue = create(null);
  const { assign } = Object;
  /** @type {Kit["bare"]} */
  const bare = (members) => assign(create(null), members);

  /** @type {Kit["getterOf"]} */
  const getterOf = (object, name) =>
    uncurry(/** @type {{ get: () => never }} */ (getOwnPropertyDescriptor(object, name)).get);
  const exec = /** @type {Kit["exec"]} */ (uncurry(RegExp.prototype.exec));
  const slice = uncurry(String.prototype.slice);
  const repeat = uncurry(String.prototype.repeat);
  const symbolDescription = getterOf(Symbol.prototype, "description");
  const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
  const weakMapGet = uncurry(WeakMap.prototype.get);
  const weakMapSet = uncurry(WeakMap.prototype.set);
  /** @type {Kit["hidden"]} */
  const hidden = (value) => ({ value, writable: true, enumerable: false, configurable: true });

  const engineError = /** @type {EngineErrorConstructor} */ (Error);
  glue.kit = bare({
    apply: Reflect.apply,
    bare,
    bigIntText: uncurry(BigInt.prototype.toString),
    bigIntValue: uncurry(BigInt.prototype.valueOf),
    bigIntPrototype: BigInt.prototype,
    booleanPrototype: Boolean.prototype,
    booleanValue: uncurry(Boolean.prototype.valueOf),
    charCodeAt: uncurry(String.prototype.charCodeAt),
    construct,
    create,
    datePrototype: Date.prototype,
    dateTime: uncurry(Date.prototype.getTime),
    Date,
    defineProperty,
    deleteProperty: Reflect.deleteProperty,
    Error: engineError,
    exec,
    getOwnPropertyDescriptor,
    getPrototypeOf,
    getterOf,
    hasOwn: Object.hasOwn,
    hidden,
    indexOf: uncurry(String.prototype.indexOf),
    install: (target, methods) => {
      const names = ownKeys(methods);
      for (let i = 0; i < names.length; i++)
        defineProperty(target, names[i], hidden(glue.asNative(getOwnPropertyDescriptor(methods, names[i])?.value)));
    },
    isArray: Array.isArray,
    isError: engineError.isError,
    isExtensible: Object.isExtensible,
    isNaN: Number.isNaN,
    isoText: uncurry(Date.prototype.toISOString),
    keys: Object.keys,
    list: () => setPrototypeOf([], null),
    Map,
    mapForEach: uncurry(Map.prototype.forEach),
    mapGet: uncurry(Map.prototype.get),
    mapPrototype: Map.prototype,
    mapSet: uncurry(Map.prototype.set),
    matches: (pattern, text) => exec(pattern, text) !== null,
    numberPrototype: Number.prototype,
    numberToString: uncurry(Number.prototype.toString),
    numberValue: uncurry(Number.prototype.valueOf),
    ownKeys,
    pad: (value, width) => {
      const text = `${value}`;
      return text.length < width ? repeat("0", width - text.length) + text : text;
    },
    parse: JSON.parse,
    preventExtensions: Object.preventExtensions,
    Proxy,
    reflectDefine: Reflect.defineProperty,
    reflectGet: Reflect.get,
    reflectHas: Reflect.has,
    reflectSet: Reflect.set,
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
    setForEach: uncurry(Set.prototype.forEach),
    setPrototype: Set.prototype,
    setPrototypeOf,
    slice,
    String,
    stringPrototype: String.prototype,
    stringify: JSON.stringify,
    symbolDescription,
    symbolPrototype: Symbol.prototype,
    symbolValue: uncurry(Symbol.prototype.valueOf),
    toLowerCase: uncurry(String.prototype.toLowerCase),
    toText: (value) => (typeof value === "symbol" ? (symbolDescription(value) ?? "") : `${value}`),
    typedArrayLength: getterOf(typedArrayPrototype, "length"),
    typedArrayPrototype,
    TypeError,
    uncurry,
    WeakMap,
    weakMapGet,
    weakMapSet,
    wellFormed: uncurry(String.prototype.toWellFormed),
  });

  /** @type {WeakMap<object, object>} */
  const proxyTargets = new WeakMap();
  glue.proxyTarget = (value) => weakMapGet(proxyTargets, /** @type {object} */ (value));

  const NativeProxy = Proxy;
  const nativeRevocable = Proxy.revocable;
  /**
   * @param {object} proxy
   * @param {object} target
   */
  const remember = (proxy, target) => {
    weakMapSet(proxyTargets, proxy, target);
    return proxy;
  };
  const { revocable } = {
    /**
     * @param {object} target
     * @param {ProxyHandler<object>} handler
     */
    revocable(target, handler) {
      const made = nativeRevocable(target, handler);
      remember(made.proxy, target);
      return made;
    },
  };
  defineProperty(NativeProxy, "revocable", { value: revocable, writable: true, configurable: true });
  globalThis.Proxy = new NativeProxy(
    NativeProxy,
    bare({
      construct: (target, args, newTarget) => remember(construct(target, args, newTarget), args[0]),
    }),
  );

  return glue;
};
