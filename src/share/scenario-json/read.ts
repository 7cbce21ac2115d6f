/** Reads `scenarios.json`: each scenario with the levels under it, what is expected of it, or every mistake with its place. */
import type { Expectations } from "../../expect/expectation.ts";
import { EMPTY_LEVEL, lay, settle } from "../../expect/levels.ts";
import { nearest, quoted, type Said, type ShapeMistake } from "../../workflow/json-shape.ts";
import { placeOf } from "../../workflow/json-mistake.ts";
import { type LocatedJson, readLocatedJson } from "../../workflow/located-json.ts";
import { MAX_JSON_CHARACTERS, parseJsonText } from "../../workflow/parse-json-text.ts";
import { readExactJson } from "../../workflow/exact-json.ts";
import { type FileLevel, type SaidLayer, scenarioFileShape, type WrittenScenario } from "./shape.ts";

export type ScenarioFile = {
  /** Which file of the folder is run; null when it says nothing. */
  readonly workflow: string | null;
  /** The clock of every run; null when it says nothing. */
  readonly nowMs: number | null;
  /** In the order of the file; names are unique. */
  readonly scenarios: readonly FileScenario[];
  /** The page's own, as JSON text; null where there is none. */
  readonly drafts: string | null;
};

export type FileScenario = {
  readonly name: string;
  /** What it is made of, the farthest level first. */
  readonly levels: readonly FileLevel[];
  /** Null when nothing is expected: then nothing is checked. */
  readonly expectations: Expectations | null;
  /** As the scenario itself writes it, where nothing under it adds to that; null otherwise. */
  readonly expectText: string | null;
  /** Of a lesson. */
  readonly task?: number;
  readonly hidden?: true;
};

/** `line` and `column` start at 1. */
export type FileMistake = { readonly message: string; readonly line: number; readonly column: number };

type ScenarioFileReading =
  | { readonly kind: "ok"; readonly file: ScenarioFile }
  | { readonly kind: "invalid"; readonly mistakes: readonly FileMistake[] };

/** Nobody reads more at once, and finding the place of each takes a while. */
const MOST_MISTAKES = 100;

/** Never throws. */
export function readScenarioFile(text: string): ScenarioFileReading {
  if (text.length > MAX_JSON_CHARACTERS) {
    const most = MAX_JSON_CHARACTERS.toLocaleString("en");
    return {
      kind: "invalid",
      mistakes: [{ message: `The file is longer than ${most} characters.`, line: 1, column: 1 }],
    };
  }
  const reading = readLocatedJson(text);
  if (reading.kind === "invalid") {
    const { message, line, column } = reading;
    return { kind: "invalid", mistakes: [{ message, line, column }] };
  }
  const told: ShapeMistake[] = [];
  const file = fileIn(reading.value, text, (mistake) => told.push(mistake));
  if (told.length === 0 && file !== undefined) return { kind: "ok", file };
  const mistakes = told.toSorted((one, other) => one.at - other.at).slice(0, MOST_MISTAKES);
  return { kind: "invalid", mistakes: mistakes.map(({ at, message }) => ({ message, ...placeOf(text, at) })) };
}

type Tell = (mistake: ShapeMistake) => void;

function fileIn(json: LocatedJson, text: string, tell: Tell): ScenarioFile | undefined {
  const written = scenarioFileShape.read(json, "The file", tell);
  if (written === undefined) return undefined;
  const { all = {}, scenarios, workflow, now, drafts } = written;
  checkNames(scenarios, tell);
  // Of names that stand twice, which is told, the first counts.
  const byName = new Map(scenarios.toReversed().map((scenario) => [scenario.name.value, scenario]));
  const lineages = scenarios.map((scenario) => lineageOf(scenario, byName, tell));
  const told = new Set<string>();
  const tellOnce: Tell = (mistake) => {
    const key = `${mistake.at} ${mistake.message}`;
    if (!told.has(key)) tell(mistake);
    told.add(key);
  };
  return {
    workflow: workflow?.value ?? null,
    nowMs: now ?? null,
    drafts: drafts ?? null,
    scenarios: scenarios.map(({ name, task, hidden }, index): FileScenario => {
      const levels = [all, ...(lineages[index] ?? [])];
      checkLayers(levels, tellOnce);
      const level = levels.reduce((under, { expect }) => (expect ? lay(under, expect) : under), EMPTY_LEVEL);
      const { expectations, mistakes } = settle(level);
      for (const mistake of mistakes) tellOnce(mistake);
      return {
        name: name.value,

        levels,
        expectations,
        expectText: levels.filter(({ expect }) => expect).length === 1 ? ownExpectText(json, text, index) : null,
        ...(task === undefined ? {} : { task }),
        ...(hidden === undefined ? {} : { hidden }),
      };
    }),
  };
}

