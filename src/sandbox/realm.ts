/** One guest realm: a fresh engine with the prelude evaluated, its clock, its limits, and the record of what its code does. */
import { CompileFlags, EvalFlags, JSException, type JSValueHandle, QuickJS } from "quickjs-wasi";
import type { Limit } from "../workflow/execution.ts";
import { PACKAGE, PRELUDE } from "./prelude.ts";

const MEMORY_LIMIT_BYTES = 64 * 1024 * 1024;
const GRACE_MS = 100;
/** Jobs between two looks at the clock. */
const JOBS_PER_CHECK = 64;

/** Compiled once, shared by all realms. */
export type Engine = {
  readonly wasm: WebAssembly.Module;
  readonly bytecode: readonly Uint8Array[];
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
};

/** Why a realm was stopped: a limit, or a crash of production's host with its text. */
export type Stop = { readonly limit: Limit | "panic"; readonly text: string };

/** How a piece of guest code ended. A realm that stopped cannot run anything again. */
export type Step =
  | { readonly kind: "value"; readonly handle: JSValueHandle }
  | { readonly kind: "thrown"; readonly handle: JSValueHandle }
  | { readonly kind: "stopped"; readonly stop: Stop };

/** Our own failure: the engine did something its documentation rules out. */
export class RealmError extends Error {
  readonly code = "realm-failed";
  override readonly name = "RealmError";
}

export async function compileEngine(wasm: WebAssembly.Module, clock: () => number): Promise<Engine> {
  const vm = await QuickJS.create({ wasm });
  const bytecode = PRELUDE.map(({ kind, code, file }) =>
    // Without its source a function's text is that of a native one.
    vm.compile(code, file, EvalFlags.STRICT, kind === "unit" ? 0 : CompileFlags.STRIP_SOURCE),
  );
  vm.dispose();
  return { wasm, bytecode, clock };
}

export class Realm {
  readonly #vm: QuickJS;
  readonly #clock: () => number;
  readonly #time: GuestTime;
  readonly #glue = new Map<string, JSValueHandle>();
  #glueObject: JSValueHandle | undefined;
  #recorder: Recorder | undefined;
  #stop: Stop | null = null;
  /** What our own code threw while the guest was running. */
  #failure: unknown;
  #deadlineMs = Number.POSITIVE_INFINITY;

  static async open(engine: Engine): Promise<Realm> {
    const time: GuestTime = { startMs: 0, beganMs: null };
    let realm: Realm | undefined;
    const vm = await QuickJS.create({
      wasm: engine.wasm,
      memoryLimit: MEMORY_LIMIT_BYTES,
      maxStackSize: 0,
      timezoneOffset: 0,
      interruptHandler: () => realm?.interrupts() ?? false,
      wasi: (memory) => ({
        clock_time_get: (_clock: number, _precision: bigint, at: number) => {
          const elapsedMs = time.beganMs === null ? 0 : engine.clock() - time.beganMs;
          const nanoseconds = BigInt(Math.round((time.startMs + elapsedMs) * 1_000)) * 1_000n;
          new DataView(memory.buffer).setBigUint64(at, nanoseconds, true);
          return 0;
        },
      }),
    });
    realm = new Realm(vm, engine.clock, time);
    realm.#evaluatePrelude(engine.bytecode);
    return realm;
  }

  private constructor(vm: QuickJS, clock: () => number, time: GuestTime) {
    this.#vm = vm;
    this.#clock = clock;
    this.#time = time;
  }

  /** Starts the guest's clock at `nowMs` and the limit. */
  begin(nowMs: number, timeoutMs: number, recorder: Recorder): void {
    this.#time.startMs = nowMs;
    this.#time.beganMs = this.#clock();
    this.#deadlineMs = this.#time.beganMs + timeoutMs;
    this.#recorder = recorder;
  }

  get stopped(): Stop | null {
    return this.#stop;
  }

