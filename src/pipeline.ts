/** One run of a project, start to end: transpile → discover → execute → diff, with what each step found. */
import { diffClaims } from "./claims/diff-claims.ts";
import { encodeClaimsSet } from "./claims/encode-claims-set.ts";
import type { diagnose } from "./diagnose/diagnose.ts";
import { MissingModuleError } from "./sandbox/missing-module.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { createLocator } from "./transpile/locate.ts";
import { type Transpilation, transpile } from "./transpile/transpile.ts";
import type { Diagnostic } from "./workflow/diagnostic.ts";
import type { Effect, GuestValue, WorkflowError } from "./workflow/execution.ts";
import { isHostStackEnd } from "./workflow/host-stack.ts";
import { managementApiIn } from "./workflow/management-api.ts";
import type { ExplainMistake } from "./workflow/parse-json-text.ts";
import { parseRunInput, type RunInputReading } from "./workflow/parse-run-input.ts";
import type { Position } from "./workflow/position.ts";
import { entryFile, type Project } from "./workflow/project.ts";
import type { createRedactor, Redactor } from "./workflow/redact-secrets.ts";
import type { RunResult, TokenResult } from "./workflow/run-result.ts";
import { parseSettings } from "./workflow/settings.ts";
import { signInAfter } from "./workflow/sign-in.ts";
import { NESTED_TOO_DEEP, sourceRefusal } from "./workflow/source-limits.ts";
import { TRIGGERS } from "./workflow/trigger.ts";

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

/**
 * `needs-bundler`: the source uses a construct that only production's own bundler gets right; bundle it and run again.
 * `needs-module`: the run needs something that these tools lack (a module of the engine, the words for a mistake, a redactor); use whole ones.
 */
export type PipelineAnswer =
  | { readonly kind: "result"; readonly result: RunResult }
  | { readonly kind: "needs-bundler"; readonly entry: string; readonly construct: string; readonly position: Position }
  | { readonly kind: "needs-module" };

/** What a run is made with. Those that are null have bytes that would hold up the first result. */
export type Tools = {
  readonly sandbox: Sandbox;
  readonly diagnose: typeof diagnose | null;
  readonly explainJson: ExplainMistake | null;
  readonly createRedactor: typeof createRedactor | null;
  /** Called when the author's code has been executed. */
  readonly onEnded?: () => void;
};

const LEAST_EXECUTION_MS = 50;

/**
 * Runs a project.
 * @param bundled what `transpile/bundle.ts` made of the same files, when an earlier answer asked for it.
 * @param clock monotonic, in milliseconds.
 */
export async function runProject(
  project: Project,
  options: RunOptions,
  tools: Tools,
  bundled?: Transpilation,
  clock: () => number = () => performance.now(),
): Promise<PipelineAnswer> {
  const startMs = clock();
  const { sandbox } = tools;
  const secrets = project.env.filter(({ isSecret, value }) => isSecret && value !== "").map(({ value }) => value);
  if (secrets.length > 0 && tools.createRedactor === null) return { kind: "needs-module" };
  const redactor = secrets.length > 0 ? (tools.createRedactor?.(secrets) ?? null) : null;
  const run = new RunInProgress(project, redactor, tools.diagnose, clock, startMs);

  const entry = entryFile(project.files);
  if (entry === null) return run.refused("compile", NO_ENTRY, []);
  const tooMuch = sourceRefusal(project.files);
  if (tooMuch) return run.unread(tooMuch);
  const transpilation = bundled ?? transpiled(project, entry.name);
  if (transpilation === null) return run.unread(NESTED_TOO_DEEP);
  if (transpilation.kind === "needs-bundler") return { ...transpilation, entry: entry.name };
  run.transpileMs = clock() - startMs;
  if (transpilation.kind === "refused") {
    return run.refused(transpilation.phase, transpilation.error, transpilation.diagnostics);
  }
  const { program } = transpilation;
  run.diagnostics = transpilation.diagnostics;

  const locate = createLocator(program);
  try {
    const discovery = sandbox.discover(program, { nowMs: options.nowMs, timeoutMs: options.timeoutMs, locate });
    run.discoveryMs = discovery.durationMs;
    run.settings = discovery.settings;
    if (discovery.failure) return run.ended(discovery.failure, []);

    const settings = parseSettings(discovery.settings);
    const parsed =
      options.given ??
      parseRunInput(project, run.trigger, {
        nowMs: options.nowMs,
        timeoutMs: Math.max(LEAST_EXECUTION_MS, options.timeoutMs - discovery.durationMs),
        grantConsole: options.grantConsole,
        resetClaims: settings.resetClaims,
        explainJson: tools.explainJson ?? withoutWords,
      });
    if (parsed.kind === "unready") return run.ended({ kind: "unready", problems: parsed.problems }, []);
    run.parsed = parsed;

    const execution = sandbox.execute(program, discovery.settings, parsed.input, { locate });
    run.executionMs = execution.durationMs;
    tools.onEnded?.();
    return run.ended(execution.outcome, execution.effects);
  } catch (error) {
    if (error instanceof MissingModuleError) return { kind: "needs-module" };
    throw error;
  }
}

