import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createLocalJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { diagnose } from "../diagnose/diagnose.ts";
import { createDemoKey } from "../jwt/demo-key.ts";
import { toJwks } from "../jwt/jwks.ts";
import { signToken } from "../jwt/sign-token.ts";
import { runProject } from "../pipeline.ts";
import { NATIVE_MODULES } from "../sandbox/native-modules.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { EXAMPLES } from "./examples.ts";
import { readable } from "./readable-result-for-tests.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm"));
const sandbox = await createSandbox(wasm, NATIVE_MODULES);

/** 2026-11-23T09:00:00Z. */
const options = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };

test.each(EXAMPLES.map((example) => [example.name, example.project] as const))(
  "%s gives the whole result that its folder expects",
  async (name, project) => {
    const answer = await runProject(project, options, { sandbox, diagnose });
    if (answer.kind !== "result") throw new Error(`${name} ended as ${answer.kind}`);
    const text = `${JSON.stringify(readable(answer.result), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`./${name}/expected.json`);
  },
);

test("every token that an example issues verifies against the JWKS of the demo key", async () => {
  const key = await createDemoKey();
  const keys = createLocalJWKSet(JSON.parse(toJwks(key)));
  const verified: string[] = [];
  for (const { name, project } of EXAMPLES) {
    const answer = await runProject(project, options, { sandbox, diagnose });
    for (const { name: token, issuedText } of answer.kind === "result" ? answer.result.tokens : []) {
      if (issuedText === null) continue;
      const { jwt } = await signToken(issuedText, key);
      const { payload } = await jwtVerify(jwt, keys, {
        algorithms: ["RS256"],
        issuer: "https://example.kinde.com",
        currentDate: new Date(options.nowMs),
      });
      expect(payload, `${name}, ${token}`).toEqual(JSON.parse(issuedText));
      verified.push(`${name}: ${token}`);
    }
  }
  expect(verified).toHaveLength(32);
});
