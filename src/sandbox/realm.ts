/** One guest realm: an engine with the prelude evaluated, its clock, its limits, and the record of what its code does. */
import type { Limit } from "../workflow/execution.ts";
import { isHostStackEnd } from "../workflow/host-stack.ts";
import type { CreateDeepStack } from "./deep-stack.ts";
import { Engine, type EngineHost, type EngineImage, GuestThrow } from "./engine.ts";
import type { Ref } from "./engine-exports.ts";
import type { NativeModule } from "./native-modules.ts";
import { evaluatePrelude, type HostFunction } from "./evaluate-prelude.ts";
import type { WorkClock } from "./work-clock.ts";

const MEMORY_LIMIT_BYTES = 64 * 1024 * 1024;
/** What most runs take, so that their engine can be used again. */
const SPARE_BYTES = 1024 * 1024;
const GRACE_MS = 100;
/** Jobs between two looks at the clock. */
const JOBS_PER_CHECK = 64;

/** What every realm starts from, made once and shared by all. */
export type RealmTemplate = {
  readonly module: WebAssembly.Module;
  /** For a module whose stack is cut. */
  readonly createDeepStack: CreateDeepStack | undefined;
  readonly image: EngineImage;
  readonly glue: Ref;
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
};

/** What the guest's glue tells the host while code runs. */
export type Recorder = {
  readonly claim: (token: string, name: string, value: string, place: string) => void;
  readonly log: (level: string, args: readonly string[], place: string) => void;
  /** @returns the answer as the glue reads it: `=` and JSON, `!` and an error's text, or `?` and a callback's name. */
  readonly call: (fn: string, args: readonly string[], place: string) => string;
  /** @returns the frames as lines of a stack. */
  readonly frames: (sites: string) => string;
  /** @returns how the code at the first of the places uses a property that it reads: "called", "iterated" or "read". */
  readonly usageOf: (sites: string, name: string) => string;
  /** The engine's words for a failure do not tell what it was given. @returns why the run has to end for that; null to go on. */
  readonly unclear: (sites: string) => Stop | null;
};

/**
 * Why a realm was stopped: a limit, a crash of production's host with its text, a module, by name, that the realm lacks, or a failure
 * whose words need a traced program.
 */
export type Stop = { readonly limit: Limit | "panic" | "module" | "unclear"; readonly text: string };

/** How a piece of guest code ended. A realm that stopped cannot run anything again. */
export type Step =
  | { readonly kind: "value"; readonly value: Ref }
  | { readonly kind: "thrown"; readonly value: Ref }
  | { readonly kind: "stopped"; readonly stop: Stop };

/** Our own failure: the engine did something its documentation rules out. */
class RealmError extends Error {
  readonly code = "realm-failed";
  override readonly name = "RealmError";
}

/** Evaluates the prelude once. */
export function prepareRealmTemplate(
  module: WebAssembly.Module,
  natives: readonly NativeModule[],
  clock: () => number,
  createDeepStack?: CreateDeepStack,
): RealmTemplate {
  const host = { call: () => null, interrupts: () => false, nowNanoseconds: () => 0n };
  const engine = Engine.start(module, host, MEMORY_LIMIT_BYTES, createDeepStack);
  const glue = evaluatePrelude(engine, natives);
  return { module, createDeepStack, image: engine.image(SPARE_BYTES), glue, clock };
}

export class Realm {
  readonly template: RealmTemplate;
  readonly #engine: Engine;
  readonly #clock: () => number;
  /** The guest's clock: `startMs` since the epoch at `beganMs`. */
  #startMs = 0;
  #beganMs: number | null = null;
  #recorder: Recorder | null = null;
  #stop: Stop | null = null;
  /** What our own code threw while the guest was running. */
  #failure: unknown;
  #work: WorkClock | null = null;
  #looks = 0;
  #lastLook = Number.POSITIVE_INFINITY;
  #isSpent = false;
  #standsAt = "";
  #interruptedAtMs: number | null = null;
  #graceUntilMs = Number.NEGATIVE_INFINITY;

