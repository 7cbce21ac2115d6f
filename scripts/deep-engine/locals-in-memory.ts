/** Moves a function's locals into the engine's memory: of very large functions a browser's compilers make frames of tens of kilobytes, a place for every value a local ever has. */
import binaryen from "binaryen";
import { type Expression, isTee, read, rewrite, write } from "./expressions.ts";

const { i32, i64, f32, f64, none } = binaryen;
/** Each local has as much room as the largest takes. */
const LOCAL_BYTES = 8;

const align = (bytes: number) => (bytes + 15) & ~15;

/**
 * The body of a function that is given where its frame is as one more parameter, its last, which stays what it is to the end.
 * Whoever shares out locals afterwards finds that parameter in use everywhere.
 */
export function withFrame(
  module: binaryen.Module,
  { params, results, vars, body }: binaryen.FunctionInfo,
): { readonly params: number; readonly vars: readonly number[]; readonly body: Expression } {
  const own = binaryen.expandType(params);
  const frame = own.length;
  const result = frame + 1 + vars.length;
  const end = "frame-end";
  const moved = rewrite(module.copyExpression(body), (expression, kind) => {
    if (kind === "LocalGet" || kind === "LocalSet") {
      const index = read(expression, kind, "Index");
      if (index >= frame) write(expression, kind, "Index", index + 1);
    }
    if (kind !== "Return") return expression;
    const value = read(expression, kind, "Value");
    return value === 0
      ? module.br(end)
      : module.block(null, [module.local.set(result, value), module.br(end)], binaryen.unreachable);
  });
  const keep = module.global.set(KEPT_FRAME, module.local.get(frame, i32));
  if (results === none) {
    return {
      params: binaryen.createType([...own, i32]),
      vars,
      body: module.block(null, [module.block(end, [moved]), keep]),
    };
  }
  const isEndless = binaryen.getExpressionType(moved) === binaryen.unreachable;
  const settled = isEndless ? moved : module.local.set(result, moved);
  return {
    params: binaryen.createType([...own, i32]),
    vars: [...vars, results],
    body: module.block(null, [module.block(end, [settled]), keep, module.local.get(result, results)], results),
  };
}

/** A global that nothing reads: writing it keeps the frame's place in use to the end of a function. */
export const KEPT_FRAME = "kept_frame";

/** @returns how many bytes the frame takes. */
export function moveLocalsToMemory(module: binaryen.Module, name: string): number {
  const { params, results, vars, body } = binaryen.getFunctionInfo(module.getFunction(name));
  const own = binaryen.expandType(params);
  const frame = own.length - 1;
  const types = [...own, ...vars];
  const spare = new Map([i32, i64, f64, f32].map((type, index) => [type, own.length + index]));
  const place = () => module.local.get(frame, i32);
  const load = (index: number) => {
    const offset = LOCAL_BYTES * index;
    switch (types[index]) {
      case i32:
        return module.i32.load(offset, 4, place());
      case i64:
        return module.i64.load(offset, 8, place());
      case f64:
        return module.f64.load(offset, 8, place());
      default:
        return module.f32.load(offset, 4, place());
    }
  };
  const store = (index: number, value: Expression) => {
    const offset = LOCAL_BYTES * index;
    switch (types[index]) {
      case i32:
        return module.i32.store(offset, 4, place(), value);
      case i64:
        return module.i64.store(offset, 8, place(), value);
      case f64:
        return module.f64.store(offset, 8, place(), value);
      default:
        return module.f32.store(offset, 4, place(), value);
    }
  };
  const moved = rewrite(module.copyExpression(body), (expression, kind) => {
    if (kind === "LocalGet") {
      const index = read(expression, kind, "Index");
      return index === frame ? expression : load(index);
    }
    if (kind !== "LocalSet") return expression;
    const index = read(expression, kind, "Index");
    const value = read(expression, kind, "Value");
    if (index === frame) {
      // The frame's place is what it was given as: what is restored after a cut is the same.
      return isTee(expression) ? value : module.drop(value);
    }
    if (!isTee(expression)) return store(index, value);
    const type = types[index] ?? i32;
    const local = spare.get(type) ?? 0;
    return module.block(
      null,
      [module.local.set(local, value), store(index, module.local.get(local, type)), module.local.get(local, type)],
      type,
    );
  });
  const given = own.flatMap((type, index) => (index === frame ? [] : [store(index, module.local.get(index, type))]));
  const zeroed =
    vars.length === 0
      ? []
      : [
          module.memory.fill(
            module.i32.add(place(), module.i32.const(LOCAL_BYTES * own.length)),
            module.i32.const(0),
            module.i32.const(LOCAL_BYTES * vars.length),
          ),
        ];
  module.removeFunction(name);
  module.addFunction(
    name,
    params,
    results,
    [i32, i64, f64, f32],
    module.block(null, [...given, ...zeroed, moved], results),
  );
  return align(LOCAL_BYTES * types.length);
}
