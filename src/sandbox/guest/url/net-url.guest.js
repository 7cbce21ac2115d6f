/**
 * Go's net/url for the url module: Parse, String and ResolveReference over a plain record of a URL's parts.
 * @param {Glue} glue
 * @param {UrlKit} url
 */
(
  { kit: { uncurry, exec, indexOf, slice, toLowerCase, matches } },
  { cut, PLAIN, escapeBytes, unescapeBytes, spell },
) => {
  /**
   * @import { Cut, GoUrl, UrlKit } from "./go-url.ts"
   * @import { Glue } from "../glue.ts"
   */
  const lastIndexOf = uncurry(String.prototype.lastIndexOf);

  /** @type {(url: GoUrl, escaped: string) => boolean} */
  const setPath = (url, escaped) => {
    const path = unescapeBytes(escaped, "path");
    if (path === null) return false;
    url.path = path;
    url.rawPath = escapeBytes(path, PLAIN.path) === escaped ? "" : escaped;
    return true;
  };

  /** @type {(text: string) => string | null} */
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

  /** @type {(url: GoUrl, authority: string) => boolean} */
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

  /**
   * url.Parse, or url.ParseRequestURI with `isRequest`; null where Go reports an error.
   * @type {UrlKit["parse"]}
   */
  const parse = (text, isRequest = false) => {
    const { before, after: fragment } = isRequest ? { before: text, after: "" } : cut(text, "#");
    if (matches(/[^ -~\u0080-\u00ff]/, before) || (isRequest && before === "")) return null;
    /** @type {GoUrl} */
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

  /** @type {(url: GoUrl, text: string, isRequest: boolean) => boolean} */
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

  /** @type {UrlKit["splitHost"]} */
  const splitHost = (host) => {
    let name = host;
    let port = "";
    const colon = lastIndexOf(host, ":");
    if (colon >= 0 && matches(/^[0-9]*$/, slice(host, colon + 1))) {
      name = slice(host, 0, colon);
      port = slice(host, colon + 1);
    }
    if (matches(/^\[.*\]$/, name)) name = slice(name, 1, -1);
    return { name, port };
  };

  /** @type {UrlKit["writeUrl"]} */
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

  /** @type {(base: string, reference: string) => string} */
  const resolvePath = (base, reference) => {
    let full = reference;
    if (reference === "") full = base;
    else if (reference[0] !== "/") full = slice(base, 0, lastIndexOf(base, "/") + 1) + reference;
    if (full === "") return "";
    let written = "";
    let isFirst = true;
    /** @type {string | undefined} */
    let element;
    for (let rest = /** @type {Cut} */ ({ after: full, found: true }); rest.found; ) {
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

  /** @type {UrlKit["resolve"]} */
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
    url.host = base.host;
    url.user = base.user;
    setPath(url, resolvePath(spell(base.path, base.rawPath, "path"), path));
    return url;
  };

  return { parse, splitHost, writeUrl, resolve };
};
