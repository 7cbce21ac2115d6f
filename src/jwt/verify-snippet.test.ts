import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createDemoKey } from "./demo-key.ts";
import { toJwks } from "./jwks.ts";
import { signToken } from "./sign-token.ts";
import { verifySnippet } from "./verify-snippet.ts";

const key = await createDemoKey();
const jwks = toJwks(key);
const nowMs = 1_800_000_000_000;

/** Runs a snippet as a person would, with the real `jose`. Resolves with what it printed, rejects when verification fails. */
async function run(snippet: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", snippet]);
  return stdout;
}

test("the snippet runs and prints the claims of the shown token", async () => {
  const claims =
    '{"iss":"https://example.kinde.com","aud":["https://api.example.com"],"exp":4102444800,"companyName":"Acme \\"Inc.\\""}';
  const snippet = verifySnippet(await signToken(claims, key), jwks, nowMs);
  expect(snippet).toContain('issuer: "https://example.kinde.com",\n  audience: ["https://api.example.com"],\n});');
  expect(await run(snippet)).toContain("companyName: 'Acme \"Inc.\"'");
  await expect(run(snippet.replace("https://example.kinde.com", "https://other.kinde.com"))).rejects.toThrow(
    'unexpected "iss" claim value',
  );
});

test("a token that is not valid today is verified as of a time at which it was", async () => {
  const snippet = verifySnippet(await signToken('{"exp":1000000,"sub":"kp_1"}', key), jwks, nowMs);
  expect(snippet).toContain(
    'algorithms: ["RS256"],\n  currentDate: new Date(999999000), // the token is not valid today\n',
  );
  expect(await run(snippet)).toContain("sub: 'kp_1'");
});

test("what the claims lack or hold in another type is not checked", async () => {
  const snippet = verifySnippet(await signToken('{"iss":7,"aud":[],"__proto__":{"exp":1}}', key), jwks, nowMs);
  expect(snippet).toContain('{\n  algorithms: ["RS256"],\n});');
});
