/** Production's own bundler, for the rare constructs that only it writes exactly: esbuild, compiled to WebAssembly. */
import * as esbuild from "esbuild-wasm/esm/browser.js";
import { isHostStackEnd } from "../../workflow/host-stack.ts";
import { nestingRefusal } from "../../workflow/source-nesting.ts";
import { PACKAGE_EXPORTS, PACKAGE_NAME } from "../../workflow/package-exports.ts";
import type { Position } from "../../workflow/position.ts";
import type { Program, Unit } from "../../workflow/program.ts";
import type { SourceFile } from "../../workflow/project.ts";
import { isRelative, resolveImport } from "../../workflow/resolve-import.ts";
import { findUnparsable } from "../checks/engine.ts";
import { createLocator } from "../locate.ts";
import { compilerSettingsFor, pathsFor, tsconfigTextFor } from "../modules/tsconfig.ts";
import { parseSource, positionOfToken } from "../parse/parse.ts";
import type { Transpilation } from "../transpile.ts";
import { adviceOnRefusal } from "./advice.ts";
import { errorOf, type Refusal } from "./refusal.ts";
import { findUnfinished } from "./unfinished.ts";

export type Bundler = {
  /** Bundles the entry as production does. @throws when esbuild itself fails. */
  readonly bundle: (files: readonly SourceFile[], entry: string) => Promise<Transpilation>;
};

let started: Promise<void> | null = null;

/**
 * Starts the bundler in this thread; one for the life of the thread, however often it is asked for.
 * @param wasm `esbuild-wasm/esbuild.wasm`, compiled.
 */
export async function createBundler(wasm: WebAssembly.Module): Promise<Bundler> {
  // esbuild's browser build looks for `self`, which Node does not have.
  if (!("self" in globalThis)) Object.defineProperty(globalThis, "self", { value: globalThis, configurable: true });
  const start = () => (started ??= esbuild.initialize({ wasmModule: wasm, worker: false }));
  await start();
  return {
    async bundle(files, entry) {
      await start();
      try {
        return await bundle(files, entry);
      } catch (error) {
        const tooDeep = isHostStackEnd(error) ? nestingRefusal(files, true) : null;
        if (tooDeep === null) throw error;
        // What ends the host's stack leaves Go's program where it was: nothing that it is asked afterwards would be answered.
        await esbuild.stop();
        started = null;
        return { kind: "refused", phase: "compile", error: tooDeep, diagnostics: [] };
      }
    },
  };
}

/** Names of the file namespaces: the project's own files, and Kinde's package as a list of its exports. */
const PROJECT = "project";
const PACKAGE = "package";

async function bundle(files: readonly SourceFile[], entry: string): Promise<Transpilation> {
  try {
    const { outputFiles } = await esbuild.build(optionsFor(files, entry));
    const text = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
    return checked(programOf(text("out.js"), text("out.js.map"), files, entry), files);
  } catch (error) {
    const first = isBuildFailure(error) ? error.errors[0] : undefined;
    if (!first) throw error;
    return refused(refusalOf(first, files, entry));
  }
}

function optionsFor(files: readonly SourceFile[], entry: string) {
  return {
    absWorkingDir: "/",
    bundle: true,
    entryPoints: [entry],
    format: "cjs",
    logLevel: "silent",
    minifySyntax: true,
    minifyWhitespace: true,
    outfile: "/out.js",
    plugins: [virtualFiles(files)],
    sourcemap: "external",
    sourcesContent: false,
    target: "esnext",
    treeShaking: true,
    tsconfigRaw: tsconfigTextFor(files, entry),
    write: false,
  } as const satisfies esbuild.BuildOptions;
}

function virtualFiles(files: readonly SourceFile[]): esbuild.Plugin {
  return {
    name: PROJECT,
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind, namespace }) => {
        if (kind === "entry-point") return { path, namespace: PROJECT };
        if (namespace === PACKAGE) return { path: PACKAGE_NAME, external: true };
        if (path === PACKAGE_NAME) return { path, namespace: PACKAGE, sideEffects: false };
        const file = isRelative(path)
          ? resolveImport(files, importer, path)
          : pathsFor(files, importer, path)
              .map((mapped) => resolveImport(files, "", `./${mapped}`))
              .find((found) => found);
        return file ? { path: file.name, namespace: PROJECT } : { errors: [{ text: `Could not resolve "${path}"` }] };
      });
      build.onLoad({ filter: /.*/, namespace: PACKAGE }, () => ({
        contents: `export { ${PACKAGE_EXPORTS.join(", ")} } from "kinde:host";`,
      }));
      build.onLoad({ filter: /.*/, namespace: PROJECT }, ({ path }) => {
        const file = files.find((candidate) => candidate.name === path);
        const ending = path.slice(path.lastIndexOf(".") + 1);
        return { contents: file?.text ?? "", loader: LOADERS[ending] ?? "ts" };
      });
    },
  };
}

