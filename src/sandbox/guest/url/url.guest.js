/**
 * URL as production has it: a thin layer over Go's net/url, with what Go does shining through. Inside, texts are Go strings.
 * @param {Glue} glue
 * @param {UrlKit} url
 */
(
  { asNative, asGoValue, kit: { exec, weakMapGet, weakMapSet, indexOf, slice, toLowerCase, matches, toText } },
  {
    cut,
    toGo,
    toJs,
    PLAIN,
    escapeBytes,
    spell,
    parse,
    splitHost,
    writeUrl,
    resolve,
    domainToASCII,
    domainToUnicode,
    constructorOf,
    defineAccessors,
    defineMethods,
    typeError,
    showField,
    show,
    newParams,
    parseParams,
    writeParams,
  },
) => {
  /**
   * @import { Accessor, GoConstructor, GoUrl, UrlKit, UrlState } from "./go-url.ts"
   * @import { Glue } from "../glue.ts"
   */
  const { defineProperty } = Object;
  const { construct } = Reflect;
  const { isInteger } = Number;
  const toNumber = Number;

  /** @type {(message: string, input: string) => TypeError} */
  const invalidUrl = (message, input) => {
    const error = typeError("ERR_INVALID_URL", message);
    defineProperty(error, "input", { value: toJs(input), writable: true, enumerable: true, configurable: true });
    return error;
  };

  /**
   * URL object → { url, params: null | the state of its searchParams, object: itself }.
   * @type {WeakMap<object, UrlState>}
   */
  const states = new WeakMap();
  /** @type {(object: unknown) => UrlState | undefined} */
  const find = (object) => (typeof object === "object" && object !== null ? weakMapGet(states, object) : undefined);
  /** @type {(object: unknown) => UrlState} */
  const stateOf = (object) => {
    const state = find(object);
    if (state === undefined) throw typeError("ERR_INVALID_THIS", 'Value of "this" must be of type URL');
    return state;
  };
  /**
   * Go keeps the query either as text or as parameters; the text is made again only when search or toString asks.
   * @type {(state: UrlState) => void}
   */
  const syncQuery = ({ url, params }) => {
    if (params !== null && params.list.length > 0 && url.rawQuery === "") url.rawQuery = writeParams(params.list);
  };
  /** @type {(scheme: string, port: string) => boolean} */
  const isDefaultPort = (scheme, port) => matches(/^(?:ftp:21|(?:http|ws):80|(?:https|wss):443)$/, `${scheme}:${port}`);
  /** @type {(scheme: string) => boolean} */
  const isWeb = (scheme) => matches(/^(?:https?|ftp|wss?)$/, scheme);
  /** @type {(scheme: string) => boolean} */
  const isSpecial = (scheme) => scheme === "file" || isWeb(scheme);

  /** @type {(url: GoUrl) => void} */
  const fixUrl = (url) => {
    if (isWeb(url.scheme)) {
      if (url.path === "") url.path = "/";
      const { name, port } = splitHost(url.host);
      const lower = toLowerCase(toJs(name));
      const ascii = domainToASCII(lower);
      if (ascii === null) throw invalidUrl("Invalid hostname", toGo(lower));
      if (ascii !== name) url.host = port === "" ? ascii : `${ascii}:${port}`;
    }
    url.rawQuery = escapeBytes(url.rawQuery, PLAIN.query);
  };

  /** @type {(text: string, isBase: boolean) => GoUrl} */
  const parseOrThrow = (text, isBase) => {
    const url = parse(text);
    if (url === null) throw invalidUrl(isBase ? "Invalid base URL" : "Invalid URL", text);
    if (isBase && url.scheme === "") throw invalidUrl("URL is not absolute", text);
    const { name, port } = splitHost(url.host);
    if (port !== "" && (port.length > 18 || isDefaultPort(url.scheme, `${toNumber(port)}`))) url.host = name;
    fixUrl(url);
    return url;
  };

  /** @type {GoConstructor} */
  const URL = constructorOf("createURLConstructor", (reference, base, newTarget) => {
    let url;
    if (base === undefined) {
      url = parseOrThrow(toGo(reference), true);
    } else {
      const parsedBase = parseOrThrow(toGo(base), true);
      url = resolve(parsedBase, parseOrThrow(toGo(reference), false));
    }
    const object = construct(Object, [], newTarget ?? URL);
    /** @type {UrlState} */
    const state = { url, params: null, object };
    weakMapSet(states, object, state);
    show(object, url, null);
    showField(
      object,
      "String",
      asNative(() => toJs(writeUrl(state.url))),
    );
    asGoValue(object, () => toJs(writeUrl(state.url)));
    return object;
  });

  /**
   * An accessor over the URL's state; a setter that changed something shows it in the Go fields.
   * @type {(read: (state: UrlState) => string, write?: (state: UrlState, text: string, value: unknown) => void) => Accessor}
   */
  const field = (read, write) => ({
    get() {
      return toJs(read(stateOf(this)));
    },
    set:
      write &&
      {
        /** @param {unknown} value */
        set(value) {
          const state = stateOf(this);
          write(state, toGo(value), value);
          show(this, state.url, state.params?.list ?? null);
        },
      }.set,
  });

  /** @type {(text: string) => boolean} */
  const canRequest = (text) => parse(text, true) !== null;

  defineAccessors(URL.prototype, {
    host: field(
      ({ url }) => url.host,
      ({ url }, host) => {
        if (!canRequest(`${url.scheme}://${host}`)) return;
        url.host = host;
        fixUrl(url);
      },
    ),
    hash: field(
      ({ url }) => (url.fragment === "" ? "" : `#${spell(url.fragment, url.rawFragment, "fragment")}`),
      ({ url }, hash) => {
        url.fragment = hash[0] === "#" ? slice(hash, 1) : hash;
      },
    ),
    hostname: field(
      ({ url }) => cut(url.host, ":").before,
      ({ url }, name) => {
        if (indexOf(name, ":") >= 0 || !canRequest(`${url.scheme}://${name}`)) return;
        const { port } = splitHost(url.host);
        url.host = port === "" ? name : `${name}:${port}`;
        fixUrl(url);
      },
    ),
    href: field(
      ({ url }) => writeUrl(url),
      (state, href) => {
        state.url = parseOrThrow(href, true);
      },
    ),
    pathname: field(
      ({ url }) => spell(url.path, url.rawPath, "path"),
      ({ url }, path) => {
        if (parse(path) !== null) url.path = isWeb(url.scheme) && path[0] !== "/" ? `/${path}` : path;
      },
    ),
    origin: field(({ url }) => `${url.scheme}://${splitHost(url.host).name}`),
    password: field(
      ({ url }) => url.user?.password ?? "",
      ({ url }, password) => {
        url.user = { name: url.user?.name ?? "", password };
      },
    ),
    username: field(
      ({ url }) => url.user?.name ?? "",
      ({ url }, name) => {
        url.user = { name, password: url.user?.password ?? null };
      },
    ),
    port: field(
      ({ url }) => splitHost(url.host).port,
      ({ url }, text, value) => {
        if (url.scheme === "file") return;
        const { name } = splitHost(url.host);
        const digits = exec(/^[0-9]+/, text);
        if (
          isInteger(value)
            ? /** @type {number} */ (value) < 0
            : digits === null && (text === "" || matches(/[0-9]/, text))
        ) {
          url.host = name;
        } else if (digits !== null) {
          const port = toNumber(digits[0]);
          if (port <= 0xffff) url.host = isDefaultPort(url.scheme, `${port}`) ? name : `${name}:${port}`;
        }
      },
    ),
    protocol: field(
      ({ url }) => `${url.scheme}:`,
      ({ url }, protocol) => {
        const scheme = toLowerCase(cut(protocol, ":").before);
        if (isSpecial(url.scheme) === isSpecial(scheme) && canRequest(`${scheme}://${url.host}`)) url.scheme = scheme;
      },
    ),
    search: field(
      (state) => {
        syncQuery(state);
        return state.url.rawQuery === "" ? "" : `?${state.url.rawQuery}`;
      },
      ({ url, params }, search) => {
        url.rawQuery = escapeBytes(search, PLAIN.query);
        if (params !== null) params.list = parseParams(url.rawQuery);
      },
    ),
    searchParams: {
      get() {
        const state = stateOf(this);
        state.params ??= { list: parseParams(state.url.rawQuery), owner: state };
        return newParams(state.params);
      },
    },
  });
  defineMethods(URL.prototype, {
    toString() {
      const state = stateOf(this);
      syncQuery(state);
      return toJs(writeUrl(state.url));
    },
    toJSON() {
      const state = stateOf(this);
      syncQuery(state);
      return toJs(writeUrl(state.url));
    },
  });

  /**
   * The text of a URL; null for anything else.
   * @type {UrlKit["hrefOf"]}
   */
  const hrefOf = (object) => {
    const state = find(object);
    return state === undefined ? null : toJs(writeUrl(state.url));
  };

  return {
    URL,
    hrefOf,
    domainToASCII: asNative((domain) => domainToASCII(toText(domain)) ?? ""),
    domainToUnicode: asNative((domain) => domainToUnicode(toText(domain)) ?? ""),
  };
};
