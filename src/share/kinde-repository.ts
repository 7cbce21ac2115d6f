/** A project as a Kinde repository in a zip file and back, so that what was tried here can be pushed and synced as it is. */
import { zipSync } from "fflate";
import { type JsonObject, parseJson } from "../workflow/json.ts";
import kindeGlobal from "../workflow/kinde-global.d.ts?raw";
import { createProject, entryFile, type Project, SOURCE_ENDINGS, type SourceFile } from "../workflow/project.ts";
import { ProjectFormatError } from "./json-fields.ts";
import { parseProjectJson } from "./project-json.ts";
import { commonFolder, outsideOf, reachedFiles } from "./reached-files.ts";
import { versionNotes } from "./repository-versions.ts";
import { readScenarios, SCENARIO_FILE, scenarioFileText, scenariosText } from "./scenario-json/project-scenarios.ts";
import { missingSecrets } from "./shareable.ts";
import { nameInWords, openZip, type ZipEntry, ZipError } from "./zip-archive.ts";

export type RepositoryResult =
  | {
      readonly kind: "project";
      readonly project: Project;
      /** The workflow's name: its folder, or its file's name. */
      readonly name: string;
      /** Secret variables whose values were not in the file. */
      readonly missingSecrets: readonly string[];
      /** The other workflows of the repository, to be opened with `fromZip(bytes, name)`. */
      readonly otherWorkflows: readonly string[];
      /** What of its scenarios the page has no place for, and what is to be said of the package's version it asks for, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly kind: "broken"; readonly message: string };

/** Pinned as in this project's own package.json; a test holds them together. */
export const INFRASTRUCTURE_VERSION = "0.9.0";
export const TYPESCRIPT_VERSION = "5.9.3";

export const ZIP_LIMIT_BYTES = 10_000_000;
/** All files of one workflow together, unpacked. */
export const UNPACKED_LIMIT_BYTES = 1_000_000;
const ENTRY_LIMIT = 5_000;
const MANIFEST_LIMIT_BYTES = 1_000_000;

const WORKFLOWS = "kindeSrc/environment/workflows";
/** What zip files held before `scenarios.json`. */
const SCENARIO = "scenario.json";
const DEFAULT_NAME = "playground";

/** Zip keeps local times from 1980 on: always the same one, so that equal projects give equal bytes. */
const MODIFIED = new Date(1980, 0, 1);

/**
 * The bytes of a zip file. `name` becomes the workflow's folder.
 * Values of secret variables and imported tokens are not in it; neither is anything outside the repository's folders.
 */
export function toZip(project: Project, name: string): Uint8Array {
  const folder = folderName(name);
  const files = withDistinctNames(project.files);
  const { root, beside } = placeOf(project, folder);
  const workflowFiles = [...files, { path: `${beside}${SCENARIO_FILE}`, text: scenarioFileText(project) }];
  const entries = [
    { path: "kinde.json", text: json(KINDE_JSON) },
    { path: "package.json", text: json(packageJson(folder)) },
    { path: "tsconfig.json", text: json(TSCONFIG) },
    { path: GLOBALS, text: kindeGlobal.replace(/^\/\/ biome.*\n/, "") },
    ...workflowFiles.map(({ path, text }) => ({ path: `${root}${path}`, text })),
  ];
  const packed = entries.map(({ path, text }) => [path, new TextEncoder().encode(text)] as const);
  return zipSync(Object.fromEntries(packed), { level: 9, mtime: MODIFIED });
}

/** Where the files go, and the folder of the workflow among them: files that came from all over a repository stand where they stood. */
function placeOf({ files }: Project, folder: string): { readonly root: string; readonly beside: string } {
  const entry = entryFile(files)?.name ?? "";
  const beside = /^(?:.*\/)?environment\/workflows\/[^/]+\//.exec(entry)?.[0];
  if (beside === undefined) return { root: `${WORKFLOWS}/${folder}/`, beside: "" };
  return { root: beside.startsWith("environment/") ? "kindeSrc/" : "", beside };
}

function packageJson(folder: string): JsonObject {
  return {
    name:
      folder
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, "-")
        .replace(/^-+/, "") || DEFAULT_NAME,
    version: "1.0.0",
    private: true,
    scripts: { types: "tsc --noEmit" },
    dependencies: { "@kinde/infrastructure": INFRASTRUCTURE_VERSION },
    devDependencies: { typescript: TYPESCRIPT_VERSION },
  };
}

