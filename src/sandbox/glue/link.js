/** Guest script: links the units of a program and Kinde's package, calls the default export, and hands exports and results to the host. */
(function installLink(glue, host) {
  const { apply, bare, create, list, slice, split, String: toText } = glue.is;
  const { MAP } = glue.go;

  const units = create(null);
  const modules = create(null);
  /** Endings that esbuild tries, in its order. */
  const ENDINGS = ["", ".tsx", ".ts", ".jsx", ".js", ".json"];
  const REWRITTEN = bare({ ".js": [".ts", ".tsx"], ".jsx": [".tsx"] });
  glue.is.setPrototypeOf(ENDINGS, null);

  /** `factory` is the unit as `function (exports, require, module)`. */
  glue.addUnit = (file, factory) => {
    units[file] = factory;
    if (file !== glue.packageName) glue.authorFiles[file] = true;
  };

  function resolve(from, name) {
    const parts = split(from, "/");
    const path = list();
    for (let at = 0; at < parts.length - 1; at++) path[at] = parts[at];
    const steps = split(name, "/");
    for (let at = 0; at < steps.length; at++) {
      if (steps[at] === "..") path.length = path.length > 0 ? path.length - 1 : 0;
      else if (steps[at] !== "." && steps[at] !== "") path[path.length] = steps[at];
    }
    let base = "";
    for (let at = 0; at < path.length; at++) base += at === 0 ? path[at] : `/${path[at]}`;
    for (let at = 0; at < ENDINGS.length; at++) if (base + ENDINGS[at] in units) return base + ENDINGS[at];
    for (const ending in REWRITTEN) {
      const stem = base.length - ending.length;
      if (stem < 0 || slice(base, stem, base.length) !== ending) continue;
      const others = REWRITTEN[ending];
      for (let at = 0; at < others.length; at++) {
        const candidate = slice(base, 0, stem) + others[at];
        if (candidate in units) return candidate;
      }
    }
    for (let at = 1; at < ENDINGS.length; at++) {
      const index = `${base === "" ? "" : `${base}/`}index${ENDINGS[at]}`;
      if (index in units) return index;
    }
    return undefined;
  }

  function load(file) {
    const loaded = modules[file];
    if (loaded !== undefined) return loaded.exports;
    const module = { exports: {} };
    modules[file] = module;
    if (file === glue.entry) globalThis.module = module;
    apply(units[file], undefined, [module.exports, (name) => request(file, name), module, glue.natives.words]);
    return module.exports;
  }

  function request(from, name) {
    if (typeof name === "string" && name in units) return load(name);
    if (typeof name === "string" && name[0] === ".") {
      const file = resolve(from, name);
      if (file !== undefined) return load(file);
    }
    return runtimeRequire(name);
  }

  /** Modules of the engine that the runtime's own `require` finds, by name. */
  glue.nativeModules = create(null);
  /** The engine's modules, granted or not. */
  glue.natives = create(null);
  glue.addNative = (name, module) => {
    glue.natives[name] = module;
  };

  function runtimeRequire(name) {
    const text = toText(name);
    const bare = slice(text, 0, 5) === "node:" ? slice(text, 5, text.length) : text;
    if (bare in glue.nativeModules) return glue.nativeModules[bare];
    const isPath = text[0] === "." || text[0] === "/";
    throw glue.goError(`not permitted to load file ${isPath ? text : `node_modules/${text}`}`);
  }
  globalThis.require = { require: (name) => runtimeRequire(name) }.require;
  globalThis.module = { exports: {} };

  /** Evaluates the entry and everything it imports. */
  glue.evaluate = (entry) => {
    glue.entry = entry;
    load(entry);
  };

  const exportsNow = () => modules[glue.entry].exports;

  /** @returns "" when the default export is a function, else what production says. */
  glue.checkDefault = () => {
    const exported = exportsNow();
    if (exported === null || exported === undefined) return "no default export";
    if (!("default" in Object(exported))) return "no default export";
    return typeof exported.default === "function" ? "" : "no default function exported";
  };

  /** The exported settings as text, "" when there are none; "!" and Go's name of their type when they are no map. */
  glue.settings = () => {
    const exported = exportsNow();
    const settings = exported.workflowSettings;
    if (settings === undefined || settings === null) return "";
    const go = glue.exportValue(settings);
    return go.kind === MAP ? glue.encode(go, true) : `!${goType(go)}`;
  };

  /** Go's name for the type of an exported value, as its panics spell it. */
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
    const main = exportsNow().default;
    const args = eventText === "" ? [] : [glue.toValue(glue.fromJson(eventText))];
    return apply(main, undefined, args);
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
});
