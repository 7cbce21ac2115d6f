import { expect, test } from "vitest";
import { evaluateEach, openGuest } from "../../../../testing/open-guest.ts";

const hrefsOf = async (texts: readonly string[]) => {
  const { evaluate } = await openGuest();
  return evaluate(`Object.fromEntries(${JSON.stringify(texts)}.map((text) => {
    try { return [text, new URL(text).href]; } catch (error) { return [text, error.message]; }
  }))`);
};
const expectHrefs = async (expected: Record<string, string>) =>
  expect(await hrefsOf(Object.keys(expected))).toEqual(expected);

test("texts are parsed and written as Go's net/url does", () =>
  expectHrefs({
    "HTTPS://A.TEST": "https://a.test/",
    "https://a.test?x": "https://a.test/?x",
    "https://a.test/p?": "https://a.test/p?",
    "https://a.test/p??x": "https://a.test/p??x",
    "https://a.test/a/./b/../c//d": "https://a.test/a/./b/../c//d",
    "https://a.test/%7Efoo/%2F": "https://a.test/%7Efoo/%2F",
    'https://a.test/a b"<>`{}|^\\ü😀': "https://a.test/a%20b%22%3C%3E%60%7B%7D%7C%5E%5C%C3%BC%F0%9F%98%80",
    "https://a.test/a%2Fb c": "https://a.test/a/b%20c",
    "https://a.test/;p=1,2:@!$&()*+=[x]": "https://a.test/;p=1,2:@!$&()*+=[x]",
    "https://a.test/?a b\"<>'`{}|ü": "https://a.test/?a%20b%22%3C%3E%27`{}|%C3%BC",
    "https://a.test/?%zz": "https://a.test/?%zz",
    "https://a.test/#a b\"!(*)'ü": "https://a.test/#a%20b%22!(*)%27%C3%BC",
    "https://u:p%20w@a.test": "https://u:p%20w@a.test/",
    "https://u:@a.test": "https://u:@a.test/",
    "http://a.test:80/": "http://a.test/",
    "https://a.test:80": "https://a.test:80/",
    "https://a.test:/": "https://a.test:/",
    "https://a.test:99999": "https://a.test:99999/",
    "https:/p": "https:/p",
    "file:///a b": "file:///a%20b",
    "mailto:a@b.c": "mailto:a@b.c",
    "custom://Host:80/p": "custom://Host:80/p",
    "http://[2001:DB8::1]/": "http://2001:db8::1/",
    "http://[fe80::1%25en0]:80/": "http://fe80::1%25en0/",
  }));

test("what Go refuses is refused", () => {
  const invalid = "Invalid base URL";
  return expectHrefs({
    nope: "URL is not absolute",
    "": "URL is not absolute",
    "/p": "URL is not absolute",
    "*": "URL is not absolute",
    ":x": invalid,
    "1a:b": invalid,
    "https://a.test/%": invalid,
    "https://a.test/#%zz": invalid,
    "https://a.test/\tx": invalid,
    "https://a b.test": invalid,
    "https://a%20b.test": invalid,
    "https://u s@a.test": invalid,
    "https://a.test:x/": invalid,
    "http://[::1": invalid,
    "https://xn--zzzz9999999999.test": "Invalid hostname",
  });
});

test("references are resolved as RFC 3986 has it", async () => {
  const cases: Record<string, string> = {
    "/p https://a.test/x/y?q#h": "https://a.test/p",
    "../z https://a.test/x/y/w": "https://a.test/x/z",
    "./a/../../b https://a.test/1/2/3": "https://a.test/1/b",
    "../../../x https://a.test/1/2": "https://a.test/x",
    ". https://a.test/1/2": "https://a.test/1/",
    "?n=1 https://a.test/x?q": "https://a.test/x?n=1",
    "#h https://a.test/x?q": "https://a.test/x?q#h",
    " https://a.test/x?q#h": "https://a.test/x?q#h",
    "//b.test/p https://a.test": "https://b.test/p",
    "b https://a.test": "https://a.test/b",
    "http:x https://a.test/": "http:x",
    "https://c.test/a/../b https://a.test": "https://c.test/b",
    "? https://a.test/x?q": "https://a.test/x?",
    "a:b https://a.test/x": "a:b",
    "x:y/z y": "URL is not absolute",
    "%zz https://a.test": "Invalid URL",
  };
  const { evaluate } = await openGuest();
  expect(
    evaluate(`Object.fromEntries(${JSON.stringify(Object.keys(cases))}.map((key) => {
      const [reference, base] = key.split(" ");
      try { return [key, new URL(reference, base).href]; } catch (error) { return [key, error.message]; }
    }))`),
  ).toEqual(cases);
});

