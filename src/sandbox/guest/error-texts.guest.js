/** The engine's own error texts, reworded as production words them. */
(glue) => {
  const { exec, hidden, indexOf, slice } = glue.kit;
  const { construct } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;

  /**
   * By class: what QuickJS says, what goja says instead ($ stands for the pattern's group), and the built-in function
   * that must be at the top of the stack; none where it comes from the language itself.
   */
  const TEXTS = new Map([
    [
      TypeError.prototype,
      [
        [/^cannot read property '(.*)' of (?:undefined|null)$/s, "Cannot read property '$' of undefined"],
        [/^cannot set property '.*' of (?:undefined|null)$/s, "Cannot convert undefined or null to object"],
        [/^'(.*)' is read-only$/s, "Cannot assign to read only property '$'"],
        [/^bigint argument with unary \+$/, "Cannot convert a BigInt value to a number"],
        [/^cannot convert BigInt to number$/, "Cannot mix BigInt and other types, use explicit conversions"],
        [/^cannot convert symbol to string$/, "Cannot convert a Symbol value to a string"],
        [/^cannot convert symbol to string$/, "Cannot convert a Symbol value to a string", /./],
        [/^cannot convert symbol to number$/, "Cannot convert a Symbol value to a number"],
        [
          /^private class field '(.*)' does not exist$/s,
          "Cannot read private member $ from an object whose class did not declare it",
        ],
        [/^value is not iterable$/, "object is not iterable"],
        [/^class constructors must be invoked with 'new'$/, "Class constructor cannot be invoked without 'new'"],
        [/^not a constructor$/, "Value is not a constructor"],
        [/^Cannot convert undefined or null to object$/, "Value is not object coercible"],
        [/^not an object$/, "Cannot create proxy with a non-object as target or handler", /^Proxy$/],
        [/^not an object$/, "Object.defineProperty called on non-object", /^defineProperty$/],
        [/^BigInt are forbidden in JSON\.stringify$/, "Do not know how to serialize a BigInt", /^stringify$/],
        [/^circular reference$/, "Converting circular structure to JSON", /^stringify$/],
        [/^empty array$/, "Reduce of empty array with no initial value", /^reduce/],
        [/^value is not iterable$/, "object is not iterable", /./],
      ],
    ],
    [
      RangeError.prototype,
      [
        [/^BigInt division by zero$/, "Division by zero"],
        [/^invalid array length$/, "Invalid array length"],
        [/^invalid array length$/, "Invalid array length", /./],
        [/^invalid repeat count$/, "Invalid count value", /^repeat$/],
        [/^invalid number of digits$/, "toFixed() precision must be between 0 and 100", /^toFixed$/],
        [/^invalid number of digits$/, "toPrecision() precision must be between 1 and 100", /^toPrecision$/],
        [/^invalid number of digits$/, "toExponential() precision must be between 0 and 100", /^toExponential$/],
        [/^Date value is NaN$/, "Invalid time value", /^toISOString$/],
        [/^bad normalization form$/, "The normalization form should be one of NFC, NFD, NFKC, NFKD", /^normalize$/],
      ],
    ],
    [ReferenceError.prototype, [[/ is not initialized$/, "Cannot access a variable before initialization"]]],
    [URIError.prototype, [[/^/, "Malformed URI", /^(?:de|en)codeURI/]]],
    [SyntaxError.prototype, [[/^expecting '\)'$/, "Unterminated group", /^RegExp$/]]],
  ]);
  const textsOf = TEXTS.get.bind(TEXTS);
  /** Errors that have their final words: the engine may report one again when it is thrown. */
  const settled = new WeakSet();
  const isSettled = settled.has.bind(settled);
  const settle = settled.add.bind(settled);

  // An error the author makes keeps its words, whatever they are.
  let isMadeByAuthor = false;
  for (const name of ["TypeError", "RangeError", "ReferenceError", "SyntaxError", "URIError"]) {
    const NativeError = globalThis[name];
    const make = (args, newTarget) => {
      isMadeByAuthor = true;
      try {
        return construct(NativeError, args, newTarget);
      } finally {
        isMadeByAuthor = false;
      }
    };
    const NewError = new Proxy(NativeError, {
      __proto__: null,
      apply: (_target, _self, args) => make(args, NewError),
      construct: (_target, args, newTarget) => make(args, newTarget),
    });
    defineProperty(NativeError.prototype, "constructor", hidden(NewError));
    defineProperty(globalThis, name, hidden(NewError));
  }

  glue.reword = (error, nativeName) => {
    if (isSettled(error)) return;
    settle(error);
    const texts = isMadeByAuthor ? undefined : textsOf(getPrototypeOf(error));
    const message = texts && getOwnPropertyDescriptor(error, "message")?.value;
    if (typeof message !== "string") return;
    for (let i = 0; i < texts.length; i++) {
      const { 0: pattern, 1: text, 2: from } = texts[i];
      if (nativeName === undefined ? from !== undefined : from === undefined || exec(from, nativeName) === null)
        continue;
      const match = exec(pattern, message);
      if (match === null) continue;
      const gap = indexOf(text, "$");
      const value = gap < 0 ? text : slice(text, 0, gap) + match[1] + slice(text, gap + 1);
      defineProperty(error, "message", { value });
      return;
    }
  };
};
