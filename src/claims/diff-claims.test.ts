import { expect, test } from "vitest";
import type { ClaimChange, ClaimsSet } from "../workflow/claim.ts";
import { parseClaimsSet } from "../workflow/claims-set.ts";
import type { Effect, GuestValue } from "../workflow/execution.ts";
import { createRandom, type Random } from "../../testing/random.ts";
import { isProhibited, PROHIBITED_REACTION_RULE, PROHIBITED_RULE, TOKENS, type TokenName } from "../workflow/token.ts";
import { MANAGEMENT_API_RULE, RESET_CLAIMS_RULE, RESET_SCOPE_RULE, UNSERIALIZABLE_RULE } from "./claim-rules.ts";
import { type ClaimsDiff, type DiffInput, diffClaims } from "./diff-claims.ts";
import { encodeClaimsSet } from "./encode-claims-set.ts";

const NAN: GuestValue = { text: '{"$number":"NaN"}', problem: { path: "", reason: "NaN is not JSON" } };
const position = { file: "Workflow.ts", line: 3, column: 5 };

function claims(text: string): ClaimsSet {
  const reading = parseClaimsSet(text);
  if (reading.kind === "invalid") throw new Error(reading.message);
  return reading.claims;
}

function write(name: string, value: string | GuestValue, token: TokenName = "accessToken"): Effect {
  return {
    kind: "claim",
    token,
    name,
    value: typeof value === "string" ? { text: value, problem: null } : value,
    position,
  };
}

function diff(base: string, effects: readonly Effect[], rest: Partial<DiffInput> = {}): ClaimsDiff {
  return diffClaims({
    token: "accessToken",
    base: claims(base),
    effects,
    dropCustom: false,
    untouchable: false,
    ...rest,
  });
}

test.each([
  ["9007199254740992", "9007199254740993", "replaced"],
  ["[9007199254740992]", "[9007199254740993]", "replaced"],
  ['[{"a":[0.1]}]', '[{"a":[0.10000000000000000001]}]', "replaced"],
  ["1e-400", "0", "replaced"],
  ["9007199254740993", "9007199254740993", "written-unchanged"],
  ["1.0", "1", "written-unchanged"],
  ["1E5", "100000", "written-unchanged"],
  ['{"a":1.50,"b":[]}', '{"b":[],"a":1.5}', "written-unchanged"],
])("%s in the base and %s written: %s, and what was written is issued", (before, after, state) => {
  const { changes, issued } = diff(`{"n": ${before}}`, [write("n", after)]);
  expect(changes).toMatchObject([{ name: "n", state, before, after }]);
  expect(encodeClaimsSet(issued)).toBe(`{"n":${after}}`);
});

test("every state at once, sorted for display", () => {
  const { changes, issued } = diff(
    '{"aud":["a"],"sub":"kp_1","permissions":["read"],"org_name":"Ltd","email":"a@b.c","ratio":1}',
    [
      write("tier", '"silver"'),
      write("sub", '"me"'),
      write("permissions", "[]"),
      write("ratio", NAN),
      write("email", '"a@b.c"'),
      write("org_name", '"Inc"'),
      write("tier", '"gold"'),
      write("family_name", '"Lovelace"', "idToken"),
      { kind: "call", fn: "kinde.fetch", args: [] },
    ],
  );
  expect(changes).toEqual([
    {
      name: "sub",
      state: "prohibited",
      before: '"kp_1"',
      after: '"kp_1"',
      attempted: { text: '"me"', problem: null },
      writes: 1,
      position,
      rules: [PROHIBITED_RULE, PROHIBITED_REACTION_RULE],
    },
    {
      name: "ratio",
      state: "unserializable",
      before: "1",
      after: "1",
      attempted: NAN,
      writes: 1,
      position,
      rules: [UNSERIALIZABLE_RULE],
    },
    { name: "tier", state: "added", after: '"gold"', writes: 2, position, rules: [] },
    { name: "org_name", state: "replaced", before: '"Ltd"', after: '"Inc"', writes: 1, position, rules: [] },
    { name: "permissions", state: "emptied", before: '["read"]', after: "[]", writes: 1, position, rules: [] },
    { name: "email", state: "written-unchanged", before: '"a@b.c"', after: '"a@b.c"', writes: 1, position, rules: [] },
    { name: "aud", state: "unchanged", before: '["a"]', after: '["a"]', writes: 0, rules: [] },
  ]);
  expect(encodeClaimsSet(issued)).toBe(
    '{"aud":["a"],"sub":"kp_1","permissions":[],"org_name":"Inc","email":"a@b.c","ratio":1,"tier":"gold"}',
  );
});

