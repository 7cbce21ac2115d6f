/** Removes everything production's engine does not have. Runs last, before the author's code. */
() => {
  const { prototype: generator } = Object.getPrototypeOf(function* () {});
  const roots = { __proto__: null, Iterator: Object.getPrototypeOf(generator) };
  // One place a line: a global (or its prototype, with a dot at its end), then the names to remove there; @@ marks a symbol.
  const extras = `
Object groupBy
Object. __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__
Function. columnNumber fileName lineNumber
Array fromAsync
String. anchor big blink bold fixed fontcolor fontsize isWellFormed italics link small strike sub sup toWellFormed
RegExp escape
RegExp. hasIndices unicodeSets
Date. getYear setYear toGMTString
Error captureStackTrace isError prepareStackTrace stackTraceLimit
Error. stack
Math f16round sumPrecise
JSON isRawJSON rawJSON
ArrayBuffer. detached immutable maxByteLength resizable resize sliceToImmutable transfer transferToFixedLength transferToImmutable
DataView. getFloat16 setFloat16
Uint8Array fromBase64 fromHex
Uint8Array. setFromBase64 setFromHex toBase64 toHex
WeakMap. getOrInsert getOrInsertComputed
Map groupBy
Map. getOrInsert getOrInsertComputed
Set. difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union
Promise try withResolvers
Iterator @@dispose @@toStringTag chunks constructor drop every filter find flatMap forEach includes join map reduce some take toArray windows
globalThis AsyncDisposableStack DOMException DisposableStack FinalizationRegistry Float16Array InternalError Iterator SharedArrayBuffer SuppressedError WeakRef atob btoa performance queueMicrotask`;
  const keyOf = (target, name) =>
    name.startsWith("@@")
      ? Object.getOwnPropertySymbols(target).find(({ description }) => description === `Symbol.${name.slice(2)}`)
      : name;
  for (const line of extras.split("\n")) {
    const [place, ...names] = line.split(" ");
    if (place === "") continue;
    const target = place.endsWith(".") ? globalThis[place.slice(0, -1)].prototype : (roots[place] ?? globalThis[place]);
    for (const name of names) delete target[keyOf(target, name)];
  }
};
