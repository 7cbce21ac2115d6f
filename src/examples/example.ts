/** An example as its folder holds it, and the project it opens as. */
import { seedToken } from "../workflow/base-token.ts";
import { seedEvent } from "../workflow/event.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../workflow/json.ts";
import { createProject, mapScenarios, type Project, type SourceFile } from "../workflow/project.ts";
import type { FetchMock } from "../workflow/run-input.ts";
import type { EnvironmentDraft, FetchMockDraft } from "../workflow/scenario.ts";
import type { TokenName } from "../workflow/token.ts";
import type { Trigger } from "../workflow/trigger.ts";

export type Example = {
  /** The name of its folder. */
  readonly name: string;
  readonly title: string;
  /** One sentence. */
  readonly purpose: string;
  /** Examples of one group stand together. */
  readonly group: string;
  /** The token to look at when it opens; without it the trigger's first one. */
  readonly token?: TokenName;
  readonly project: Project;
};

/** `example.json`: what a person reads, and how the scenario differs from the seeds. Tokens and events are laid over their seed. */
export type ExampleJson = {
  readonly title: string;
  readonly purpose: string;
  readonly group: string;
  readonly token?: TokenName;
  readonly env?: readonly EnvironmentDraft[];
  readonly mocks?: readonly FetchMock[];
  readonly tokens?: { readonly [T in TokenName]?: JsonObject };
  readonly events?: { readonly [T in Trigger]?: JsonObject };
  readonly localization?: { readonly [key: string]: string };
};

/** Tokens that an example changes are issued at this time, 2026-11-23T00:00:00Z in seconds since the epoch, until `issuedAt` moves them. */
const ISSUED_AT_SECONDS = 1_795_392_000;

/** Objects are laid over each other member by member; any other value replaces what was there. */
function laidOver(under: Json | undefined, over: Json): Json {
  if (!isJsonObject(under) || !isJsonObject(over)) return over;
  return Object.fromEntries([
    ...Object.entries(under),
    ...Object.entries(over).map(([name, value]) => [name, laidOver(under[name], value)] as const),
  ]);
}

function seedWith(seed: string, changes: JsonObject): string {
  return JSON.stringify(laidOver(parseJson(seed), changes), null, 2);
}

function toMock(mock: FetchMock): FetchMockDraft {
  const answer =
    mock.error !== undefined
      ? ({ answer: "error", body: mock.error } as const)
      : mock.text !== undefined
        ? ({ answer: "text", body: mock.text } as const)
        : ({ answer: "json", body: JSON.stringify(mock.json ?? null, null, 2) } as const);
  return {
    method: mock.method ?? "GET",
    url: mock.url,
    status: mock.status ?? 200,
    latencyMs: mock.latencyMs ?? 0,
    ...answer,
  };
}

/** @param files the workflow first. */
export function toExample(name: string, json: ExampleJson, files: readonly SourceFile[]): Example {
  const tokens = Object.entries(json.tokens ?? {}) as [TokenName, JsonObject][];
  const events = Object.entries(json.events ?? {}) as [Trigger, JsonObject][];
  const { title, purpose, group, token } = json;
  return {
    name,
    title,
    purpose,
    group,
    ...(token ? { token } : {}),
    project: createProject(files, {
      tokens: Object.fromEntries(
        tokens.map(([token, changes]) => [
          token,
          { text: seedWith(seedToken(token, ISSUED_AT_SECONDS), changes), imported: false },
        ]),
      ),
      events: Object.fromEntries(events.map(([trigger, changes]) => [trigger, seedWith(seedEvent(trigger), changes)])),
      env: json.env ?? [],
      mocks: (json.mocks ?? []).map(toMock),
      localization: Object.entries(json.localization ?? {}).map(([key, text]) => ({ key, text })),
    }),
  };
}

/** The same project with its tokens issued at `nowSeconds`, so that no example opens with a token whose time is over. */
export function issuedAt(project: Project, nowSeconds: number): Project {
  const moved = ([token, draft]: [string, { readonly text: string; readonly imported: boolean }]) => {
    const claims = parseJson(draft.text) as JsonObject;
    const exp = nowSeconds + Number(claims["exp"]) - Number(claims["iat"]);
    return [token, { ...draft, text: seedWith(draft.text, { iat: nowSeconds, exp }) }];
  };
  return mapScenarios(project, (scenario) => ({
    ...scenario,
    tokens: Object.fromEntries(Object.entries(scenario.tokens).map(moved)),
  }));
}