const stateOf = ({ changes }: ClaimsDiff, name: string) => changes.find((change) => change.name === name)?.state;

test.each(["null", "[]", "{}", '""'])(
  "%s over something empties, over nothing or another emptiness it does not",
  (empty) => {
    expect(stateOf(diff('{"x":0}', [write("x", empty)]), "x")).toBe("emptied");
    expect(stateOf(diff('{"x":false}', [write("x", empty)]), "x")).toBe("emptied");
    expect(stateOf(diff("{}", [write("x", empty)]), "x")).toBe("added");
    expect(stateOf(diff(`{"x":${empty}}`, [write("x", empty)]), "x")).toBe("written-unchanged");
    const other = empty === "[]" ? "{}" : "[]";
    expect(stateOf(diff(`{"x":${other}}`, [write("x", empty)]), "x")).toBe("replaced");
  },
);

test("0 and false are values, not emptiness", () => {
  expect(stateOf(diff('{"x":1}', [write("x", "0")]), "x")).toBe("replaced");
  expect(stateOf(diff('{"x":true}', [write("x", "false")]), "x")).toBe("replaced");
});

test("the order of names inside a value never counts; the value written last is what is issued", () => {
  const result = diff('{"x":{"a":1,"b":[{"c":1,"d":2}]}}', [write("x", '{"b":[{"d":2,"c":1}],"a":1}')]);
  expect(stateOf(result, "x")).toBe("written-unchanged");
  expect(stateOf(diff('{"x":[1,2]}', [write("x", "[2,1]")]), "x")).toBe("replaced");
});

test("the last write of a claim decides, also when it cannot land", () => {
  expect(diff('{"x":1}', [write("x", "2"), write("x", NAN)]).issued).toEqual(claims('{"x":1}'));
  expect(diff('{"x":1}', [write("x", NAN), write("x", "2")]).issued).toEqual(claims('{"x":2}'));
  expect(diff("{}", [write("x", NAN)]).issued).toEqual([]);
});

test("a prohibited claim that the token lacks is not added", () => {
  const { changes, issued } = diff("{}", [write("nbf", "1")]);
  expect(changes).toEqual([
    {
      name: "nbf",
      state: "prohibited",
      attempted: { text: "1", problem: null },
      writes: 1,
      position,
      rules: [PROHIBITED_RULE, PROHIBITED_REACTION_RULE],
    },
  ]);
  expect(issued).toEqual([]);
});

test("resetClaims drops custom claims unless they are written again, and keeps what Kinde issues", () => {
  const base = '{"sub":"kp_1","tier":"gold","seats":3,"ratio":1,"permissions":["read"]}';
  const { changes, issued } = diff(base, [write("seats", "4"), write("ratio", NAN)], { dropCustom: true });
  expect(changes).toEqual([
    {
      name: "ratio",
      state: "unserializable",
      before: "1",
      attempted: NAN,
      writes: 1,
      position,
      rules: [UNSERIALIZABLE_RULE, RESET_CLAIMS_RULE, RESET_SCOPE_RULE],
    },
    { name: "seats", state: "replaced", before: "3", after: "4", writes: 1, position, rules: [] },
    { name: "tier", state: "removed", before: '"gold"', writes: 0, rules: [RESET_CLAIMS_RULE, RESET_SCOPE_RULE] },
    { name: "sub", state: "unchanged", before: '"kp_1"', after: '"kp_1"', writes: 0, rules: [] },
    { name: "permissions", state: "unchanged", before: '["read"]', after: '["read"]', writes: 0, rules: [] },
  ]);
  expect(issued).toEqual(claims('{"sub":"kp_1","seats":4,"permissions":["read"]}'));
});