  /** Whether code has to end now; once true it stays so. */
  isOver(): boolean {
    if (this.#stop === null && this.#clock() > this.#deadlineMs) this.stop({ limit: "time", text: "" });
    return this.#stop !== null && this.#clock() > this.#graceUntilMs;
  }

  /**
   * For the engine, which asks now and then. An engine without memory cannot make the error that no code catches, so that code
   * goes on after each interrupt: then what is thrown here unwinds the engine itself.
   */
  interrupts(): boolean {
    if (!this.isOver()) return false;
    if (this.#interruptedAtMs === null) this.#interruptedAtMs = this.#clock();
    else if (this.#clock() - this.#interruptedAtMs > GRACE_MS)
      throw new RealmError("The engine did not end when it was interrupted.");
    return true;
  }

  #interruptedAtMs: number | null = null;
  #graceUntilMs = Number.NEGATIVE_INFINITY;

  stop(stop: Stop): void {
    this.#stop ??= stop;
  }

  /** Evaluates code whose value is a function. */
  evaluate(code: string, file: string): Step {
    return this.#attempt(() => this.#vm.evalCode(code, file));
  }

  /** Calls one of the glue's functions. */
  call(name: string, ...args: readonly (string | JSValueHandle)[]): Step {
    return this.#attempt(() => this.#callGlue(name, args));
  }

  /** Runs jobs until none is left or the realm is stopped. */
  runJobs(): void {
    const engine = this.#vm._getExports();
    for (let count = 1; this.#stop === null && engine.qjs_is_job_pending(); count++) {
      if (count % JOBS_PER_CHECK === 0 && this.isOver()) return;
      const step = this.#attempt(() => {
        if (engine.qjs_execute_pending_job() < 0) this.#vm.getException().dispose();
        return this.#vm.undefined;
      });
      if (step.kind === "stopped") return;
    }
  }

  /** The result or reason of a settled promise; null while it is pending. */
  settled(promise: JSValueHandle): { readonly isRejected: boolean; readonly handle: JSValueHandle } | null {
    if (promise.promiseState === 0) return null;
    const pointer = this.#vm._getExports().qjs_promise_result(promise.ptr);
    return { isRejected: promise.promiseState === 2, handle: handleAt(promise, pointer) };
  }

  /** Text from one of the glue's functions that runs no code of the author's; allowed for a moment after a stop. */
  tell(name: string, ...args: readonly (string | JSValueHandle)[]): string {
    this.#graceUntilMs = this.#clock() + GRACE_MS;
    try {
      return readText(this.#callGlue(name, args));
    } catch {
      return "";
    } finally {
      this.#graceUntilMs = Number.NEGATIVE_INFINITY;
    }
  }

  dispose(): void {
    this.#vm.dispose();
  }

  #callGlue(name: string, args: readonly (string | JSValueHandle)[]): JSValueHandle {
    let fn = this.#glue.get(name);
    if (fn === undefined) {
      if (!this.#glueObject) throw new RealmError("The prelude has not been evaluated.");
      fn = this.#glueObject.getProp(name);
      this.#glue.set(name, fn);
    }
    const handles = args.map((arg) => (typeof arg === "string" ? this.#vm.newString(arg) : arg));
    return this.#vm.callFunction(fn, this.#vm.undefined, ...handles);
  }

  #attempt(run: () => JSValueHandle): Step {
    try {
      const handle = run();
      if (this.#failure) throw new RealmError("The host failed while code ran.", { cause: this.#failure });
      return this.#stop ? { kind: "stopped", stop: this.#stop } : { kind: "value", handle };
    } catch (error) {
      if (this.#stop && this.#interruptedAtMs !== null && error instanceof RealmError)
        return { kind: "stopped", stop: this.#stop };
      if (error instanceof RealmError) throw error;
      if (this.#failure) throw new RealmError("The host failed while code ran.", { cause: this.#failure });
      if (this.#stop) return { kind: "stopped", stop: this.#stop };
      if (error instanceof JSException) return { kind: "thrown", handle: error.handle };
      // The engine's frames lie on the host's own stack: deep recursion ends there, and the instance with it.
      if (error instanceof RangeError) return { kind: "stopped", stop: this.#ended({ limit: "stack", text: "" }) };
      if (error instanceof WebAssembly.RuntimeError) {
        return { kind: "stopped", stop: this.#ended({ limit: "memory", text: "" }) };
      }
      throw new RealmError("The engine failed.", { cause: error });
    }
  }

  #ended(stop: Stop): Stop {
    this.#stop = stop;
    return stop;
  }

  #evaluatePrelude(bytecode: readonly Uint8Array[]): void {
    const vm = this.#vm;
    const host = this.#hostFunctions();
    PRELUDE.forEach((script, index) => {
      const code = bytecode[index];
      if (!code) throw new RealmError(`${script.file} has not been compiled.`);
      const fn = vm.evalBytecode(code);
      switch (script.kind) {
        case "glue":
          this.#glueObject = vm.callFunction(fn, vm.undefined);
          this.#glueObject.setProp("packageName", vm.newString(PACKAGE));
          break;
        case "install":
          vm.callFunction(fn, vm.undefined, this.#glueObject ?? vm.undefined, host);
          break;
        case "native":
          this.#callGlue("addNative", [
            script.file,
            vm.callFunction(fn, vm.undefined, this.#glueObject ?? vm.undefined),
          ]);
          break;
        case "unit":
          this.#callGlue("addUnit", [script.file, fn]);
      }
    });
  }

  #hostFunctions(): JSValueHandle {
    const vm = this.#vm;
    const host = vm.newObject();
    const define = (name: string, answer: (...args: readonly string[]) => string | null) => {
      const fn = vm.newFunction(name, (...args) => {
        try {
          const text = answer(...args.map(readText));
          return text === null ? vm.undefined : vm.newString(text);
        } catch (error) {
          // The library hands this to the guest, which must neither see our errors nor go on after one.
          this.stop({ limit: "stack", text: "" });
          if (!(error instanceof RangeError)) this.#failure = error;
          return vm.undefined;
        }
      });
      host.setProp(name, fn);
    };
    const recorder = () => {
      if (!this.#recorder) throw new RealmError("Code ran before the realm began.");
      return this.#recorder;
    };
    define("claim", (token = "", name = "", value = "", place = "") => {
      recorder().claim(token, name, value, place);
      return null;
    });
    define("log", (level = "", args = "", count = "0", place = "") => {
      recorder().log(level, count === "0" ? [] : args.split("\n"), place);
      return null;
    });
    define("call", (fn = "", args = "", count = "0", place = "") =>
      recorder().call(fn, count === "0" ? [] : args.split("\n"), place),
    );
    define("frames", (sites = "") => recorder().frames(sites));
    define("stop", (limit = "time", text = "") => {
      this.stop({ limit: limit as Stop["limit"], text });
      return null;
    });
    return host;
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text of a string, or of a number as one. All text from the glue is well-formed, so the platform's own decoder
 * will do; the library's is slow on long texts.
 */
export function readText(handle: JSValueHandle): string {
  const engine = handle.vm._getExports();
  const lengthAt = engine.wasm_malloc(4);
  const textAt = engine.qjs_get_string_len(handle.ptr, lengthAt);
  if (textAt === 0) throw new RealmError("The engine could not give a text.");
  const { buffer } = engine.memory;
  const text = decoder.decode(new Uint8Array(buffer, textAt, new DataView(buffer).getUint32(lengthAt, true)));
  engine.qjs_free_cstring(textAt);
  engine.wasm_free(lengthAt);
  return text;
}

type GuestTime = { startMs: number; beganMs: number | null };

/** A handle on a value the engine has returned by pointer, which the library wraps only for its own calls. */
function handleAt(like: JSValueHandle, pointer: number): JSValueHandle {
  const Handle = like.constructor as new (vm: QuickJS, ptr: number) => JSValueHandle;
  return new Handle(like.vm, pointer);
}
