/** A project's scenarios as the text of its `scenarios.json`, and back: nothing that a person wrote on the page is lost on the way. */
import { writeExpectations } from "../../expect/write-expectations.ts";
import { compactJson } from "../../workflow/exact-json.ts";
import { isJsonObject } from "../../workflow/json.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import { createProject, entryFile, type Project, type Scenarios } from "../../workflow/project.ts";
import { lessonPart, MOST_SCENARIOS, type Scenario } from "../../workflow/scenario.ts";
import { type Trigger, TRIGGER_NAMES, TRIGGERS } from "../../workflow/trigger.ts";
import { parseProjectJson, ProjectFormatError } from "../project-json.ts";
import { toShareable } from "../shareable.ts";
import { toProjectJson } from "../write-project-json.ts";
import { type FileMistake, type FileScenario, readScenarioFile } from "./read.ts";
import { scenarioParts } from "./scenario-parts.ts";
import { writeScenarioFile } from "./write.ts";

export const SCENARIO_FILE = "scenarios.json";

export type ScenariosReading =
  | {
      readonly kind: "ok";
      readonly scenarios: Scenarios;
      /** The file its scenarios are of, where it names one. */
      readonly workflow: string | null;
      /** What of the file the page has no place for, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly kind: "invalid"; readonly mistakes: readonly FileMistake[] };

/** Without the values of secrets and pasted tokens. What a scenario of the file cannot hold, such as a row that is half written, stands beside them. */
export function scenariosText(project: Project): string {
  const shareable = toShareable(project).project;
  const text = fileText(shareable, null);
  const reading = readScenarios(text, shareable, 0);
  if (reading.kind === "ok" && isSame(reading.scenarios, shareable.scenarios)) return text;
  return fileText(shareable, draftsOf(shareable.scenarios));
}

function fileText({ files, scenarios }: Project, drafts: string | null): string {
  return writeScenarioFile(scenarios, triggerIn(files), drafts);
}

const draftsOf = (scenarios: Scenarios) => JSON.stringify(toProjectJson({ files: [], scenarios }));

/**
 * Never throws.
 * @param project whose files it stands beside.
 * @param nowMs the time at which tokens that it changes are issued, in milliseconds since the epoch.
 */
export function readScenarios(text: string, { files }: Pick<Project, "files">, nowMs: number): ScenariosReading {
  const drafts = draftsIn(text, files);
  if (drafts !== null) return { kind: "ok", scenarios: drafts, workflow: null, notes: [] };
  const reading = readScenarioFile(text);
  if (reading.kind === "invalid") return reading;
  const { file } = reading;
  const trigger = triggerIn(files);
  const read = file.scenarios.slice(0, MOST_SCENARIOS).map((one) => scenarioOf(one, trigger, file.nowMs ?? nowMs));
  const [first = createProject([]).scenarios[0], ...more] = read;
  const left = file.scenarios.length - read.length;
  const notes = [
    ...(file.isLayered ? [`What lies under several scenarios in ${SCENARIO_FILE} was written into each of them.`] : []),
    ...(file.nowMs === null ? [] : [`The clock that ${SCENARIO_FILE} sets is not kept: runs here begin now.`]),
    ...(left > 0 ? [`The last ${left} scenarios were left out: there can be ${MOST_SCENARIOS}.`] : []),
  ];
  return { kind: "ok", scenarios: [first, ...more], workflow: file.workflow, notes };
}

function scenarioOf(scenario: FileScenario, trigger: Trigger | null, nowMs: number): Scenario {
  const { expectations, expectText } = scenario;
  const expect = expectText ?? (expectations === null ? "" : writeExpectations(expectations));
  const base = { name: scenario.name, expect, ...lessonPart(scenario) };
  if (trigger !== null) return { ...base, ...scenarioParts(scenario, trigger, nowMs) };
  // Whatever the trigger will be, its event is the one that the file says.
  const all = TRIGGER_NAMES.map((each) => [each, scenarioParts(scenario, each, nowMs)] as const);
  const events = Object.fromEntries(
    all.flatMap(([each, { events: said }]) => (said[each] === undefined ? [] : [[each, said[each]]])),
  );
  return { ...base, ...scenarioParts(scenario, "user:tokens_generation", nowMs), events };
}

/** The page's own, as long as nobody has changed the file. */
function draftsIn(text: string, files: Project["files"]): Scenarios | null {
  const reading = parseJsonText(text);
  const drafts = reading.kind === "ok" && isJsonObject(reading.value) ? reading.value["drafts"] : undefined;
  if (drafts === undefined) return null;
  try {
    const { scenarios } = parseProjectJson(drafts);
    return fileText({ files, scenarios }, draftsOf(scenarios)) === text ? scenarios : null;
  } catch (error) {
    if (error instanceof ProjectFormatError) return null;
    throw error;
  }
}

/** As data, with the bodies of mocks however they are laid out. */
function isSame(one: Scenarios, other: Scenarios): boolean {
  const normal = ([first, ...more]: Scenarios) => draftsOf([laidOut(first), ...more.map(laidOut)]);
  return normal(one) === normal(other);
}

function laidOut(scenario: Scenario): Scenario {
  const compact = (text: string) => (parseJsonText(text).kind === "ok" ? compactJson(text) : text);
  const mocks = scenario.mocks.map((mock) => ({
    ...mock,
    ...(mock.answer === "json" ? { body: compact(mock.body) } : {}),
    ...(mock.sentBody === undefined ? {} : { sentBody: compact(mock.sentBody) }),
  }));
  return { ...scenario, expect: scenario.expect.trim(), mocks };
}

/** The trigger that the entry's source names; null where it cannot be seen. */
function triggerIn(files: Project["files"]): Trigger | null {
  const text = entryFile(files)?.text ?? "";
  const [, member, name] = /\btrigger\s*:\s*(?:WorkflowTrigger\s*\.\s*(\w+)|["'`]([^"'`\n]+)["'`])/.exec(text) ?? [];
  return TRIGGER_NAMES.find((one) => one === name || TRIGGERS[one].enumMember === member) ?? null;
}

/** What a workflow is called that stands in no folder of its own. */
export function workflowName(entry: string): string {
  return entry.replace(/\.[jt]sx?$/, "");
}
