/** What the editor's type checker says, asked from TypeScript itself with the very libraries and options that Monaco gets. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import type { SourceFile } from "../../workflow/project.ts";
import { fixForType, withFix } from "../../diagnose/fixes/fixes-for.ts";
import type { TypeProblem } from "./type-problems.ts";
import { EXTRA_LIBS, editorCompilerOptions, PROJECT_ROOT } from "./editor-types.ts";

const LIB = dirname(createRequire(import.meta.url).resolve("typescript"));

/** A host like Monaco's worker: files by URL in memory, and TypeScript's own lib files. */
function problemsIn(files: readonly SourceFile[]): readonly TypeProblem[] {
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
      const file = found.file as ts.SourceFile;
      const { line, character } = ts.getLineAndCharacterOfPosition(file, found.start ?? 0);
      return {
        message: ts.flattenDiagnosticMessageText(found.messageText, "\n"),
        position: { file: file.fileName.slice(PROJECT_ROOT.length), line: line + 1, column: character + 1 },
      };
    });
}

const problemsOf = (files: readonly SourceFile[]): readonly string[] =>
  problemsIn(files).map(({ message, position }) => `${position.file}:${position.line} ${message}`);

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

test.each([
  [
    "paths beside the file",
    '{ // ours\n "compilerOptions": { "paths": { "@shared/*": ["./src/shared/*"], "@data": ["data/plans.json"], } } }',
  ],
  [
    "paths from a base",
    '{ "compilerOptions": { "baseUrl": "./src", "paths": { "@shared/*": ["shared/*"], "@data": ["../data/plans.json"] } } }',
  ],
])("what a tsconfig.json maps is found with its types: %s", (_, tsconfig) => {
  const files: SourceFile[] = [
    {
      name: "kindeSrc/environment/workflows/a/Workflow.ts",
      text: 'import { plan } from "@shared/plan";\nimport data from "@data";\nexport const text: number = plan;\nexport const gold: string = data.gold;\n',
    },
    { name: "src/shared/plan.ts", text: 'export const plan = "pro";\n' },
    { name: "data/plans.json", text: '{"gold": 1}' },
    { name: "tsconfig.json", text: tsconfig },
  ];
  expect(problemsOf(files)).toEqual([
    "kindeSrc/environment/workflows/a/Workflow.ts:3 Type 'string' is not assignable to type 'number'.",
    "kindeSrc/environment/workflows/a/Workflow.ts:4 Type 'number' is not assignable to type 'string'.",
  ]);
});

test("a tsconfig.json among the files decides how strict the editor is", () => {
  const loose = { name: "tsconfig.json", text: '{ "compilerOptions": { "target": "ES2020" } }' };
  const source = { name: "Workflow.ts", text: "export function f(a) { return a; }\n" };
  expect(problemsOf([source])).toEqual(["Workflow.ts:1 Parameter 'a' implicitly has an 'any' type."]);
  expect(problemsOf([source, loose])).toEqual([]);
});

test.each([
  ["accessTokenCustomClaims<{ a: string }>()", "", "{ a: string; plan: string; }"],
  ["accessTokenCustomClaims<{ a: string; }>()", "", "{ a: string; plan: string; }"],
  ["accessTokenCustomClaims<{}>()", "", "{ plan: string; }"],
  ["accessTokenCustomClaims<{\n    a: { b: string }\n  }>()", "", "    a: { b: string };\n    plan: string;\n  }>"],
  ["accessTokenCustomClaims<Own>()", "interface Own {\n  a: string;\n}", "  a: string;\n  plan: string;\n}"],
  ["accessTokenCustomClaims<Own>()", "type Own = { a: string };", "{ a: string; plan: string; };"],
])("an undeclared claim is declared in the type of %s", (made, declared, part) => {
  const { text } = workflow(`  const own = ${made};\n  own.plan = "gold";`);
  const files = [{ name: "Workflow.ts", text: `${text}${declared}\n` }];
  const [problem] = problemsIn(files);
  const fix = problem && fixForType(problem, files);
  const fixed = fix ? withFix(files, fix) : [];
  expect(fixed[0]?.text).toContain(part);
  expect(problemsIn(fixed)).toEqual([]);
});

test.each([
  ["a claim that is only read", "  accessToken.plan.length;"],
  ["a prohibited claim", `  accessToken.sub = "me";`],
  ["a type from elsewhere", `  const own = accessTokenCustomClaims<Pick<{ a: string }, "a">>(); own.plan = 1;`],
])("%s is not declared by a fix", (_, body) => {
  const files = [workflow(body)];
  const [problem] = problemsIn(files);
  expect(problem && fixForType(problem, files)).toBeNull();
});
