/** Lets a module's calls nest as deep as its memory allows: when much is on the host's stack, it is saved in memory and the call goes on from an empty one. */
import binaryen from "binaryen";
import { cycleBreakers } from "./call-graph.ts";
import { type Expression, sizeOf } from "./expressions.ts";
import { KEPT_FRAME, moveLocalsToMemory, withFrame } from "./locals-in-memory.ts";

const { i32, i64, f32, f64, none } = binaryen;
/**
 * What a call of one of the functions that count takes of the host's stack, in bytes, with what it calls until the next that counts:
 * measured in V8, whose first compiler gives each local and each value in use a place.
 */
const CALL_BYTES = 3_000;
const LARGE_CALL_BYTES = 5_000;
/**
 * How much further all but the interpreter go on the host's stack: near a cut the engine's own small calls are many, and each that is
 * cut costs as much as one of the author's that goes deep.
 */
const OWN_ROOM_BYTES = 60_000;
/** Expressions of a function from which on its locals are in memory. */
const LARGE = 1_500;
/** The module's own stack pointer, as `wasm-ld` exports it. */
const STACK_POINTER = "__stack_pointer";

const TYPES = new Map([
  [i32, "i32"],
  [i64, "i64"],
  [f32, "f32"],
  [f64, "f64"],
]);
const typeName = (type: number) => {
  const name = TYPES.get(type);
  if (name === undefined) throw new Error(`A function of the engine has a parameter or result of type ${type}.`);
  return name;
};

/** QuickJS's `JS_CallInternal`, through which all of the author's calls go. */
function largestFunction(module: binaryen.Module): string {
  const infos = Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  );
  const sizes = infos.map(({ name, body }) => ({ name, size: body === 0 ? 0 : sizeOf(body) }));
  return sizes.reduce((largest, each) => (each.size > largest.size ? each : largest)).name;
}

/** The module's globals in which a call that is cut leaves its arguments, and the one that is made anew its result. */
function createRegisters(module: binaryen.Module) {
  const made = new Set<string>();
  const zeroOf = (type: number) => {
    // Its declaration is of a time before bigint.
    if (type === i64) return (module.i64.const as unknown as (value: bigint) => Expression)(0n);
    if (type === f64) return module.f64.const(0);
    return type === f32 ? module.f32.const(0) : module.i32.const(0);
  };
  const global = (name: string, type: number = i32, initial = zeroOf(type)) => {
    if (!made.has(name)) module.addGlobal(name, type, true, initial);
    made.add(name);
    return name;
  };
  const hostStack = global("host_stack");
  // Nothing is cut until the host says so.
  const limit = global("host_stack_limit", i32, module.i32.const(0x7000_0000));
  /** Which call was cut. */
  const pending = global("pending");
  global(KEPT_FRAME);
  return {
    hostStack,
    limit,
    pending,
    stackPointer: binaryen.getExportInfo(module.getExport(STACK_POINTER)).value,
    argument: (index: number, type: number) => global(`argument_${index}_${typeName(type)}`, type),
    resultOf: (type: number) => global(`result_${typeName(type)}`, type),
    get: (name: string, type: number = i32) => module.global.get(name, type),
  };
}

type Registers = ReturnType<typeof createRegisters>;

/** A function that can be cut: `index` tells it from the others. */
type Counted = {
  readonly name: string;
  readonly index: number;
  readonly params: readonly number[];
  readonly results: number;
};

/** One whose locals go into memory. How large its frame is, is known only at the end; a global that cannot change would be taken for its value before. */
type Framed = { readonly body: string; readonly size: string };

/**
 * Makes of a function its body, under another name, and in its place one that counts and is cut where more than `mostUsed` is taken.
 * @returns what has a frame of it
 */
