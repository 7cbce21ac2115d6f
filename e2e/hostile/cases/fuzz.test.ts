/** Generated inputs by the thousand. A run's seed is printed; another one: `HOSTILE_SEED=7 HOSTILE_ROUNDS=20000 npx vitest run e2e/hostile/cases/fuzz.test.ts`. */
import { expect, test } from "vitest";
import { diffClaims } from "../../../src/claims/diff-claims.ts";
import { encodeClaimsSet } from "../../../src/claims/encode-claims-set.ts";
import { decodeJwt } from "../../../src/jwt/decode-jwt.ts";
import { decodeLink, encodeLink } from "../../../src/share/link.ts";
import type { ClaimsSet } from "../../../src/workflow/claim.ts";
import { parseClaimsSet } from "../../../src/workflow/claims-set.ts";
import { parseJsonText } from "../../../src/workflow/parse-json-text.ts";
import type { Effect } from "../../../src/workflow/execution.ts";
import { createRandom, type Random } from "../../../testing/random.ts";
import { createSecretFinder } from "../../../src/workflow/secret-finder.ts";
import { isProhibited } from "../../../src/workflow/token.ts";
import { damaged, jsonFrom, jsonTextFrom, nameFrom } from "./generate.ts";
import { changedSince, hostSnapshot } from "./host-snapshot.ts";
import { ORDINARY, projectOf, workflow } from "./hostile-case.ts";
import { forgeLink, linkAround } from "./links.ts";
import { HOST_ORIGIN, HOST_WINDOW, receive } from "./messages.ts";
import { createBench } from "./node-bench.ts";
import { secretFrom, spelledFrom } from "./spelled-secrets.ts";

const ROUNDS = Number(process.env["HOSTILE_ROUNDS"] ?? 2_000);
const SEED = Number(process.env["HOSTILE_SEED"] ?? 20_261_123);
const SLOW_MS = 600_000;
/** No single input may take longer, on a machine that is doing much else; they take about a millisecond. */
const HANG_MS = 2_000;

/** Tries as many inputs as there are rounds; afterwards the host must be as it was. */
function fuzz(name: string, seedOffset: number, tryOne: (random: Random) => void): void {
  test(`${name}: ${ROUNDS} generated inputs`, { timeout: SLOW_MS }, () => {
    console.log(`hostile: ${name} from seed ${SEED + seedOffset}`);
    const random = createRandom(SEED + seedOffset);
    const before = hostSnapshot();
    for (let round = 0; round < ROUNDS; round++) {
      const startMs = performance.now();
      tryOne(random);
      const tookMs = performance.now() - startMs;
      if (tookMs > HANG_MS) throw new Error(`round ${round} took ${tookMs.toFixed(0)} ms`);
    }
    expect(changedSince(before)).toEqual([]);
  });
}

const GOOD_LINK = encodeLink({ project: ORDINARY, title: "Ordinary", view: "diff" });

fuzz("link decoder", 0, (random) => {
  const fragment = random.pick([
    () => damaged(GOOD_LINK, random),
    () => linkAround(damaged(JSON.stringify({ files: ORDINARY.files, title: "t" }), random)),
    () => linkAround(jsonTextFrom(random)),
    () => forgeLink(Uint8Array.from({ length: random.below(200) }, () => random.below(256))),
  ])();
  const result = decodeLink(fragment);
  if (result.kind === "project") expect(Object.getPrototypeOf(result.shared.project)).toBe(Object.prototype);
  else expect(["none", "broken"]).toContain(result.kind);
});

const part = (text: string) => Buffer.from(text).toString("base64url");
fuzz("token decoder", 1, (random) => {
  const payload = jsonTextFrom(random);
  const whole = `${part('{"alg":"RS256"}')}.${part(payload)}.c2ln`;
  const text = random.pick([
    () => whole,
    () => damaged(whole, random),
    () => `${part(jsonTextFrom(random))}.${part(damaged(payload, random))}.`,
  ])();
  const result = decodeJwt(text);
  if (result.kind === "ok") expect(JSON.parse(result.claimsText)).toBeTypeOf("object");
  else expect(result.message).toMatch(/^[A-Z]/);
});

function claimsFrom(random: Random): ClaimsSet {
  const names = new Set(Array.from({ length: random.below(8) }, () => JSON.stringify(nameFrom(random))));
  const members = [...names].map((name) => `${name}:${valueTextFrom(random)}`);
  const reading = parseClaimsSet(`{${members.join()}}`);
  return reading.kind === "ok" ? reading.claims : [];
}

function valueTextFrom(random: Random): string {
  const text = jsonTextFrom(random, 2);
  return parseJsonText(text, "unique").kind === "ok" ? text : JSON.stringify(JSON.parse(text));
}

