/** The functions of quickjs-wasi's WebAssembly module that the sandbox calls. */

declare const isRef: unique symbol;
/** Where the engine keeps a value of the guest; void once the engine's memory has been restored. */
export type Ref = number & { readonly [isRef]: true };

/** The exports of quickjs-wasi 3.6.2 that are used. */
export type EngineExports = {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly __stack_pointer: { value: number };
  _initialize(): void;
  wasm_malloc(bytes: number): number;
  wasm_free(at: number): void;
  qjs_init(): number;
  qjs_set_memory_limit(bytes: number): void;
  qjs_set_max_stack_size(bytes: number): void;
  qjs_set_interrupt_handler(isOn: number): void;
  qjs_set_gc_threshold(bytes: number): void;
  qjs_eval(codeAt: number, length: number, fileAt: number, flags: number): Ref;
  qjs_compile(code: number, length: number, file: number, flags: number, writing: number, lengthAt: number): number;
  qjs_eval_bytecode(at: number, length: number): Ref;
  qjs_call(fn: Ref, self: Ref, count: number, argsAt: number): Ref;
  qjs_is_exception(value: Ref): number;
  qjs_get_exception(): Ref;
  qjs_is_job_pending(): number;
  qjs_execute_pending_job(): number;
  qjs_is_promise(value: Ref): number;
  qjs_promise_state(promise: Ref): number;
  qjs_promise_result(promise: Ref): Ref;
  qjs_get_undefined(): Ref;
  qjs_new_string(at: number, length: number): Ref;
  qjs_new_object(): Ref;
  qjs_new_host_function(nameAt: number, length: number, arity: number): Ref;
  qjs_get_prop_string(object: Ref, nameAt: number): Ref;
  qjs_set_prop_string(object: Ref, nameAt: number, value: Ref): void;
  qjs_get_string_len(value: Ref, lengthAt: number): number;
  qjs_free_cstring(at: number): void;
};

/** Their names; the build drops all others. */
export const ENGINE_EXPORTS: { readonly [Name in keyof EngineExports]: true } = {
  memory: true,
  __stack_pointer: true,
  _initialize: true,
  wasm_malloc: true,
  wasm_free: true,
  qjs_init: true,
  qjs_set_memory_limit: true,
  qjs_set_max_stack_size: true,
  qjs_set_interrupt_handler: true,
  qjs_set_gc_threshold: true,
  qjs_eval: true,
  qjs_compile: true,
  qjs_eval_bytecode: true,
  qjs_call: true,
  qjs_is_exception: true,
  qjs_get_exception: true,
  qjs_is_job_pending: true,
  qjs_execute_pending_job: true,
  qjs_is_promise: true,
  qjs_promise_state: true,
  qjs_promise_result: true,
  qjs_get_undefined: true,
  qjs_new_string: true,
  qjs_new_object: true,
  qjs_new_host_function: true,
  qjs_get_prop_string: true,
  qjs_set_prop_string: true,
  qjs_get_string_len: true,
  qjs_free_cstring: true,
};