function withoutWords(): never {
  throw new MissingModuleError("json-mistake");
}

/** Null when the source is nested so deep that reading it ends the host's own stack. */
function transpiled(project: Project, entry: string): Transpilation | null {
  try {
    return transpile(project.files, entry);
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

/** Gathers what the steps of one run found, and ends it as a result. */
class RunInProgress {
  transpileMs = 0;
  discoveryMs = 0;
  executionMs = 0;
  settings: GuestValue | undefined;
  diagnostics: readonly Diagnostic[] = [];
  parsed: RunOptions["given"];
  readonly #project: Project;
  readonly #redactor: Redactor | null;
  readonly #diagnose: Tools["diagnose"];
  readonly #clock: () => number;
  readonly #startMs: number;
  #isReadable = true;

  constructor(
    project: Project,
    redactor: Redactor | null,
    diagnose: Tools["diagnose"],
    clock: () => number,
    startMs: number,
  ) {
    this.#project = project;
    this.#redactor = redactor;
    this.#diagnose = diagnose;
    this.#clock = clock;
    this.#startMs = startMs;
  }

  get trigger() {
    return parseSettings(this.settings).trigger ?? "user:tokens_generation";
  }

  refused(phase: "compile" | "introspect", error: WorkflowError, diagnostics: readonly Diagnostic[]): PipelineAnswer {
    this.diagnostics = diagnostics;
    return this.ended({ kind: "failed", phase, error }, []);
  }

  /** For source that nothing here can read, the diagnostics included. */
  unread(error: WorkflowError): PipelineAnswer {
    this.#isReadable = false;
    return this.refused("compile", error, []);
  }

  ended(ending: RunResult["outcome"], did: readonly Effect[]): PipelineAnswer {
    // The one place where the values of secret variables leave what is shown.
    const redactor = this.#redactor;
    const outcome = redactor?.outcome(ending) ?? ending;
    const effects = redactor ? did.map(redactor.effect) : did;
    const settings = parseSettings(this.settings);
    const { trigger } = this;
    const signIn = signInAfter(outcome, effects, settings, trigger);
    const diffStartMs = this.#clock();
    const landed = signIn.kind === "continues-after-failure" ? [] : effects;
    const tokens = this.parsed
      ? TRIGGERS[trigger].tokens.map((name): TokenResult => {
          const base = this.parsed?.base[name] ?? [];
          const { changes, issued } = diffClaims({
            token: name,
            base,
            effects: landed,
            dropCustom: settings.resetClaims.includes(name),
            untouchable: name === "m2mToken" && managementApiIn(base, this.parsed?.input.event ?? null),
          });
          const isIssued = signIn.kind === "continues" || signIn.kind === "continues-after-failure";
          return { name, base, changes, issuedText: isIssued ? encodeClaimsSet(issued) : null };
        })
      : [];
    const diffMs = this.#clock() - diffStartMs;
    const diagnosis = this.#diagnose?.({
      files: this.#isReadable ? this.#project.files : [],
      settings,
      trigger,
      effects,
      outcome,
      ...(redactor ? { isSecretIn: redactor.isIn } : {}),
    });
    return {
      kind: "result",
      result: {
        settings,
        trigger,
        outcome: diagnosis?.outcome ?? outcome,
        effects,
        tokens,
        signIn,
        diagnostics: [...this.diagnostics, ...(diagnosis?.diagnostics ?? [])],
        gaps: diagnosis?.gaps ?? [],
        durations: {
          transpileMs: this.transpileMs,
          discoveryMs: this.discoveryMs,
          executionMs: this.executionMs,
          diffMs,
          totalMs: this.#clock() - this.#startMs,
        },
      },
    };
  }
}
