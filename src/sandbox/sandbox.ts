/** Runs programs in fresh guest realms: discovery with no bindings, then execution with exactly the granted ones. */
import type { Discovery, Execution, GuestValue } from "../workflow/execution.ts";
import type { Program } from "../workflow/program.ts";
import type { Scenario } from "../workflow/scenario.ts";
import { grantBindings } from "./bindings/grant.ts";
import type { Locate } from "./locate.ts";
import { compileEngine, type Engine, Realm } from "./realm.ts";
import { Run } from "./run.ts";

export type DiscoverOptions = {
  /** The guest's clock at the start, in milliseconds since the epoch. */
  readonly nowMs: number;
  readonly timeoutMs: number;
  readonly locate: Locate;
};

export type SandboxOptions = {
  /** Monotonic, in milliseconds; `performance.now` by default. */
  readonly clock?: () => number;
};

const SPARE_REALMS = 2;

/**
 * Compiles the engine once.
 * @param wasm `quickjs-wasi/quickjs.wasm`, compiled or as bytes.
 */
export async function createSandbox(
  wasm: WebAssembly.Module | BufferSource,
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  return new Sandbox(await compileEngine(module, options.clock ?? (() => globalThis.performance.now())));
}

export class Sandbox {
  readonly #engine: Engine;
  readonly #spares: Promise<Realm>[] = [];
  #isRefillDue = false;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#refill();
  }

  /** Evaluates the module with no bindings and reads `workflowSettings` and the default export. */
  async discover(program: Program, options: DiscoverOptions): Promise<Discovery> {
    const realm = await this.#take();
    const run = new Run(realm, program, options.locate, null);
    const startMs = this.#engine.clock();
    try {
      realm.begin(options.nowMs, options.timeoutMs, run);
      const found = run.discover();
      return { ...found, durationMs: this.#engine.clock() - startMs };
    } finally {
      this.#drop(realm);
    }
  }

  /**
   * Evaluates the module again with the bindings that `settings` ask for, and calls the default export.
   * @param settings as discovery gave them.
   */
  async execute(
    program: Program,
    settings: GuestValue | undefined,
    scenario: Scenario,
    options: { readonly locate: Locate },
  ): Promise<Execution> {
    const realm = await this.#take();
    const grants = grantBindings(settings, scenario);
    const run = new Run(realm, program, options.locate, { scenario, grants });
    const startMs = this.#engine.clock();
    try {
      realm.begin(scenario.nowMs, scenario.timeoutMs, run);
      const outcome = run.execute();
      return { outcome, effects: run.effects, durationMs: this.#engine.clock() - startMs };
    } finally {
      this.#drop(realm);
    }
  }

  /** Realms are made ahead of need: between runs, when what a run gave has been passed on. */
  #refillSoon(): void {
    if (this.#isRefillDue) return;
    this.#isRefillDue = true;
    setTimeout(() => {
      this.#isRefillDue = false;
      this.#refill();
    }, 0);
  }

  #refill(): void {
    while (this.#spares.length < SPARE_REALMS) {
      const spare = Realm.open(this.#engine);
      spare.catch(() => undefined);
      this.#spares.push(spare);
    }
  }

  #take(): Promise<Realm> {
    return this.#spares.shift() ?? Realm.open(this.#engine);
  }

  #drop(realm: Realm): void {
    realm.dispose();
    this.#refillSoon();
  }
}
