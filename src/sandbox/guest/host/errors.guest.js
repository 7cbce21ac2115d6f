/**
 * Keeps the stack frames of every error, gives errors production's `stack`, and tells the host what was thrown.
 * @param {Glue} glue
 * @param {Host} host
 */
(glue, host) => {
  /** @import { Glue, Host, Site, Sites } from "../glue.ts" */
  const {
    apply,
    bare,
    create,
    defineProperty,
    Error: NativeError,
    getOwnPropertyDescriptor,
    list,
    String: toText,
    stringify,
  } = glue.kit;
  const { construct, isError, symbolDescription, weakMapGet, weakMapSet, wellFormed } = glue.kit;
  const { assign } = Object;
  const MAX_FRAMES = 100;
  /** What is copied out of the engine of an error's texts and of a function's name, in UTF-16 units. */
  const MAX_TEXT = 100_000;
  const MAX_NAME = 1_000;

  /** @type {Sites | null} */
  let sample = null;
  NativeError.stackTraceLimit = MAX_FRAMES;
  NativeError.prepareStackTrace = (_error, sites) => {
    sample = sites;
  };
  new NativeError();
  const callSite = glue.kit.getPrototypeOf(/** @type {Sites} */ (/** @type {unknown} */ (sample))[0]);
  /** @type {<Name extends keyof Site>(name: Name) => (site: Site) => ReturnType<Site[Name]>} */
  const read = (name) => {
    const method = callSite[name];
    return (site) => apply(method, site, noArguments);
  };
  const noArguments = list();
  const fileOf = read("getFileName");
  const lineOf = read("getLineNumber");
  const columnOf = read("getColumnNumber");
  const functionOf = read("getFunctionName");
  const isNative = read("isNative");

  /** @type {WeakMap<object, Sites>} */
  const sitesOf = new glue.kit.WeakMap();
  let wanted = false;
  /** @type {Sites | null} */
  let seen = null;
  /** @type {Sites | null} */
  let latest = null;

  const stackProperty = bare({
    /** @this {Error} */
    get() {
      const sites = weakMapGet(sitesOf, this);
      if (sites === undefined) return undefined;
      const text = `${header(this)}\n${nativeFrame(sites)}${host.frames(encodeSites(sites))}\n`;
      replaceStack(this, text);
      return text;
    },
    /**
     * @this {object}
     * @param {unknown} value
     */
    set(value) {
      replaceStack(this, value);
    },
    enumerable: false,
    configurable: true,
  });
  /**
   * The built-in function that the author's first frame called stands before it.
   * @type {(sites: Sites) => string}
   */
  function nativeFrame(sites) {
    let at = 0;
    while (at < sites.length && fileOf(sites[at]) !== glue.authorFile) at++;
    if (at === 0 || fileOf(sites[at - 1]) === glue.packageName) return "";
    const name = oneLine(functionOf(sites[at - 1]));
    return name === "" ? "" : `\tat ${name} (native)\n`;
  }
  /** @type {(error: object, value: unknown) => void} */
  function replaceStack(error, value) {
    defineProperty(error, "stack", bare({ value, writable: true, enumerable: false, configurable: true }));
  }

  NativeError.prepareStackTrace = (error, sites) => {
    if (wanted) {
      seen = sites;
      return undefined;
    }
    // The engine asks again at every frame that an object passes on its way up; the first answer is the whole stack.
    if (weakMapGet(sitesOf, error) !== undefined) return "";
    latest = sites;
    weakMapSet(sitesOf, error, sites);
    if (!isError(error)) return "";
    glue.reword?.(error, sites.length > 0 && isNative(sites[0]) ? functionOf(sites[0]) : undefined, () =>
      encodeSites(sites),
    );
    defineProperty(error, "stack", stackProperty);
    return "";
  };
  /** How the author's code uses the property that it read from nothing, as the host sees it in the source. */
  glue.usageOf = (sites, name) => host.usageOf(sites, name);
  /**
   * What a failure was given, for production's words; undefined where nobody knows. The host may end the run here, to have the program
   * traced and run once more.
   */
  glue.tell = (sites, nativeName, message) => {
    if (host.unclear(sites) !== undefined) for (;;);
    return nativeName === undefined ? undefined : glue.natives.tracing?.native(nativeName, message);
  };
  delete NativeError.prepareStackTrace;
  delete NativeError.stackTraceLimit;
  delete NativeError.captureStackTrace;
  delete NativeError.prototype.stack;

  /**
   * The error class of a failure inside the host, as production has it.
   * @param {unknown} [message]
   */
  function GoError(message) {
    return construct(NativeError, [message === undefined ? "" : toText(message)], new.target ?? GoError);
  }
  defineProperty(GoError, "prototype", { value: create(NativeError.prototype), writable: false });
  for (const [name, value] of /** @type {[string, unknown][]} */ ([
    ["constructor", GoError],
    ["message", ""],
    ["name", "GoError"],
  ])) {
    defineProperty(GoError.prototype, name, { value, writable: true, enumerable: false, configurable: true });
  }
  glue.kit.setPrototypeOf(GoError, NativeError);
  defineProperty(globalThis, "GoError", { value: GoError, writable: true, enumerable: false, configurable: true });
  glue.goError = (message) =>
    // Go's own error stands in `value`; of what it holds nothing shows.
    assign(new /** @type {ErrorConstructor} */ (/** @type {unknown} */ (GoError))(message), { value: {} });

  /** The file of the author's code, as stack frames name it. */
  glue.authorFile = "";
  const MAX_PLACES = 4;

  /** The author's nearest frames at this moment, each under the frame it called: as `encodeSites` writes them. */
  glue.place = () => {
    wanted = true;
    new NativeError();
    wanted = false;
    const sites = /** @type {Sites} */ (/** @type {unknown} */ (seen));
    seen = null;
    let text = "";
    for (let at = 0, found = 0; at < sites.length && found < MAX_PLACES; at++) {
      if (fileOf(sites[at]) !== glue.authorFile) continue;
      if (at > 0) text += encodeSite(sites[at - 1]);
      text += encodeSite(sites[at]);
      found++;
    }
    return text;
  };

  /** Frames of the error made last, such as the one of an interrupt that no code can catch. */
  glue.latestSites = () => (latest === null ? "" : encodeSites(latest));

  /**
   * One line per frame: file, line, column and function name, divided by tabs.
   * @type {(sites: Sites) => string}
   */
  function encodeSites(sites) {
    let text = "";
    for (let at = 0; at < sites.length; at++) text += encodeSite(sites[at]);
    return text;
  }

  /** @type {(site: Site) => string} */
  const encodeSite = (site) =>
    `${fileOf(site) ?? ""}\t${lineOf(site) ?? ""}\t${columnOf(site) ?? ""}\t${oneLine(functionOf(site))}\n`;

  const MAX_LINES = 200;
  /** @type {Record<string, string>} */
  const lines = create(null);
  let lineCount = 0;

  /**
   * A name as it stands between the quotes of JSON; few functions make most of all frames.
   * @type {(name: string | undefined) => string}
   */
  function oneLine(name) {
    const kept = capped(name ?? "", MAX_NAME);
    const known = lines[kept];
    if (known !== undefined) return known;
    const text = stringify(wellFormed(kept));
    const line = glue.kit.slice(text, 1, text.length - 1);
    if (lineCount < MAX_LINES) lines[kept] = line;
    lineCount++;
    return line;
  }

  /**
   * `name: message` as ECMA-262's NativeError.prototype.toString has it, read now.
   * @type {(error: Error) => string}
   */
  function header(error) {
    const name = error.name === undefined ? "Error" : toText(error.name);
    const message = error.message === undefined ? "" : toText(error.message);
    if (name === "") return message;
    return message === "" ? name : `${name}: ${message}`;
  }

  /** @type {(text: string, limit: number) => string} */
  const capped = (text, limit) => (text.length > limit ? `${glue.kit.slice(text, 0, limit)}…` : text);
  /** @type {(text: string) => string} */
  const quoted = (text) => stringify(wellFormed(capped(text, MAX_TEXT)));
  /** @type {(value: object, name: "name" | "message") => string} */
  const memberText = (value, name) => {
    try {
      const member = /** @type {Error} */ (value)[name];
      return typeof member === "string" ? member : "";
    } catch {
      return "";
    }
  };

  const NOTHING_THROWN = "TypeError: Cannot convert undefined or null to object";

  /** What was thrown, as JSON: `text` as production reports it, `name`, `message` and the frames. */
  glue.describe = (thrown, isNested) => {
    if (thrown === undefined || thrown === null) {
      return `{"text":${quoted(NOTHING_THROWN)},"name":"TypeError","message":${quoted(glue.kit.slice(NOTHING_THROWN, 11))},"sites":""}`;
    }
    const isObject = typeof thrown === "object" || typeof thrown === "function";
    let text;
    try {
      if (typeof thrown === "symbol") text = symbolDescription(thrown) ?? "";
      else if (isObject && "stack" in thrown) {
        const own = getOwnPropertyDescriptor(thrown, "stack");
        text = own?.get === stackProperty.get ? header(/** @type {Error} */ (thrown)) : goText(thrown.stack);
      } else text = toText(thrown);
    } catch (error) {
      if (isNested) text = "";
      else return glue.describe(error, true);
    }
    const sites = isObject ? weakMapGet(sitesOf, thrown) : undefined;
    const name = isObject && isError(thrown) ? memberText(thrown, "name") : "";
    const message = isObject ? memberText(thrown, "message") : text;
    return `{"text":${quoted(text)},"name":${quoted(name)},"message":${quoted(message)},"sites":${stringify(sites ? encodeSites(sites) : "")}}`;
  };

  /**
   * How Go prints a value that stands where a stack is expected.
   * @type {(value: unknown) => string}
   */
  function goText(value) {
    if (value === undefined || value === null) return "<nil>";
    return typeof value === "symbol" ? (symbolDescription(value) ?? "") : toText(value);
  }
};
