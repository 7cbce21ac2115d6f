/** A scenario of the file as the texts that a person edits and a run reads: its levels laid over the seeds of a trigger. */
import { seedToken } from "../../workflow/base-token.ts";
import { seedEvent } from "../../workflow/event.ts";
import { indentJson } from "../../workflow/indent-json.ts";
import type { EnvironmentDraft, FetchMockDraft, ScenarioParts, TokenDraft } from "../../workflow/scenario.ts";
import { TOKEN_NAMES, type TokenName } from "../../workflow/token.ts";
import type { Trigger } from "../../workflow/trigger.ts";
import { layOver } from "./overlay.ts";
import type { FileScenario } from "./read.ts";
import type { SaidLayer } from "./shape.ts";

/** @param nowMs the clock of the run, from which the times of seeded tokens follow. */
export function scenarioParts(
  { levels }: Pick<FileScenario, "levels">,
  trigger: Trigger,
  nowMs: number,
): ScenarioParts {
  const tokens: { [T in TokenName]?: TokenDraft } = {};
  for (const name of TOKEN_NAMES) {
    const layers = levels.map((level) => level.tokens?.[name]);
    const text = laidOver(() => seedToken(name, Math.floor(nowMs / 1_000)), layers);
    if (text !== null) tokens[name] = { text, imported: false };
  }
  const events: { [T in Trigger]?: string } = {};
  for (const name of new Set([trigger, ...levels.flatMap((level) => [...(level.events?.keys() ?? [])])])) {
    const layers = levels.flatMap((level) => [name === trigger ? level.event : undefined, level.events?.get(name)]);
    const text = laidOver(() => seedEvent(name), layers);
    if (text !== null) events[name] = text;
  }
  return {
    tokens,
    events,
    env: [...mergedMaps(levels.map(({ env }) => env))].map(
      ([name, variable]): EnvironmentDraft => ({ name, ...variable }),
    ),
    mocks: nearestFirst(levels.toReversed().map(({ mocks }) => mocks ?? [])),
    localization: [...mergedMaps(levels.map(({ localization }) => localization))].map(([key, text]) => ({ key, text })),
  };
}

/** A level with addresses that stand for many is asked before all under it; else the order of the list says it. */
function nearestFirst(levels: readonly (readonly FetchMockDraft[])[]): readonly FetchMockDraft[] {
  const mocks: FetchMockDraft[] = [];
  let first = 0;
  for (const nearer of levels) {
    let next = first;
    for (const mock of nearer) {
      const level = first + (mock.level ?? 0);
      next = Math.max(next, /[{*]/.test(mock.url) ? level + 1 : level);
      mocks.push(level === 0 ? mock : { ...mock, level });
    }
    first = next;
  }
  return mocks;
}

/** Null where no level says anything: it stands at its seed. */
function laidOver(seed: () => string, layers: readonly (SaidLayer | undefined)[]): string | null {
  let text: string | null = null;
  for (const layer of layers) {
    if (layer === undefined) continue;
    if (layer.value === null) text = null;
    else if (layer.value.kind === "whole") text = layer.value.text;
    else text = indentJson(layOver(text ?? seed(), layer.value.text));
  }
  return text;
}

/** Name by name; `null` takes one away. */
function mergedMaps<T>(levels: readonly (ReadonlyMap<string, T | null> | undefined)[]): ReadonlyMap<string, T> {
  const merged = new Map<string, T>();
  for (const level of levels) {
    for (const [name, value] of level ?? []) {
      if (value === null) merged.delete(name);
      else merged.set(name, value);
    }
  }
  return merged;
}
