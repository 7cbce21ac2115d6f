/** A project’s way to its results: its files are transpiled and discovered once, then each scenario is executed and its claims compared. */
import { diffClaims } from "./claims/diff-claims.ts";
import { encodeClaimsSet } from "./claims/encode-claims-set.ts";
import type { diagnose } from "./diagnose/diagnose.ts";
import { MissingModuleError } from "./sandbox/missing-module.ts";
import type { Locate } from "./sandbox/locate.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { createLocator } from "./transpile/locate.ts";
import { type Transpilation, transpile } from "./transpile/transpile.ts";
import type { Diagnostic } from "./workflow/diagnostic.ts";
import type { Effect, GuestValue, Outcome, WorkflowError } from "./workflow/execution.ts";
import { isHostStackEnd } from "./workflow/host-stack.ts";
import { managementApiIn } from "./workflow/management-api.ts";
import type { ExplainMistake } from "./workflow/parse-json-text.ts";
import { parseRunInput, type RunInputReading } from "./workflow/parse-run-input.ts";
import type { Program } from "./workflow/program.ts";
import { entryFile, type Project, type SourceFile } from "./workflow/project.ts";
import type { ReadDetailedMock } from "./workflow/parse-fetch-mocks.ts";
import type { createRedactor, Redactor } from "./workflow/redact-secrets.ts";
import type { RunResult, TokenResult } from "./workflow/run-result.ts";
import { parseSettings } from "./workflow/settings.ts";
import type { ScenarioParts } from "./workflow/scenario.ts";
import { signInAfter } from "./workflow/sign-in.ts";
import { mayNestTooDeep, sourceRefusal } from "./workflow/source-limits.ts";
import type { nestingRefusal } from "./workflow/source-nesting.ts";
import { TRIGGERS, type Trigger } from "./workflow/trigger.ts";

export type RunOptions = {
  /** The guest's clock at the start and the times of seeded tokens, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** Limit for discovery and execution together, in milliseconds of wall-clock time. */
  readonly timeoutMs: number;
  /** Grants `console` without a declaration, as Kinde's docs use it (simulated). */
  readonly grantConsole: boolean;
  /** Takes the place of what the project's texts say: a recorded scenario can hold what no project can, such as a cache. */
  readonly given?: Extract<RunInputReading, { kind: "ok" }>;
};

/** What a run is made with. Those that are null have bytes that would hold up the first result. */
export type RunnerOptions = {
  readonly sandbox: Sandbox;
  /** Whether a run that comes to the end of the host's stack can be made again, in a sandbox with a deeper one. */
  readonly canDeepen?: boolean;
  readonly diagnose: typeof diagnose | null;
  readonly explainJson: ExplainMistake | null;
  readonly createRedactor: typeof createRedactor | null;
  readonly readDetailedMock: ReadDetailedMock | null;
  readonly refuseNested: typeof nestingRefusal | null;
  /** Called before the author's code is discovered, and when it has been executed: what a limit of its own does not watch. */
  readonly onStage?: () => void;
  /** Called when the author's code lasts longer than its limit because the machine lets it wait. */
  readonly onLate?: () => void;
};

/**
 * `needs-bundler`: the source uses a construct that only production's own bundler gets right; bundle it and prepare again.
 * `needs-deep-stack`: the calls nest deeper than the host's stack; make the run again in a sandbox whose engine is `deep-engine.wasm`.
 * `needs-module`: what is asked for needs something that these options lack (a module of the engine, the words for a mistake, a redactor); use full ones.
 */
export type Needs =
  | { readonly kind: "needs-bundler"; readonly entry: string; readonly construct: string }
  | { readonly kind: "needs-deep-stack" }
  | { readonly kind: "needs-module" };

/** Files that any number of scenarios can run: the program with its settings, or why it will never run. */
export type Prepared = {
  readonly kind: "prepared";
  readonly files: readonly SourceFile[];
  /** False for source that nothing here can read, the diagnostics included. */
  readonly isReadable: boolean;
  readonly settings: GuestValue | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly ready: { readonly program: Program; readonly locate: Locate } | { readonly failure: Outcome };
  readonly transpileMs: number;
  readonly discoveryMs: number;
  /** What discovery took of the limit. */
  readonly workedMs: number;
};

type PipelineAnswer = { readonly kind: "result"; readonly result: RunResult } | Needs;

