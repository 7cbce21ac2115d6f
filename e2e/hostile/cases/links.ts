/** Addresses that a stranger may send: whatever stands after the #, the page gets a project or a plain sentence. */
import { deflateSync } from "node:zlib";
import { decodeLink, encodeLink, type LinkResult } from "../../../src/share/link.ts";
import { dictionaryOf, NO_BASE } from "../../../src/share/link-bases.ts";
import type { Json } from "../../../src/workflow/json.ts";
import { CANARIES, ORDINARY } from "./hostile-case.ts";

type HostileLink = {
  readonly name: string;
  readonly fragment: string;
  /** The kind of result, or why it is broken. */
  readonly ends: readonly (LinkResult["kind"] | Extract<LinkResult, { kind: "broken" }>["reason"])[];
};

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** A link whose checksum is right, whatever it holds. */
export function forgeLink(bytes: Uint8Array, prefix = "wf1."): string {
  const body = `${prefix}${base64url(bytes)}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < body.length; at++) hash = Math.imul(hash ^ body.charCodeAt(at), 0x01000193) >>> 0;
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return body + [0, 1, 2, 3].map((power) => digits.charAt(Math.floor(hash / 62 ** power) % 62)).join("");
}

/** A whole, well-made link around any text. */
export function linkAround(text: string | Uint8Array): string {
  const deflated = deflateSync(text, { level: 9, windowBits: 15, dictionary: dictionaryOf(NO_BASE) });
  // zlib's frame is two bytes of header, four that name the dictionary, and four of checksum at the end (RFC 1950).
  return forgeLink(Uint8Array.from([NO_BASE, ...deflated.subarray(6, -4)]));
}

const linkAroundJson = (json: Json) => linkAround(JSON.stringify(json));
const good = encodeLink({ project: ORDINARY });
const files = [{ name: "Workflow.ts", text: "export default async function W() {}" }];

const shapes: readonly HostileLink[] = (
  [
    ["nothing", "", ["none"]],
    ["only a hash", "#", ["none"]],
    ["only parameters", "#embed&view=diff", ["none"]],
    ["a hash within a hash", "##wf1.", ["damaged", "foreign"]],
    ["a foreign fragment", "#/admin/users", ["foreign"]],
    ["a foreign fragment of 190 KB", `#${"a".repeat(190_000)}`, ["foreign"]],
    ["a fragment of 3 MB", `#wf1.${"A".repeat(3_000_000)}`, ["too-large"]],
    ["a script in the fragment", "#<script>alert(1)</script>", ["foreign"]],
    ["a javascript: address", "#javascript:alert(1)", ["foreign"]],
    ["a future version", "#wf3.AAAA", ["newer"]],
    ["a version far ahead", "#wf9999.AAAA", ["newer"]],
    ["version 0", "#wf0.AAAA", ["foreign"]],
    ["a negative version", "#wf-1.AAAA", ["foreign"]],
    ["a version with too many digits", "#wf99999999999999999999.AAAA", ["foreign"]],
    ["a version that is a word", "#wfNaN.AAAA", ["foreign"]],
    ["the prefix alone", "#wf1.", ["damaged"]],
    ["the prefix without its dot", "#wf1", ["damaged"]],
    ["a cut link", good.slice(0, -20), ["damaged"]],
    ["a link without its last character", good.slice(0, -1), ["damaged"]],
    [
      "a link with one character changed",
      `${good.slice(0, 30)}${good[30] === "A" ? "B" : "A"}${good.slice(31)}`,
      ["damaged"],
    ],
    ["a link with characters of another base64", good.replace(/.$/, "+"), ["damaged"]],
    ["a link with a NUL within", `${good.slice(0, 20)}\u0000${good.slice(20)}`, ["damaged", "foreign"]],
    ["a link with bidi controls within", `${good.slice(0, 20)}\u202e${good.slice(20)}`, ["damaged", "foreign"]],
    ["a link twice", `${good}${good}`, ["damaged"]],
    ["a link in capitals", good.toUpperCase(), ["damaged", "foreign"]],
    ["a link and 50,000 parameters", `${good}${"&view=a".repeat(20_000)}`, ["project"]],
    ["a link with a parameter named __proto__", `${good}&__proto__=1&constructor=2&toString=3`, ["project"]],
    ["a link with a view that is markup", `${good}&view=<img src=x onerror=alert(1)>`, ["project", "damaged"]],
    ["a link with broken percent signs in a file's name", `${good}&file=%E0%A4%A`, ["project"]],
    ["a link with lines beyond all numbers", `${good}&line=1-99999999999999999999`, ["project"]],
    ["a link with lines that are negative", `${good}&line=-5--1`, ["project", "damaged"]],
    ["a link with a token that does not exist", `${good}&token=__proto__`, ["project"]],
    ["a link with quotes and brackets from a chat behind it", `${good}>).,'"`, ["project"]],
  ] as const
).map(([name, fragment, ends]): HostileLink => ({ name, fragment, ends }));

