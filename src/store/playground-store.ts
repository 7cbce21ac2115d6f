/** The only mutable state: the project, its newest run, the signed tokens and the view; and everything that changes them. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { SignedToken } from "../jwt/sign-token.ts";
import type { RunAnswer, Runtime, RunWait } from "../worker/runtime.ts";
import type { Position } from "../workflow/position.ts";
import { entryFile, mapScenarios, type Project, type RunSource } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { emptyScenario, type Scenario, type ScenarioParts } from "../workflow/scenario.ts";
import type { TokenName } from "../workflow/token.ts";
import type { Trigger } from "../workflow/trigger.ts";
import { activeScenario } from "./active-scenario.ts";
import * as edit from "./edit-project.ts";
import { INITIAL_VIEW, type ViewState } from "./view-state.ts";

/** Where the project on the page comes from. */
export type ProjectSource =
  | { readonly kind: "own" /** As the person calls it. */; readonly name?: string }
  | { readonly kind: "example"; readonly name: string }
  | {
      readonly kind: "link";
      /** The part of the address that holds the project: tells one link from another. */
      readonly link: string;
      /** The project as the link holds it. */
      readonly shared: Project;
      readonly missingSecrets: readonly string[];
    };

/** Before the first result there is none that was good either. */
type NoResults = { readonly latest: null; readonly lastGood: null };
type SomeResults = {
  /** The newest result, whatever its outcome. */
  readonly latest: RunResult;
  /** The newest result whose workflow completed. When it is not `latest` it is stale: show it dimmed. */
  readonly lastGood: RunResult | null;
};

export type RunState = {
  /** Counts the results shown, so that a view can tell one from the next. */
  readonly count: number;
} & (
  | (NoResults & { readonly status: "idle" })
  | (SomeResults & { readonly status: "done" })
  | ((NoResults | SomeResults) &
      (
        | { readonly status: "stopped" }
        /** `waitsFor`: what holds the run up that is not the author's code. */
        | { readonly status: "running"; readonly waitsFor: RunWait | null }
        /** `hung`: nothing inside the sandbox could stop the run, so its worker was terminated. `crashed`: our failure. `message`: what happened, in a sentence. */
        | { readonly status: "hung" | "crashed"; readonly message: string }
      ))
);

/** What came of one run, with all that it depended on. */
export type ScenarioRun = RunSource & {
  readonly nowMs: number;
  readonly answer: Exclude<RunAnswer, { readonly kind: "superseded" }>;
};

export type PlaygroundState = {
  readonly project: Project;
  /** Which scenario is open: it is edited, runs first and is shown. */
  readonly scenarioIndex: number;
  readonly origin: ProjectSource;
  /** The scenarios that an example or a link came with. */
  readonly given: readonly Scenario[];
  /** What “reset” goes back to: the scenario an example or a link came with; seeds and empty lists for one's own work. */
  readonly defaults: ScenarioParts;
  readonly activeFile: string;
  /** Counts the projects opened, so that what belongs to one ends with it. */
  readonly openedCount: number;
  /** Where the editor should put the cursor next, or which lines it selects; `count` tells one request from the next. */
  readonly reveal: { readonly position: Position; readonly lastLine?: number; readonly count: number } | null;
  readonly run: RunState;
  /** What `run` is of; null before the first. */
  readonly answered: ScenarioRun | null;
  /** The newest run of each scenario by its name; `run-scenarios.ts` fills it where there are several. */
  readonly scenarioRuns: ReadonlyMap<string, ScenarioRun>;
  /** Tokens of `run.latest` as they were signed; a token that was not issued is absent. */
  readonly signed: { readonly [T in TokenName]?: SignedToken };
  /** The demo key's public half as a JWKS, once there is one. */
  readonly jwks: string | null;
  /** Why tokens cannot be signed. */
  readonly signerFailure: string | null;
  readonly view: ViewState;
  /** Seeded tokens are issued at this time, in milliseconds since the epoch. */
  readonly nowMs: number;

  setFileText(name: string, text: string): void;
  setFiles(files: Project["files"], activeFile: string): void;
  setActiveFile(name: string): void;
  /** Opens the file of a position and puts the cursor there; with a last line, selects from there to that line's end. */
  revealPosition(position: Position, lastLine?: number): void;
  /** Null goes back to the seed. */
  setToken(token: TokenName, text: string | null, imported?: boolean): void;
  setEvent(trigger: Trigger, text: string | null): void;
  setEnv(env: Scenario["env"]): void;
  setMocks(mocks: Scenario["mocks"]): void;
  /** Replaces the parts of the open scenario at once, in one run. */
  setScenario(parts: ScenarioParts): void;
  openProject(project: Project, origin: ProjectSource): void;
  setView(change: Partial<ViewState>): void;
  runNow(): void;
  /** Runs once more as things stand, at the time of the run before. */
  rerun(): void;
  stop(): void;
};

export type PlaygroundStore = StoreApi<PlaygroundState>;

export type StoreParts = {
  readonly runtime: Runtime;
  readonly project: Project;
  readonly origin: ProjectSource;
  readonly view?: Partial<ViewState>;
  readonly nowMs: () => number;
  /** Limit of one run, in milliseconds. */
  readonly timeoutMs: number;
};

