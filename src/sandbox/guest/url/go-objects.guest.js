/**
 * How goja shows Go's objects, constructors and errors to authors; for the url module.
 * @param {Glue} glue
 * @param {UrlKit} url
 */
({ asNative }, { toJs }) => {
  /**
   * @import { GoConstructor, UrlKit } from "./go-url.ts"
   * @import { Glue } from "../glue.ts"
   */
  const { defineProperty, keys } = Object;
  const NativeTypeError = TypeError;
  const GO_MODULE = "github.com/kinde-oss/workflows-runtime/gojaRuntime/url.(*urlModule).";

  /**
   * A constructor that works with and without `new`; its name is the Go function's, as production shows it.
   * @type {UrlKit["constructorOf"]}
   */
  const constructorOf = (name, make) => {
    const made = /** @type {GoConstructor} */ (
      /** @param {unknown[]} args */
      function (...args) {
        return make(args[0], args[1], new.target);
      }
    );
    defineProperty(made, "name", { value: `${GO_MODULE}${name}.func1` });
    defineProperty(made, "prototype", { value: {} });
    defineProperty(made.prototype, "constructor", { value: made });
    return asNative(made);
  };
  /** @type {UrlKit["defineAccessors"]} */
  const defineAccessors = (target, accessors) => {
    const names = keys(accessors);
    for (let i = 0; i < names.length; i++) {
      const { get, set } = accessors[names[i]];
      const accessor = { get: asNative(get), set: set && asNative(set), enumerable: true };
      defineProperty(target, names[i], /** @type {PropertyDescriptor} */ (accessor));
    }
  };
  /** @type {UrlKit["defineMethods"]} */
  const defineMethods = (target, methods) => {
    const names = keys(methods);
    for (let i = 0; i < names.length; i++)
      /** @type {Record<string, unknown>} */ (target)[names[i]] = asNative(methods[names[i]]);
  };

  const errorToString = asNative(
    {
      /** @this {TypeError & { code: string }} */
      toString() {
        return `${this.name} [${this.code}]: ${this.message}`;
      },
    }.toString,
  );
  /** @type {UrlKit["typeError"]} */
  const typeError = (code, message) => {
    const error = new NativeTypeError(message);
    defineProperty(error, "code", { value: code, writable: true, enumerable: true, configurable: true });
    defineProperty(error, "toString", { value: errorToString, writable: true, configurable: true });
    return error;
  };

  /**
   * Shows the fields of a Go struct, which production's objects have for all to see.
   * @type {UrlKit["showField"]}
   */
  const showField = (object, name, value) => defineProperty(object, name, { value, writable: true, enumerable: true });
  /** @type {UrlKit["show"]} */
  const show = (object, url, params) => {
    /** @type {{ Name: string, Value: string }[] | null} */
    const list = params && [];
    for (let i = 0; list && i < params.length; i++) list[i] = { Name: toJs(params[i][0]), Value: toJs(params[i][1]) };
    const fields = url && {
      Scheme: url.scheme,
      Opaque: toJs(url.opaque),
      User: url.user && {},
      Host: toJs(url.host),
      Path: toJs(url.path),
      RawPath: toJs(url.rawPath),
      OmitHost: url.omitHost,
      ForceQuery: url.forceQuery,
      RawQuery: url.rawQuery,
      Fragment: toJs(url.fragment),
      RawFragment: toJs(url.rawFragment),
    };
    showField(object, "Url", fields);
    showField(object, "SearchParams", list);
  };

  return { constructorOf, defineAccessors, defineMethods, typeError, showField, show };
};