const bytes: readonly HostileLink[] = (
  [
    ["no bytes after the base", new Uint8Array([NO_BASE]), ["unreadable"]],
    ["a base that does not exist", new Uint8Array([255, 1, 2, 3]), ["newer"]],
    ["bytes that are no deflate stream", new Uint8Array([NO_BASE, 255, 255, 255, 255]), ["unreadable"]],
    ["a deflate stream that never ends", new Uint8Array([NO_BASE, 0, 255, 255, 0, 0]), ["unreadable"]],
    ["a deflate block of a reserved kind", new Uint8Array([NO_BASE, 7]), ["unreadable"]],
    [
      "a deflate stream that reaches back before its beginning",
      new Uint8Array([NO_BASE, 0x4b, 0x04, 0xf2, 0x00]),
      ["unreadable"],
    ],
    ["60 KB of zeros", new Uint8Array(60_000), ["unreadable"]],
  ] as const
).map(([name, raw, ends]): HostileLink => ({ name: `a link with ${name}`, fragment: forgeLink(raw), ends }));

const texts: readonly HostileLink[] = (
  [
    ["a bomb of 100 MB", () => linkAround(new Uint8Array(100_000_000).fill(32)), ["too-large"]],
    ["a bomb of 1.1 MB", () => linkAround(" ".repeat(1_100_000)), ["too-large"]],
    ["no text", () => linkAround(""), ["unreadable"]],
    ["text that is not UTF-8", () => linkAround(new Uint8Array([0xff, 0xfe, 0xfd])), ["unreadable"]],
    ["text that is not JSON", () => linkAround("{"), ["unreadable"]],
    ["JSON of 400,000 levels", () => linkAround(`${"[".repeat(400_000)}${"]".repeat(400_000)}`), ["unreadable"]],
    [
      "a project nested 300,000 deep in an unknown field",
      () => linkAround(`{"files":[],"x":${"[".repeat(300_000)}${"]".repeat(300_000)}}`),
      ["unreadable", "project"],
    ],
  ] as const
).map(([name, make, ends]): HostileLink => ({ name: `a link with ${name}`, fragment: make(), ends }));

