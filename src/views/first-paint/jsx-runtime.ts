/** Makes React's elements in the place of react/jsx-runtime, whose CommonJS costs the first paint more than all that it does. */

// React's version is exact in package.json; in a test React draws the whole page from these.
const ELEMENT = Symbol.for("react.transitional.element");

export const Fragment = Symbol.for("react.fragment");

export function jsx(type: unknown, config: { ref?: unknown; key?: unknown }, key: unknown = config.key) {
  const props = { ...config };
  delete props.key;
  return { $$typeof: ELEMENT, type, key: key === undefined ? null : `${key}`, ref: props.ref ?? null, props };
}

export { jsx as jsxs };
