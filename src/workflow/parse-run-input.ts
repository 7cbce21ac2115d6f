/** Reads a scenario for one trigger into what a run is given, or what is wrong with it. */
import { seedToken } from "./base-token.ts";
import type { ClaimsSet } from "./claim.ts";
import { readClaimsSet } from "./claims-set.ts";
import { seedEvent } from "./event.ts";
import { isJsonObject, type Json } from "./json.ts";
import { type ExplainMistake, readJson } from "./parse-json-text.ts";
import { type ReadDetailedMock, readFetchMocks } from "./parse-fetch-mocks.ts";
import type { EnvironmentDraft, ScenarioParts } from "./scenario.ts";
import type { ScenarioProblem } from "./run-result.ts";
import type { EnvironmentVariable, RunInput } from "./run-input.ts";
import { isProhibited, TOKENS, type TokenName } from "./token.ts";
import { TRIGGERS, type Trigger } from "./trigger.ts";

export type RunInputOptions = Pick<RunInput, "nowMs" | "timeoutMs" | "grantConsole"> & {
  /** The tokens whose custom claims are dropped before the run. */
  readonly resetClaims: readonly TokenName[];
  readonly explainJson: ExplainMistake;
  readonly readDetailedMock: ReadDetailedMock;
};

/** `base` holds the tokens that the trigger carries, as they are before the run. */
export type RunInputReading =
  | { readonly kind: "ok"; readonly input: RunInput; readonly base: { readonly [T in TokenName]?: ClaimsSet } }
  | { readonly kind: "unready"; readonly problems: readonly ScenarioProblem[] };

/** Throws only what `explainJson` and `readDetailedMock` do; reports every problem, not only the first. Tokens the trigger does not carry are not looked at. */
export function parseRunInput(scenario: ScenarioParts, trigger: Trigger, options: RunInputOptions): RunInputReading {
  const { explainJson, readDetailedMock } = options;
  const problems: ScenarioProblem[] = [];
  const base: { [T in TokenName]?: ClaimsSet } = {};
  const initialClaims: { [T in TokenName]: ClaimsSet } = { accessToken: [], idToken: [], m2mToken: [] };
  for (const token of TRIGGERS[trigger].tokens) {
    const text = scenario.tokens[token]?.text ?? seedToken(token, Math.floor(options.nowMs / 1_000));
    const reading = readClaimsSet(text, explainJson);
    if (reading.kind === "invalid") {
      const { message, line, column } = reading;
      problems.push({ part: token, message, line, column });
      continue;
    }
    base[token] = reading.claims;
    initialClaims[token] = claimsToStartFrom(token, reading.claims, options.resetClaims.includes(token));
  }
  const event = readEvent(scenario.events[trigger] ?? seedEvent(trigger), explainJson, problems);
  const env = readEnvironment(scenario.env, problems);
  const { mocks, problems: mockProblems } = readFetchMocks(scenario.mocks, explainJson, readDetailedMock);
  problems.push(...mockProblems);
  if (problems.length > 0) return { kind: "unready", problems };

  const { nowMs, timeoutMs, grantConsole } = options;
  const localization = new Map(scenario.localization.map(({ key, text }) => [key, text]));
  return {
    kind: "ok",
    input: {
      event,
      env,
      fetchMocks: mocks,
      initialClaims,
      localization,
      cache: new Map(),
      nowMs,
      timeoutMs,
      grantConsole,
    },
    base,
  };
}

/**
 * What `getCustomClaims()` gives back at the start. Simulated, for Kinde has not published it: every claim that a workflow may
 * set and, when claims are reset, only those that Kinde issues itself.
 */
function claimsToStartFrom(token: TokenName, claims: ClaimsSet, isReset: boolean): ClaimsSet {
  return claims.filter(
    ({ name }) => !isProhibited(token, name) && (!isReset || TOKENS[token].issuedByKinde.includes(name)),
  );
}

function readEvent(text: string, explain: ExplainMistake, problems: ScenarioProblem[]): Json {
  const reading = readJson(text, explain, "unique");
  if (reading.kind === "invalid") {
    const { message, line, column } = reading;
    problems.push({ part: "event", message, line, column });
    return null;
  }
  if (reading.value !== null && !isJsonObject(reading.value)) {
    const message = "An event is a JSON object with request and context, or null to call the workflow without one.";
    problems.push({ part: "event", message, line: 1, column: 1 });
  }
  return reading.value;
}

/** A row without a name is one that is still being written: it is left out. */
function readEnvironment(
  drafts: readonly EnvironmentDraft[],
  problems: ScenarioProblem[],
): ReadonlyMap<string, EnvironmentVariable> {
  const variables = new Map<string, EnvironmentVariable>();
  drafts.forEach(({ name, value, isSecret }, index) => {
    if (name.trim() === "") return;
    if (variables.has(name)) {
      const message = `The environment variable ${name} is there twice. Rename or remove one of them.`;
      problems.push({ part: "env", index, message, line: 1, column: 1 });
      return;
    }
    variables.set(name, { value, isSecret });
  });
  return variables;
}
