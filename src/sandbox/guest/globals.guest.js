/** Small differences of production's global object, symbols, numbers and generators. */
({ asNative, kit: { uncurry, hidden, install, numberToString } }) => {
  const { ownKeys } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;

  defineProperty(globalThis, Symbol.toStringTag, { value: "global", configurable: true });

  // Symbol.asyncIterator and its like cannot be deleted, so the function itself is made anew.
  const NativeSymbol = Symbol;
  const newSymbol = (...args) => NativeSymbol(args[0]);
  const names = ownKeys(NativeSymbol);
  for (let i = 0; i < names.length; i++) {
    if (names[i] === "asyncIterator" || names[i] === "asyncDispose" || names[i] === "dispose") continue;
    defineProperty(newSymbol, names[i], getOwnPropertyDescriptor(NativeSymbol, names[i]));
  }
  defineProperty(NativeSymbol.prototype, "constructor", hidden(newSymbol));
  defineProperty(globalThis, "Symbol", hidden(asNative(newSymbol)));

  // goja's toLocaleString is toString: a locale is taken for a radix.
  install(Number.prototype, {
    toLocaleString(radix) {
      return numberToString(this, radix);
    },
  });
  const NativeBigInt = BigInt;
  const bigintToString = uncurry(NativeBigInt.prototype.toString);
  install(NativeBigInt.prototype, {
    toLocaleString(radix) {
      return bigintToString(this, radix);
    },
  });
  defineProperty(NativeBigInt.prototype, "length", { value: 0, configurable: true });
  defineProperty(NativeBigInt.prototype, "name", { value: "BigInt", configurable: true });
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
  defineProperty(NativeBigInt.prototype, "constructor", hidden(NewBigInt));
  defineProperty(globalThis, "BigInt", hidden(NewBigInt));

  // return() ends a generator even where a finally block yields.
  const generator = getPrototypeOf(function* () {}).prototype;
  const nativeReturn = uncurry(generator.return);
  install(generator, {
    return(value) {
      let result = nativeReturn(this, value);
      while (!result.done) result = nativeReturn(this, value);
      return result;
    },
  });
};
