/** Runs programs in fresh guest realms: discovery with no bindings, then execution with exactly the granted ones. */
import type { Discovery, Execution, GuestValue } from "../workflow/execution.ts";
import type { Program } from "../workflow/program.ts";
import type { Scenario } from "../workflow/scenario.ts";
import { grantBindings } from "./bindings/grant.ts";
import type { Locate } from "./locate.ts";
import type { NativeModule } from "./native-modules.ts";
import { type Origin, prepareOrigin, Realm } from "./realm.ts";
import { Run } from "./run.ts";

export type DiscoverOptions = {
  /** The guest's clock at the start, in milliseconds since the epoch. */
  readonly nowMs: number;
  readonly timeoutMs: number;
  readonly locate: Locate;
};

/** As many as a run needs. */
const READY_REALMS = 2;
/** How long after a run, in milliseconds: what the run gave has been passed on by then and the machine is at rest. A run that comes sooner renews for itself. */
const RENEWED_AFTER_MS = 40;

/**
 * Prepares what all runs start from.
 * @param wasm `quickjs-wasi/quickjs.wasm`, compiled or as bytes.
 * @param natives modules of the engine that workflows can ask for, besides those that are small.
 */
export async function createSandbox(
  wasm: WebAssembly.Module | BufferSource,
  natives: readonly NativeModule[],
): Promise<Sandbox> {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  return new Sandbox(prepareOrigin(module, natives, () => performance.now()));
}

export class Sandbox {
  readonly #origin: Origin;
  readonly #ready: Realm[] = [];
  readonly #used: Realm[] = [];
  #isRefillDue = false;

  constructor(origin: Origin) {
    this.#origin = origin;
    this.#refill();
  }

  /** Evaluates the module with no bindings and reads `workflowSettings` and the default export. */
  discover(program: Program, options: DiscoverOptions): Discovery {
    const realm = this.#take();
    const run = new Run(realm, program, options.locate, null);
    const startMs = this.#origin.clock();
    try {
      realm.begin(options.nowMs, options.timeoutMs, run);
      const found = run.discover();
      return { ...found, durationMs: this.#origin.clock() - startMs };
    } finally {
      this.#giveBack(realm);
    }
  }

  /**
   * Evaluates the module again with the bindings that `settings` ask for, and calls the default export.
   * @param settings as discovery gave them.
   * @throws MissingModuleError
   */
  execute(
    program: Program,
    settings: GuestValue | undefined,
    scenario: Scenario,
    options: { readonly locate: Locate },
  ): Execution {
    const realm = this.#take();
    const grants = grantBindings(settings, scenario);
    const run = new Run(realm, program, options.locate, { scenario, grants });
    const startMs = this.#origin.clock();
    try {
      realm.begin(scenario.nowMs, scenario.timeoutMs, run);
      const outcome = run.execute();
      return { outcome, effects: run.effects, durationMs: this.#origin.clock() - startMs };
    } finally {
      this.#giveBack(realm);
    }
  }

  #take(): Realm {
    if (this.#ready.length === 0) this.#refill();
    return this.#ready.pop() ?? new Realm(this.#origin);
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
    const renewed = this.#used.splice(0).filter((realm) => realm.renew());
    this.#ready.push(...renewed.slice(0, READY_REALMS - this.#ready.length));
    while (this.#ready.length < READY_REALMS) this.#ready.push(new Realm(this.#origin));
  }
}