test("an untouchable M2M token rejects every write and drops nothing", () => {
  const base = '{"sub":"s","tier":"gold"}';
  const effects = [write("tier", '"x"', "m2mToken"), write("sub", '"x"', "m2mToken")];
  const { changes, issued } = diff(base, effects, { token: "m2mToken", dropCustom: true, untouchable: true });
  expect(changes.map(({ name, state, rules }) => ({ name, state, rules }))).toEqual([
    { name: "tier", state: "prohibited", rules: [MANAGEMENT_API_RULE, PROHIBITED_REACTION_RULE] },
    { name: "sub", state: "prohibited", rules: [MANAGEMENT_API_RULE, PROHIBITED_RULE, PROHIBITED_REACTION_RULE] },
  ]);
  expect(issued).toEqual(claims(base));
});

test("claims named like members of Object are ordinary claims", () => {
  const { issued } = diff('{"__proto__":{"a":1},"toString":1}', [
    write("constructor", "1"),
    write("__proto__", '{"b":2}'),
    write("", "[]"),
    write("toString", "null"),
  ]);
  expect(encodeClaimsSet(issued)).toBe('{"__proto__":{"b":2},"toString":null,"constructor":1,"":[]}');
});

const NAMES = ["sub", "aud", "permissions", "tier", "__proto__", "", "constructor", "toString", "é", "10"] as const;
const VALUES = ["null", "[]", "{}", '""', "0", '"a"', '{"a":1,"b":2}', '{"b":2,"a":1}', '[{"__proto__":1}]'] as const;

function randomCase(random: Random): DiffInput {
  const token = random.pick<TokenName>(["accessToken", "idToken", "m2mToken"]);
  const names = new Set(Array.from({ length: random.below(8) }, () => random.pick(NAMES)));
  const members = [...names].map((name) => `${JSON.stringify(name)}:${random.pick(VALUES)}`);
  const effects = Array.from({ length: random.below(12) }, () =>
    write(
      random.pick(NAMES),
      random.below(6) === 0 ? NAN : random.pick(VALUES),
      random.pick<TokenName>([token, token, "idToken"]),
    ),
  );
  return {
    token,
    base: claims(`{${members.join(",")}}`),
    effects,
    dropCustom: random.below(3) === 0,
    untouchable: random.below(8) === 0,
  };
}

/** The issued set as a reader of the changes alone would make it. */
function applied(changes: readonly ClaimChange[], base: ClaimsSet): ReadonlyMap<string, string> {
  const result = new Map(base.map(({ name, json }) => [name, json]));
  for (const { name, after } of changes) {
    if (after === undefined) result.delete(name);
    else result.set(name, after);
  }
  return result;
}

/** The issued set by the rules themselves, one write after the other. */
function expected(input: DiffInput): ReadonlyMap<string, string> {
  const isKept = (name: string) =>
    !input.dropCustom || input.untouchable || TOKENS[input.token].issuedByKinde.includes(name);
  const start = new Map(input.base.filter(({ name }) => isKept(name)).map(({ name, json }) => [name, json]));
  const result = new Map(start);
  for (const effect of input.effects) {
    if (effect.kind !== "claim" || effect.token !== input.token) continue;
    if (input.untouchable || isProhibited(input.token, effect.name)) continue;
    const kept = start.get(effect.name);
    if (effect.value.problem === null) result.set(effect.name, effect.value.text);
    else if (kept === undefined) result.delete(effect.name);
    else result.set(effect.name, kept);
  }
  return result;
}

test("applying the changes to the base gives the issued set, 2,000 random cases", () => {
  const seed = Number(process.env["SEED"] ?? 20_261_123);
  console.info(`diff-claims seed ${seed}`);
  const random = createRandom(seed);
  const sorted = (map: ReadonlyMap<string, string>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  for (let round = 0; round < 2_000; round++) {
    const input = randomCase(random);
    const { changes, issued } = diffClaims(input);
    const where = `seed ${seed}, round ${round}`;
    const issuedMap = new Map(issued.map(({ name, json }) => [name, json]));
    expect(issuedMap.size, where).toBe(issued.length);
    expect(sorted(applied(changes, input.base)), where).toEqual(sorted(issuedMap));
    expect(sorted(expected(input)), where).toEqual(sorted(issuedMap));
    const names = new Set([
      ...input.base.map(({ name }) => name),
      ...input.effects.flatMap((effect) =>
        effect.kind === "claim" && effect.token === input.token ? [effect.name] : [],
      ),
    ]);
    expect(changes.map(({ name }) => name).sort(), where).toEqual([...names].sort());
  }
});