const LEAST_EXECUTION_MS = 50;
const clock = () => performance.now();

/** The first scenario of a project, start to end. */
export function runProject(project: Project, options: RunOptions, tools: RunnerOptions): PipelineAnswer {
  const prepared = prepare(project.files, options, tools);
  return prepared.kind === "prepared" ? runScenario(prepared, project.scenarios[0], options, tools) : prepared;
}

/** @param bundled what `transpile/bundler/bundle.ts` made of the same files, when an earlier answer asked for it. */
export function prepare(
  files: readonly SourceFile[],
  { nowMs, timeoutMs }: Pick<RunOptions, "nowMs" | "timeoutMs">,
  {
    sandbox,
    canDeepen,
    refuseNested,
    onStage,
    onLate,
  }: Pick<RunnerOptions, "sandbox" | "canDeepen" | "refuseNested" | "onStage" | "onLate">,
  bundled?: Transpilation,
): Prepared | Needs {
  const startMs = clock();
  const nothing = {
    kind: "prepared",
    files,
    settings: undefined,
    diagnostics: [],
    discoveryMs: 0,
    workedMs: 0,
  } as const;
  const refused = (error: WorkflowError, phase: "compile" | "introspect" = "compile"): Prepared => ({
    ...nothing,
    isReadable: true,
    ready: { failure: { kind: "failed", phase, error } },
    transpileMs: clock() - startMs,
  });

  const entry = entryFile(files);
  if (entry === null) return refused(NO_ENTRY);
  const unread = (error: WorkflowError) => ({ ...refused(error), isReadable: false });
  const tooMuch = sourceRefusal(files) ?? refuseNested?.(files, false);
  if (tooMuch) return unread(tooMuch);
  const transpilation = refuseNested || !files.some(mayNestTooDeep) ? (bundled ?? transpiled(files, entry.name)) : null;
  if (transpilation === null) {
    const tooDeep = refuseNested?.(files, true);
    return tooDeep ? unread(tooDeep) : { kind: "needs-module" };
  }
  const needsBundler = (construct: string): Needs => ({ kind: "needs-bundler", entry: entry.name, construct });
  if (transpilation.kind === "needs-bundler") return needsBundler(transpilation.construct);
  const { diagnostics } = transpilation;
  if (transpilation.kind === "refused") return { ...refused(transpilation.error, transpilation.phase), diagnostics };

  const transpileMs = clock() - startMs;
  const { program } = transpilation;
  const locate = createLocator(program);
  onStage?.();
  return unlessModuleIsMissing((): Prepared | Needs => {
    const found = sandbox.discover(program, { nowMs, timeoutMs, locate, onLate });
    const { settings, failure, isUnparsable, workedMs, durationMs } = found;
    // The bundler knows whether that is the author's mistake, and says so in production's words.
    if (isUnparsable && !bundled) return needsBundler("code that the engine cannot parse");
    if (canDeepen && failure && endedAtStack(failure)) return { kind: "needs-deep-stack" };
    const ready = failure ? { failure } : { program, locate };
    return {
      ...nothing,
      isReadable: true,
      settings,
      diagnostics,
      ready,
      transpileMs,
      discoveryMs: durationMs,
      workedMs,
    };
  });
}

const endedAtStack = (outcome: RunResult["outcome"]) => outcome.kind === "interrupted" && outcome.limit === "stack";

function unlessModuleIsMissing<T>(step: () => T): T | Needs {
  try {
    return step();
  } catch (error) {
    if (error instanceof MissingModuleError) return { kind: "needs-module" };
    throw error;
  }
}

function withoutWords(): never {
  throw new MissingModuleError("words");
}

/** Null when the source is nested so deep that reading it ends the host's own stack. */
function transpiled(files: readonly SourceFile[], entry: string): Transpilation | null {
  try {
    return transpile(files, entry);
  } catch (error) {
    if (isHostStackEnd(error)) return null;
    throw error;
  }
}

const NO_ENTRY: WorkflowError = {
  name: "",
  message: "No file’s name ends in Workflow, so Kinde would find no workflow here.",
  productionText: "",
  frames: [],
  advice: "Name the file that holds workflowSettings and the default export Workflow.ts.",
};