const projects: readonly HostileLink[] = (
  [
    ["null", null, ["unreadable"]],
    ["a list", [], ["unreadable"]],
    ["files that are text", { files: "Workflow.ts" }, ["unreadable"]],
    ["files with a length instead of items", { files: { length: 1, 0: files[0] ?? null } }, ["unreadable"]],
    ["2,000 files", { files: Array.from({ length: 2_000 }, () => ({ name: "a.ts", text: "" })) }, ["unreadable"]],
    ["a file whose name is a number", { files: [{ name: 1, text: "" }] }, ["unreadable"]],
    ["a file whose text is an object", { files: [{ name: "a.ts", text: { toString: "x" } }] }, ["unreadable"]],
    [
      "a secret that claims a value",
      { files, env: [{ name: "A", secret: true, value: CANARIES.secretEnv }] },
      ["project"],
    ],
    [
      "a token that claims to be imported",
      { files, tokens: { accessToken: { text: "{}", imported: true } } },
      ["unreadable"],
    ],
    ["tokens that do not exist", { files, tokens: { constructor: "{}", refreshToken: "{}" } }, ["project"]],
    ["events of triggers that do not exist", { files, events: { toString: "{}", "user:none": "{}" } }, ["project"]],
    [
      "a mock with an answer that does not exist",
      { files, mocks: [{ method: "GET", url: "*", status: 200, answer: "html", body: "", latencyMs: 0 }] },
      ["unreadable"],
    ],
    [
      "a mock whose status is text",
      { files, mocks: [{ method: "GET", url: "*", status: "200", answer: "text", body: "", latencyMs: 0 }] },
      ["unreadable"],
    ],
    ["a title of 100 KB", { files, title: "t".repeat(100_000) }, ["project"]],
    ["a title that is markup", { files, title: "<img src=x onerror=alert(1)>" }, ["project"]],
    ["a title of bidi controls", { files, title: "\u202e\u2066\u0000" }, ["project"]],
    ["a title that is no text", { files, title: { toString: "x" } }, ["project"]],
    ["a file named like a path that climbs", { files: [{ name: "../../etc/passwd", text: "" }] }, ["project"]],
    ["a file named like a URL", { files: [{ name: "https://attacker.example/Workflow.ts", text: "" }] }, ["project"]],
  ] as const
).map(
  ([name, json, ends]): HostileLink => ({ name: `a link with ${name}`, fragment: linkAroundJson(json as Json), ends }),
);

const polluting: readonly HostileLink[] = [
  ["__proto__ at its root", `{"__proto__":{"polluted":1},"files":[]}`],
  ["__proto__ in a file", `{"files":[{"__proto__":{"polluted":1},"name":"a.ts","text":""}]}`],
  ["__proto__ as the files", `{"__proto__":{"files":[{"name":"a.ts","text":""}]}}`],
  ["__proto__ among the tokens", `{"files":[],"tokens":{"__proto__":{"accessToken":"{}"}}}`],
  ["constructor.prototype", `{"files":[],"constructor":{"prototype":{"polluted":1}}}`],
].map(
  ([name = "", text = ""]): HostileLink => ({
    name: `a link with ${name}`,
    fragment: linkAround(text),
    ends: ["project", "unreadable"],
  }),
);

export const LINKS: readonly HostileLink[] = [...shapes, ...bytes, ...texts, ...projects, ...polluting];

/** What is wrong with how a link was read; empty when all is right. */
export function complaintsAboutLink({ fragment, ends }: HostileLink): readonly string[] {
  const startMs = performance.now();
  const result = decodeLink(fragment);
  const tookMs = performance.now() - startMs;
  const end = result.kind === "broken" ? result.reason : result.kind;
  const complaints: string[] = [];
  if (!ends.includes(end)) complaints.push(`read as "${end}", must be ${ends.join(" or ")}`);
  if (tookMs > 2_000) complaints.push(`took ${tookMs.toFixed(0)} ms`);
  if (JSON.stringify(result).includes(CANARIES.secretEnv)) complaints.push("a secret's value came out of a link");
  if (result.kind === "project") {
    const { project, title = "" } = result.shared;
    if (project.scenarios.some(({ tokens }) => Object.values(tokens).some((token) => token.imported)))
      complaints.push("a link made an imported token");
    if (title.length > 200) complaints.push("its title is longer than 200 characters");
    if (Object.getPrototypeOf(project) !== Object.prototype) complaints.push("its project has a foreign prototype");
  }
  if (result.kind === "broken" && !/^[A-Z][^<>]{20,400}$/.test(result.message))
    complaints.push(`says "${result.message}"`);
  if ("polluted" in {}) complaints.push("Object.prototype was changed");
  return complaints;
}
