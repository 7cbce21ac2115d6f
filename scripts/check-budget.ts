/** Fails the build when what a person must fetch for the first result, or later for the editor, outgrows budget.json. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const dist = process.argv[2] ?? "dist";
type Budgeted = {
  readonly name: string;
  readonly entries?: readonly string[];
  readonly files?: readonly string[];
  readonly html?: readonly string[];
  readonly limitBytes: number;
};
type Chunk = { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] };

const budget: readonly Budgeted[] = JSON.parse(readFileSync("budget.json", "utf8"));
const manifest: { readonly [key: string]: Chunk } = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

function brotliBytes(file: string): number {
  return brotliCompressSync(readFileSync(join(dist, file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length;
}

/** An entry with all it imports statically: what the browser must have before the entry runs. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`budget.json names the entry ${key}, which the build does not have.`);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? []) if (!seen.has(manifest[next]?.file ?? "")) closure(next, seen);
  return seen;
}

const assets = readdirSync(join(dist, "assets")).map((name) => `assets/${name}`);
function matching(pattern: string): readonly string[] {
  const found = assets.filter((name) => new RegExp(pattern).test(name));
  if (found.length === 0) throw new Error(`budget.json names the file ${pattern}, which the build does not have.`);
  return found;
}

let failed = 0;
for (const { name, entries, files, html, limitBytes } of budget) {
  const all = new Set([
    ...(html ?? []),
    ...(entries ?? []).flatMap((key) => [...closure(key)]),
    ...(files ?? []).flatMap(matching),
  ]);
  const rows = [...all].map((file) => [file, brotliBytes(file)] as const).sort((a, b) => b[1] - a[1]);
  const bytes = rows.reduce((sum, [, size]) => sum + size, 0);
  const isOver = bytes > limitBytes;
  if (isOver) failed += 1;
  console.log(
    `${isOver ? "OVER" : "ok  "} ${name}: ${(bytes / 1000).toFixed(1)} of ${(limitBytes / 1000).toFixed(0)} KB brotli`,
  );
  if (isOver || process.argv.includes("--list"))
    for (const [file, size] of rows) console.log(`       ${(size / 1000).toFixed(1).padStart(7)} KB  ${file}`);
}
process.exit(failed === 0 ? 0 : 1);
