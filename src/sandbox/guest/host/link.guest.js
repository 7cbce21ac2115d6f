/**
 * Joins the workflow with Kinde's package, calls the default export, and hands exports and results to the host.
 * @param {Glue} glue
 * @param {Host} host
 */
(glue, host) => {
  /** @import { Factory, Glue, GoValue, Host, Module } from "../glue.ts" */
  const { apply, create, slice, String: toText } = glue.kit;
  const { MAP } = glue.go;

  /**
   * Kinde's package, as `function (exports, require, module)`.
   * @type {Factory}
   */
  let packageFactory;
  /** @type {Module | undefined} */
  let packageModule;
  /**
   * The workflow's module.
   * @type {Module}
   */
  let main;

  glue.addPackage = (factory) => {
    packageFactory = factory;
  };

  /** @type {(module: Module, factory: Factory) => unknown} */
  function load(module, factory) {
    apply(factory, undefined, [module.exports, require, module, glue.natives.tracing]);
    return module.exports;
  }

  /**
   * A project's own files are in the bundle: what is still asked for by name is Kinde's package or the engine's.
   * @type {(name: string) => unknown}
   */
  const require = (name) => {
    if (name !== glue.packageName) return runtimeRequire(name);
    if (packageModule !== undefined) return packageModule.exports;
    packageModule = { exports: {} };
    return load(packageModule, packageFactory);
  };

  /** Modules of the engine that the runtime's own `require` finds, by name. */
  glue.nativeModules = create(null);
  /** The engine's modules, granted or not. */
  glue.natives = create(null);
  glue.addNative = (name, module) => {
    glue.natives[name] = module;
  };

  /** @type {(name: unknown) => unknown} */
  function runtimeRequire(name) {
    const text = toText(name);
    const bare = slice(text, 0, 5) === "node:" ? slice(text, 5, text.length) : text;
    if (bare in glue.nativeModules) return glue.nativeModules[bare];
    const isPath = text[0] === "." || text[0] === "/";
    throw glue.goError(`not permitted to load file ${isPath ? text : `node_modules/${text}`}`);
  }
  const globals = /** @type {{ require?: unknown, module?: Module }} */ (globalThis);
  globals.require = { require: /** @param {unknown} name */ (name) => runtimeRequire(name) }.require;
  globals.module = { exports: {} };

  /** Evaluates the workflow, whose one unit is `factory`. */
  glue.evaluate = (file, factory) => {
    glue.authorFile = file;
    main = { exports: {} };
    globals.module = main;
    load(main, factory);
  };

  /** @returns "" when the default export is a function, else what production says. */
  glue.checkDefault = () => {
    const exported = main.exports;
    if (exported === null || exported === undefined) return "no default export";
    if (!("default" in Object(exported))) return "no default export";
    return typeof exported.default === "function" ? "" : "no default function exported";
  };

  /** The exported settings as text, "" when there are none; "!" and Go's name of their type when they are no map. */
  glue.settings = () => {
    const exported = main.exports;
    const settings = exported.workflowSettings;
    if (settings === undefined || settings === null) return "";
    const go = /** @type {Exclude<GoValue, null | string | number | boolean | bigint>} */ (glue.exportValue(settings));
    return go.kind === MAP ? glue.encode(go, true) : `!${goType(go)}`;
  };

  /**
   * Go's name for the type of an exported value, as its panics spell it.
   * @type {(go: GoValue) => string}
   */
  function goType(go) {
    switch (typeof go) {
      case "string":
        return "string";
      case "boolean":
        return "bool";
      case "bigint":
        return "*big.Int";
      case "number":
        return go % 1 === 0 ? "int64" : "float64";
    }
    if (go === null) return "nil";
    if (go.kind === MAP) return "map[string]interface {}";
    if (go.kind === glue.go.SLICE) return "[]interface {}";
    if (go.kind === glue.go.TIME) return "time.Time";
    return typeof go.value === "function" ? "func(goja.FunctionCall) goja.Value" : "goja.Proxy";
  }

  /** Calls the default export with the event (JSON text, "" for none) and gives back what it returned. */
  glue.start = (eventText) => {
    const workflow = /** @type {Function} */ (main.exports.default);
    const args = eventText === "" ? [] : [glue.toValue(glue.fromJson(eventText))];
    return apply(workflow, undefined, args);
  };

  /** What the default export's promise resolved to; "" for nothing. */
  glue.encodeResult = (value) =>
    value === undefined || value === null ? "" : glue.encode(glue.exportValue(value), false);

  glue.typeOfResult = (value) => goType(glue.exportValue(value));

  /** Ends the run: the host has set its flag, and only the engine's interrupt leaves this loop. */
  glue.stop = (limit, text) => {
    host.stop(limit, text);
    for (;;);
  };
};
