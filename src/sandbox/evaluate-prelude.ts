/** Evaluates the scripts that every realm starts with. */
import type { Engine } from "./engine.ts";
import type { Ref } from "./engine-exports.ts";
import type { NativeModule } from "./native-modules.ts";
import { PACKAGE, preludeWith } from "./prelude.ts";

const HOST_FUNCTIONS = ["claim", "log", "call", "frames", "usageOf", "unclear", "stop"] as const;
export type HostFunction = (typeof HOST_FUNCTIONS)[number];

/** @returns the glue. */
export function evaluatePrelude(engine: Engine, natives: readonly NativeModule[]): Ref {
  const host = engine.hostFunctions(HOST_FUNCTIONS);
  let glue = engine.undefined();
  const add = (member: string, file: string, value: Ref) =>
    engine.call(engine.member(glue, member), [engine.string(file), value]);
  for (const { kind, code, file } of preludeWith(natives)) {
    if (kind === "unit") {
      engine.call(engine.member(glue, "addPackage"), [engine.evaluate(code, file)]);
      continue;
    }
    const fn = engine.evaluateNative(code, file);
    switch (kind) {
      case "glue":
        glue = engine.call(fn, []);
        engine.setMember(glue, "packageName", engine.string(PACKAGE));
        break;
      case "install":
        engine.call(fn, [glue, host]);
        break;
      case "native":
        add("addNative", file, engine.call(fn, [glue]));
    }
  }
  return glue;
}