const LOADERS: { readonly [ending: string]: esbuild.Loader } = {
  ts: "ts",
  tsx: "tsx",
  js: "js",
  jsx: "jsx",
  json: "json",
  txt: "text",
};

function programOf(code: string, mapText: string, files: readonly SourceFile[], entry: string): Program {
  const map = JSON.parse(mapText) as { readonly sources: readonly string[]; readonly mappings: string };
  const unit: Unit = {
    file: entry,
    code,
    sources: map.sources.map((source) => source.replace(/^(project|package):/, "")),
    mappings: map.mappings,
  };
  const { strict } = compilerSettingsFor(files, entry);
  return { unit, transpiler: "esbuild", strict };
}

/** Refuses what production's engine could not parse in the bundle; places are the author's. */
function checked(program: Program, files: readonly SourceFile[]): Transpilation {
  const { unit } = program;
  const parsed = readBundle(unit.code);
  const finding = parsed?.kind === "parsed" ? findUnparsable(parsed)[0] : undefined;
  if (parsed?.kind !== "parsed" || !finding) return { kind: "transpiled", program, diagnostics: [] };
  const place = positionOfToken(parsed, finding.tokenIndex);
  const position = createLocator(program)(unit.file, place.line, place.column) ?? {
    file: unit.file,
    line: 1,
    column: 1,
  };
  const written = { ...finding, ...WRITTEN_BY_BUNDLER, phase: "introspect", position } as const;
  return refused(asTheAuthorWrote(finding.message, position, files) ?? written);
}

/** Null for what nests deeper than can be read here: the engine itself decides. */
function readBundle(code: string): ReturnType<typeof parseSource> | null {
  try {
    return parseSource({ name: "out.js", text: code });
  } catch (error) {
    if (isHostStackEnd(error)) return null;
    throw error;
  }
}

const WRITTEN_BY_BUNDLER = {
  message: "Kinde’s bundler writes ||= here, and Kinde’s engine cannot parse that",
  advice: "Write a plain object instead of a namespace, and move an enum to the top level of its file.",
};

/** The same finding in the author's file, at the place that the bundle's map leads to or the next one after it. */
function asTheAuthorWrote(message: string, position: Position, files: readonly SourceFile[]): Refusal | undefined {
  const file = files.find(({ name }) => name === position.file);
  const parsed = file && parseSource(file);
  if (parsed?.kind !== "parsed") return undefined;
  const found = findUnparsable(parsed)
    .filter((finding) => finding.message === message)
    .map((finding) => ({
      ...finding,
      phase: "introspect" as const,
      position: positionOfToken(parsed, finding.tokenIndex),
    }));
  return found.find((finding) => finding.position.line >= position.line);
}

function refused(refusal: Refusal): Transpilation {
  return { kind: "refused", phase: refusal.phase, error: errorOf(refusal), diagnostics: [] };
}

function isBuildFailure(error: unknown): error is esbuild.BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<esbuild.BuildFailure>).errors);
}

function refusalOf(message: esbuild.Message, files: readonly SourceFile[], entry: string): Refusal {
  const text = message.text.replace(/\b(project|package):/g, "");
  const { location } = message;
  const file = location?.file.replace(/^(project|package):/, "") ?? entry;
  const column = location
    ? new TextDecoder().decode(new TextEncoder().encode(location.lineText).slice(0, location.column)).length
    : 0;
  const position: Position = {
    file: files.some((candidate) => candidate.name === file) ? file : entry,
    line: location?.line ?? 1,
    column: column + 1,
  };
  const unfinished = unfinishedBefore(position, files, text);
  if (unfinished !== null) return { phase: "compile", message: text, ...unfinished };
  const advice = adviceOnRefusal(text) ?? message.notes[0]?.text;
  return { phase: "compile", message: text, ...(advice === undefined ? {} : { advice }), position };
}

/** The place at which a person stopped writing, where the parser noticed it on a later line. */
function unfinishedBefore(position: Position, files: readonly SourceFile[], message: string) {
  const text = files.find(({ name }) => name === position.file)?.text ?? "";
  const lines = text.split("\n");
  const start = lines.slice(0, position.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const unfinished = findUnfinished(text, start + position.column - 1, message);
  if (unfinished === null) return null;
  const before = text.slice(0, unfinished.at).split("\n");
  const place = { file: position.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const advice = `${unfinished.advice} The parser noticed it at line ${position.line}, column ${position.column}.`;
  return { advice, position: place };
}