function countCalls(
  module: binaryen.Module,
  { name, index, params, results }: Counted,
  mostUsed: Expression,
  { hostStack, pending, stackPointer, argument, resultOf, get }: Registers,
): Framed | null {
  const info = binaryen.getFunctionInfo(module.getFunction(name));
  const isLarge = sizeOf(info.body) >= LARGE;
  const bytes = isLarge ? LARGE_CALL_BYTES : CALL_BYTES;
  const own = isLarge
    ? withFrame(module, info)
    : { params: info.params, vars: info.vars, body: module.copyExpression(info.body) };
  const body = `${name} body`;
  module.addFunction(body, own.params, results, [...own.vars], own.body);
  module.removeFunction(name);

  const given = params.map((type, place) => module.local.get(place, type));
  const result = params.length;
  const frame = result + 1;
  const size = `${name} frame`;
  if (isLarge) module.addGlobal(size, i32, true, module.i32.const(0));
  const call = module.call(body, isLarge ? [...given, module.local.get(frame, i32)] : given, results);
  const add = (global: string, value: Expression) => module.global.set(global, module.i32.add(get(global), value));
  const cut = module.if(
    module.i32.gt_u(get(hostStack), mostUsed),
    module.block(null, [
      ...params.map((type, place) => module.global.set(argument(place, type), module.local.get(place, type))),
      module.global.set(pending, module.i32.const(index)),
      module.call("cut", [], none),
      results === none ? module.return() : module.return(get(resultOf(results), results)),
    ]),
  );
  const takeFrame = () => [
    module.local.set(frame, module.i32.sub(get(stackPointer), get(size))),
    module.global.set(stackPointer, module.local.get(frame, i32)),
  ];
  const leaveFrame = () => module.global.set(stackPointer, module.i32.add(module.local.get(frame, i32), get(size)));
  module.addFunction(
    name,
    info.params,
    results,
    [results === none ? i32 : results, i32],
    module.block(
      null,
      [
        cut,
        add(hostStack, module.i32.const(bytes)),
        ...(isLarge ? takeFrame() : []),
        results === none ? call : module.local.set(result, call),
        ...(isLarge ? [leaveFrame()] : []),
        add(hostStack, module.i32.const(-bytes)),
        ...(results === none ? [] : [module.local.get(result, results)]),
      ],
      results,
    ),
  );
  return isLarge ? { body, size } : null;
}

/** The case of `resume` that makes the call anew which was cut. */
function callAnew(
  module: binaryen.Module,
  { name, index, params, results }: Counted,
  { argument, resultOf, get }: Registers,
): Expression {
  const anew = module.call(
    name,
    params.map((type, place) => get(argument(place, type), type)),
    results,
  );
  return module.if(
    module.i32.eq(module.local.get(0, i32), module.i32.const(index)),
    module.block(null, [results === none ? anew : module.global.set(resultOf(results), anew), module.return()]),
  );
}

/**
 * Every circle of calls leads through a function that counts what it takes of the host's stack in `host_stack`. Beyond
 * `host_stack_limit` it leaves its arguments, calls the import `env.cut`, and expects the result from `resume`, which calls it anew. What unwinds and
 * rewinds the calls between is binaryen's asyncify, driven by `src/sandbox/deep-stack.ts`.
 */
export function cutStack(module: binaryen.Module): void {
  const registers = createRegisters(module);
  const { hostStack, limit, pending, get } = registers;
  module.addFunctionImport("cut", "env", "cut", none, none);

  const framed: Framed[] = [];
  const cases: Expression[] = [];
  const interpreter = largestFunction(module);
  for (const [index, name] of cycleBreakers(module, interpreter).entries()) {
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(name));
    const counted = { name, index, params: binaryen.expandType(params), results };
    const mostUsed = name === interpreter ? get(limit) : module.i32.add(get(limit), module.i32.const(OWN_ROOM_BYTES));
    const withOwnFrame = countCalls(module, counted, mostUsed, registers);
    if (withOwnFrame !== null) framed.push(withOwnFrame);
    cases.push(callAnew(module, counted, registers));
  }
  module.addFunction("resume", none, none, [i32], module.block(null, [module.local.set(0, get(pending)), ...cases]));
  module.addFunctionExport("resume", "resume");
  module.addGlobalExport(hostStack, hostStack);
  module.addGlobalExport(limit, limit);

  binaryen.setPassArgument("asyncify-imports", "env.cut");
  module.runPasses(["asyncify", "simplify-locals", "vacuum", "coalesce-locals", "reorder-locals", "vacuum"]);
  for (const { body, size } of framed) {
    const bytes = moveLocalsToMemory(module, body);
    module.removeGlobal(size);
    module.addGlobal(size, i32, true, module.i32.const(bytes));
  }
  module.runPasses(["vacuum"]);
  if (!module.validate()) throw new Error("The deep engine’s module is not valid.");
}
