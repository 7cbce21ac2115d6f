/** The policy in the page, in the header files for hosts and in the documentation is one and the same. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY } from "./page-head.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const policies = (text: string) => text.match(/default-src 'none';[^\n"`]*/g) ?? [];

test("the policy lets nothing in but the site’s own files", () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'self';");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|'unsafe-eval'|script-src[^;]*'unsafe-inline'/);
});

test.each([
  ["public/_headers", 4],
  ["docs/hosting.md", 9],
])("%s holds the page’s policy and a rule for frames", (path, count) => {
  const found = policies(read(path));
  const wrong = found.filter(
    (policy) =>
      !/^; frame-ancestors ('none'|\*|\$frame_ancestors)$/.test(policy.replace(CONTENT_SECURITY_POLICY, "").trim()),
  );
  expect(wrong).toEqual([]);
  expect(found.length).toBe(count);
});

test("the full page may not be framed, the embed may", () => {
  const headers = read("public/_headers");
  expect(/\n\/\n {2}Content-Security-Policy: .*frame-ancestors 'none'\n/.test(headers)).toBe(true);
  expect(/\n\/embed\.html\n {2}Content-Security-Policy: .*frame-ancestors \*\n/.test(headers)).toBe(true);
});
