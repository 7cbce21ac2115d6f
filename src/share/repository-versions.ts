/** Compares the version of Kinde's package that a repository asks for with what its workflow uses of the package. */
import { isJsonObject, type Json } from "../workflow/json.ts";
import { PACKAGE_NAME } from "../workflow/package-exports.ts";
import { PACKAGE_HISTORY } from "../workflow/package-history.ts";
import { parseJsonText } from "../workflow/parse-json-text.ts";
import type { SourceFile } from "../workflow/project.ts";

type VersionInput = {
  /** Texts of the repository's files that say what it asks for; absent where there is none. */
  readonly packageJson: string | undefined;
  readonly packageLock: string | undefined;
  readonly kindeJson: string | undefined;
  readonly files: readonly SourceFile[];
};

type Version = readonly [number, number, number];

/** Sentences for the person; none where all fits, or nothing is known for sure. */
export function versionNotes({ packageJson, packageLock, kindeJson, files }: VersionInput): readonly string[] {
  const range =
    memberOf(jsonIn(packageJson), "dependencies", PACKAGE_NAME) ??
    memberOf(jsonIn(packageJson), "devDependencies", PACKAGE_NAME);
  if (typeof range !== "string") return [];
  const locked = memberOf(jsonIn(packageLock), "packages", `node_modules/${PACKAGE_NAME}`, "version");
  const wanted = typeof locked === "string" ? locked : range;
  const lowest = lowestOf(wanted);
  if (lowest === null) return [];
  if (memberOf(jsonIn(kindeJson), "integrations", "npm", "enabled") !== true)
    return isSame(lowest, versionOf(NEWEST)) ? [] : [notPinned(wanted)];
  const missing = missingIn(files, wanted).map(
    ({ name, lacking, since }) =>
      `${name} is in ${PACKAGE_NAME} ${since} and not yet in ${lacking}; this repository pins ${wanted}.`,
  );
  const isNewer = isAfter(lowest, versionOf(NEWEST));
  return isNewer
    ? [
        ...missing,
        `This repository pins ${PACKAGE_NAME} ${wanted}; the playground runs ${NEWEST}, without what came later.`,
      ]
    : missing;
}

const NEWEST = PACKAGE_HISTORY.at(-1)?.version ?? "";

/** Documented: https://docs.kinde.com/workflows/configuration/kinde-json */
function notPinned(wanted: string): string {
  return `package.json asks for ${PACKAGE_NAME} ${wanted}, but kinde.json does not enable the npm integration, so Kinde takes the newest package. The playground runs ${NEWEST}.`;
}

type Missing = { readonly name: string; readonly lacking: string; readonly since: string };

/** What the files use that no version within the range has, as far as the known versions tell. */
function missingIn(files: readonly SourceFile[], wanted: string): readonly Missing[] {
  const highest = highestOf(wanted);
  if (highest === null) return [];
  const used = usesOf(files);
  return PACKAGE_HISTORY.flatMap(({ version, exports, triggers }, at): readonly Missing[] => {
    const lacking = PACKAGE_HISTORY[at - 1]?.version;
    if (lacking === undefined || isAfter(highest, versionOf(lacking))) return [];
    const names = [...exports, ...triggers.map((trigger) => `WorkflowTrigger.${trigger}`)];
    return names.filter((name) => used.has(name)).map((name) => ({ name, lacking, since: version }));
  });
}

/** Imports from the package and triggers, as they are written outside of comments. */
function usesOf(files: readonly SourceFile[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { text } of files) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, " ");
    for (const [, names = "", from] of code.matchAll(/\bimport\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/g)) {
      if (from !== PACKAGE_NAME) continue;
      for (const name of names.split(",")) used.add(name.trim().replace(/\s+as\s[\s\S]*$/, ""));
    }
    for (const [trigger] of code.matchAll(/\bWorkflowTrigger\.\w+/g)) used.add(trigger);
  }
  return used;
}

function jsonIn(text: string | undefined): Json {
  const reading = text === undefined ? null : parseJsonText(text);
  return reading?.kind === "ok" ? reading.value : null;
}

function memberOf(json: Json, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, name) => (isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    json,
  );
}

function versionOf(text: string): Version | null {
  const found = /^(\d+)\.(\d+)\.(\d+)$/.exec(text);
  return found && [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** The lowest version of `1.2.3`, `^1.2.3` or `~1.2.3`; null for any other range. */
function lowestOf(range: string): Version | null {
  return versionOf(range.trim().replace(/^[\^~=v]/, ""));
}

/** A version that none within the range is above; null for a range without such a bound. */
function highestOf(range: string): Version | null {
  const lowest = lowestOf(range);
  if (lowest === null || /^[=v\d]/.test(range.trim())) return lowest;
  const [major, minor] = lowest;
  return range.trim().startsWith("^") && major > 0
    ? [major, Number.POSITIVE_INFINITY, 0]
    : [major, minor, Number.POSITIVE_INFINITY];
}

function isAfter(one: Version, other: Version | null): boolean {
  if (other === null) return false;
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}

function isSame(one: Version, other: Version | null): boolean {
  return one.every((part, index) => part === other?.[index]);
}