/** Without the npm integration Kinde takes the newest packages, whatever package.json says (documented). */
const KINDE_JSON: JsonObject = {
  rootDir: "kindeSrc",
  version: "2024-12-09",
  integrations: { npm: { enabled: true } },
};

/** A workflow has the language itself and these, and neither a browser's globals nor Node's. */
const GLOBALS = "kinde-global.d.ts";

const TSCONFIG: JsonObject = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2023"],
    types: [],
    module: "ESNext",
    moduleResolution: "Bundler",
    esModuleInterop: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  },
  include: ["kindeSrc", GLOBALS],
};

function json(value: JsonObject): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Letters, digits, hyphens and underscores, so that the folder is the same on every system. */
function folderName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.slice(0, 60) || DEFAULT_NAME;
}

/** File names as relative paths that stay in their folder; later ones give way where two would be the same. */
function withDistinctNames(files: Project["files"]): readonly { readonly path: string; readonly text: string }[] {
  const taken = new Set([SCENARIO, SCENARIO_FILE]);
  return files.map(({ name, text }) => {
    const segments = name
      .split(/[/\\]/)
      .map(safeSegment)
      .filter((segment) => segment !== "");
    const wanted = segments.join("/") || "file.ts";
    let path = wanted;
    for (let count = 2; taken.has(path.toLowerCase()); count++) path = wanted.replace(/([^/]*)$/, `${count}-$1`);
    taken.add(path.toLowerCase());
    return { path, text };
  });
}