/** Executes prepared files in a scenario, in a realm that no other run has touched. */
export function runScenario(
  prepared: Prepared,
  scenario: ScenarioParts,
  options: RunOptions,
  tools: RunnerOptions,
): PipelineAnswer {
  const secrets = scenario.env.filter(({ isSecret, value }) => isSecret && value !== "").map(({ value }) => value);
  if (secrets.length > 0 && tools.createRedactor === null) return { kind: "needs-module" };
  const redactor = secrets.length > 0 ? (tools.createRedactor?.(secrets) ?? null) : null;
  return unlessModuleIsMissing((): PipelineAnswer => {
    const startedMs = clock();
    const executed = execute(prepared, scenario, options, tools);
    if (tools.canDeepen && endedAtStack(executed.outcome)) return { kind: "needs-deep-stack" };
    return { kind: "result", result: toResult(prepared, { ...executed, startedMs }, redactor, tools.diagnose) };
  });
}

type Executed = {
  readonly outcome: RunResult["outcome"];
  readonly effects: readonly Effect[];
  readonly durationMs: number;
  /** Null when it was not read, or cannot be. */
  readonly reading: RunOptions["given"] | null;
};

function execute(
  { settings, ready, workedMs }: Prepared,
  scenario: ScenarioParts,
  options: RunOptions,
  { sandbox, explainJson, readDetailedMock, onStage, onLate }: RunnerOptions,
): Executed {
  const nothing = { effects: [], durationMs: 0, reading: null };
  if ("failure" in ready) return { ...nothing, outcome: ready.failure };
  const { nowMs, timeoutMs, grantConsole, given } = options;
  const reading =
    given ??
    parseRunInput(scenario, triggerOf(settings), {
      nowMs,
      timeoutMs: Math.max(LEAST_EXECUTION_MS, timeoutMs - workedMs),
      grantConsole,
      resetClaims: parseSettings(settings).resetClaims,
      explainJson: explainJson ?? withoutWords,
      readDetailedMock: readDetailedMock ?? withoutWords,
    });
  if (reading.kind === "unready") return { ...nothing, outcome: { kind: "unready", problems: reading.problems } };
  const did = sandbox.execute(ready.program, settings, reading.input, { locate: ready.locate, onLate });
  onStage?.();
  return { ...did, reading };
}

function triggerOf(settings: GuestValue | undefined): Trigger {
  return parseSettings(settings).trigger ?? "user:tokens_generation";
}

function toResult(
  { files, isReadable, settings: found, diagnostics, transpileMs, discoveryMs }: Prepared,
  { outcome: ending, effects: did, durationMs: executionMs, reading, startedMs }: Executed & { startedMs: number },
  redactor: Redactor | null,
  diagnose: RunnerOptions["diagnose"],
): RunResult {
  // The one place where the values of secret variables leave what is shown.
  const outcome = redactor?.outcome(ending) ?? ending;
  const effects = redactor ? did.map(redactor.effect) : did;
  const settings = parseSettings(found);
  const trigger = triggerOf(found);
  const signIn = signInAfter(outcome, effects, settings, trigger);
  const diffStartMs = clock();
  const landed = signIn.kind === "continues-after-failure" ? [] : effects;
  const isIssued = signIn.kind === "continues" || signIn.kind === "continues-after-failure";
  const tokens = (reading ? TRIGGERS[trigger].tokens : []).map((name): TokenResult => {
    const base = reading?.base[name] ?? [];
    const { changes, issued } = diffClaims({
      token: name,
      base,
      effects: landed,
      dropCustom: settings.resetClaims.includes(name),
      untouchable: name === "m2mToken" && managementApiIn(base, reading?.input.event ?? null),
    });
    return { name, base, changes, issuedText: isIssued ? encodeClaimsSet(issued) : null };
  });
  const diffMs = clock() - diffStartMs;
  const diagnosis = diagnose?.({
    files: isReadable ? files : [],
    settings,
    trigger,
    effects,
    outcome,
    ...(redactor ? { isSecretIn: redactor.isIn } : {}),
  });
  return {
    settings,
    trigger,
    outcome: diagnosis?.outcome ?? outcome,
    effects,
    tokens,
    signIn,
    diagnostics: [...diagnostics, ...(diagnosis?.diagnostics ?? [])],
    gaps: diagnosis?.gaps ?? [],
    ...(diagnosis ? { claimWrites: diagnosis.claimWrites } : {}),
    durations: {
      transpileMs,
      discoveryMs,
      executionMs,
      diffMs,
      totalMs: transpileMs + discoveryMs + clock() - startedMs,
    },
  };
}
