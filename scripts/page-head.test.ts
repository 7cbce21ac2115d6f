/** The policy in the page, in the header files for hosts and in the documentation is one and the same. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY, WRITE_POLICY_HASH } from "./page-head.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const policies = (text: string) => text.match(/(?<=["\s`])[\w-]+-(?:src|uri) 'none';[^\n"`]*/g) ?? [];

const PAGE = `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`;
/** Without any `'self'`: in a frame without an origin WebKit would take no file for one of it. */
const EMBED = "base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'; frame-ancestors *";
const EMBED_NAMED = `${CONTENT_SECURITY_POLICY.replaceAll("'self'", "'self' https://playground.example").replace(
  "'wasm-unsafe-eval'",
  `'wasm-unsafe-eval' ${WRITE_POLICY_HASH}`,
)}; frame-ancestors *`;

test("the policy lets nothing in but the site’s own files", () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'self';");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|'unsafe-eval'|script-src[^;]*'unsafe-inline'/);
});

test.each([
  ["public/_headers", [PAGE, PAGE, PAGE, EMBED]],
  ["docs/hosting.md", [PAGE, EMBED, EMBED_NAMED, PAGE, EMBED, PAGE, EMBED, EMBED, PAGE, PAGE, EMBED]],
])("%s holds the page’s policy and a rule for frames", (path, expected) => {
  expect(policies(read(path))).toEqual(expected);
});

test("the full page may not be framed, the embed may", () => {
  const headers = read("public/_headers");
  expect(/\n\/\n {2}Content-Security-Policy: .*frame-ancestors 'none'\n/.test(headers)).toBe(true);
  expect(/\n\/embed\.html\n {2}Content-Security-Policy: .*frame-ancestors \*\n/.test(headers)).toBe(true);
});
