/** A bare realm with the guest scripts evaluated, for their tests: no host, no bindings, only what production's engine has. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { QuickJS } from "quickjs-wasi";
import { compatSource, kitSource, surfaceSource, utilSource } from "../src/sandbox/guest/prelude.ts";
import { textsSource } from "../src/sandbox/guest/texts.ts";
import { urlSource } from "../src/sandbox/guest/url.ts";

const wasm = new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm")));

const INSTALL = `(() => {
  const glue = ${kitSource}();
  glue.natives = {};
  ${compatSource}(glue);
  glue.natives.texts = ${textsSource}(glue);
  const url = ${urlSource}(glue);
  const define = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  define("URL", url.URL);
  define("URLSearchParams", url.URLSearchParams);
  define("util", ${utilSource}(glue));
  Error.prepareStackTrace = (error, sites) => glue.reword(error, sites[0]?.isNative() ? sites[0].getFunctionName() : undefined);
  ${surfaceSource}();
  return url;
})`;

type Guest = {
  /** The JSON of what the code's value is, parsed; undefined stays undefined. */
  readonly evaluate: (code: string) => unknown;
};

let bytecode: Uint8Array | undefined;

/** @returns a realm in which `guestUrl` is what the url script gives its host. */
export async function openGuest(): Promise<Guest> {
  const vm = await QuickJS.create({ wasm, timezoneOffset: 0 });
  bytecode ??= vm.compile(`Object.defineProperty(globalThis, "guestUrl", { value: ${INSTALL}(), configurable: true })`);
  vm.evalBytecode(bytecode);
  const encode = vm.evalCode("const { stringify } = JSON; (value) => stringify(value)");
  return {
    evaluate: (code) => {
      const text = vm.dump(vm.callFunction(encode, vm.undefined, vm.evalCode(code))) as string | undefined;
      return text === undefined ? undefined : JSON.parse(text);
    },
  };
}

/** Evaluates each expression, all in one realm; one that throws gives `Name: message`. */
export async function evaluateEach(expressions: readonly string[]): Promise<Record<string, unknown>> {
  const guest = await openGuest();
  return Object.fromEntries(
    expressions.map((expression) => [
      expression,
      guest.evaluate(`(() => { try { return (${expression}) } catch (error) { return String(error) } })()`),
    ]),
  );
}
