/**
 * Tells the engine's own errors, which get production's words, from those that the author makes.
 * @param {Glue} glue
 */
(glue) => {
  /** @import { Glue } from "../glue.ts" */
  const { bare, hidden, Proxy: NativeProxy } = glue.kit;
  const { construct } = Reflect;
  const { defineProperty, getPrototypeOf } = Object;
  /** Errors that have their final words: the engine may report one again when it is thrown. */
  const settled = new WeakSet();
  const isSettled = settled.has.bind(settled);
  const settle = settled.add.bind(settled);
  const prototypes = new WeakSet();
  const isNative = prototypes.has.bind(prototypes);

  // An error the author makes keeps its words, whatever they are.
  let isMadeByAuthor = false;
  for (const name of /** @type {const} */ (["TypeError", "RangeError", "ReferenceError", "SyntaxError", "URIError"])) {
    const NativeError = globalThis[name];
    prototypes.add(NativeError.prototype);
    /** @type {(args: readonly unknown[], newTarget: Function) => object} */
    const make = (args, newTarget) => {
      isMadeByAuthor = true;
      try {
        return construct(NativeError, args, newTarget);
      } finally {
        isMadeByAuthor = false;
      }
    };
    /** @type {ErrorConstructor} */
    const NewError = new NativeProxy(
      NativeError,
      bare({
        apply: (_target, _self, args) => make(args, NewError),
        construct: (_target, args, newTarget) => make(args, newTarget),
      }),
    );
    defineProperty(NativeError.prototype, "constructor", hidden(NewError));
    defineProperty(globalThis, name, hidden(NewError));
  }

  glue.reword = (error, nativeName, sites) => {
    if (isSettled(error)) return;
    settle(error);
    if (isMadeByAuthor || !isNative(getPrototypeOf(error))) return;
    if (glue.natives.texts === undefined) glue.stop("module", "texts");
    glue.natives.texts.reword(error, nativeName, sites);
  };
};
