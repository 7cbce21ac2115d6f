/** Guest script: takes everything the glue needs from a realm before anything else can run in it. */
(function createGlue() {
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const create = Object.create;
  const glue = create(null);
  const { assign } = Object;
  const bare = (members) => assign(create(null), members);

  const proxyTargets = new WeakMap();
  const weakMapGet = uncurry(WeakMap.prototype.get);
  const weakMapSet = uncurry(WeakMap.prototype.set);
  const setPrototypeOf = Object.setPrototypeOf;

  glue.is = bare({
    apply: Reflect.apply,
    Array,
    arrayPrototype: Array.prototype,
    bare,
    bigIntText: uncurry(BigInt.prototype.toString),
    bigIntValue: uncurry(BigInt.prototype.valueOf),
    bigIntPrototype: BigInt.prototype,
    booleanPrototype: Boolean.prototype,
    booleanValue: uncurry(Boolean.prototype.valueOf),
    construct: Reflect.construct,
    create,
    datePrototype: Date.prototype,
    dateTime: uncurry(Date.prototype.getTime),
    Date,
    defineProperty: Object.defineProperty,
    deleteProperty: Reflect.deleteProperty,
    Error,
    getOwnPropertyDescriptor: Object.getOwnPropertyDescriptor,
    getPrototypeOf: Object.getPrototypeOf,
    hasOwn: Object.hasOwn,
    isError: Error.isError,
    isNaN: Number.isNaN,
    isExtensible: Object.isExtensible,
    isArray: Array.isArray,
    isoText: uncurry(Date.prototype.toISOString),
    keys: Object.keys,
    ownKeys: Reflect.ownKeys,
    list: () => setPrototypeOf([], null),
    Map,
    mapForEach: uncurry(Map.prototype.forEach),
    mapGet: uncurry(Map.prototype.get),
    mapPrototype: Map.prototype,
    mapSet: uncurry(Map.prototype.set),
    Number,
    numberPrototype: Number.prototype,
    numberValue: uncurry(Number.prototype.valueOf),
    parse: JSON.parse,
    preventExtensions: Object.preventExtensions,
    Proxy,
    reflectDefine: Reflect.defineProperty,
    reflectGet: Reflect.get,
    reflectHas: Reflect.has,
    reflectSet: Reflect.set,
    regExpPrototype: RegExp.prototype,
    setForEach: uncurry(Set.prototype.forEach),
    setPrototype: Set.prototype,
    setPrototypeOf,
    slice: uncurry(String.prototype.slice),
    split: uncurry(String.prototype.split),
    String,
    stringPrototype: String.prototype,
    stringify: JSON.stringify,
    symbolDescription: uncurry(Object.getOwnPropertyDescriptor(Symbol.prototype, "description").get),
    symbolPrototype: Symbol.prototype,
    symbolValue: uncurry(Symbol.prototype.valueOf),
    typedArrayLength: uncurry(
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), "length").get,
    ),
    typedArrayPrototype: Object.getPrototypeOf(Uint8Array.prototype),
    TypeError,
    WeakMap,
    weakMapGet,
    weakMapSet,
    wellFormed: uncurry(String.prototype.toWellFormed),
  });

  /** The target of a Proxy that the author made; undefined for everything else. No trap runs. */
  glue.proxyTarget = (value) => weakMapGet(proxyTargets, value);

  const NativeProxy = Proxy;
  const nativeRevocable = Proxy.revocable;
  const construct = Reflect.construct;
  const remember = (proxy, target) => {
    weakMapSet(proxyTargets, proxy, target);
    return proxy;
  };
  Object.defineProperty(NativeProxy, "revocable", {
    value: {
      revocable(target, handler) {
        const made = nativeRevocable(target, handler);
        remember(made.proxy, target);
        return made;
      },
    }.revocable,
    writable: true,
    configurable: true,
  });
  globalThis.Proxy = new NativeProxy(
    NativeProxy,
    bare({
      construct: (target, args, newTarget) => remember(construct(target, args, newTarget), args[0]),
    }),
  );

  return glue;
});
