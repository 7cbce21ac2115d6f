import { createLocalJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { createDemoKey } from "../jwt/demo-key.ts";
import { toJwks } from "../jwt/jwks.ts";
import { signToken } from "../jwt/sign-token.ts";
import { createNodeRunner } from "../node/node-runner.ts";
import { EXAMPLES } from "./examples.ts";
import { readable } from "../../testing/readable-result.ts";

const run = await createNodeRunner();

/** 2026-11-23T09:00:00Z. */
const options = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };

test.each(EXAMPLES.map((example) => [example.name, example.project] as const))(
  "%s gives the whole result that its folder expects",
  async (name, project) => {
    const text = `${JSON.stringify(readable(await run(project, options)), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`./${name}/expected.json`);
  },
);

test.each(EXAMPLES.map((example) => [example.name, example] as const))(
  "%s opens at a token that it changes, if it changes one",
  async (_, { project, token }) => {
    const { tokens } = await run(project, options);
    const changed = tokens
      .filter(({ changes }) => changes.some(({ state }) => state !== "unchanged"))
      .map(({ name }) => name);
    if (changed.length > 0) expect(changed).toContain(token ?? tokens[0]?.name);
  },
);

test("every token that an example issues verifies against the JWKS of the demo key", async () => {
  const key = await createDemoKey();
  const keys = createLocalJWKSet(JSON.parse(toJwks(key)));
  const verified: string[] = [];
  for (const { name, project } of EXAMPLES) {
    for (const { name: token, issuedText } of (await run(project, options)).tokens) {
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