test("the parts, with Go's own ideas of host name and origin", async () => {
  const { evaluate } = await openGuest();
  const parts =
    "(({ protocol, username, password, host, hostname, port, pathname, search, hash, origin }) => " +
    "[protocol, username, password, host, hostname, port, pathname, search, hash, origin])";
  expect(evaluate(`${parts}(new URL("https://us%20er:pa%3Ass@Example.COM:8443/a b?x=1#f"))`)).toEqual([
    "https:",
    "us er",
    "pa:ss",
    "example.com:8443",
    "example.com",
    "8443",
    "/a%20b",
    "?x=1",
    "#f",
    "https://example.com",
  ]);
  expect(evaluate(`${parts}(new URL("http://[::1]:8080"))`)).toEqual([
    "http:",
    "",
    "",
    "[::1]:8080",
    "[",
    "8080",
    "/",
    "",
    "",
    "http://::1",
  ]);
  expect(evaluate(`${parts}(new URL("data:text/plain,x?y"))`)).toEqual([
    "data:",
    "",
    "",
    "",
    "",
    "",
    "",
    "?y",
    "",
    "data://",
  ]);
});

test("setters change what Go lets them change", async () => {
  const { evaluate } = await openGuest();
  const steps: [string, unknown, string][] = [
    ["host", "b.test:81", "https://b.test:81/x"],
    ["host", "b c", "https://b.test:81/x"],
    ["hostname", "c.test", "https://c.test:81/x"],
    ["hostname", "c:1", "https://c.test:81/x"],
    ["port", 8080, "https://c.test:8080/x"],
    ["port", "443", "https://c.test/x"],
    ["port", "x", "https://c.test/x"],
    ["port", "8a", "https://c.test:8/x"],
    ["port", 70_000, "https://c.test:8/x"],
    ["port", "", "https://c.test/x"],
    ["protocol", "ftp:", "ftp://c.test/x"],
    ["protocol", "mailto", "ftp://c.test/x"],
    ["pathname", "a b/ü", "ftp://c.test/a%20b/%C3%BC"],
    ["pathname", "/%20", "ftp://c.test/%2520"],
    ["hash", "x y", "ftp://c.test/%2520#x%20y"],
    ["hash", "#", "ftp://c.test/%2520"],
    ["search", "a=b c", "ftp://c.test/%2520?a=b%20c"],
    ["search", "?a", "ftp://c.test/%2520??a"],
    ["search", "", "ftp://c.test/%2520"],
    ["username", "ü@", "ftp://%C3%BC%40@c.test/%2520"],
    ["password", "p:w", "ftp://%C3%BC%40:p%3Aw@c.test/%2520"],
    ["href", "http://z.test", "http://z.test/"],
  ];
  expect(
    evaluate(`const url = new URL("https://a.test/x");
      ${JSON.stringify(steps)}.map(([name, value]) => { url[name] = value; return [name, value, url.href]; })`),
  ).toEqual(steps);
});

