/** Runs programs in fresh guest realms: discovery with no bindings, then execution with exactly the granted ones. */
import type { Discovery, Execution, GuestValue } from "../workflow/execution.ts";
import type { Program } from "../workflow/program.ts";
import type { RunInput } from "../workflow/run-input.ts";
import { grantBindings } from "./bindings/grant.ts";
import type { CreateDeepStack } from "./deep-stack.ts";
import type { Locate } from "./locate.ts";
import type { SandboxParts, Tracer } from "./native-modules.ts";
import { MissingMemoryError } from "./missing-memory.ts";
import { type RealmTemplate, prepareRealmTemplate, Realm } from "./realm.ts";
import { Run, type RunContext, UnclearFailure } from "./run.ts";
import type { Site } from "./site.ts";
import { WorkClock } from "./work-clock.ts";

export type DiscoverOptions = {
  /** The guest's clock at the start, in milliseconds since the epoch. */
  readonly nowMs: number;
  readonly timeoutMs: number;
} & Around;

type Around = {
  readonly locate: Locate;
  /** Told when a run lasts longer than its limit because the machine lets it wait. */
  readonly onLate?: (() => void) | undefined;
};

/** As many as a run needs. */
const READY_REALMS = 2;
/** Places that a program is traced at: more than that a workflow which fails again and again has no need of. */
const MAX_TRACED = 8;
/** How long after a run, in milliseconds: what the run gave has been passed on by then and the machine is at rest. A run that comes sooner renews for itself. */
const RENEWED_AFTER_MS = 40;

/**
 * Prepares what all runs start from.
 * @param wasm `quickjs-wasi/quickjs.wasm`, compiled or as bytes.
 * @param parts what workflows can ask for besides what every sandbox has.
 */
export async function createSandbox(wasm: WebAssembly.Module | BufferSource, parts: SandboxParts): Promise<Sandbox> {
  return openSandbox(wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm), parts);
}

/** @param createDeepStack for an engine whose stack is cut, `deep-engine.wasm`. */
export function openSandbox(
  module: WebAssembly.Module,
  parts: SandboxParts,
  createDeepStack?: CreateDeepStack,
): Sandbox {
  return new Sandbox(
    prepareRealmTemplate(module, parts.natives, () => performance.now(), createDeepStack),
    parts,
  );
}

export class Sandbox {
  readonly template: RealmTemplate;
  readonly #tracer: Tracer | undefined;
  readonly #parts: SandboxParts;
  readonly #ready: Realm[] = [];
  readonly #used: Realm[] = [];
  #isRefillDue = false;

  constructor(template: RealmTemplate, parts: SandboxParts) {
    this.template = template;
    this.#parts = parts;
    this.#tracer = parts.natives.find((native) => native.tracer)?.tracer;
    this.#refill();
  }

  /** Evaluates the module with no bindings and reads `workflowSettings` and the default export. */
  discover(program: Program, options: DiscoverOptions): Discovery {
    const startMs = this.template.clock();
    const { did, workedMs } = this.#run(program, { ...options, context: null }, (run) => run.discover());
    return { ...did, workedMs, durationMs: this.template.clock() - startMs };
  }

  /**
   * Evaluates the module again with the bindings that `settings` ask for, and calls the default export.
   * @param settings as discovery gave them.
   * @throws MissingModuleError
   */
  execute(program: Program, settings: GuestValue | undefined, input: RunInput, around: Around): Execution {
    const startMs = this.template.clock();
    const { nowMs, timeoutMs } = input;
    const context = { input, grants: grantBindings(settings, input), MockSearch: this.#parts.MockSearch };
    const { did } = this.#run(program, { nowMs, timeoutMs, ...around, context }, (run) => {
      return { outcome: run.execute(), effects: run.effects };
    });
    return { ...did, durationMs: this.template.clock() - startMs };
  }

  /** Runs once more, traced, as long as a failure needs to know what it was given and time is left. */
  #run<T>(
    program: Program,
    options: DiscoverOptions & { readonly context: RunContext | null },
    step: (run: Run) => T,
  ): { readonly did: T; readonly workedMs: number } {
    const work = new WorkClock(this.template.clock, options.timeoutMs, options.onLate);
    const sites: Site[] = [];
    let lastLook: number | undefined;
    for (;;) {
      const usedMs = work.workedMs;
      const traced = sites.length > 0 ? this.#tracer?.trace(program, sites) : undefined;
      const isWorthwhile = (site: Site) => {
        const isKnown = sites.some(
          (other) => other.file === site.file && other.line === site.line && other.column === site.column,
        );
        return !isKnown && sites.length < MAX_TRACED && usedMs * 4 < options.timeoutMs;
      };
      const realm = this.#take();
      const run = new Run(realm, program, options.locate, options.context, {
        traced,
        isWorthwhile,
        usageIn: this.#tracer?.usageIn,
      });
      try {
        realm.begin(options.nowMs, work, run, lastLook);
        const did = step(run);
        work.look();
        // A deep stack that ended says nothing of where: a run that is stopped just before does.
        const isAtStackEnd = realm.isSpent && realm.stopped?.limit === "stack" && realm.looks > 0;
        if (this.template.createDeepStack && isAtStackEnd && lastLook === undefined) {
          lastLook = realm.looks;
          continue;
        }
        return { did, workedMs: work.workedMs };
      } catch (error) {
        if (!(error instanceof UnclearFailure)) throw error;
        sites.push(error.site);
      } finally {
        this.#giveBack(realm);
      }
    }
  }

  #take(): Realm {
    if (this.#ready.length === 0) this.#refill();
    return this.#ready.pop() ?? new Realm(this.template);
  }

  /** Realms are made ready between runs. */
  #giveBack(realm: Realm): void {
    this.#used.push(realm);
    if (this.#isRefillDue) return;
    this.#isRefillDue = true;
    setTimeout(() => {
      this.#isRefillDue = false;
      this.#refill();
    }, RENEWED_AFTER_MS);
  }

  #refill(): void {
    const reset = this.#used.splice(0).filter((realm) => realm.reset());
    this.#ready.push(...reset.slice(0, READY_REALMS - this.#ready.length));
    try {
      while (this.#ready.length < READY_REALMS) this.#ready.push(new Realm(this.template));
    } catch (error) {
      // A realm kept ready only spares a run the wait. The run that finds none makes it in #take, outside of this, and meets the same error.
      if (!(error instanceof MissingMemoryError)) throw error;
    }
  }
}
