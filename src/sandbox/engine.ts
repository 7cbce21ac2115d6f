/** The engine: an instance of quickjs-wasi's WebAssembly module, called through its exports, whose memory can be saved and restored. */
import type { CreateDeepStack, DeepStack, StackPlace } from "./deep-stack.ts";
import type { EngineExports, Ref } from "./engine-exports.ts";
import { takeMemory } from "./missing-memory.ts";
import { encodeWtf8 } from "./wtf8.ts";

/** What an engine asks of its host while code runs. */
export type EngineHost = {
  /** The guest has called the host function of this name. @returns the text it gets, or null for undefined. */
  readonly call: (name: string, args: readonly string[]) => string | null;
  /** Whether the code that runs has to end. */
  readonly interrupts: (isCut?: boolean) => boolean;
  /** Since the epoch. */
  readonly nowNanoseconds: () => bigint;
};

/** Everything an engine is at one moment: its table is never written, and it has one variable outside its memory. */
export type EngineImage = {
  readonly memoryBytes: number;
  /** The memory without its deep stack, which holds nothing between calls. */
  readonly parts: readonly { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
  readonly deepStack: StackPlace;
  readonly stackPointer: number;
  readonly lengthAt: number;
};

/** The guest threw `thrown`. */
export class GuestThrow extends Error {
  override readonly name = "GuestThrow";
  readonly thrown: Ref;
  constructor(thrown: Ref) {
    super("The guest threw.");
    this.thrown = thrown;
  }
}

/** Flags of QuickJS-ng: `JS_EVAL_FLAG_STRICT` and `JS_WRITE_OBJ_STRIP_SOURCE`. */
const EVAL_STRICT = 1 << 3;
const STRIP_SOURCE = 1 << 4;
/** Reference counts free most things at once; the search for cycles, which walks all of the heap, may wait. */
const COLLECT_FROM_BYTES = 16 * 1024 * 1024;
const PAGE_BYTES = 65_536;
/** WASI's error for a file that is not open: the engine has none. */
const BAD_FILE = 8;
const PROMISE_STATES = ["pending", "fulfilled", "rejected"] as const;

export class Engine {
  readonly #exports: EngineExports;
  readonly #host: EngineHost;
  /** Four bytes of the engine's memory in which it gives lengths. */
  #lengthAt = 0;
  readonly #deepStack: DeepStack | undefined;

  /**
   * An engine in which nothing has run yet.
   * @param createDeepStack for a module whose stack is cut.
   */
  static start(
    module: WebAssembly.Module,
    host: EngineHost,
    memoryLimitBytes: number,
    createDeepStack?: CreateDeepStack,
  ): Engine {
    const engine = new Engine(module, host, createDeepStack);
    const exports = engine.#exports;
    exports._initialize();
    takeMemory(() => engine.#deepStack?.reserve());
    if (exports.qjs_init() !== 0) throw new Error("The engine did not start.");
    exports.qjs_set_memory_limit(memoryLimitBytes);
    // Its own count of the stack is off: its frames lie on the host's, which ends sooner.
    exports.qjs_set_max_stack_size(0);
    exports.qjs_set_interrupt_handler(1);
    exports.qjs_set_gc_threshold(COLLECT_FROM_BYTES);
    engine.#lengthAt = engine.#allocate(4);
    return engine;
  }

  /** An engine in the state of an image of the same module. */
  static from(
    module: WebAssembly.Module,
    host: EngineHost,
    image: EngineImage,
    createDeepStack?: CreateDeepStack,
  ): Engine {
    const engine = new Engine(module, host, createDeepStack);
    const { memory } = engine.#exports;
    takeMemory(() => memory.grow((image.memoryBytes - memory.buffer.byteLength) / PAGE_BYTES));
    engine.#deepStack?.settle(image.deepStack);
    engine.restore(image);
    return engine;
  }

  private constructor(module: WebAssembly.Module, host: EngineHost, createDeepStack?: CreateDeepStack) {
    this.#host = host;
    this.#deepStack = createDeepStack?.(() => host.interrupts(true));
    const imports = {
      env: {
        host_call: (nameAt: number, nameLength: number, _this: number, count: number, argsAt: number) =>
          this.#answer(nameAt, nameLength, count, argsAt),
        host_interrupt: () => (host.interrupts() ? 1 : 0),
        host_get_timezone_offset: () => 0,
        host_promise_rejection: () => undefined,
        host_module_normalize: () => 0,
        host_module_load: () => 0,
        ...this.#deepStack?.imports,
      },
      wasi_snapshot_preview1: {
        clock_time_get: (_clock: number, _precision: bigint, at: number) => {
          this.#view.setBigUint64(at, host.nowNanoseconds(), true);
          return 0;
        },
        // The same each time, so that runs are.
        random_get: (at: number, length: number) => {
          this.#bytes(at, length).fill(0);
          return 0;
        },
        fd_close: () => BAD_FILE,
        fd_fdstat_get: () => BAD_FILE,
        fd_seek: () => BAD_FILE,
        fd_write: () => BAD_FILE,
      },
    };
    const { exports } = takeMemory(() => new WebAssembly.Instance(module, imports));
    const plain = exports as unknown as EngineExports;
    this.#exports = this.#deepStack?.drive(plain) ?? plain;
  }

  /** @param spareBytes how much memory code can take before the engine outgrows the image. */
  image(spareBytes: number): EngineImage {
    const { memory, __stack_pointer, wasm_free } = this.#exports;
    wasm_free(this.#allocate(spareBytes));
    const bytes = new Uint8Array(memory.buffer);
    const deepStack = this.#deepStack?.place ?? { from: 0, to: 0 };
    return {
      memoryBytes: bytes.length,
      parts: takeMemory(() => [
        { at: 0, bytes: bytes.slice(0, deepStack.from) },
        { at: deepStack.to, bytes: bytes.slice(deepStack.to) },
      ]),
      deepStack,
      stackPointer: __stack_pointer.value,
      lengthAt: this.#lengthAt,
    };
  }

  /** @returns false where memory has grown beyond the image's, which nothing can take back. */
  restore(image: EngineImage): boolean {
    const { memory, __stack_pointer } = this.#exports;
    if (memory.buffer.byteLength !== image.memoryBytes) return false;
    for (const { at, bytes } of image.parts) this.#bytes(at, bytes.length).set(bytes);
    __stack_pointer.value = image.stackPointer;
    this.#lengthAt = image.lengthAt;
    return true;
  }

  /** Whether calls have filled the part of the engine's memory that is kept for them: it lies at the start, and fills downwards. */
  get isStackSpent(): boolean {
    return this.#exports.__stack_pointer.value < PAGE_BYTES;
  }

  /** The value of a script. @throws GuestThrow, and what the host's own platform throws when its stack or the engine ends. */
  evaluate(code: string, file: string): Ref {
    return this.#withText(code, (codeAt, length) =>
      this.#withText(file, (fileAt) => this.#result(this.#exports.qjs_eval(codeAt, length, fileAt, 0))),
    );
  }

  /** The value of a strict script whose functions show no source, as native ones do. */
  evaluateNative(code: string, file: string): Ref {
    const { qjs_compile, qjs_eval_bytecode, wasm_free } = this.#exports;
    return this.#withText(code, (codeAt, length) =>
      this.#withText(file, (fileAt) => {
        const bytecodeAt = qjs_compile(codeAt, length, fileAt, EVAL_STRICT, STRIP_SOURCE, this.#lengthAt);
        if (bytecodeAt === 0) throw new GuestThrow(this.takeThrown());
        const value = qjs_eval_bytecode(bytecodeAt, this.#view.getUint32(this.#lengthAt, true));
        wasm_free(bytecodeAt);
        return this.#result(value);
      }),
    );
  }

  call(fn: Ref, args: readonly Ref[]): Ref {
    const { qjs_call, wasm_free } = this.#exports;
    const argsAt = this.#allocate(4 * args.length);
    const view = this.#view;
    args.forEach((arg, index) => {
      view.setUint32(argsAt + 4 * index, arg, true);
    });
    const value = qjs_call(fn, this.undefined(), args.length, argsAt);
    wasm_free(argsAt);
    return this.#result(value);
  }

  /** Runs the next job, if one is waiting. @returns whether one was. */
  runJob(): boolean {
    if (!this.#exports.qjs_is_job_pending()) return false;
    if (this.#exports.qjs_execute_pending_job() < 0) this.takeThrown();
    return true;
  }

  promiseState(value: Ref): "pending" | "fulfilled" | "rejected" | null {
    if (!this.#exports.qjs_is_promise(value)) return null;
    return PROMISE_STATES[this.#exports.qjs_promise_state(value)] ?? null;
  }

  /** What a promise was settled with. */
  promiseResult(promise: Ref): Ref {
    return this.#exports.qjs_promise_result(promise);
  }

  undefined(): Ref {
    return this.#exports.qjs_get_undefined();
  }

  string(text: string): Ref {
    return this.#withText(text, (at, length) => this.#exports.qjs_new_string(at, length));
  }

  /** An object whose members are the host's functions of these names. */
  hostFunctions(names: readonly string[]): Ref {
    const object = this.#exports.qjs_new_object();
    for (const name of names) {
      const fn = this.#withText(name, (at, length) => this.#exports.qjs_new_host_function(at, length, 0));
      this.setMember(object, name, fn);
    }
    return object;
  }

  member(object: Ref, name: string): Ref {
    return this.#withText(name, (at) => this.#exports.qjs_get_prop_string(object, at));
  }

  setMember(object: Ref, name: string, value: Ref): void {
    this.#withText(name, (at) => this.#exports.qjs_set_prop_string(object, at, value));
  }

  /** The text of a string, or of a number as one; anything else may run guest code. Lone surrogates are lost. */
  text(value: Ref): string {
    const { qjs_get_string_len, qjs_free_cstring } = this.#exports;
    const at = qjs_get_string_len(value, this.#lengthAt);
    if (at === 0) throw new Error("The engine could not give a text.");
    const text = decoder.decode(this.#bytes(at, this.#view.getUint32(this.#lengthAt, true)));
    qjs_free_cstring(at);
    return text;
  }

  takeThrown(): Ref {
    return this.#exports.qjs_get_exception();
  }

  #result(value: Ref): Ref {
    if (this.#exports.qjs_is_exception(value)) throw new GuestThrow(this.takeThrown());
    return value;
  }

  /** @returns where the engine finds the value to go on with; it frees that itself. */
  #answer(nameAt: number, nameLength: number, count: number, argsAt: number): Ref {
    const name = decoder.decode(this.#bytes(nameAt, nameLength));
    const args = Array.from({ length: count }, (_, index) =>
      this.text(this.#view.getUint32(argsAt + 4 * index, true) as Ref),
    );
    const answer = this.#host.call(name, args);
    return answer === null ? this.undefined() : this.string(answer);
  }

  #withText<T>(text: string, use: (at: number, length: number) => T): T {
    const bytes = encodeWtf8(text);
    const at = this.#allocate(bytes.length + 1);
    const memory = this.#bytes(at, bytes.length + 1);
    memory.set(bytes);
    memory[bytes.length] = 0;
    const result = use(at, bytes.length);
    this.#exports.wasm_free(at);
    return result;
  }

  #allocate(length: number): number {
    const at = this.#exports.wasm_malloc(length);
    if (at === 0 && length > 0) throw new WebAssembly.RuntimeError("The engine has no memory left.");
    return at;
  }

  /** Made anew each time, because a growing memory leaves the old ones behind. */
  #bytes(at: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#exports.memory.buffer, at, length);
  }

  get #view(): DataView {
    return new DataView(this.#exports.memory.buffer);
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
