import { expect, test } from "vitest";
import { evaluateEach, openGuest } from "../../../../testing/open-guest.ts";

const expectEach = async (expected: Record<string, unknown>) =>
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);

test("named groups match, but there is no groups object", () =>
  expectEach({
    '"groups" in /(?<y>\\d+)/.exec("7")': false,
    'typeof "2024".match(/(?<y>\\d+)/).groups': "undefined",
    'Object.keys(/(?<y>x)/.exec("x"))': ["0", "1", "input", "index"],
    '"2024-05".replace(/(?<y>\\d{4})-(?<m>\\d\\d)/, "$<m>/$<y> $1")': "$<m>/$<y> 2024",
    '"a1".replace(/(?<l>[a-z])(\\d)/, (...all) => all.length)': "5",
    '[..."a1b2".matchAll(/(?<l>[a-z])/g)].map((match) => [match[1], typeof match.groups])': [
      ["a", "undefined"],
      ["b", "undefined"],
    ],
    '"x-y".split(/(?<s>-)/)': ["x", "-", "y"],
    '/(?<q>[ab])\\k<q>/.test("aa")': true,
  }));

test("property escapes are read as text", () =>
  expectEach({
    '/\\p{L}/u.test("a")': false,
    '/^\\p{L}$/u.test("p{L}")': true,
    '/\\P{Lu}/u.exec("xP{Lu}").index': 1,
    '/[\\p{L}]/u.test("}")': true,
    '/\\\\p{L/.test("\\\\p{L")': true,
    '"p{L}p{L}".replace(/\\p{L}/gu, "_")': "__",
    'new RegExp("\\\\pL\\\\p{Nope}", "u").test("pLp{Nope}")': true,
    'new RegExp("\\\\p{L}", "u").source': "\\p{L}",
    '(() => { const r = /\\p{L}/gu, at = []; while (r.exec("p{L}-p{L}")) at.push(r.lastIndex); return at; })()': [4, 9],
  }));

test("only the flags of ES2018 are known", () =>
  expectEach({
    'new RegExp("a", "d")': "SyntaxError: Invalid flags supplied to RegExp constructor 'd'",
    'RegExp("a", "v")': "SyntaxError: Invalid flags supplied to RegExp constructor 'v'",
    'new RegExp("a", "gig")': "SyntaxError: Invalid flags supplied to RegExp constructor 'gig'",
    'new RegExp("a", "gimsuy").flags': "gimsuy",
    'new RegExp("(")': "SyntaxError: Unterminated group",
  }));

test("what RE2 refuses is refused", () =>
  expectEach({
    'new RegExp("(?i:a)")': "SyntaxError: Invalid group",
    'new RegExp("a{1001}")':
      "SyntaxError: Invalid regular expression (re2): a{1001} (error parsing regexp: invalid repeat count: `{1001}`)",
    'new RegExp("^.{0,2000}$")':
      "SyntaxError: Invalid regular expression (re2): ^.{0,2000}$ (error parsing regexp: invalid repeat count: `{0,2000}`)",
    '["a{1000}", "a{5,}", "[{2000}]", "\\\\{2000}", "(?=a{2000})", "(a)\\\\1{2000}", "(?:a)", "(?<n>a)"].map((text) => new RegExp(text).source.length)':
      [7, 5, 8, 7, 11, 11, 5, 7],
  }));

test("a pattern's own slashes and line ends are shown as goja shows them", () =>
  expectEach({
    'String(new RegExp("/"))': "/\\u002f/",
    'new RegExp("a/b\\n", "g").source': "a\\u002fb\\n",
    "/a\\/b/.source": "a\\/b",
    "String(/[/]/g)": "/[\\u002f]/g",
    "RegExp.prototype.source": "(?:)",
    'new RegExp("").source': "(?:)",
    "new RegExp(/a\\/b/i, 'g').toString()": "/a\\/b/g",
  }));

test("the rest is as everywhere", () =>
  expectEach({
    "(() => { const r = /q/; return [RegExp(r) === r, new RegExp(r) === r, r.constructor === RegExp, r instanceof RegExp]; })()":
      [true, false, true, true],
    '(() => { class R extends RegExp { twice(s) { return this.test(s) && this.test(s); } } return new R("a").twice("a"); })()': true,
    '(() => { const r = /./y, hits = []; for (let i = 0; i < 4; i++) hits.push(r.test("é é"), r.lastIndex); return hits; })()':
      [true, 1, true, 2, true, 3, false, 0],
    '"a-b_c".split(/[-_]/)': ["a", "b", "c"],
    '"abc".replace(/(?<=a)b/, "[$`$\']")': "a[ac]c",
    '"aBc".match(/[a-z]/g)': ["a", "c"],
    '"a😀b".match(/./gu).length': 3,
  }));

test("patching prototypes does not reach the engine", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const own = RegExp.prototype.exec;
      String.prototype.slice = String.prototype.indexOf = WeakMap.prototype.get = Reflect.deleteProperty = null;
      [own.call(/(?<a>x)\\p{L}/u, "xp{L}")[1], /a/.test("a"), new RegExp("/").source]`),
  ).toEqual(["x", true, "\\u002f"]);
});
