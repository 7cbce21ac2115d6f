/**
 * URL and URLSearchParams as production has them: a thin layer over Go's net/url, with what Go does shining through.
 * Inside, texts are Go strings: one character per UTF-8 byte.
 */
(function installUrl(kit) {
  "use strict";
  const { asNative, asGoValue } = kit;
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const { defineProperty, setPrototypeOf, keys } = Object;
  const { construct } = Reflect;
  const { iterator, toStringTag } = Symbol;
  const encode = encodeURIComponent;
  const decode = decodeURIComponent;
  const toBinary = unescape;
  const fromBinary = escape;
  const { fromCharCode, fromCodePoint } = String;
  const charCodeAt = uncurry(String.prototype.charCodeAt);
  const codePointAt = uncurry(String.prototype.codePointAt);
  const indexOf = uncurry(String.prototype.indexOf);
  const lastIndexOf = uncurry(String.prototype.lastIndexOf);
  const slice = uncurry(String.prototype.slice);
  const toLowerCase = uncurry(String.prototype.toLowerCase);
  const toUpperCase = uncurry(String.prototype.toUpperCase);
  const toWellFormed = uncurry(String.prototype.toWellFormed);
  const numberToString = uncurry(Number.prototype.toString);
  const description = uncurry(Object.getOwnPropertyDescriptor(Symbol.prototype, "description").get);
  const exec = uncurry(RegExp.prototype.exec);
  const sortArray = uncurry(Array.prototype.sort);
  const getFrom = uncurry(WeakMap.prototype.get);
  const setIn = uncurry(WeakMap.prototype.set);
  const NativeTypeError = TypeError;
  const isInteger = Number.isInteger;
  const parseDecimal = Number;

  const matches = (pattern, text) => exec(pattern, text) !== null;
  /** The text before and after the first separator, as strings.Cut. */
  const cut = (text, separator) => {
    const at = indexOf(text, separator);
    return at < 0
      ? { before: text, after: "", found: false }
      : { before: slice(text, 0, at), after: slice(text, at + 1), found: true };
  };

  // ---- Go strings ----

  const toGo = (value) => {
    const text = typeof value === "symbol" ? (description(value) ?? "") : `${value}`;
    return matches(/[^\0-\x7f]/, text) ? toBinary(encode(toWellFormed(text))) : text;
  };

  const invalidRune =
    /^(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2})/;

  const toJs = (bytes) => {
    if (!matches(/[^\0-\x7f]/, bytes)) return bytes;
    try {
      return decode(fromBinary(bytes));
    } catch {
      let text = "";
      for (let at = 0; at < bytes.length; ) {
        const rune = exec(invalidRune, slice(bytes, at, at + 4));
        text += rune === null ? "\ufffd" : decode(fromBinary(rune[0]));
        at += rune === null ? 1 : rune[0].length;
      }
      return text;
    }
  };

  // ---- net/url: escaping ----

  /** What each part of a URL leaves unescaped besides letters, digits and `-_.~`. */
  const PLAIN = {
    path: /[A-Za-z0-9\-_.~$&+,/:;=@]/,
    fragment: /[A-Za-z0-9\-_.~$&+,/:;=?@!()*]/,
    userinfo: /[A-Za-z0-9\-_.~$&+,;=]/,
    host: /[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]/,
    // goja_nodejs's own two tables
    query: /[!$%&(-;=?-~]/,
    parameter: /[A-Za-z0-9*+\-._]/,
  };

  const percent = (code) => `%${code < 16 ? "0" : ""}${toUpperCase(numberToString(code, 16))}`;

  const escapeBytes = (bytes, plain, spaceAsPlus = false) => {
    let text = "";
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      text += matches(plain, byte) ? byte : spaceAsPlus && byte === " " ? "+" : percent(charCodeAt(byte, 0));
    }
    return text;
  };

  /** The unescaped bytes, or null where Go reports an error. */
  const unescapeBytes = (text, part) => {
    if (part !== "host" && indexOf(text, "%") < 0) return text;
    let bytes = "";
    for (let at = 0; at < text.length; at++) {
      if (text[at] === "%") {
        const hex = exec(/^%[0-9a-fA-F]{2}/, slice(text, at, at + 3));
        if (hex === null) return null;
        const code = parseDecimal(`0x${slice(text, at + 1, at + 3)}`);
        if (part === "host" && code < 0x80 && hex[0] !== "%25") return null;
        bytes += fromCharCode(code);
        at += 2;
      } else {
        if (part === "host" && matches(/[\0-\x7f]/, text[at]) && !matches(PLAIN.host, text[at])) return null;
        bytes += text[at];
      }
    }
    return bytes;
  };

  /** A part as Go writes it: as it came where that is a valid spelling of the same bytes, else escaped anew. */
  const spell = (bytes, raw, part) => {
    if (raw !== "" && unescapeBytes(raw, part) === bytes) {
      const wrong = part === "path" ? /[^A-Za-z0-9\-_.~$&+,/:;=@!'()*[\]%]/ : /[^A-Za-z0-9\-_.~$&+,/:;=?@!'()*[\]%]/;
      if (!matches(wrong, raw)) return raw;
    }
    return part === "path" && bytes === "*" ? bytes : escapeBytes(bytes, PLAIN[part]);
  };

  // ---- net/url: parsing ----

  const setPath = (url, escaped) => {
    const path = unescapeBytes(escaped, "path");
    if (path === null) return false;
    url.path = path;
    url.rawPath = escapeBytes(path, PLAIN.path) === escaped ? "" : escaped;
    return true;
  };

  const parseHost = (text) => {
    let port = "";
    if (text[0] === "[") {
      const end = lastIndexOf(text, "]");
      if (end < 0) return null;
      port = slice(text, end + 1);
    } else {
      const colon = lastIndexOf(text, ":");
      if (colon >= 0) port = slice(text, colon);
    }
    return matches(/^(?::[0-9]*)?$/, port) ? unescapeBytes(text, "host") : null;
  };

  const parseAuthority = (url, authority) => {
    const at = lastIndexOf(authority, "@");
    const host = parseHost(slice(authority, at + 1));
    if (host === null) return false;
    url.host = host;
    if (at < 0) return true;
    const userinfo = slice(authority, 0, at);
    if (!matches(/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/, userinfo)) return false;
    const { before, after, found } = cut(userinfo, ":");
    const name = unescapeBytes(before, "userinfo");
    const password = unescapeBytes(after, "userinfo");
    if (name === null || password === null) return false;
    url.user = { name, password: found ? password : null };
    return true;
  };

  /** url.Parse, or url.ParseRequestURI with `isRequest`; null where Go reports an error. */
  const parse = (text, isRequest = false) => {
    const { before, after: fragment } = isRequest ? { before: text, after: "" } : cut(text, "#");
    if (matches(/[\0-\x1f\x7f]/, before) || (isRequest && before === "")) return null;
    const url = {
      scheme: "",
      opaque: "",
      user: null,
      host: "",
      path: "",
      rawPath: "",
      omitHost: false,
      forceQuery: false,
      rawQuery: "",
      fragment: "",
      rawFragment: "",
    };
    if (before === "*") url.path = "*";
    else if (!parseParts(url, before, isRequest)) return null;
    if (fragment !== "") {
      const bytes = unescapeBytes(fragment, "fragment");
      if (bytes === null) return null;
      url.fragment = bytes;
      url.rawFragment = escapeBytes(bytes, PLAIN.fragment) === fragment ? "" : fragment;
    }
    return url;
  };

  const parseParts = (url, text, isRequest) => {
    if (text[0] === ":") return false;
    const scheme = exec(/^([A-Za-z][A-Za-z0-9+\-.]*):/, text);
    let rest = text;
    if (scheme !== null) {
      url.scheme = toLowerCase(scheme[1]);
      rest = slice(text, scheme[0].length);
    }
    const query = cut(rest, "?");
    if (query.found && query.after === "") url.forceQuery = true;
    url.rawQuery = query.after;
    rest = query.before;
    if (rest[0] !== "/") {
      if (url.scheme !== "") {
        url.opaque = rest;
        return true;
      }
      if (isRequest || indexOf(cut(rest, "/").before, ":") >= 0) return false;
    }
    const isNetPath = slice(rest, 0, 2) === "//";
    if (isNetPath && (url.scheme !== "" || (!isRequest && slice(rest, 0, 3) !== "///"))) {
      const end = indexOf(rest, "/", 2);
      if (!parseAuthority(url, end < 0 ? slice(rest, 2) : slice(rest, 2, end))) return false;
      rest = end < 0 ? "" : slice(rest, end);
    } else if (url.scheme !== "" && rest[0] === "/") {
      url.omitHost = true;
    }
    return setPath(url, rest);
  };

  const splitHost = (host) => {
    let name = host;
    let port = "";
    const colon = lastIndexOf(host, ":");
    if (colon >= 0 && matches(/^[0-9]*$/, slice(host, colon + 1))) {
      name = slice(host, 0, colon);
      port = slice(host, colon + 1);
    }
    if (matches(/^\[[^]*\]$/, name)) name = slice(name, 1, -1);
    return { name, port };
  };

  const writeUrl = (url) => {
    let text = url.scheme === "" ? "" : `${url.scheme}:`;
    if (url.opaque !== "") {
      text += url.opaque;
    } else {
      const { user, host } = url;
      if ((url.scheme !== "" || host !== "" || user) && !(url.omitHost && host === "" && !user)) {
        if (host !== "" || url.path !== "" || user) text += "//";
        if (user) {
          text += escapeBytes(user.name, PLAIN.userinfo);
          if (user.password !== null) text += `:${escapeBytes(user.password, PLAIN.userinfo)}`;
          text += "@";
        }
        text += escapeBytes(host, PLAIN.host);
      }
      const path = spell(url.path, url.rawPath, "path");
      if (path !== "" && path[0] !== "/" && host !== "") text += "/";
      if (text === "" && indexOf(cut(path, "/").before, ":") >= 0) text += "./";
      text += path;
    }
    if (url.forceQuery || url.rawQuery !== "") text += `?${url.rawQuery}`;
    return url.fragment === "" ? text : `${text}#${spell(url.fragment, url.rawFragment, "fragment")}`;
  };

  const resolvePath = (base, reference) => {
    let full = reference;
    if (reference === "") full = base;
    else if (reference[0] !== "/") full = slice(base, 0, lastIndexOf(base, "/") + 1) + reference;
    if (full === "") return "";
    let written = "";
    let isFirst = true;
    let element;
    for (let rest = { after: full, found: true }; rest.found; ) {
      rest = cut(rest.after, "/");
      element = rest.before;
      if (element === ".") {
        isFirst = false;
      } else if (element === "..") {
        const last = lastIndexOf(written, "/");
        if (last < 0) isFirst = true;
        written = last < 0 ? "" : slice(written, 0, last);
      } else {
        written += isFirst ? element : `/${element}`;
        isFirst = false;
      }
    }
    if (element === "." || element === "..") written += "/";
    return written[0] === "/" ? written : `/${written}`;
  };

  const resolve = (base, reference) => {
    const url = { ...reference };
    if (reference.scheme === "") url.scheme = base.scheme;
    const path = spell(reference.path, reference.rawPath, "path");
    if (reference.scheme !== "" || reference.host !== "" || reference.user) {
      setPath(url, resolvePath(path, ""));
      return url;
    }
    if (reference.path === "" && !reference.forceQuery && reference.rawQuery === "") {
      url.rawQuery = base.rawQuery;
      if (reference.fragment === "") {
        url.fragment = base.fragment;
        url.rawFragment = base.rawFragment;
      }
    }
    if (reference.path === "" && base.opaque !== "") {
      url.opaque = base.opaque;
      return url;
    }
    url.host = base.host;
    url.user = base.user;
    setPath(url, resolvePath(spell(base.path, base.rawPath, "path"), path));
    return url;
  };

  // ---- Punycode (RFC 3492) ----

  const adapt = (delta, count, isFirst) => {
    let rest = isFirst ? (delta / 700) | 0 : delta >> 1;
    rest += (rest / count) | 0;
    let steps = 0;
    for (; rest > 455; steps += 36) rest = (rest / 35) | 0;
    return steps + (((36 * rest) / (rest + 38)) | 0);
  };
  const threshold = (k, bias) => (k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias);
  const digit = (value) => fromCharCode(value < 26 ? value + 97 : value + 22);

  const codePoints = (text) => {
    const points = [];
    for (let at = 0; at < text.length; at++) {
      const point = codePointAt(text, at);
      points[points.length] = point;
      if (point > 0xffff) at++;
    }
    return points;
  };

  const encodeLabel = (label) => {
    const points = codePoints(label);
    let output = "";
    for (let i = 0; i < points.length; i++) if (points[i] < 128) output += fromCharCode(points[i]);
    const basic = output.length;
    if (basic > 0) output += "-";
    let next = 128;
    let delta = 0;
    let bias = 72;
    for (let done = basic; done < points.length; next++, delta++) {
      let smallest = 0x7fffffff;
      for (let i = 0; i < points.length; i++) if (points[i] >= next && points[i] < smallest) smallest = points[i];
      delta += (smallest - next) * (done + 1);
      next = smallest;
      for (let i = 0; i < points.length; i++) {
        if (points[i] < next) delta++;
        if (points[i] !== next) continue;
        let rest = delta;
        for (let k = 36; ; k += 36) {
          const limit = threshold(k, bias);
          if (rest < limit) break;
          output += digit(limit + ((rest - limit) % (36 - limit)));
          rest = ((rest - limit) / (36 - limit)) | 0;
        }
        output += digit(rest);
        bias = adapt(delta, done + 1, done === basic);
        delta = 0;
        done++;
      }
    }
    return `xn--${output}`;
  };

  /** The label without its `xn--`, decoded; null where it is no Punycode. */
  const decodeLabel = (text) => {
    if (matches(/[^\0-\x7f]/, text)) return null;
    const split = lastIndexOf(text, "-");
    const points = codePoints(slice(text, 0, split < 0 ? 0 : split));
    let next = 128;
    let index = 0;
    let bias = 72;
    for (let at = split + 1; at < text.length; index++) {
      const before = index;
      for (let k = 36, weight = 1; ; k += 36) {
        const value = indexOf("abcdefghijklmnopqrstuvwxyz0123456789", toLowerCase(text[at++] ?? "?"));
        if (value < 0) return null;
        index += value * weight;
        const limit = threshold(k, bias);
        if (value < limit) break;
        weight *= 36 - limit;
        if (weight > 0x7fffffff || index > 0x7fffffff) return null;
      }
      const count = points.length + 1;
      bias = adapt(index - before, count, before === 0);
      next += (index / count) | 0;
      if (next > 0x10ffff) return null;
      index %= count;
      for (let i = points.length; i > index; i--) points[i] = points[i - 1];
      points[index] = next;
    }
    let label = "";
    for (let i = 0; i < points.length; i++) label += fromCodePoint(points[i]);
    return label;
  };

  /** Each label of a domain changed by `change`; null as soon as one cannot be. */
  const mapLabels = (domain, change) => {
    let output = "";
    for (let rest = { after: domain, found: true }; rest.found; ) {
      rest = cut(rest.after, ".");
      const label = change(rest.before);
      if (label === null) return null;
      output += rest.found ? `${label}.` : label;
    }
    return output;
  };
  const isAce = (label) => slice(label, 0, 4) === "xn--";
  const domainToASCII = (domain) =>
    mapLabels(domain, (label) => {
      if (isAce(label)) return decodeLabel(slice(label, 4)) === null ? null : label;
      return matches(/[^\0-\x7f]/, label) ? encodeLabel(label) : label;
    });
  const domainToUnicode = (domain) =>
    mapLabels(domain, (label) => (isAce(label) ? decodeLabel(slice(label, 4)) : label));

  // ---- errors as goja_nodejs makes them ----

  const errorToString = asNative(
    {
      toString() {
        return `${this.name} [${this.code}]: ${this.message}`;
      },
    }.toString,
  );

  const typeError = (code, message) => {
    const error = new NativeTypeError(message);
    error.code = code;
    defineProperty(error, "toString", { value: errorToString, writable: true, configurable: true });
    return error;
  };
  const invalidUrl = (message, input) => {
    const error = typeError("ERR_INVALID_URL", message);
    error.input = toJs(input);
    return error;
  };
  const missing = (names) => typeError("ERR_MISSING_ARGS", `The ${names} must be specified`);
  const NAME = '"name" argument';
  const NAME_AND_VALUE = '"name" and "value" arguments';

  // ---- the objects: hidden state, and the fields of the Go struct for all to see ----

  /** URL object → { url, params: null | params }. */
  const urlStates = new WeakMap();
  /** URLSearchParams object → { list, owner: null | the URL's state, object: itself }. `list` holds [name, value] pairs. */
  const paramsStates = new WeakMap();

  const stateOf = (object) => {
    const state = typeof object === "object" && object !== null ? getFrom(urlStates, object) : undefined;
    if (state === undefined) throw typeError("ERR_INVALID_THIS", 'Value of "this" must be of type URL');
    return state;
  };
  const paramsOf = (object) => {
    const params = typeof object === "object" && object !== null ? getFrom(paramsStates, object) : undefined;
    if (params === undefined) throw typeError("ERR_INVALID_THIS", 'Value of "this" must be of type URLSearchParams');
    return params;
  };

  const goUrl = (url) => ({
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
  });
  const goParams = (list) => {
    const fields = [];
    for (let i = 0; i < list.length; i++) fields[i] = { Name: toJs(list[i][0]), Value: toJs(list[i][1]) };
    return fields;
  };
  const showField = (object, name, value) => defineProperty(object, name, { value, writable: true, enumerable: true });
  const show = (object, url, list) => {
    showField(object, "Url", url && goUrl(url));
    showField(object, "SearchParams", list && goParams(list));
  };

  /** Go keeps the query either as text or as parameters; the text is made again only when search or toString asks. */
  const syncQuery = ({ url, params }) => {
    if (params !== null && params.list.length > 0 && url.rawQuery === "") url.rawQuery = writeParams(params.list);
  };
  const markUpdated = (object, params) => {
    if (params.owner !== null) params.owner.url.rawQuery = "";
    show(object, params.owner && params.owner.url, params.list);
  };

  const isDefaultPort = (scheme, port) => matches(/^(?:ftp:21|(?:http|ws):80|(?:https|wss):443)$/, `${scheme}:${port}`);
  const isWeb = (scheme) => matches(/^(?:https?|ftp|wss?)$/, scheme);
  const isSpecial = (scheme) => scheme === "file" || isWeb(scheme);

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

  const parseOrThrow = (text, isBase) => {
    const url = parse(text);
    if (url === null) throw invalidUrl(isBase ? "Invalid base URL" : "Invalid URL", text);
    if (isBase && url.scheme === "") throw invalidUrl("URL is not absolute", text);
    const { name, port } = splitHost(url.host);
    if (port !== "" && (port.length > 18 || isDefaultPort(url.scheme, `${parseDecimal(port)}`))) url.host = name;
    fixUrl(url);
    return url;
  };

  // The names are Go's, as production shows them.
  const GO_MODULE = "github.com/kinde-oss/workflows-runtime/gojaRuntime/url.(*urlModule).";
  const constructorNamed = (name, make) => {
    // goja's constructors work with and without `new`, and take no parameters by name
    const constructor = function () {
      return make(arguments[0], arguments[1], new.target);
    };
    defineProperty(constructor, "name", { value: `${GO_MODULE}${name}.func1`, configurable: true });
    defineProperty(constructor, "prototype", { value: {} });
    defineProperty(constructor.prototype, "constructor", { value: constructor });
    return asNative(constructor);
  };

  const URL = constructorNamed("createURLConstructor", (reference, base, newTarget) => {
    let url;
    if (base === undefined) {
      url = parseOrThrow(toGo(reference), true);
    } else {
      const parsedBase = parseOrThrow(toGo(base), true);
      url = resolve(parsedBase, parseOrThrow(toGo(reference), false));
    }
    const object = construct(Object, [], newTarget ?? URL);
    const state = { url, params: null };
    setIn(urlStates, object, state);
    show(object, url, null);
    showField(object, "String", asNative({ String: () => toJs(writeUrl(state.url)) }.String));
    asGoValue(object, () => toJs(writeUrl(state.url)));
    return object;
  });

  const URLSearchParams = constructorNamed("createURLSearchParamsConstructor", (init) =>
    newParams({
      list:
        init === undefined
          ? []
          : (typeof init === "object" && init !== null) || typeof init === "function"
            ? paramsFrom(init)
            : parseParams(toGo(init)),
      owner: null,
    }),
  );

  const newParams = (params) => {
    if (params.object !== undefined) return params.object;
    const object = setPrototypeOf({}, URLSearchParams.prototype);
    setIn(paramsStates, object, params);
    show(object, params.owner && params.owner.url, params.list);
    params.object = object;
    return object;
  };

  const defineAccessors = (target, accessors) => {
    const names = keys(accessors);
    for (let i = 0; i < names.length; i++) {
      const { get, set } = accessors[names[i]];
      defineProperty(target, names[i], { get: asNative(get), set: set && asNative(set), enumerable: true });
    }
  };
  const defineMethods = (target, methods) => {
    const names = keys(methods);
    for (let i = 0; i < names.length; i++) target[names[i]] = asNative(methods[names[i]]);
  };
  /** An accessor over the URL's state; a setter that changed something shows it in the Go fields. */
  const field = (read, write) => ({
    get() {
      return toJs(read(stateOf(this)));
    },
    set:
      write &&
      {
        set(value) {
          const state = stateOf(this);
          write(state, toGo(value), value);
          show(this, state.url, state.params && state.params.list);
        },
      }.set,
  });

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
      ({ url }) => (url.user && url.user.password) ?? "",
      ({ url }, password) => {
        url.user = { name: url.user ? url.user.name : "", password };
      },
    ),
    username: field(
      ({ url }) => (url.user ? url.user.name : ""),
      ({ url }, name) => {
        url.user = { name, password: url.user && url.user.password };
      },
    ),
    port: field(
      ({ url }) => splitHost(url.host).port,
      ({ url }, text, value) => {
        if (url.scheme === "file") return;
        const { name } = splitHost(url.host);
        const digits = exec(/^[0-9]+/, text);
        if (isInteger(value) ? value < 0 : digits === null && (text === "" || matches(/[0-9]/, text))) {
          url.host = name;
        } else if (digits !== null) {
          const port = parseDecimal(digits[0]);
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
        show(this, state.url, state.params.list);
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

  // ---- URLSearchParams ----

  const unescapeParam = (text) => {
    let bytes = "";
    for (let at = 0; at < text.length; at++) {
      const hex = text[at] === "%" ? exec(/^%[0-9a-fA-F]{2}/, slice(text, at, at + 3)) : null;
      if (hex !== null) {
        bytes += fromCharCode(parseDecimal(`0x${slice(text, at + 1, at + 3)}`));
        at += 2;
      } else {
        bytes += text[at] === "+" ? " " : text[at];
      }
    }
    return bytes;
  };

  const parseParams = (query) => {
    const list = [];
    for (let rest = { after: query[0] === "?" ? slice(query, 1) : query, found: true }; rest.found; ) {
      rest = cut(rest.after, "&");
      const { before, after } = cut(rest.before, "=");
      if (rest.before !== "") list[list.length] = [unescapeParam(before), unescapeParam(after)];
    }
    return list;
  };

  const writeParams = (list) => {
    let text = "";
    for (let i = 0; i < list.length; i++) {
      const { 0: name, 1: value } = list[i];
      text += `${i === 0 ? "" : "&"}${escapeBytes(name, PLAIN.parameter, true)}=${escapeBytes(value, PLAIN.parameter, true)}`;
    }
    return text;
  };

  const paramsFrom = (object) => {
    const list = [];
    if (object[iterator] === undefined || object[iterator] === null) {
      const names = keys(object);
      for (let i = 0; i < names.length; i++) list[i] = [toGo(names[i]), toGo(object[names[i]])];
      return list;
    }
    const own = getFrom(paramsStates, object);
    if (own !== undefined) {
      for (let i = 0; i < own.list.length; i++) list[i] = [own.list[i][0], own.list[i][1]];
      return list;
    }
    const wrongTuple = () => typeError("ERR_INVALID_TUPLE", "Each query pair must be an iterable [name, value] tuple");
    for (const item of object) {
      const pair = [];
      for (const part of item) {
        if (pair.length === 2) throw wrongTuple();
        pair[pair.length] = toGo(part);
      }
      if (pair.length < 2) throw wrongTuple();
      list[list.length] = pair;
    }
    return list;
  };

  const iteratorStates = new WeakMap();
  const ParamsIterator = {};
  defineMethods(ParamsIterator, {
    next() {
      const state = typeof this === "object" && this !== null ? getFrom(iteratorStates, this) : undefined;
      if (state === undefined)
        throw typeError("ERR_INVALID_THIS", 'Value of "this" must be of type URLSearchParamIterator');
      const pair = state.params.list[state.next];
      if (pair === undefined) return { value: undefined, done: true };
      state.next++;
      return { value: state.read(pair), done: false };
    },
  });
  defineProperty(ParamsIterator, toStringTag, { value: "URLSearchParams Iterator" });
  const newIterator = (object, read) => {
    const params = paramsOf(object);
    const created = setPrototypeOf({}, ParamsIterator);
    setIn(iteratorStates, created, { params, read, next: 0 });
    return created;
  };

  defineMethods(URLSearchParams.prototype, {
    append() {
      if (arguments.length < 2) throw missing(NAME_AND_VALUE);
      const params = paramsOf(this);
      params.list[params.list.length] = [toGo(arguments[0]), toGo(arguments[1])];
      markUpdated(this, params);
    },
    delete() {
      const params = paramsOf(this);
      if (arguments.length < 1) throw missing(NAME);
      const name = toGo(arguments[0]);
      const { list } = params;
      let kept = 0;
      for (let i = 0; i < list.length; i++) {
        const isGone =
          list[i][0] === name &&
          (arguments.length === 1 || (arguments[1] !== undefined && list[i][1] === toGo(arguments[1])));
        if (!isGone) list[kept++] = list[i];
      }
      list.length = kept;
      markUpdated(this, params);
    },
    entries() {
      return newIterator(this, (pair) => [toJs(pair[0]), toJs(pair[1])]);
    },
    forEach() {
      const { list } = paramsOf(this);
      const callback = arguments[0];
      if (arguments.length !== 1 || typeof callback !== "function")
        throw typeError("ERR_INVALID_ARG_TYPE", 'The "callback" argument must be of type function.');
      // Kinde's copy of the module gives the name first
      for (let i = 0; i < list.length; i++) callback(toJs(list[i][0]), toJs(list[i][1]), this);
    },
    get() {
      const { list } = paramsOf(this);
      if (arguments.length < 1) throw missing(NAME);
      const name = toGo(arguments[0]);
      for (let i = 0; i < list.length; i++) if (list[i][0] === name) return toJs(list[i][1]);
      return null;
    },
    getAll() {
      const { list } = paramsOf(this);
      if (arguments.length < 1) throw missing(NAME);
      const name = toGo(arguments[0]);
      const values = [];
      for (let i = 0; i < list.length; i++) if (list[i][0] === name) values[values.length] = toJs(list[i][1]);
      return values;
    },
    has() {
      const { list } = paramsOf(this);
      if (arguments.length < 1) throw missing(NAME);
      const name = toGo(arguments[0]);
      const value = arguments[1] === undefined ? undefined : toGo(arguments[1]);
      for (let i = 0; i < list.length; i++)
        if (list[i][0] === name && (value === undefined || list[i][1] === value)) return true;
      return false;
    },
    keys() {
      return newIterator(this, (pair) => toJs(pair[0]));
    },
    set() {
      const params = paramsOf(this);
      if (arguments.length < 2) throw missing(NAME_AND_VALUE);
      const name = toGo(arguments[0]);
      const value = toGo(arguments[1]);
      const { list } = params;
      let kept = 0;
      let isFound = false;
      for (let i = 0; i < list.length; i++) {
        if (list[i][0] === name) {
          if (isFound) continue;
          isFound = true;
          list[i] = [name, value];
        }
        list[kept++] = list[i];
      }
      list.length = kept;
      if (!isFound) list[kept] = [name, value];
      markUpdated(this, params);
    },
    sort() {
      const params = paramsOf(this);
      sortArray(params.list, (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
      markUpdated(this, params);
    },
    toString() {
      return writeParams(paramsOf(this).list);
    },
    values() {
      return newIterator(this, (pair) => toJs(pair[1]));
    },
  });
  defineAccessors(URLSearchParams.prototype, {
    size: {
      get() {
        return paramsOf(this).list.length;
      },
    },
  });
  defineProperty(URLSearchParams.prototype, iterator, {
    value: URLSearchParams.prototype.entries,
    writable: true,
    enumerable: true,
  });

  return {
    URL,
    URLSearchParams,
    domainToASCII: asNative((domain) => domainToASCII(`${domain}`) ?? ""),
    domainToUnicode: asNative((domain) => domainToUnicode(`${domain}`) ?? ""),
    /** The [name, value] pairs of a URLSearchParams; null for anything else. */
    entriesOf(object) {
      const params = typeof object === "object" && object !== null ? getFrom(paramsStates, object) : undefined;
      if (params === undefined) return null;
      const pairs = [];
      for (let i = 0; i < params.list.length; i++) pairs[i] = [toJs(params.list[i][0]), toJs(params.list[i][1])];
      return pairs;
    },
    /** The text of a URL, as production exports it; null for anything else. */
    hrefOf(object) {
      const state = typeof object === "object" && object !== null ? getFrom(urlStates, object) : undefined;
      return state === undefined ? null : toJs(writeUrl(state.url));
    },
  };
});
