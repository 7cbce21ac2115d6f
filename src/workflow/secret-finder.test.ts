/** Secret values are found in every spelling that a binding, JSON, URL, encodeURI, escape or util.format makes of them, and in what else writes escapes. */
import { expect, test } from "vitest";
import { createRedactor } from "./redact-secrets.ts";
import { createSecretFinder } from "./secret-finder.ts";

function masked(text: string, ...secrets: string[]): string {
  const places = createSecretFinder(secrets)(text);
  return places.reduceRight((shown, { start, end }) => `${shown.slice(0, start)}•••${shown.slice(end)}`, text);
}

const SECRETS = [
  "plain-secret-1",
  'sk_live key/é+"q"\\x&<y>%25\n🙂',
  "a b c+d",
  "100%sure&amp;x\\y",
  "C:\\new\\table",
  "ﬁne-välue",
  "ABCdef.Example",
  "-----BEGIN\nab\tcd\r\nef",
  "%41%42%43%44",
  '{"type":"service","key":"a/b"}',
  "pass:w@rd/with?all#of;it=&",
];

const json = (text: string) => JSON.stringify(text);
const codes = (text: string, write: (code: string) => string) =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at).toString(16).padStart(4, "0"))).join("");

function inUrl(change: (url: URL) => void): string {
  const url = new URL("https://a.test/");
  change(url);
  return url.href;
}

const SPELLINGS: { readonly [name: string]: (secret: string) => string } = {
  "as it is": (secret) => secret,
  JSON: json,
  "JSON in JSON": (secret) => json(json({ secret } as unknown as string)),
  "JSON four times": (secret) => json(json(json(json(secret)))),
  encodeURIComponent: encodeURIComponent,
  encodeURI: encodeURI,
  "encoded twice": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  "in lower case hex": (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  escape: (secret) => escape(secret),
  URLSearchParams: (secret) => new URLSearchParams({ secret }).toString(),
  "a query": (secret) => inUrl((url) => (url.search = `?q=${encodeURIComponent(secret)}`)),
  "searchParams.set": (secret) => inUrl((url) => url.searchParams.set("q", secret)),
  "a user name": (secret) => inUrl((url) => (url.username = secret)),
  "a password": (secret) => inUrl((url) => (url.password = secret)),
  "a fragment": (secret) => inUrl((url) => (url.hash = secret)),
  "JSON in a URL": (secret) => encodeURIComponent(json(secret)),
  "a URL in JSON": (secret) => json(`https://a.test/?q=${encodeURIComponent(secret)}`),
  "HTML, by name": (secret) =>
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  "HTML, by number": (secret) => [...secret].map((character) => `&#${character.codePointAt(0)};`).join(""),
  "HTML, in hex": (secret) => [...secret].map((character) => `&#X${character.codePointAt(0)?.toString(16)};`).join(""),
  "escapes of UTF-16": (secret) => codes(secret, (code) => `\\u${code}`),
  "percent and u": (secret) => codes(secret, (code) => `%u${code}`),
  NFC: (secret) => secret.normalize("NFC"),
  NFD: (secret) => secret.normalize("NFD"),
  NFKC: (secret) => secret.normalize("NFKC"),
  NFKD: (secret) => encodeURIComponent(secret.normalize("NFKD")),
  "as a host is written": (secret) => secret.toLowerCase(),
  // Recorded: Go prints a property's name beyond ASCII as the bytes of its UTF-16 form.
  "bytes of UTF-16": (secret) =>
    [...Buffer.from(secret, "utf16le")].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : "\ufffd")).join(""),
};

test.each(SECRETS.flatMap((secret) => Object.keys(SPELLINGS).map((name) => [secret, name] as const)))(
  "%j in the spelling %s",
  (secret, name) => {
    const spelled = SPELLINGS[name]?.(secret) ?? "";
    const shown = masked(`before ${spelled} after`, secret);
    expect(shown).toMatch(/^before .*•••.* after$/);
    // What is left of it is what stood around the value.
    expect(shown.length).toBeLessThan("before  after".length + 40);
  },
);

test("what stands around and between stays", () => {
  expect(masked("plain-secret-1plain-secret-1 x plain%2Dsecret-1 y", "plain-secret-1")).toBe("•••••• x ••• y");
  expect(masked("100% sure \\ & ok &amp; %zz", "plain-secret-1")).toBe("100% sure \\ & ok &amp; %zz");
  expect(masked("abcdefghij", "abcdef", "defghi")).toBe("•••j");
  expect(masked("ab and b", "ab")).toBe("ab and b");
  expect(masked("%61b", "ab")).toBe("•••");
});

test("a value of a million characters is found whole", () => {
  const secret = Array.from({ length: 80_000 }, (_, at) => `line ${at}\n`).join("");
  expect(masked(`<${secret}>`, secret)).toBe("<•••>");
  expect(masked(`<${encodeURIComponent(secret.slice(0, 40_000))}>`, secret.slice(0, 40_000))).toBe("<•••>");
});

test("a text with more escapes than anybody writes is hidden whole", () => {
  expect(masked("%25".repeat(100_000), "plain-secret-1")).toBe("•••");
});

test("a value whose end the engine cut off is hidden up to the cut, and nothing where it cut nothing", () => {
  const long = "x".repeat(1_000);
  expect(masked(`${long}plain-sec…`, "plain-secret-1")).toBe(`${long}•••…`);
  expect(masked(`${long}p%6Cain-sec%7…\n\tat a (b.ts:1:1)`, "plain-secret-1")).toBe(`${long}•••…\n\tat a (b.ts:1:1)`);
  expect(masked("plain-sec…", "plain-secret-1")).toBe("plain-sec…");
});

test("claims keep what was written, all else is redacted, and a number that is the value is too", () => {
  const redactor = createRedactor(["4711", "plain-secret-1", "42"]);
  const value = { text: '{"plain%2Dsecret-1":[4711,47110,"x 4711",42,420]}', problem: null };
  expect(redactor.effect({ kind: "log", level: "info", args: [value] })).toEqual({
    kind: "log",
    level: "info",
    args: [{ text: '{"•••":["•••",47110,"x •••","•••",420]}', problem: null }],
  });
  const claim = { kind: "claim", token: "idToken", name: "a", value } as const;
  expect(redactor.effect(claim)).toBe(claim);
  expect([redactor.isIn(value.text), redactor.isIn('"47 11"')]).toEqual([true, false]);
});

test("what to do about a failure, and what is wrong with a scenario, hold no value either", () => {
  const redactor = createRedactor(["plain-secret-1"]);
  const error = {
    name: "",
    message: "",
    productionText: "",
    frames: [],
    advice: "Before .plain-secret-1 is no value.",
  };
  expect(redactor.outcome({ kind: "never-settled", error })).toEqual({
    kind: "never-settled",
    error: { ...error, advice: "Before .••• is no value." },
  });
  const problem = { part: "event", message: 'The name "plain-secret-1" stands twice.', line: 1, column: 1 } as const;
  expect(redactor.outcome({ kind: "unready", problems: [problem] })).toEqual({
    kind: "unready",
    problems: [{ ...problem, message: 'The name "•••" stands twice.' }],
  });
});
