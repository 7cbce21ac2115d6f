/**
 * How functions and Go's objects look as text: those that stand in for built-in ones look built in.
 * @param {Glue} glue
 */
(glue) => {
  /** @import { Glue } from "../glue.ts" */
  const { exec, getOwnPropertyDescriptor, install, uncurry, weakMapGet, weakMapSet } = glue.kit;
  const addTo = uncurry(WeakSet.prototype.add);
  const isIn = uncurry(WeakSet.prototype.has);
  const functionToString = uncurry(Function.prototype.toString);
  const objectToString = uncurry(Object.prototype.toString);

  const natives = new WeakSet();
  glue.asNative = (fn) => {
    addTo(natives, fn);
    return fn;
  };
  install(Function.prototype, {
    toString() {
      const text = functionToString(this);
      if (!isIn(natives, this) && exec(/\{\s+\[native code\]\s+\}$/, text) === null) return text;
      const name = getOwnPropertyDescriptor(this, "name");
      return `function ${typeof name?.value === "string" ? name.value : ""}() { [native code] }`;
    },
  });

  /** @type {WeakMap<object, () => string>} */
  const goTexts = new WeakMap();
  glue.asGoValue = (object, toText) => {
    weakMapSet(goTexts, object, toText);
  };
  install(Object.prototype, {
    toString() {
      const toText = typeof this === "object" && this !== null ? weakMapGet(goTexts, this) : undefined;
      return toText === undefined ? objectToString(this) : toText();
    },
  });
};
