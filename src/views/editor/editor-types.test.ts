/** What the editor's type checker says, asked from TypeScript itself with the very libraries and options that Monaco gets. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import type { SourceFile } from "../../workflow/project.ts";
import { EXTRA_LIBS, editorCompilerOptions, PROJECT_ROOT } from "./editor-types.ts";

const LIB = dirname(createRequire(import.meta.url).resolve("typescript"));

/** A host like Monaco's worker: files by URL in memory, and TypeScript's own lib files. */
function problemsOf(files: readonly SourceFile[]): readonly string[] {
  const texts = new Map(EXTRA_LIBS.map((lib) => [lib.filePath, lib.content]));
  for (const file of files) texts.set(PROJECT_ROOT + file.name, file.text);
  const read = (path: string) =>
    texts.get(path) ??
    (/(^|\/)lib\.[\w.]+\.d\.ts$/.test(path) ? readFileSync(join(LIB, path.replace(/^.*\//, "")), "utf8") : undefined);
  const options = { ...editorCompilerOptions(files), lib: ["lib.es2023.d.ts"] } as ts.CompilerOptions;
  const host: ts.CompilerHost = {
    getSourceFile: (path, version) => {
      const text = read(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, version);
    },
    getDefaultLibFileName: () => "lib.es2023.d.ts",
    getDefaultLibLocation: () => "",
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => undefined,
    fileExists: (path) => read(path) !== undefined,
    readFile: read,
  };
  const program = ts.createProgram(
    [...texts.keys()].filter((path) => /\.[jt]sx?$/.test(path)),
    options,
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .filter((found) => found.file?.fileName.startsWith(PROJECT_ROOT))
    .map((found) => {
      const { line } = ts.getLineAndCharacterOfPosition(found.file as ts.SourceFile, found.start ?? 0);
      return `${found.file?.fileName.slice(PROJECT_ROOT.length)}:${line + 1} ${ts.flattenDiagnosticMessageText(found.messageText, "\n")}`;
    });
}

const workflow = (body: string): SourceFile => ({
  name: "Workflow.ts",
  text: `import { accessTokenCustomClaims, onUserTokenGeneratedEvent, WorkflowSettings, WorkflowTrigger } from "@kinde/infrastructure";
export const workflowSettings: WorkflowSettings = { id: "w", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {}, url: {} } };
export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ companyName: string; sub: string }>();
${body}
}
`,
});

test("a workflow as Kinde's docs write it has no type errors", () => {
  expect(
    problemsOf([
      workflow(`  accessToken.companyName = event.context.user.id;
  kinde.accessToken.setCustomClaim("a", new URL("https://example.com").searchParams.get("a"));
  console.log(util.format("%s", [3, 1].toSorted().findLast((n) => n > 1)), new URLSearchParams({ a: "b" }).toString());`),
    ]),
  ).toEqual([]);
});

test("assigning a prohibited claim is a type error", () => {
  expect(problemsOf([workflow('  accessToken.sub = "x";')])).toEqual([
    "Workflow.ts:5 Property 'sub' does not exist on type 'Omit<{ companyName: string; sub: string; }, KindeAccessTokenProhibitedClaims>'.",
  ]);
});

test("what Kinde's engine lacks is unknown to the editor too", () => {
  expect(
    problemsOf([workflow('  setTimeout(() => document.title, 1);\n  await fetch("https://example.com");')]),
  ).toEqual([
    "Workflow.ts:5 Cannot find name 'setTimeout'.",
    "Workflow.ts:5 Cannot find name 'document'. Do you need to change your target library? Try changing the 'lib' compiler option to include 'dom'.",
    "Workflow.ts:6 Cannot find name 'fetch'.",
  ]);
});

test("files import each other with their types, TypeScript and JavaScript alike", () => {
  const files: SourceFile[] = [
    {
      name: "Workflow.ts",
      text: 'import { plan } from "./lib";\nimport { twice } from "./maths/twice.js";\nconst text: number = plan;\ntwice(1);\n',
    },
    { name: "lib.ts", text: 'export const plan = "pro";\n' },
    { name: "maths/twice.js", text: "export const twice = (n) => n * 2;\n" },
  ];
  expect(problemsOf(files)).toEqual(["Workflow.ts:3 Type 'string' is not assignable to type 'number'."]);
});

test("a tsconfig.json among the files decides how strict the editor is", () => {
  const loose = { name: "tsconfig.json", text: '{ "compilerOptions": { "target": "ES2020" } }' };
  const source = { name: "Workflow.ts", text: "export function f(a) { return a; }\n" };
  expect(problemsOf([source])).toEqual(["Workflow.ts:1 Parameter 'a' implicitly has an 'any' type."]);
  expect(problemsOf([source, loose])).toEqual([]);
});
