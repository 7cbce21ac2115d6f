/** Turns the author's TypeScript into CommonJS units, or says why production would refuse it before anything runs. */
import { transform } from "sucrase";
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { WorkflowError } from "../workflow/execution.ts";
import type { Position } from "../workflow/position.ts";
import type { Program, Unit } from "../workflow/program.ts";
import type { SourceFile } from "../workflow/project.ts";
import { parseSource } from "./parse.ts";
import { isRelative, resolveImport } from "./resolve.ts";
import { compilerSettingsFor } from "./tsconfig.ts";

export type Transpilation =
  | { readonly kind: "transpiled"; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly kind: "refused";
      readonly phase: "compile" | "introspect";
      readonly error: WorkflowError;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** Only production's own bundler is exact here: bundle the same files with `createBundler`. */
  | { readonly kind: "needs-bundler"; readonly construct: string; readonly position: Position };

/** Transpiles the entry and every file it reaches by relative imports. @param entry the name of one of the files. */
export function transpile(files: readonly SourceFile[], entry: string): Transpilation {
  const units: Unit[] = [];
  const seen = new Set<string>();
  const queue = files.filter((file) => file.name === entry);
  for (let file = queue.shift(); file; file = queue.shift()) {
    if (seen.has(file.name)) continue;
    seen.add(file.name);
    if (file.name.endsWith(".json")) {
      units.push({ file: file.name, code: `module.exports = ${file.text}`, sources: [file.name], mappings: "" });
      continue;
    }
    const parsed = parseSource(file);
    if (parsed.kind === "invalid") return refused(parsed.message, parsed.position);
    const isTypeScript = /\.tsx?$/.test(file.name);
    const { code, sourceMap } = transform(file.text, {
      transforms: isTypeScript ? ["typescript", "imports"] : ["imports"],
      filePath: file.name,
      sourceMapOptions: { compiledFilename: file.name },
      production: true,
    });
    const ownUnit = { file: file.name, sources: [file.name], mappings: sourceMap?.mappings ?? "" };
    units.push({
      ...ownUnit,
      code: code.replace(/require\((['"])(.*?)\1\)/g, (whole, _quote, specifier: string) => {
        if (!isRelative(specifier)) return whole;
        const target = resolveImport(files, file.name, specifier);
        if (target) queue.push(target);
        return target ? `require(${JSON.stringify(target.name)})` : whole;
      }),
    });
  }
  const { strict } = compilerSettingsFor(files, entry);
  return { kind: "transpiled", program: { entry, units, transpiler: "sucrase", strict }, diagnostics: [] };
}

function refused(message: string, position: Position): Transpilation {
  const error: WorkflowError = {
    name: "SyntaxError",
    message,
    productionText: message,
    position,
    frames: [{ functionName: "", position, origin: "author" }],
  };
  return { kind: "refused", phase: "compile", error, diagnostics: [] };
}