test("changed parameters show in search and toString, and in href only after those", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const url = new URL("https://a.test/p?q=a%20b+c&e=%C3%A9");
      const seen = [url.searchParams.get("q"), url.href];
      url.searchParams.set("n", "1");
      seen.push(url.href, url.searchParams === url.searchParams, url.toString(), url.href);
      url.search = "?c=3";
      seen.push(url.searchParams.get("c"), url.href);
      url.searchParams.delete("c");
      seen.push(url.href, url.search, JSON.stringify(url));
      seen`),
  ).toEqual([
    "a b c",
    "https://a.test/p?q=a%20b+c&e=%C3%A9",
    "https://a.test/p",
    true,
    "https://a.test/p?q=a+b+c&e=%C3%A9&n=1",
    "https://a.test/p?q=a+b+c&e=%C3%A9&n=1",
    "3",
    "https://a.test/p??c=3",
    "https://a.test/p",
    "",
    '"https://a.test/p"',
  ]);
});

test("international names become Punycode, unmapped", () =>
  expectHrefs({
    "https://münchen.de": "https://xn--mnchen-3ya.de/",
    "https://MÜNCHEN.de": "https://xn--mnchen-3ya.de/",
    "https://m%C3%BCnchen.de": "https://xn--mnchen-3ya.de/",
    "https://日本語.jp": "https://xn--wgv71a119e.jp/",
    "https://faß.de": "https://xn--fa-hia.de/",
    "https://😀.test": "https://xn--e28h.test/",
    "https://a_b..test.": "https://a_b..test./",
  }));

test("domainToASCII and domainToUnicode undo each other", async () => {
  const { evaluate } = await openGuest();
  const names = ["español.com", "Bücher.example", "почта.рф", "xn", "ليهمابتكلموشعربي؟", "a-ü", "ü-", "😀a😀", ""];
  expect(
    evaluate(
      `${JSON.stringify(names)}.filter((name) => guestUrl.domainToUnicode(guestUrl.domainToASCII(name)) !== name)`,
    ),
  ).toEqual([]);
  expect(evaluate('["español.com", "xn--iñvalid.com"].map(guestUrl.domainToASCII)')).toEqual([
    "xn--espaol-zwa.com",
    "",
  ]);
});

test("the object is a Go struct with its fields for all to see", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const url = new URL("https://a.test/p?x=1");
      url.searchParams.append("y", "2");
      class Mine extends URL { short() { return this.host; } }
      [Object.keys(url), Object.prototype.toString.call(url), url.SearchParams, url.Url.Host, url.Url.RawQuery, URL.name, URL.length,
       new Mine("https://b.test").short(), URL("https://c.test") instanceof URL, typeof URL.canParse,
       Object.keys(Object.getOwnPropertyDescriptor(URL.prototype, "href")).length, guestUrl.hrefOf(url), guestUrl.hrefOf({})]`),
  ).toEqual([
    ["Url", "SearchParams", "String"],
    "https://a.test/p",
    [
      { Name: "x", Value: "1" },
      { Name: "y", Value: "2" },
    ],
    "a.test",
    "",
    "github.com/kinde-oss/workflows-runtime/gojaRuntime/url.(*urlModule).createURLConstructor.func1",
    0,
    "b.test",
    true,
    "undefined",
    4,
    "https://a.test/p",
    null,
  ]);
});

test("errors carry Node's codes", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`[() => new URL("x"), () => URL.prototype.href, () => URL.prototype.toString.call({})].map((run) => {
      try { run(); } catch (error) { return [error.name, error.code, error.message, error.input, String(error), error instanceof TypeError]; }
    })`),
  ).toEqual([
    [
      "TypeError",
      "ERR_INVALID_URL",
      "URL is not absolute",
      "x",
      "TypeError [ERR_INVALID_URL]: URL is not absolute",
      true,
    ],
    [
      "TypeError",
      "ERR_INVALID_THIS",
      'Value of "this" must be of type URL',
      null,
      'TypeError [ERR_INVALID_THIS]: Value of "this" must be of type URL',
      true,
    ],
    [
      "TypeError",
      "ERR_INVALID_THIS",
      'Value of "this" must be of type URL',
      null,
      'TypeError [ERR_INVALID_THIS]: Value of "this" must be of type URL',
      true,
    ],
  ]);
});

test("arguments are texts, whatever they are", async () => {
  const expected = {
    'new URL("/a", { toString: () => "https://q.test" }).href': "https://q.test/a",
    'new URL(new URL("https://q.test/x"), undefined).href': "https://q.test/x",
    "new URL().href": "TypeError [ERR_INVALID_URL]: URL is not absolute",
    'new URL("https://q.test", null).href': "TypeError [ERR_INVALID_URL]: URL is not absolute",
    'new URL("https://q.test/\\ud800").href': "https://q.test/%EF%BF%BD",
    'new URL("https://q.test/%ff").pathname': "/%ff",
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

// All but concat: QuickJS itself calls it for template literals.
test("patched prototypes do not reach it", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`for (const { prototype } of [Array, String, RegExp, WeakMap, Map, Number])
        for (const name of Object.getOwnPropertyNames(prototype)) if (name !== "constructor" && name !== "concat") try { prototype[name] = null; } catch {}
      Array.prototype[Symbol.iterator] = null;
      globalThis.encodeURIComponent = globalThis.escape = Object.defineProperty = Object.keys = null;
      const url = new URL("../ü b?x=%C3%A9", "https://MÜNCHEN.de:443/a/b/c");
      url.searchParams.append("c", "d e");
      url.toString() + " " + new URLSearchParams("b=1&a=2").toString()`),
  ).toBe("https://xn--mnchen-3ya.de/a/%C3%BC%20b?x=%C3%A9&c=d+e b=1&a=2");
});
