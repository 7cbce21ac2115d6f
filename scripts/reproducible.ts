/** Builds the playground twice and compares every file: a build that anybody can repeat can be checked by anybody. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

function hashesOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
  return new Map(
    files.map((file) => [relative(folder, file), createHash("sha256").update(readFileSync(file)).digest("hex")]),
  );
}

/** @returns the files that differ, how many there are, and one hash over all of them. */
export function buildTwice(): {
  readonly different: readonly string[];
  readonly count: number;
  readonly whole: string;
} {
  const folder = mkdtempSync(join(tmpdir(), "reproducible-"));
  const build = (name: string) => {
    const out = join(folder, name);
    const { status, stderr } = spawnSync("npx", ["vite", "build", "--outDir", out, "--logLevel", "error"], {
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error(`The build failed: ${stderr}`);
    return hashesOf(out);
  };
  const one = build("one");
  const other = build("other");
  rmSync(folder, { recursive: true, force: true });
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const different = names.filter((name) => one.get(name) !== other.get(name));
  const whole = createHash("sha256")
    .update([...one].flat().join("\n"))
    .digest("hex");
  return { different, count: names.length, whole };
}

if (process.argv[1]?.endsWith("reproducible.ts")) {
  const { different, count, whole } = buildTwice();
  console.log(
    different.length === 0
      ? `${count} files, twice the same: sha256 ${whole}`
      : `These files differ: ${different.join(", ")}`,
  );
  process.exit(different.length === 0 ? 0 : 1);
}
