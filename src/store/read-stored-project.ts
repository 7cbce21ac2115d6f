/** Reads a project out of stored JSON of any shape: what has the right types is kept, the rest is left out. */
import { isJsonObject, type Json, type JsonObject } from "../workflow/json.ts";
import type { OpenedScenarios, Project, SourceFile } from "../workflow/project.ts";
import {
  type EnvironmentDraft,
  type FetchMockDraft,
  FIRST_NAME,
  type LocalizationDraft,
  lessonPart,
  MOST_SCENARIOS,
  type Scenario,
  type TokenDraft,
} from "../workflow/scenario.ts";
import { freeName } from "./edit-scenarios.ts";

type Shape<T> = { readonly [Name in keyof T]-?: T[Name] };

const FILE: Shape<SourceFile> = { name: "", text: "" };
const TOKEN: Shape<TokenDraft> = { text: "", imported: false };
const VARIABLE: Shape<EnvironmentDraft> = { name: "", value: "", isSecret: false };
/** What of a mock may be absent; what is not of its kind is left out. */
const MOCK_CHOICES = { times: 0, sentHeaders: "", sentBody: "", level: 0 } satisfies Partial<FetchMockDraft>;
type PlainMock = Omit<FetchMockDraft, keyof typeof MOCK_CHOICES>;
const MOCK: Shape<PlainMock> = { method: "", url: "", status: 0, answer: "json", body: "", latencyMs: 0 };
type PlainOpened = Pick<OpenedScenarios, "text" | "nowMs">;
const OPENED: Shape<PlainOpened> = { text: "", nowMs: 0 };
const TEXT: Shape<LocalizationDraft> = { key: "", text: "" };
const ANSWERS: readonly unknown[] = ["json", "text", "error"] satisfies readonly FetchMockDraft["answer"][];

/** Null where no file can be read. */
export function readStoredProject(json: Json | undefined): Project | null {
  if (!isJsonObject(json)) return null;
  const files = listOf(json["files"], FILE);
  if (files.length === 0) return null;
  // Work that was kept before there were several scenarios holds the parts of its only one itself.
  const listed = Array.isArray(json["scenarios"]) ? json["scenarios"].slice(0, MOST_SCENARIOS) : [json];
  const scenarios: Scenario[] = [];
  for (const item of listed) if (isJsonObject(item)) scenarios.push(scenarioOf(item, scenarios));
  const [first = scenarioOf({}, []), ...others] = scenarios;
  const [opened] = listOf([json["opened"] ?? null], OPENED);
  return { files, scenarios: [first, ...others], ...(opened ? { opened: withOwner(opened) } : {}) };
}

function withOwner(opened: PlainOpened): OpenedScenarios {
  const { text, nowMs, ofWorkflow } = opened as Partial<JsonObject> & PlainOpened;
  return { text, nowMs, ...(typeof ofWorkflow === "string" ? { ofWorkflow } : {}) };
}

/** A name that is not there, or is taken, is made anew. */
function scenarioOf(json: JsonObject, others: readonly Scenario[]): Scenario {
  const { name, expect } = json;
  return {
    name: freeName(typeof name === "string" && name !== "" ? name : FIRST_NAME, others),
    expect: typeof expect === "string" ? expect : "",
    ...lessonPart(json),
    tokens: entriesOf(json["tokens"], (draft): draft is TokenDraft & Json => hasShape(draft, TOKEN)),
    events: entriesOf(json["events"], (text): text is string => typeof text === "string"),
    env: listOf(json["env"], VARIABLE),
    mocks: listOf(json["mocks"], MOCK)
      .filter(({ answer }) => ANSWERS.includes(answer))
      .map(withChoices),
    localization: listOf(json["localization"], TEXT),
  };
}

function withChoices(mock: PlainMock): FetchMockDraft {
  const isRight = ([name, value]: [string, unknown]) =>
    Object.entries(MOCK_CHOICES).every(([choice, like]) => choice !== name || typeof value === typeof like);
  return Object.fromEntries(Object.entries(mock).filter(isRight)) as FetchMockDraft;
}

function hasShape(json: Json, shape: object): boolean {
  return isJsonObject(json) && Object.entries(shape).every(([name, value]) => typeof json[name] === typeof value);
}

function listOf<T>(json: Json | undefined, shape: Shape<T>): readonly T[] {
  return Array.isArray(json) ? json.filter((item): item is T & Json => hasShape(item, shape as object)) : [];
}

function entriesOf<T extends Json>(json: Json | undefined, isRight: (value: Json) => value is T): Record<string, T> {
  if (!isJsonObject(json)) return {};
  return Object.fromEntries(Object.entries(json).filter((entry): entry is [string, T] => isRight(entry[1])));
}
