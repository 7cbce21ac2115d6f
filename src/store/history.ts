/** The last states of one's own work, without secrets and pasted tokens: recorded when the typing rests, and before much of it goes. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { SCENARIO_PARTS } from "../workflow/scenario.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";
import { keptTime } from "./kept-time.ts";
import type { PlaygroundState, PlaygroundStore } from "./playground-store.ts";
import { readStoredProject } from "./read-stored-project.ts";
import { HISTORY_KEY, writeIfRoom } from "./write-storage.ts";

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
    const before = recordedTexts(storage);
    const sameProject = `{"project":${JSON.stringify(withoutSecrets(project))},`;
    if (before[0]?.startsWith(sameProject)) return;
    const more = JSON.stringify({ name: origin.name ?? null, atMs: recordedAtMs });
    write([sameProject + more.slice(1), ...before]);
  }

  /** The newest that have room. */
  function write(states: readonly string[]): void {
    let room = MOST_CHARACTERS;
    const kept = states.slice(0, MOST_STATES).filter((state) => {
      room -= state.length;
      return room >= 0;
    });
    for (let count = kept.length; count > 0; count = Math.floor(count / 2)) {
      if (writeIfRoom(storage, HISTORY_KEY, `[\n${kept.slice(0, count).join(",\n")}\n]`)) return;
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

/** Each state's JSON has a line of the list's, so that none is parsed to record another one. */
function recordedTexts(storage: Storage | null): readonly string[] {
  try {
    const text = storage?.getItem(HISTORY_KEY);
    if (!text) return [];
    if (text.startsWith("[\n")) return text.slice(2, -2).split(",\n");
    const json = parseJson(text);
    return Array.isArray(json) ? json.map((state: Json) => JSON.stringify(state)) : [];
  } catch {
    return [];
  }
}

function readHistory(storage: Storage | null): readonly PastState[] {
  return recordedTexts(storage).flatMap((text): PastState[] => {
    try {
      const state = parseJson(text);
      if (!isJsonObject(state)) return [];
      const { name, atMs } = state;
      const project = readStoredProject(state["project"]);
      if (project === null || typeof atMs !== "number") return [];
      return [{ project, name: typeof name === "string" ? name : null, atMs: keptTime(atMs) }];
    } catch {
      return [];
    }
  });
}