/** Without the characters that Windows forbids in names, and without `.` and `..`. */
function safeSegment(segment: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go.
  const safe = segment.replace(/[\u0000-\u001f\u007f<>:"|?*\p{Surrogate}]/gu, "_").slice(0, 100);
  return /^\.+$/.test(safe) ? "" : safe;
}

/**
 * Reads the zip of a repository: one made here, or any that holds a file named `…Workflow.ts` (or `.tsx .js .jsx`).
 * Without `workflow` the first one is opened. Never throws.
 */
export function fromZip(bytes: Uint8Array, workflow?: string): RepositoryResult {
  if (bytes.length > ZIP_LIMIT_BYTES) {
    return broken("The zip file is larger than 10 MB. Pack the workflow's folder alone, or drop its file.");
  }
  try {
    return read(
      openZip(bytes, ENTRY_LIMIT).filter(({ name }) => !isBeside(name)),
      workflow,
    );
  } catch (error) {
    if (error instanceof ZipError) return broken(error.message);
    if (error instanceof ProjectFormatError)
      return broken(`${SCENARIO} cannot be read: ${error.message}. Correct it, or remove it from the zip file.`);
    if (error instanceof SyntaxError)
      return broken(`${SCENARIO} is not JSON. Correct it, or remove it from the zip file.`);
    throw error;
  }
}

/** What systems and package managers put into archives. */
function isBeside(name: string): boolean {
  return /(^|\/)(__MACOSX|node_modules|\.git)\//.test(name) || /(^|\/)\._[^/]*$/.test(name);
}

type Workflow = { readonly name: string; readonly folder: string; readonly path: string };

/** Under `environment/workflows/` a folder is a workflow with all that is in it; elsewhere the entry file and its neighbours are. */
function workflowAt(path: string): Workflow {
  const inFolder = /^((?:.*\/)?environment\/workflows\/([^/]+)\/)/.exec(path);
  if (inFolder) return { path, folder: inFolder[1] ?? "", name: inFolder[2] ?? "" };
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return { path, folder, name: path.slice(folder.length).replace(/\.[a-z]+$/, "") };
}

function workflowsOf(entries: readonly ZipEntry[]): readonly Workflow[] {
  const byName = new Map<string, Workflow>();
  for (const { name: path } of entries) {
    if (entryFile([{ name: path, text: "" }]) === null) continue;
    const workflow = workflowAt(path);
    // Of several in one folder the later ones are called by their files too.
    const name = byName.has(workflow.name) ? path.replace(/^(?:.*\/)?environment\/workflows\//, "") : workflow.name;
    if (!byName.has(name)) byName.set(name, { ...workflow, name });
  }
  return [...byName.values()];
}

function read(all: readonly ZipEntry[], wanted: string | undefined): RepositoryResult {
  const outside = all.find(({ name }) => /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(name));
  if (outside) {
    return broken(
      `The zip file has an entry that leads out of its folder (${nameInWords(outside.name)}). Nothing was opened.`,
    );
  }
  const entries = all.filter(({ isFile }) => isFile);
  const workflows = workflowsOf(entries);
  const chosen = wanted === undefined ? workflows[0] : workflows.find(({ name }) => name === wanted);
  if (!chosen) return broken("The zip file holds no workflow: no file in it has a name that ends in Workflow.ts.");

  let leftBytes = UNPACKED_LIMIT_BYTES;
  const textOf = (entry: ZipEntry) => {
    const content = entry.read(leftBytes);
    leftBytes -= Math.max(content.length, entry.packedBytes);
    return textIn(content, entry.name);
  };
  const own = entries.filter(({ name }) => name.startsWith(chosen.folder));
  const texts = new Map(own.filter(isSource).map((entry) => [entry.name, textOf(entry)]));
  const reached = alsoReached(entries, chosen, texts, textOf);
  const root = commonFolder([chosen.folder, ...reached.map(({ name }) => name)]);
  const files = [
    ...[...texts].map(([path, text]) => ({ path, name: path.slice(root.length), text })),
    ...reached.map(({ name: path, text }) => ({ path, name: path.slice(root.length), text })),
  ];
  const isEntry = (file: { readonly path: string }) => file.path === chosen.path;
  if (entryFile(files)?.name !== files.find(isEntry)?.name)
    files.sort((a, b) => Number(isEntry(b)) - Number(isEntry(a)));
  const named = files.map(({ name, text }) => ({ name, text }));
  const entryOf = (name: string) => own.find((entry) => entry.name === `${chosen.folder}${name}`);
  const [several, single] = [entryOf(SCENARIO_FILE), entryOf(SCENARIO)];
  const { notes, ...parts } = several
    ? scenariosOf(textOf(several), named, chosen)
    : { scenarios: parseProjectJson(single ? parseJson(textOf(single)) : {}).scenarios, notes: [] };
  const project: Project = { files: named, ...parts };
  const otherWorkflows = workflows.filter((other) => other !== chosen).map(({ name }) => name);
  return {
    kind: "project",
    project,
    name: chosen.name,
    missingSecrets: missingSecrets(project),
    otherWorkflows,
    notes: [
      ...notes,
      ...linkNotes(all, chosen.folder),
      ...versionNotes({ ...manifestsAbove(entries, chosen.folder), files: named }),
    ],
  };
}

/** A link leads wherever its writer likes, so that nobody follows it. */
function linkNotes(all: readonly ZipEntry[], folder: string): readonly string[] {
  const links = all.filter(({ name, isFile }) => !isFile && name.startsWith(folder));
  const [first] = links;
  if (!first) return [];
  const others = links.length > 1 ? ` and ${links.length - 1} more` : "";
  return [`Not opened: ${nameInWords(first.name)}${others}, which the zip file holds as links and not as files.`];
}

const isSource = ({ name }: ZipEntry) => SOURCE_ENDINGS.some((ending) => name.endsWith(ending));

/** What else the workflow imports: JSON, and files outside of its folder; with these the settings by which they are found. */
function alsoReached(
  entries: readonly ZipEntry[],
  { folder, path }: Workflow,
  own: ReadonlyMap<string, string>,
  textOf: (entry: ZipEntry) => string,
): readonly SourceFile[] {
  const readable = entries.filter((entry) => isSource(entry) || entry.name.endsWith(".json"));
  const byName = new Map(readable.map((entry) => [entry.name, entry]));
  const texts = new Map(own);
  const read = (name: string) => {
    const entry = byName.get(name);
    const text = texts.get(name) ?? (entry ? textOf(entry) : "");
    texts.set(name, text);
    return text;
  };
  const reached = reachedFiles(path, { names: [...byName.keys()], read });
  const beside = reached.filter(({ name }) => name.startsWith(folder) && !own.has(name));
  return [...beside, ...outsideOf(folder, reached)];
}

/** @throws ZipError for what cannot be read. */
function scenariosOf(
  text: string,
  files: Project["files"],
  { path, folder }: Workflow,
): Pick<Project, "scenarios" | "opened"> & { readonly notes: readonly string[] } {
  const nowMs = Date.now();
  const reading = readScenarios(text, { files }, nowMs);
  if (reading.kind === "invalid") {
    const [first] = reading.mistakes;
    const place = first ? `line ${first.line}, column ${first.column}: ${first.message}` : "";
    throw new ZipError(`${SCENARIO_FILE} cannot be read: ${place} Correct it, or remove it from the zip file.`);
  }
  const owner = reading.workflow ?? path.slice(folder.length);
  if (owner !== path.slice(folder.length)) {
    const opened = { text, nowMs, ofWorkflow: owner };
    const note = `${SCENARIO_FILE} is that of ${owner}: it stays in the zip file until this workflow has scenarios of its own.`;
    return { scenarios: createProject(files).scenarios, notes: [note], opened };
  }
  const { scenarios, notes } = reading;
  const isPlain = scenariosText({ files, scenarios }) === text;
  return { scenarios, notes, ...(isPlain ? {} : { opened: { text, nowMs } }) };
}

/** The repository’s package.json, its lock and kinde.json: those of the nearest folder that has the first. */
function manifestsAbove(entries: readonly ZipEntry[], folder: string) {
  const above = entries
    .filter(({ name }) => /(^|\/)package\.json$/.test(name) && folder.startsWith(name.slice(0, -"package.json".length)))
    .reduce<string | null>((nearest, { name }) => (name.length > (nearest?.length ?? -1) ? name : nearest), null);
  const root = above?.slice(0, -"package.json".length) ?? "";
  const read = (name: string) => {
    const entry = entries.find((one) => one.name === root + name);
    try {
      return entry && textIn(entry.read(MANIFEST_LIMIT_BYTES), entry.name);
    } catch {
      // What cannot be read says nothing.
      return undefined;
    }
  };
  return { packageJson: read("package.json"), packageLock: read("package-lock.json"), kindeJson: read("kinde.json") };
}

function textIn(content: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch (cause) {
    throw new ZipError(`${nameInWords(path)} in the zip file is not UTF-8 text. Save it as UTF-8 and pack it again.`, {
      cause,
    });
  }
}

/**
 * A project of one dropped source file, with an untouched scenario. A name that Kinde would not run gets `Workflow`
 * before its ending (`tenant.ts` becomes `tenantWorkflow.ts`). Never throws.
 */
export function fromFile(name: string, text: string): RepositoryResult {
  const ending = SOURCE_ENDINGS.find((known) => name.toLowerCase().endsWith(known));
  if (ending === undefined)
    return broken(`${name} is not a workflow. Drop a file that ends in .ts, .tsx, .js or .jsx, or a zip file.`);
  if (text.length > UNPACKED_LIMIT_BYTES)
    return broken(`${name} is larger than 1 MB, more than a project may be. Nothing was opened.`);
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1, -ending.length);
  const workflow = /workflow$/i.test(base) ? base : `${base}Workflow`;
  return {
    kind: "project",
    project: createProject([{ name: workflow + ending, text }]),
    name: workflow,
    missingSecrets: [],
    otherWorkflows: [],
    notes: [],
  };
}

function broken(message: string): RepositoryResult {
  return { kind: "broken", message };
}