/** What begins with a project. */
function openedWith(project: Project, origin: ProjectSource) {
  const given = origin.kind === "own" ? [] : (origin.kind === "link" ? origin.shared : project).scenarios;
  return {
    project,
    scenarioIndex: 0,
    origin,
    given,
    defaults: defaultsOf(given, project.scenarios[0]),
    activeFile: entryFile(project.files)?.name ?? project.files[0]?.name ?? "",
    reveal: null,
    run: IDLE,
    scenarioRuns: new Map(),
    signed: {},
  } satisfies Partial<PlaygroundState>;
}

export function defaultsOf(given: readonly Scenario[], scenario: Scenario): ScenarioParts {
  return given.find(({ name }) => name === scenario.name) ?? emptyScenario();
}

const NO_RESULTS: NoResults = { latest: null, lastGood: null };
const IDLE: RunState = { ...NO_RESULTS, status: "idle", count: 0 };

/** Creates the store. Nothing runs before `runNow` or an edit. */
export function createPlaygroundStore(parts: StoreParts): PlaygroundStore {
  const store = createStore<PlaygroundState>()((set, get) => {
    let newest: object | null = null;

    async function run(): Promise<void> {
      const { project, nowMs, openedCount } = get();
      const source = { files: project.files, scenario: activeScenario(get()) };
      const options = { nowMs, timeoutMs: parts.timeoutMs, grantConsole: true };
      // The wait may be told before the call has returned.
      const own = {};
      newest = own;
      set(({ run }) => ({ run: runningAfter(run, null) }));
      const answer = await parts.runtime.run(source, options, (wait) => {
        if (newest === own) set(({ run }) => ({ run: runningAfter(run, wait) }));
      });
      if (answer.kind === "superseded" || get().openedCount !== openedCount) return;
      set(({ run }) => ({ run: nextRunState(run, answer), answered: { ...source, nowMs, answer } }));
    }

    function changeProject(project: Project, change: Partial<PlaygroundState> = {}): void {
      if (project === get().project) return;
      const origin = get().origin;
      set({ project, ...(origin.kind === "example" ? { origin: { kind: "own" } as const } : {}), ...change });
      if (get().view.autoRun) void run();
    }

    function changeScenario(change: (scenario: Scenario) => Scenario, also: Partial<PlaygroundState> = {}): void {
      const open = activeScenario(get());
      const scenario = change(open);
      changeProject(
        mapScenarios(get().project, (one) => (one === open ? scenario : one)),
        also,
      );
    }

    return {
      ...openedWith(parts.project, parts.origin),
      openedCount: 0,
      answered: null,
      jwks: null,
      signerFailure: null,
      view: { ...INITIAL_VIEW, ...parts.view },
      nowMs: parts.nowMs(),

      setFileText: (name, text) => changeProject(edit.withFileText(get().project, name, text)),
      setFiles: (files, activeFile) => changeProject({ ...get().project, files }, { activeFile }),
      setActiveFile: (name) => set({ activeFile: name }),
      revealPosition: (position, lastLine) =>
        set(({ reveal, view }) => ({
          activeFile: position.file,
          reveal: { position, ...(lastLine === undefined ? {} : { lastLine }), count: (reveal?.count ?? 0) + 1 },
          view: { ...view, narrowTab: "code" },
        })),
      setToken: (token, text, imported = false) =>
        changeScenario(
          (scenario) => edit.withToken(scenario, token, text, imported),
          text === null ? { nowMs: parts.nowMs() } : {},
        ),
      setEvent: (trigger, text) => changeScenario((scenario) => edit.withEvent(scenario, trigger, text)),
      setEnv: (env) => changeScenario((scenario) => ({ ...scenario, env })),
      setMocks: (mocks) => changeScenario((scenario) => ({ ...scenario, mocks })),
      setScenario: (next) =>
        changeScenario(({ name, expect }) => ({ ...next, name, expect }), { nowMs: parts.nowMs() }),
      openProject: (project, origin) => {
        set({
          ...openedWith(project, origin),
          openedCount: get().openedCount + 1,
          run: { ...IDLE, count: get().run.count },
          view: { ...get().view, token: null, scenarioTab: null },
        });
        void run();
      },
      setView: (change) => {
        const turnedOn = change.autoRun === true && !get().view.autoRun;
        set(({ view }) => ({ view: { ...view, ...change } }));
        if (turnedOn) void run();
      },
      rerun: () => void run(),
      runNow: () => {
        set({ nowMs: parts.nowMs() });
        void run();
      },
      stop: () => parts.runtime.stop(),
    };
  });
  return store;
}

function resultsOf({ latest, lastGood }: RunState): NoResults | SomeResults {
  return latest === null ? NO_RESULTS : { latest, lastGood };
}

function runningAfter(run: RunState, waitsFor: RunWait | null): RunState {
  return { ...resultsOf(run), status: "running", waitsFor, count: run.count };
}

function nextRunState(run: RunState, answer: ScenarioRun["answer"]): RunState {
  const count = run.count + 1;
  const kept = resultsOf(run);
  switch (answer.kind) {
    case "result": {
      const isGood = answer.result.outcome.kind === "completed";
      return { status: "done", latest: answer.result, lastGood: isGood ? answer.result : run.lastGood, count };
    }
    case "hung":
      return {
        ...kept,
        status: "hung",
        count,
        message: `The workflow did not stop within ${answer.limitMs} ms and could not be interrupted, so its sandbox was ended. Kinde would end it with “execution time exceeded”.`,
      };
    case "stopped":
      return { ...kept, status: "stopped", count };
    case "crashed":
      return { ...kept, status: "crashed", count, message: answer.message };
  }
}
