/** Keeps the import ladder of src/README.md: reads every import and fails on one that points the wrong way. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SRC = dirname(fileURLToPath(import.meta.url));

/** Folder → the folders (or single files) it may import. Its own folder is always allowed. */
const LADDER: { readonly [folder: string]: readonly string[] } = {
  workflow: [],
  transpile: ["workflow"],
  sandbox: ["workflow"],
  claims: ["workflow"],
  jwt: ["workflow"],
  diagnose: ["workflow", "transpile/read-source.ts"],
  expect: ["workflow", "claims"],
  "pipeline.ts": ["workflow", "transpile", "sandbox", "claims", "diagnose"],
  node: ["workflow", "pipeline.ts", "transpile", "sandbox", "diagnose"],
  cli: ["workflow", "node", "share", "expect", "claims", "jwt/decode-jwt.ts"],
  "cli/embeds-command.ts": ["workflow", "node", "share", "expect", "embed"],
  worker: [
    "workflow",
    "pipeline.ts",
    "diagnose/diagnose.ts",
    "sandbox/sandbox.ts",
    "sandbox/engine-url.ts",
    "sandbox/deep-stack.ts",
    "sandbox/missing-memory.ts",
    "sandbox/without-deep-stack.ts",
    "sandbox/native-modules.ts",
    "transpile/transpile.ts",
    "transpile/bundler/bundle.ts",
    "transpile/bundler/bundler-url.ts",
  ],
  share: ["workflow"],
  "share/scenario-json": ["workflow", "expect"],
  examples: ["workflow"],
  store: ["workflow", "worker/runtime.ts", "jwt"],
  views: ["workflow", "expect", "store", "claims", "jwt", "share", "examples", "diagnose/fixes"],
  // Monaco's workers start as ours do.
  "views/editor/monaco.ts": ["views", "worker/start-worker.ts", "worker/fetch-file.ts"],
  playground: ["workflow", "store", "views", "worker", "share", "examples", "claims"],
  embed: ["workflow", "expect", "store", "views", "worker", "share", "examples", "claims"],
  "main.ts": ["playground", "embed", "store", "worker", "share", "examples", "workflow"],
};

/** npm package → the one place that may import it. */
const HOMES: { readonly [name: string]: readonly string[] } = {
  sucrase: ["transpile"],
  "esbuild-wasm": ["transpile"],
  acorn: ["sandbox/tracing"],
  "quickjs-wasi": ["sandbox"],
  jose: ["jwt"],
  zustand: ["store"],
  downshift: ["views/header"],
  fflate: ["share"],
  "monaco-editor": ["views/editor"],
  "@monaco-editor/react": ["views/editor", "views/result/json"],
};

type Import = { readonly from: string; readonly to: string };

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const matches = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^"'`;]*?from\s*"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s*"([^"]+)"/g,
  );
  return [...matches].map((match) => ({ from: file, to: match[1] ?? match[2] ?? match[3] ?? "" }));
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|check)\.|\.d\.ts$/.test(file))
  // An example's files are an author's source, not ours.
  .filter((file) => !/^examples\/.+\//.test(file));
const imports = files.flatMap(importsOf);
const local = imports
  .filter(({ to }) => to.startsWith("."))
  .map(({ from, to }) => ({ from, to: posix.normalize(posix.join(posix.dirname(from), to.replace(/\?.*$/, ""))) }));

const roomOf = (path: string) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : path);

test("every folder imports only from the rungs below it", () => {
  const wrong = local.filter(({ from, to }) => {
    const room = roomOf(from);
    // A package's file taken as text lies outside src/; nothing else out there is for what ships, such as testing/.
    if (room === roomOf(to) || to.startsWith("../node_modules/")) return false;
    return !(LADDER[from] ?? LADDER[dirname(from)] ?? LADDER[room])?.some(
      (allowed) => to === allowed || to.startsWith(`${allowed}/`),
    );
  });
  expect(wrong).toEqual([]);
});

/** In the order in which a program goes through them, production's own bundler last; what stands beside the folders is for all. */
const STAGES = ["parse", "names", "modules", "checks", "link", "write", "bundler"];

test("a stage of the transpiler imports only from itself and those before it", () => {
  const stageOf = (path: string) => STAGES.findIndex((stage) => path.startsWith(`transpile/${stage}/`));
  const wrong = local.filter(({ from, to }) => stageOf(from) >= 0 && stageOf(to) > stageOf(from));
  expect(wrong).toEqual([]);
});

test("an npm package has one home", () => {
  const wrong = imports.filter(({ from, to }) => {
    const name = Object.keys(HOMES).find((home) => to === home || to.startsWith(`${home}/`));
    return name !== undefined && !HOMES[name]?.some((home) => from.startsWith(`${home}/`));
  });
  expect(wrong).toEqual([]);
});

test("nothing imports itself in a circle", () => {
  const graph = new Map<string, readonly string[]>();
  for (const file of files)
    graph.set(
      file,
      local.filter(({ from }) => from === file).map(({ to }) => to),
    );
  const done = new Set<string>();
  const circles: string[] = [];
  function visit(file: string, path: readonly string[]): void {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  }
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("files open with one sentence that says what they are for", () => {
  const silent = files.filter((file) => !/^(#!.*\n)?\/\*\*? /.test(readFileSync(join(SRC, file), "utf8")));
  expect(silent).toEqual([]);
});

/** Rows of data, each a case or an entry, which one reads by looking one up. */
const DATA = /^(?:testing\/everyday|e2e\/hostile\/cases)\/|^src\/share\/dictionary-v1\.ts$/;
const MOST_LINES = 300;

test("no file has more than 300 lines of code, but for data", () => {
  const root = dirname(SRC);
  const long = ["src", "e2e", "conformance", "scripts", "testing"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
      .filter((file) => /\.(?:tsx?|m?js|css)$/.test(file) && !DATA.test(file) && !file.includes("/node_modules/"))
      .map((file) => ({ file, lines: linesOfCode(readFileSync(join(root, file), "utf8")) }))
      .filter(({ lines }) => lines > MOST_LINES),
  );
  expect(long).toEqual([]);
});

/** Without comments that stand alone, and without empty lines. */
function linesOfCode(text: string): number {
  const code = text.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  return code.split("\n").filter((line) => line.trim() !== "").length;
}