function ownExpectText(json: LocatedJson, text: string, index: number): string | null {
  const memberOf = (value: LocatedJson | undefined, name: string) =>
    value?.kind === "object" ? value.members.find((member) => member.name === name)?.value : undefined;
  const list = memberOf(json, "scenarios");
  const expect = memberOf(list?.kind === "list" ? list.items[index] : undefined, "expect");
  if (expect === undefined) return null;
  const line = text.slice(text.lastIndexOf("\n", expect.at - 1) + 1, expect.at);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  return text.slice(expect.at, expect.end).replaceAll(`\n${indent}`, "\n");
}

function checkNames(scenarios: readonly WrittenScenario[], tell: Tell): void {
  const met = new Set<string>();
  for (const { name } of scenarios) {
    if (met.has(name.value)) {
      tell({ at: name.at, message: `Two scenarios are called ${quoted(name.value)}. Rename one of them.` });
    }
    met.add(name.value);
  }
}

/** More names of a circle are not told. */
const MOST_TOLD = 6;

/** The scenario with all that it is `from`, the farthest first. */
function lineageOf(
  scenario: WrittenScenario,
  byName: ReadonlyMap<string, WrittenScenario>,
  tell: Tell,
): readonly WrittenScenario[] {
  const lineage = new Set([scenario]);
  for (let next = scenario; next.from; ) {
    const from: Said<string> = next.from;
    const under: WrittenScenario | undefined = byName.get(from.value);
    if (under === undefined) {
      if (next === scenario) tell({ at: from.at, message: unknownFrom(from.value, [...byName.keys()]) });
      break;
    }
    if (lineage.has(under)) {
      if (under === scenario) {
        const told = [...lineage].slice(0, MOST_TOLD).map(({ name }) => quoted(name.value));
        const round = [...told, ...(lineage.size > MOST_TOLD ? ["…"] : []), quoted(under.name.value)].join(" ← ");
        const message = `"from" goes in a circle: ${round}. Take one "from" away.`;
        tell({ at: scenario.from?.at ?? from.at, message });
      }
      break;
    }
    lineage.add(under);
    next = under;
  }
  return [...lineage].reverse();
}

function unknownFrom(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const hint =
    near === null ? `There are ${names.slice(0, 10).map(quoted).join(", ")}.` : `Did you mean ${quoted(near)}?`;
  return `"from" names ${quoted(name)}, and no scenario is called that. ${hint}`;
}

/** An object can only be laid over an object: a whole text under it must be one. */
function checkLayers(levels: readonly FileLevel[], tell: Tell): void {
  for (const name of ["accessToken", "idToken", "m2mToken", "event"] as const) {
    let under: SaidLayer | undefined;
    for (const level of levels) {
      const layer = name === "event" ? level.event : level.tokens?.[name];
      if (layer === undefined) continue;
      if (layer.value?.kind === "over" && under?.value?.kind === "whole" && !isObjectText(under.value.text)) {
        const message = `${quoted(name)} is laid over a text that is not a JSON object. Write the whole of it as text here, or an object there.`;
        tell({ at: layer.at, message });
      }
      under = layer.value?.kind === "over" && under?.value?.kind === "whole" ? under : layer;
    }
  }
}

function isObjectText(text: string): boolean {
  return parseJsonText(text, "unique").kind === "ok" && readExactJson(text).members !== undefined;
}
