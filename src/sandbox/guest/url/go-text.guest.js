/**
 * Go's strings for the url module: one character per UTF-8 byte; how net/url escapes and unescapes them.
 * @param {Glue} glue
 */
({ kit: { uncurry, exec, charCodeAt, indexOf, slice, wellFormed, matches, numberToString, toText } }) => {
  /**
   * @import { UrlKit } from "./go-url.ts"
   * @import { Glue } from "../glue.ts"
   */
  const encode = encodeURIComponent;
  const decode = decodeURIComponent;
  const toBinary = unescape;
  const fromBinary = escape;
  const { fromCharCode } = String;
  const toUpperCase = uncurry(String.prototype.toUpperCase);
  const toNumber = Number;

  /**
   * The text before and after the first separator, as strings.Cut.
   * @type {UrlKit["cut"]}
   */
  const cut = (text, separator) => {
    const at = indexOf(text, separator);
    return at < 0
      ? { before: text, after: "", found: false }
      : { before: slice(text, 0, at), after: slice(text, at + 1), found: true };
  };

  /** @type {UrlKit["toGo"]} */
  const toGo = (value) => {
    const text = toText(value);
    return matches(/[^\0-\x7f]/, text) ? toBinary(encode(wellFormed(text))) : text;
  };

  const invalidRune =
    /^(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2})/;

  /** @type {UrlKit["toJs"]} */
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

  /**
   * What each part of a URL leaves unescaped besides letters, digits and `-_.~`.
   * @type {UrlKit["PLAIN"]}
   */
  const PLAIN = {
    path: /[A-Za-z0-9\-_.~$&+,/:;=@]/,
    fragment: /[A-Za-z0-9\-_.~$&+,/:;=?@!()*]/,
    userinfo: /[A-Za-z0-9\-_.~$&+,;=]/,
    host: /[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]/,
    // goja_nodejs's own two tables
    query: /[!$%&(-;=?-~]/,
    parameter: /[A-Za-z0-9*+\-._]/,
  };

  /** @type {(code: number) => string} */
  const percent = (code) => `%${code < 16 ? "0" : ""}${toUpperCase(numberToString(code, 16))}`;

  /** @type {UrlKit["escapeBytes"]} */
  const escapeBytes = (bytes, plain, spaceAsPlus = false) => {
    let text = "";
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      text += matches(plain, byte) ? byte : spaceAsPlus && byte === " " ? "+" : percent(charCodeAt(byte, 0));
    }
    return text;
  };

  /**
   * The unescaped bytes, or null where Go reports an error.
   * @type {UrlKit["unescapeBytes"]}
   */
  const unescapeBytes = (text, part) => {
    if (part !== "host" && indexOf(text, "%") < 0) return text;
    let bytes = "";
    for (let at = 0; at < text.length; at++) {
      if (text[at] === "%") {
        const hex = exec(/^%[0-9a-fA-F]{2}/, slice(text, at, at + 3));
        if (hex === null) return null;
        const code = toNumber(`0x${slice(text, at + 1, at + 3)}`);
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

  /**
   * A part as Go writes it: as it came where that is a valid spelling of the same bytes, else escaped anew.
   * @type {UrlKit["spell"]}
   */
  const spell = (bytes, raw, part) => {
    if (raw !== "" && unescapeBytes(raw, part) === bytes) {
      const wrong = part === "path" ? /[^A-Za-z0-9\-_.~$&+,/:;=@!'()*[\]%]/ : /[^A-Za-z0-9\-_.~$&+,/:;=?@!'()*[\]%]/;
      if (!matches(wrong, raw)) return raw;
    }
    return part === "path" && bytes === "*" ? bytes : escapeBytes(bytes, PLAIN[part]);
  };

  return { cut, toGo, toJs, PLAIN, escapeBytes, unescapeBytes, spell };
};
