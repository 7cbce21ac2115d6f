/** The last states of one's own work, without secrets and pasted tokens: recorded when the typing rests, and before much of it goes. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { SCENARIO_PARTS } from "../workflow/scenario.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";
import type { PlaygroundState, PlaygroundStore } from "./playground-store.ts";
import { projectOf } from "./project-of-json.ts";
import { HISTORY_KEY, writeIfRoom } from "./write-kept.ts";

export type PastState = {
  readonly project: Project;
  /** As the person called it. */
  readonly name: string | null;
  /** In milliseconds since the epoch. */
  readonly atMs: number;
};

export type History = {
  /** Newest first; what is open now is among them. */
  readonly read: () => readonly PastState[];
};

const MOST_STATES = 30;
/** What all of them may take of a storage that holds about five million characters. */
const MOST_CHARACTERS = 1_500_000;
const RESTS_AFTER_MS = 5_000;
/** Between two states while a person works on, in milliseconds. */
const LEAST_BETWEEN_MS = 30_000;
/** Between two states while a person never rests, in milliseconds. */
const MOST_BETWEEN_MS = 120_000;
/** Less than this is typed again in a moment, in characters. */
const LITTLE = 120;

/** Records a store's work for as long as the page lives. Without a storage nothing is recorded. */
export function keepHistory(store: PlaygroundStore, storage: Storage | null): History {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let recorded: Project | null = null;
  let recordedAtMs = 0;
  let changedAtMs: number | null = null;

  function record({ project, origin }: PlaygroundState = store.getState()): void {
    clearTimeout(timer);
    changedAtMs = null;
    if (origin.kind !== "own" || project === recorded) return;
    recorded = project;
    recordedAtMs = Date.now();
    const state: PastState = { project: withoutSecrets(project), name: origin.name ?? null, atMs: recordedAtMs };
    const before = readHistory(storage);
    if (JSON.stringify(before[0]?.project) === JSON.stringify(state.project)) return;
    write([state, ...before]);
  }

  /** The newest that have room. */
  function write(states: readonly PastState[]): void {
    let room = MOST_CHARACTERS;
    const kept = states.slice(0, MOST_STATES).filter((state) => {
      room -= JSON.stringify(state).length;
      return room >= 0;
    });
    for (let count = kept.length; count > 0; count = Math.floor(count / 2)) {
      if (writeIfRoom(storage, HISTORY_KEY, kept.slice(0, count))) return;
    }
  }

  store.subscribe((state, previous) => {
    if (state.project === previous.project) return;
    if (state.openedCount !== previous.openedCount || isMuchGone(previous.project, state.project)) record(previous);
    clearTimeout(timer);
    const nowMs = Date.now();
    changedAtMs ??= nowMs;
    const rested = Math.max(nowMs + RESTS_AFTER_MS, recordedAtMs + LEAST_BETWEEN_MS);
    timer = setTimeout(record, Math.min(rested, changedAtMs + MOST_BETWEEN_MS) - nowMs);
  });
  addEventListener("pagehide", () => record());

  return {
    read() {
      record();
      return readHistory(storage);
    },
  };
}

/** Whether a file, a part of a scenario or most of a text went, which no one types again. */
function isMuchGone(before: Project, after: Project): boolean {
  if (after.files.length < before.files.length || after.scenarios.length < before.scenarios.length) return true;
  if (after.files !== before.files) {
    return before.files.some(({ name, text }) => {
      const now = after.files.find((file) => file.name === name)?.text;
      return now !== undefined && now !== text && isMostGone(text, now);
    });
  }
  return before.scenarios.some((scenario, at) => {
    const now = after.scenarios[at];
    const sizeOf = (of: typeof scenario, part: (typeof SCENARIO_PARTS)[number]) => Object.keys(of[part]).length;
    return now !== undefined && SCENARIO_PARTS.some((part) => sizeOf(now, part) < sizeOf(scenario, part));
  });
}

function isMostGone(before: string, after: string): boolean {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const gone = before.length - start - end;
  return gone > LITTLE && gone > before.length / 2;
}

function readHistory(storage: Storage | null): readonly PastState[] {
  try {
    const text = storage?.getItem(HISTORY_KEY);
    const json: Json = text ? parseJson(text) : null;
    if (!Array.isArray(json)) return [];
    return json.flatMap((item: Json): PastState[] => {
      if (!isJsonObject(item)) return [];
      const { name, atMs } = item;
      const project = projectOf(item["project"]);
      if (project === null || typeof atMs !== "number") return [];
      return [{ project, name: typeof name === "string" ? name : null, atMs }];
    });
  } catch {
    return [];
  }
}
