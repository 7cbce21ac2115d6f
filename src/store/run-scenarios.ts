/** Runs the scenarios that are not open, one after the other on a runtime of their own, when what the open one did has been painted. */
import type { Runtime } from "../worker/runtime.ts";
import { SCENARIO_PARTS, type Scenario, type ScenarioParts } from "../workflow/scenario.ts";
import { activeScenario } from "./active-scenario.ts";
import { afterPaint } from "./next-paint.ts";
import type { PlaygroundState, PlaygroundStore, ScenarioRun } from "./playground-store.ts";

/** Finished runs wait for each other so long before the page is told of them, in milliseconds: a large table takes a while to draw. */
const TOLD_EVERY_MS = 250;

/** Keys follow each other this fast in a word, in milliseconds: a run between them would take the processor from the next. */
const PAUSE_MS = 120;

async function paintedAndPaused(): Promise<void> {
  await afterPaint();
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}

export type ScenarioRunner = {
  /** Called when there is a second scenario to run, and not before. */
  readonly startRuntime: () => Runtime;
  /** Limit of one run, in milliseconds. */
  readonly timeoutMs: number;
  /** An answer that came from a worker without diagnostics: neither it nor any before it is kept. */
  readonly partial: ScenarioRun | null;
  /** Settles when what has been drawn by now was painted, and nobody is in the middle of a word. */
  readonly painted?: () => Promise<void>;
};

type Shown = Pick<PlaygroundState, "project" | "nowMs" | "scenarioRuns">;

/** The newest run of a scenario: `isFresh` when nothing it depended on has changed since. Null before its first. */
export function scenarioRunOf(
  { project, nowMs, scenarioRuns }: Shown,
  scenario: Scenario,
): { readonly run: ScenarioRun; readonly isFresh: boolean } | null {
  const isFresh = (run: ScenarioRun) =>
    run.files === project.files && run.nowMs === nowMs && isSameRun(run.scenario, scenario);
  const own = scenarioRuns.get(scenario.name);
  if (own) return { run: own, isFresh: isFresh(own) };
  // A renamed scenario, or a copy, has been run under another name.
  const same = [...scenarioRuns.values()].find(isFresh);
  return same ? { run: same, isFresh: true } : null;
}

/** Whether what a run depends on is the same in both. */
function isSameRun(one: ScenarioParts, other: ScenarioParts): boolean {
  return SCENARIO_PARTS.every((part) => one[part] === other[part]);
}

/** Keeps the open scenario's answers too, so that they are there when another one is opened. */
export function runScenarios(store: PlaygroundStore, parts: ScenarioRunner): void {
  const { startRuntime, timeoutMs, partial, painted = paintedAndPaused } = parts;
  let runtime: Runtime | null = null;
  /** The newest answer of the open scenario. */
  let taken = partial;
  /** The answer after which all others have run. */
  let doneAfter: ScenarioRun | null = null;
  let isBusy = false;
  let untold = new Map<string, ScenarioRun>();

  const withUntold = (state: PlaygroundState): Shown => ({
    ...state,
    scenarioRuns: new Map([...state.scenarioRuns, ...untold]),
  });

  /** Not while the open scenario runs: that answer comes first. */
  function tell(): void {
    if (untold.size === 0 || store.getState().run.status === "running") return;
    const shown = withUntold(store.getState());
    untold = new Map();
    const found = shown.project.scenarios.map((one) => [one.name, scenarioRunOf(shown, one)?.run] as const);
    store.setState({
      scenarioRuns: new Map(found.filter((entry): entry is [string, ScenarioRun] => entry[1] !== undefined)),
    });
  }

  /** The first scenario without a fresh run; null when there is none, or its turn has not come. */
  function nextScenario(state: PlaygroundState): Scenario | null {
    const { answered, project, nowMs, run, view } = state;
    if (run.status === "running" || answered === null || answered.answer.kind === "stopped") return null;
    if (answered.files !== project.files || answered.nowMs !== nowMs) return null;
    if (!view.autoRun && doneAfter === answered) return null;
    const shown = withUntold(state);
    const open = activeScenario(state);
    return project.scenarios.find((one) => one !== open && !scenarioRunOf(shown, one)?.isFresh) ?? null;
  }

  function takeAnswer(state: PlaygroundState): void {
    const { answered, project } = state;
    if (answered === taken || answered === null) return;
    taken = answered;
    const of = [activeScenario(state), ...project.scenarios].find((one) => isSameRun(one, answered.scenario));
    if (of) untold.set(of.name, answered);
  }

  async function runOthers(): Promise<void> {
    await painted();
    const timer = setInterval(tell, TOLD_EVERY_MS);
    for (let next = nextScenario(store.getState()); next; next = nextScenario(store.getState())) {
      runtime ??= startRuntime();
      const { project, nowMs } = store.getState();
      const source = { files: project.files, scenario: next };
      const answer = await untilOutdated(store, runtime.run(source, { nowMs, timeoutMs, grantConsole: true }));
      if (answer !== null && answer.kind !== "superseded") untold.set(next.name, { ...source, nowMs, answer });
    }
    clearInterval(timer);
    if (store.getState().run.status !== "running") doneAfter = store.getState().answered;
    tell();
  }

  function follow(state: PlaygroundState): void {
    takeAnswer(state);
    if (isBusy || (nextScenario(state) === null && untold.size === 0)) return;
    isBusy = true;
    void runOthers().finally(() => {
      isBusy = false;
    });
  }

  store.subscribe(follow);
  follow(store.getState());
}

/** Null as soon as another text or time is to be run: the runtime ends what is under way by itself. */
function untilOutdated<T>(store: PlaygroundStore, answer: Promise<T>): Promise<T | null> {
  const { project, nowMs } = store.getState();
  return new Promise((resolve, reject) => {
    const stop = store.subscribe((state) => {
      if (state.project.files === project.files && state.nowMs === nowMs) return;
      stop();
      resolve(null);
    });
    answer.then(resolve, reject).finally(stop);
  });
}