fuzz("claims diff", 2, (random) => {
  const base = claimsFrom(random);
  const effects = Array.from({ length: random.below(8) }, (): Effect => {
    const isBroken = random.below(6) === 0;
    const value = isBroken
      ? { text: '{"$number":"NaN"}', problem: { path: "", reason: "NaN" } }
      : { text: JSON.stringify(jsonFrom(random)), problem: null };
    return { kind: "claim", token: random.pick(["accessToken", "idToken"]), name: nameFrom(random), value };
  });
  const input = { token: "accessToken", base, effects, dropCustom: false, untouchable: random.below(8) === 0 } as const;
  const { changes, issued } = diffClaims(input);

  const applied = new Map(base.map(({ name, json }) => [name, json]));
  for (const { name, after } of changes) {
    if (after === undefined) applied.delete(name);
    else applied.set(name, after);
  }
  const modelled = new Map(base.map(({ name, json }) => [name, json]));
  const last = new Map(
    effects.flatMap((effect) =>
      effect.kind === "claim" && effect.token === "accessToken" ? [[effect.name, effect.value] as const] : [],
    ),
  );
  for (const [name, value] of last) {
    if (value.problem === null && !input.untouchable && !isProhibited("accessToken", name))
      modelled.set(name, value.text);
  }
  const sorted = (map: ReadonlyMap<string, string>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  const issuedMap = new Map(issued.map(({ name, json }) => [name, json]));
  expect(sorted(applied)).toEqual(sorted(modelled));
  expect(sorted(issuedMap)).toEqual(sorted(modelled));
  expect(issued.length).toBe(issuedMap.size);
  const signed = parseClaimsSet(encodeClaimsSet(issued));
  expect(signed.kind === "ok" && sorted(new Map(signed.claims.map(({ name, json }) => [name, json])))).toEqual(
    sorted(modelled),
  );
});

fuzz("embed messages", 3, (random) => {
  const type = random.pick(["files", "scenario", "view", "theme", "__proto__", ""]);
  const data = random.pick([
    () => jsonFrom(random),
    () => ({
      type: `kinde-workflow:${type}`,
      files: jsonFrom(random),
      scenario: jsonFrom(random),
      view: jsonFrom(random),
      theme: jsonFrom(random),
    }),
    () => ({
      type: `kinde-workflow:${type}`,
      files: [{ name: nameFrom(random), text: "x" }],
      scenario: { env: [{ name: "A", value: "v" }] },
      view: "diff",
      theme: "dark",
    }),
  ])();
  const message = { name: "", data, expected: null };
  const accepted = receive(message);
  if (accepted !== null) expect(accepted.type).toMatch(/^kinde-workflow:(files|scenario|view|theme)$/);
  expect(receive({ ...message, source: {} })).toBeNull();
  expect(receive({ ...message, source: HOST_WINDOW, origin: `${HOST_ORIGIN}.attacker.example` })).toBeNull();
});

let secret = "a secret";
let find = createSecretFinder([secret]);
fuzz("secrets in other spellings", 5, (random) => {
  if (random.below(4) === 0) {
    secret = secretFrom(random);
    find = createSecretFinder([secret]);
  }
  const text = spelledFrom(secret, random);
  if (find(text).length === 0) throw new Error(`${JSON.stringify(secret)} is not found in ${text}`);
});

test(`marshalling: ${ROUNDS} generated values leave the engine as JSON has them`, { timeout: SLOW_MS }, async () => {
  console.log(`hostile: marshalling from seed ${SEED + 4}`);
  const random = createRandom(SEED + 4);
  const bench = await createBench();
  const BATCH = 200;
  for (let done = 0; done < ROUNDS; done += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, ROUNDS - done) }, () => jsonTextFrom(random));
    const body = `event.values.forEach((text, at) => { const value = JSON.parse(text); set("v" + at, value); set("w" + at, JSON.stringify(value)); });`;
    const event = JSON.stringify({ values: texts });
    const result = await bench.run(
      projectOf({ files: workflow(body), scenario: { events: { "user:tokens_generation": event } } }),
      20_000,
    );
    expect(result.outcome.kind).toBe("completed");
    const claims = new Map(result.tokens[0]?.changes.map(({ name, after }) => [name, after]));
    texts.forEach((text, at) => {
      const inHost = JSON.stringify(JSON.parse(text));
      expect(wellFormed(claims.get(`v${at}`)), text).toBe(wellFormed(inHost));
      expect(wellFormed(String(JSON.parse(claims.get(`w${at}`) ?? ""))), text).toBe(wellFormed(inHost));
    });
  }
});

/** Lone surrogates leave production's engine as U+FFFD (recorded), and names that become the same are one. */
function wellFormed(json: string | undefined): string {
  const replaced = (json ?? "").replace(/\\ud[89a-f][0-9a-f]{2}/gi, "\ufffd");
  return JSON.stringify(JSON.parse(replaced));
}
