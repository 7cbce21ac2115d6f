/** A project's scenarios as the text of its `scenarios.json`, and back: nothing that a person wrote on the page is lost on the way. */
import { readExpectations } from "../../expect/read-expectations.ts";
import { writeExpectations } from "../../expect/write-expectations.ts";
import { compactJson } from "../../workflow/exact-json.ts";
import { isJsonObject } from "../../workflow/json.ts";
import { readLocatedJson } from "../../workflow/located-json.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import { createProject, entryFile, type Project, type Scenarios, type SourceFile } from "../../workflow/project.ts";
import { lessonPart, MOST_SCENARIOS, type Scenario } from "../../workflow/scenario.ts";
import { TRIGGER_NAMES, TRIGGERS, type Trigger } from "../../workflow/trigger.ts";
import { ProjectFormatError } from "../json-fields.ts";
import { parseProjectJson } from "../project-json.ts";
import { toShareable } from "../shareable.ts";
import { toProjectJson } from "../write-project-json.ts";
import { type FileMistake, type FileScenario, readScenarioFile } from "./read.ts";
import { scenarioParts } from "./scenario-parts.ts";
import { type Members, writeScenarioFile } from "./write.ts";
import { writeIntoOpened } from "./write-into-opened.ts";

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
  const kept = openedText(shareable);
  if (kept !== null) return kept;
  const text = fileText(shareable, null);
  const reading = readScenarios(text, shareable, 0);
  if (reading.kind === "ok" && isSame(reading.scenarios, shareable.scenarios)) return text;
  return fileText(shareable, draftsOf(shareable.scenarios));
}

/** What stands in the workflow's folder: the scenarios of another workflow there stay as long as this one has none of its own. */
export function scenarioFileText(project: Project): string {
  const { opened, scenarios } = toShareable(project).project;
  const isUntouched = isSame(scenarios, createProject([]).scenarios);
  return opened?.ofWorkflow !== undefined && isUntouched ? opened.text : scenariosText(project);
}

/** Whether scenarios that were opened with levels and comments are written each in full, because an edit cannot be said otherwise. */
export function losesLevels(project: Project): boolean {
  const { opened } = project;
  return (
    opened !== undefined &&
    scenarioFileText(project) !== opened.text &&
    openedText(toShareable(project).project) === null
  );
}

/** Null where they were not opened from a file, or an edit since cannot be said in its text. */
function openedText({ files, scenarios, opened }: Project): string | null {
  if (opened === undefined || opened.ofWorkflow !== undefined) return null;
  const read = (text: string) => {
    const reading = readScenarios(text, { files }, opened.nowMs);
    return reading.kind === "ok" ? reading.scenarios : null;
  };
  const before = read(opened.text);
  if (before === null) return null;
  if (JSON.stringify(before) === JSON.stringify(scenarios)) return opened.text;
  const text = writeIntoOpened({ ...opened, trigger: triggerIn(files), read }, scenarios);
  if (text === null || madeSecret(before, scenarios).some((value) => text.includes(JSON.stringify(value)))) return null;
  const [first, ...more] = read(text) ?? [];
  // Those of a longer list that the page could not hold move up where one was deleted.
  const others = before.length === MOST_SCENARIOS ? more.slice(0, scenarios.length - 1) : more;
  return first && isSame(meant([first, ...others]), meant(scenarios)) ? text : null;
}

/** The values that stand in the file for all to read, of variables that have become secret since. */
function madeSecret(before: Scenarios, now: Scenarios): readonly string[] {
  const names = new Set(now.flatMap(({ env }) => env.filter(({ isSecret }) => isSecret).map(({ name }) => name)));
  const wereSecret = new Set(
    before.flatMap(({ env }) => env.filter(({ isSecret }) => isSecret).map(({ name }) => name)),
  );
  const values = before.flatMap(({ env }) => env.filter(({ name }) => names.has(name) && !wereSecret.has(name)));
  return values.map(({ value }) => value).filter((value) => value !== "");
}

/** With what does not count put in order: where a variable stands, and how an expectation is written. */
function meant([first, ...more]: Scenarios): Scenarios {
  const one = (scenario: Scenario): Scenario => {
    const reading = readExpectations(scenario.expect);
    return {
      ...scenario,
      expect: reading.kind === "ok" && reading.expectations ? writeExpectations(reading.expectations) : scenario.expect,
      env: scenario.env.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      localization: scenario.localization.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    };
  };
  return [one(first), ...more.map(one)];
}

/** What the opened file says besides its scenarios, and of several workflows in one folder the one that they are of. */
function headOf({ files, opened }: Project): Members {
  const reading = opened && opened.ofWorkflow === undefined ? readLocatedJson(opened.text) : null;
  const members = reading?.kind === "ok" && reading.value.kind === "object" ? reading.value.members : [];
  const said = members.filter(({ name }) => HEAD.includes(name)).map(({ name, value }) => [name, value.json] as const);
  if (said.some(([name]) => name === "workflow")) return said;
  const entry = entryFile(files)?.name ?? "";
  const folder = entry.slice(0, entry.lastIndexOf("/") + 1);
  const isBeside = ({ name }: SourceFile) =>
    name !== entry && name.lastIndexOf("/") + 1 === folder.length && name.startsWith(folder) && ENTRY.test(name);
  return files.some(isBeside) ? [["workflow", JSON.stringify(entry.slice(folder.length))], ...said] : said;
}

/** What Kinde takes for workflows, each of which stands for itself. */
const ENTRY = /workflow\.[jt]s$/i;

const HEAD = ["$schema", "workflow", "now"];

function fileText(project: Project, drafts: string | null): string {
  return writeScenarioFile(project.scenarios, triggerIn(project.files), drafts, headOf(project));
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
    ...(file.nowMs === null
      ? []
      : [`Runs here begin now, and not at the time that ${SCENARIO_FILE} sets, which stays in it.`]),
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

/** What a workflow is called by its file: as its folder among a repository's workflows is, else as the file. */
export function workflowName(entry: string): string {
  return /(?:^|\/)environment\/workflows\/([^/]+)\//.exec(entry)?.[1] ?? entry.replace(/^.*\/|\.[jt]sx?$/gi, "");
}
