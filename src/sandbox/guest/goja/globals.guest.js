/**
 * Small differences of production's global object, symbols and generators.
 * @param {Glue} glue
 */
({ asNative, kit: { uncurry, hidden, install } }) => {
  /** @import { Glue } from "../glue.ts" */
  const { ownKeys } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;

  defineProperty(globalThis, Symbol.toStringTag, { value: "global", configurable: true });

  // Symbol.asyncIterator and its like cannot be deleted, so the function itself is made anew.
  const NativeSymbol = Symbol;
  /** @type {(...args: (string | undefined)[]) => symbol} */
  const newSymbol = (...args) => NativeSymbol(args[0]);
  const names = ownKeys(NativeSymbol);
  for (let i = 0; i < names.length; i++) {
    if (names[i] === "asyncIterator" || names[i] === "asyncDispose" || names[i] === "dispose") continue;
    defineProperty(
      newSymbol,
      names[i],
      /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(NativeSymbol, names[i])),
    );
  }
  defineProperty(NativeSymbol.prototype, "constructor", hidden(newSymbol));
  defineProperty(globalThis, "Symbol", hidden(asNative(newSymbol)));

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
