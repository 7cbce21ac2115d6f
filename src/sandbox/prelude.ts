/** The scripts every realm starts with, in the order they run. */
import infrastructure from "@kinde/infrastructure/dist/infrastructure.cjs?raw";
import { compatSource, hostSources, kitSource, surfaceSource, utilSource } from "./guest/prelude.ts";
import type { NativeModule } from "./native-modules.ts";

/** How the package is named in imports and in stack frames. */
export const PACKAGE = "@kinde/infrastructure";

/** The package's exports by the names its own functions carry in stack frames. */
export const PACKAGE_EXPORTS: ReadonlyMap<string, string> = new Map(
  [...infrastructure.matchAll(/exports\.(\w+)=([\w$]+);/g)].map(([, exported = "", own = ""]) => [own, exported]),
);

type PreludeScript = {
  /** Its name in stack frames. */
  readonly file: string;
  /**
   * `glue`: a function that makes the glue. `install`: a function of the glue and the host's functions.
   * `native`: a function of the glue that gives a module of the engine. `unit`: a CommonJS module for `require`.
   */
  readonly kind: "glue" | "install" | "native" | "unit";
  readonly code: string;
};

export type UnitShape = {
  readonly strict: boolean;
  /** Whether the body sees `exports`; a workflow written as CommonJS does not, as production runs it as it stands (recorded). */
  readonly hidesExports: boolean;
  /** The name under which a traced body sees the traced operations. */
  readonly traced?: string | undefined;
};

/**
 * Wraps a CommonJS body so that evaluating it gives `function (exports, require, module)`; its first line moves by the prefix.
 * The inner function lets the author declare those names.
 */
export const wrapUnit = (code: string, shape: UnitShape): string => `${unitPrefix(shape)}${code}\n})()})`;
export const unitPrefix = ({ strict, hidesExports, traced }: UnitShape): string =>
  `(function(${hidesExports ? "_export" : "exports"},require,module${traced ? `,${traced}` : ""}){${strict ? '"use strict";' : ""}(()=>{`;

/** @param natives besides `util`, which every realm has. */
export const preludeWith = (natives: readonly NativeModule[]): readonly PreludeScript[] => [
  { file: "kinde:kit", kind: "glue", code: kitSource },
  ...Object.entries(hostSources).map(
    ([name, code]): PreludeScript => ({ file: `kinde:${name}`, kind: "install", code }),
  ),
  { file: "kinde:compat", kind: "install", code: compatSource },
  ...natives.map(({ name, code }): PreludeScript => ({ file: name, kind: "native", code })),
  { file: "util", kind: "native", code: utilSource },
  { file: "kinde:surface", kind: "install", code: surfaceSource },
  { file: PACKAGE, kind: "unit", code: wrapUnit(infrastructure, { strict: true, hidesExports: false }) },
];