  constructor(template: RealmTemplate) {
    this.template = template;
    this.#clock = template.clock;
    const host: EngineHost = {
      call: (name, args) => this.#answer(name, args),
      interrupts: (isCut) => this.interrupts(isCut),
      nowNanoseconds: () => {
        const elapsedMs = this.#beganMs === null ? 0 : this.#clock() - this.#beganMs;
        return BigInt(Math.round((this.#startMs + elapsedMs) * 1_000)) * 1_000n;
      },
    };
    this.#engine = Engine.from(template.module, host, template.image, template.createDeepStack);
  }

  /**
   * Makes the realm as it was when it was new, to the last byte.
   * @returns false where that cannot be, or where the run did not end by itself; drop the realm then.
   */
  reset(): boolean {
    if (this.#stop !== null || this.#failure !== undefined) return false;
    this.#startMs = 0;
    this.#beganMs = null;
    this.#recorder = null;
    this.#work = null;
    this.#looks = 0;
    return this.#engine.restore(this.template.image);
  }

  /**
   * Starts the guest's clock at `nowMs`, under the limit of `work`.
   * @param lastLook at which of the engine's looks whether code has to end the stack does, as is known of a run before.
   */
  begin(nowMs: number, work: WorkClock, recorder: Recorder, lastLook = Number.POSITIVE_INFINITY): void {
    this.#lastLook = lastLook;
    this.#startMs = nowMs;
    this.#beganMs = this.#clock();
    this.#work = work;
    this.#recorder = recorder;
  }

  get stopped(): Stop | null {
    return this.#stop;
  }

  /** How often the engine has looked whether code has to end. */
  get looks(): number {
    return this.#looks;
  }

  /** Whether the instance is gone with its stack or its memory. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Where code stands that a limit has stopped, as far as the engine can say. */
  get standsAt(): string {
    return this.#isSpent ? this.#standsAt : this.tell("latestSites");
  }

  /** Whether code has to end now; once true it stays so. */
  isOver(): boolean {
    if (this.#stop === null && this.#work?.isOver()) this.stop({ limit: "time", text: "" });
    return this.#stop !== null && this.#clock() > this.#graceUntilMs;
  }

  /**
   * For the engine, which asks now and then. An engine without memory cannot make the error that no code catches, so that code
   * goes on after each interrupt: then what is thrown here unwinds the engine itself.
   * @param isCut asked where the stack is cut, at which the engine cannot say where code stands.
   */
  interrupts(isCut = false): boolean {
    if (!isCut && ++this.#looks === this.#lastLook) {
      this.#standsAt = this.tell("place");
      throw new RangeError("The stack is about to end.");
    }
    if (!this.isOver()) return false;
    if (this.#interruptedAtMs === null) this.#interruptedAtMs = this.#clock();
    else if (this.#clock() - this.#interruptedAtMs > GRACE_MS)
      throw new RealmError("The engine did not end when it was interrupted.");
    return true;
  }

  stop(stop: Stop): void {
    this.#stop ??= stop;
  }

  /** Evaluates code whose value is a function. */
  evaluate(code: string, file: string): Step {
    return this.#attempt(() => this.#engine.evaluate(code, file));
  }

  /** Calls one of the glue's functions. */
  call(name: string, ...args: readonly (string | Ref)[]): Step {
    return this.#attempt(() => this.#callGlue(name, args));
  }

  /** Runs jobs until none is left or the realm is stopped. */
  runJobs(): void {
    let isDone = false;
    for (let count = 1; !isDone && this.#stop === null; count++) {
      if (count % JOBS_PER_CHECK === 0 && this.isOver()) return;
      const step = this.#attempt(() => {
        isDone = !this.#engine.runJob();
        return this.#engine.undefined();
      });
      if (step.kind === "stopped") return;
    }
  }

  /** How a promise stands; null for anything else. */
  promise(value: Ref): { readonly state: "pending" | "fulfilled" | "rejected"; readonly result: Ref } | null {
    const state = this.#engine.promiseState(value);
    return state === null ? null : { state, result: this.#engine.promiseResult(value) };
  }

  /** The text of a string that the glue has made. */
  text(value: Ref): string {
    return this.#engine.text(value);
  }

  /** Text from one of the glue's functions that runs no code of the author's; allowed for a moment after a stop. */
  tell(name: string, ...args: readonly (string | Ref)[]): string {
    this.#graceUntilMs = this.#clock() + GRACE_MS;
    try {
      return this.#engine.text(this.#callGlue(name, args));
    } catch {
      return "";
    } finally {
      this.#graceUntilMs = Number.NEGATIVE_INFINITY;
    }
  }

  #callGlue(name: string, args: readonly (string | Ref)[]): Ref {
    const engine = this.#engine;
    const refs = args.map((arg) => (typeof arg === "string" ? engine.string(arg) : arg));
    return engine.call(engine.member(this.template.glue, name), refs);
  }

  #attempt(run: () => Ref): Step {
    try {
      const value = run();
      if (this.#failure) throw new RealmError("The host failed while code ran.", { cause: this.#failure });
      return this.#stop ? { kind: "stopped", stop: this.#stop } : { kind: "value", value };
    } catch (error) {
      if (this.#stop && this.#interruptedAtMs !== null && error instanceof RealmError)
        return { kind: "stopped", stop: this.#stop };
      if (error instanceof RealmError) throw error;
      if (this.#failure) throw new RealmError("The host failed while code ran.", { cause: this.#failure });
      if (this.#stop) return { kind: "stopped", stop: this.#stop };
      if (error instanceof GuestThrow) return { kind: "thrown", value: error.thrown };
      // The engine's frames lie on the host's own stack: deep recursion ends there, and the instance with it.
      if (isHostStackEnd(error)) return { kind: "stopped", stop: this.#ended({ limit: "stack", text: "" }) };
      if (error instanceof WebAssembly.RuntimeError) {
        // Where the host has more of a stack than the engine, as WebKit has, the engine's ends first.
        const limit = this.#engine.isStackSpent ? "stack" : "memory";
        return { kind: "stopped", stop: this.#ended({ limit, text: "" }) };
      }
      throw new RealmError("The engine failed.", { cause: error });
    }
  }

  #ended(stop: Stop): Stop {
    this.#stop = stop;
    this.#isSpent = true;
    return stop;
  }

  #answer(name: string, args: readonly string[]): string | null {
    try {
      this.isOver();
      return this.#record(name as HostFunction, args);
    } catch (error) {
      // The guest must neither see our errors nor go on after one.
      this.stop({ limit: "stack", text: "" });
      if (!isHostStackEnd(error)) this.#failure = error;
      return null;
    }
  }

  #record(name: HostFunction, args: readonly string[]): string | null {
    const recorder = this.#recorder;
    if (!recorder) throw new RealmError("Code ran before the realm began.");
    const [first = "", second = "", third = "", fourth = ""] = args;
    switch (name) {
      case "claim":
        recorder.claim(first, second, third, fourth);
        return null;
      case "log":
        recorder.log(first, third === "0" ? [] : second.split("\n"), fourth);
        return null;
      case "call":
        return recorder.call(first, third === "0" ? [] : second.split("\n"), fourth);
      case "frames":
        return recorder.frames(first);
      case "usageOf":
        return recorder.usageOf(first, second);
      case "unclear": {
        const stop = recorder.unclear(first);
        if (stop) this.stop(stop);
        return stop && "";
      }
      case "stop":
        this.stop({ limit: first as Stop["limit"], text: second });
        return null;
    }
  }
}
