/** Removes everything production's engine does not have. Runs last, before the author's code. */
() => {
  const { getPrototypeOf, getOwnPropertySymbols } = Object;
  /** @type {(target: object, ...names: string[]) => void} */
  const remove = (target, ...names) => {
    for (let i = 0; i < names.length; i++) delete (/** @type {Record<string, unknown>} */ (target)[names[i]]);
  };
  const iterator = getPrototypeOf(getPrototypeOf([].values()));

  remove(Object, "groupBy");
  remove(Object.prototype, "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__");
  remove(Function.prototype, "columnNumber", "fileName", "lineNumber");
  remove(Array, "fromAsync");
  remove(
    String.prototype,
    "anchor",
    "big",
    "blink",
    "bold",
    "fixed",
    "fontcolor",
    "fontsize",
    "isWellFormed",
    "italics",
    "link",
    "small",
    "strike",
    "sub",
    "sup",
    "toWellFormed",
  );
  remove(RegExp, "escape");
  remove(RegExp.prototype, "hasIndices", "unicodeSets");
  remove(Date.prototype, "getYear", "setYear", "toGMTString");
  remove(Error, "captureStackTrace", "isError", "prepareStackTrace", "stackTraceLimit");
  remove(Error.prototype, "stack");
  remove(Math, "f16round", "sumPrecise");
  remove(JSON, "isRawJSON", "rawJSON");
  remove(
    ArrayBuffer.prototype,
    "detached",
    "immutable",
    "maxByteLength",
    "resizable",
    "resize",
    "sliceToImmutable",
    "transfer",
    "transferToFixedLength",
    "transferToImmutable",
  );
  remove(DataView.prototype, "getFloat16", "setFloat16");
  remove(Uint8Array, "fromBase64", "fromHex");
  remove(Uint8Array.prototype, "setFromBase64", "setFromHex", "toBase64", "toHex");
  remove(WeakMap.prototype, "getOrInsert", "getOrInsertComputed");
  remove(Map, "groupBy");
  remove(Map.prototype, "getOrInsert", "getOrInsertComputed");
  remove(
    Set.prototype,
    "difference",
    "intersection",
    "isDisjointFrom",
    "isSubsetOf",
    "isSupersetOf",
    "symmetricDifference",
    "union",
  );
  remove(Promise, "try", "withResolvers");
  remove(
    iterator,
    "chunks",
    "constructor",
    "drop",
    "every",
    "filter",
    "find",
    "flatMap",
    "forEach",
    "includes",
    "join",
    "map",
    "reduce",
    "some",
    "take",
    "toArray",
    "windows",
  );
  for (const symbol of getOwnPropertySymbols(iterator)) if (symbol !== Symbol.iterator) delete iterator[symbol];
  remove(
    globalThis,
    "AsyncDisposableStack",
    "DOMException",
    "DisposableStack",
    "FinalizationRegistry",
    "Float16Array",
    "InternalError",
    "Iterator",
    "SharedArrayBuffer",
    "SuppressedError",
    "WeakRef",
    "atob",
    "btoa",
    "performance",
    "queueMicrotask",
  );
};
