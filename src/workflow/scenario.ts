/** A scenario as a person edits it: all that a run depends on besides the source, as text, valid or not. */
import type { TokenName } from "./token.ts";
import type { Trigger } from "./trigger.ts";

/** `imported`: made from a pasted JWT; such a token is never stored, shared or sent anywhere. */
export type TokenDraft = { readonly text: string; readonly imported: boolean };

export type EnvironmentDraft = { readonly name: string; readonly value: string; readonly isSecret: boolean };

/** One fetch mock as edited. `body` is JSON text, plain text, or the error's text, as `answer` says. */
export type FetchMockDraft = {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly answer: "json" | "text" | "error";
  readonly body: string;
  readonly latencyMs: number;
  /** How many requests of a run it answers; 0 or nothing for all of them. */
  readonly times?: number;
  /** It answers only requests with these headers, a line for each: `Name: value`, where a `*` at the end stands for any rest. */
  readonly sentHeaders?: string;
  /** It answers only requests with this body: the text, where a `*` at the end stands for any rest, or an object or list that the body's JSON holds. */
  readonly sentBody?: string;
  /** Mocks of a lower level are asked first, whatever their addresses; nothing is 0. */
  readonly level?: number;
};

export type LocalizationDraft = { readonly key: string; readonly text: string };

/** All of a scenario but its name. */
export type ScenarioParts = {
  /** Edited base tokens as JSON text; a token that is absent stands at its seed. */
  readonly tokens: { readonly [T in TokenName]?: TokenDraft };
  /** Edited events as JSON text, each under the trigger it was edited for; an event that is absent stands at its seed. */
  readonly events: { readonly [T in Trigger]?: string };
  readonly env: readonly EnvironmentDraft[];
  readonly mocks: readonly FetchMockDraft[];
  /** Texts that `getLocalization(key)` finds. */
  readonly localization: readonly LocalizationDraft[];
};

/** Names are unique in a project. */
export type Scenario = ScenarioParts & {
  readonly name: string;
  /** What is expected of the run, as the JSON text of an object; "" where nothing is, and so nothing is checked. */
  readonly expect: string;
  /** Of a lesson: the task it checks. */
  readonly task?: number;
  /** Of a lesson: it is checked without being shown to the reader. */
  readonly hidden?: true;
};

/** What of a scenario belongs to a lesson alone, read from what may be anything. */
export function lessonPart(from: {
  readonly task?: unknown;
  readonly hidden?: unknown;
}): Pick<Scenario, "task" | "hidden"> {
  const { task, hidden } = from;
  return { ...(typeof task === "number" ? { task } : {}), ...(hidden === true ? { hidden } : {}) };
}

/** What the only scenario of a project is called as long as nobody names it. */
export const FIRST_NAME = "Scenario 1";
/** In characters. */
export const LONGEST_NAME = 60;
/** More are neither kept nor run. */
export const MOST_SCENARIOS = 50;

export const SCENARIO_PARTS = Object.keys(emptyScenario()) as readonly (keyof ScenarioParts)[];

/** Everything stands at its seed. */
export function emptyScenario(): ScenarioParts {
  return { tokens: {}, events: {}, env: [], mocks: [], localization: [] };
}
