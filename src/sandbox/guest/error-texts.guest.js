/** The engine's own error texts, reworded as production words them. */
(glue) => {
  const { exec, indexOf, slice } = glue.kit;
  const { defineProperty, getOwnPropertyDescriptor } = Object;

  /** What QuickJS says, and what goja says instead. A third element names the native function it must come from. */
  const TEXTS = [
    [/^cannot read property '(.*)' of (?:undefined|null)$/, "Cannot read property '$' of undefined"],
    [/^cannot set property '.*' of (?:undefined|null)$/, "Cannot convert undefined or null to object"],
    [/^.* is not initialized$/, "Cannot access a variable before initialization"],
    [/^'(.*)' is read-only$/, "Cannot assign to read only property '$'"],
    [/^invalid array length$/, "Invalid array length"],
    [/^invalid repeat count$/, "Invalid count value"],
    [/^invalid number of digits$/, "toFixed() precision must be between 0 and 100", "toFixed"],
    [/^invalid number of digits$/, "toPrecision() precision must be between 1 and 100", "toPrecision"],
    [/^invalid number of digits$/, "toExponential() precision must be between 0 and 100", "toExponential"],
    [/^Date value is NaN$/, "Invalid time value"],
    [/^bad normalization form$/, "The normalization form should be one of NFC, NFD, NFKC, NFKD"],
    [/^cannot convert BigInt to number$/, "Cannot mix BigInt and other types, use explicit conversions"],
    [/^expecting (?:hex digit|surrogate pair|%)$/, "Malformed URI"],
    [/^malformed UTF-8$/, "Malformed URI"],
    [/^cannot convert symbol to string$/, "Cannot convert a Symbol value to a string"],
    [/^not an object$/, "Cannot create proxy with a non-object as target or handler", "Proxy"],
    [/^not an object$/, "Object.defineProperty called on non-object", "defineProperty"],
    [/^BigInt are forbidden in JSON\.stringify$/, "Do not know how to serialize a BigInt"],
    [/^circular reference$/, "Converting circular structure to JSON"],
    [/^value is not iterable$/, "object is not iterable"],
    [/^class constructors must be invoked with 'new'$/, "Class constructor cannot be invoked without 'new'"],
    [/^empty array$/, "Reduce of empty array with no initial value"],
    [/^expecting '\)'$/, "Unterminated group", "RegExp"],
  ];
  /**
   * Rewords the message of an error the engine itself has thrown.
   * @param error any value
   * @param nativeName the name of the built-in function at the top of the stack, if there is one there
   */
  glue.reword = (error, nativeName) => {
    const message = getOwnPropertyDescriptor(error, "message")?.value;
    if (typeof message !== "string") return;
    for (let i = 0; i < TEXTS.length; i++) {
      const match = TEXTS[i][2] === undefined || TEXTS[i][2] === nativeName ? exec(TEXTS[i][0], message) : null;
      if (match === null) continue;
      const text = TEXTS[i][1];
      const gap = indexOf(text, "$");
      const value = gap < 0 ? text : slice(text, 0, gap) + match[1] + slice(text, gap + 1);
      defineProperty(error, "message", { value });
      return;
    }
  };
};
