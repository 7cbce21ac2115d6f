import { expect, test } from "vitest";
import { createNodeRunner } from "../../node/node-runner.ts";
import { tokenize } from "../../transpile/names/source-tokens.ts";
import { createRandom, type Random } from "../../../testing/random.ts";
import { everydayProject, type Program } from "../../../testing/everyday/program.ts";
import { allFixes, fixFor, withFix } from "./fixes-for.ts";

const MISTAKES = [
  `t.permissions.push("a")`,
  `t.permissions.push(...["a", "b"], \`c\${1 + 1}\`)`,
  `t["permissions"].unshift( /* first */ "a" )`,
  `t.feature_flags.theme = { t: "s", v: (x => x)("dark") }`,
  `t.feature_flags.max_projects.v *= 2 + 1`,
  `delete t.permissions`,
  `delete t["feature_flags"]`,
  `console.log("a", { b: 1 })`,
  `t.plan = (await (await fetch("https://a.test/plan")).json()).plan`,
  `const r1 = await fetch("https://a.test/1", { method: "GET", headers: {} }); t.r1 = await r1.json()`,
  `await secureFetch("https://a.test/2")`,
  `idTokenCustomClaims<{ a: string }>().a = "b"`,
  `t.host = new URL("https://a.test/").host`,
  `getEnvironmentVariable("A")`,
  `t.q = new URLSearchParams("a=1")`,
  `if (event) denyAccess("no")`,
] as const;
const LINES = [
  "t.a = 1",
  "for (const x of [1, 2]) { t[`b$" + "{x}`] = x }",
  "/* a */ t.c = /[/'\"]/.test('x')",
  "t.d = [1,\n    2]",
] as const;
const DECLARED = [
  '"kinde.accessToken": {}',
  "'kinde.env': {}",
  '"kinde.mfa": {}',
  "url: {}",
  '"kinde.fetch": {}',
  "Console: {}",
] as const;

/** A workflow with some mistakes, laid out as people do. */
function sloppyProgram(random: Random): Program {
  const end = random.pick([";", ""]);
  const body = Array.from({ length: 1 + random.below(5) }, () =>
    random.below(3) === 0 ? random.pick(LINES) : random.pick(MISTAKES),
  );
  const chosen = [...new Set(random.list(5, () => random.pick(DECLARED)))];
  const bindings = random.pick([
    ["bindings: {", ...chosen.map((one) => `    ${one},${random.pick(["", " // why"])}`), "  }"].join("\n"),
    `bindings: {${chosen.join(", ")}}`,
    `bindings: { ${chosen.join(", ")}${chosen.length > 0 ? "," : ""} }`,
  ]);
  const fields = [
    ...random.pick([['id: "a"'], []]),
    `trigger: ${random.pick(["WorkflowTrigger.UserTokenGeneration", '"user:tokens_generation"', "WorkflowTrigger.UserTokensGeneration"])}`,
    ...random.pick([[bindings], [bindings], []]),
  ];
  const settings = random.pick([
    `{ ${fields.join(", ")} }`,
    `{\n  ${fields.join(",\n  ")},\n}`,
    `{\n  ${fields.join(",\n  ")}\n}`,
  ]);
  const imported = [
    "WorkflowTrigger",
    "accessTokenCustomClaims",
    ...random.list(4, () =>
      random.pick(["fetch", "secureFetch", "denyAccess", "getEnvironmentVariable", "idTokenCustomClaims"]),
    ),
  ];
  const names = [...new Set(imported)];
  const statement = random.pick([
    `import { ${names.join(", ")} } from "@kinde/infrastructure"`,
    `import {\n  ${names.join(",\n  ")},\n} from '@kinde/infrastructure'`,
  ]);
  const head = random.pick(["", "// A workflow.\n", '"use strict"\n']);
  const text = `${head}${statement}${end}
${random.pick(["export const", "const"])} workflowSettings${random.pick(["", ": any"])} = ${settings}${end}
export default ${random.pick(["async function Workflow(event: any) ", "async (event: any) => ", "function Workflow(event: any) "])}{
  const t = accessTokenCustomClaims<any>()${end}
${body.map((line) => `  ${line}${end}`).join("\n")}
}
`;
  const isSync = text.includes("default function");
  const plain = isSync ? text.replace(/\bawait /g, "") : text;
  return { files: [{ name: "Workflow.ts", text: random.below(4) === 0 ? plain.replaceAll("\n", "\r\n") : plain }] };
}

const node = await createNodeRunner();

test("200 generated programs still parse after each fix, and after all of them", async () => {
  const random = createRandom(17);
  const faults: string[] = [];
  let fixed = 0;
  for (let count = 0; count < 200; count++) {
    const one = sloppyProgram(random);
    const [file] = one.files;
    if (file === undefined || tokenize(file).length === 0) throw new Error(`It does not parse:\n${file?.text}`);
    const result = await node(everydayProject(one), {
      nowMs: 1_795_424_400_000,
      timeoutMs: 10_000,
      grantConsole: true,
    });
    const fixes = result.diagnostics.map((diagnostic) => fixFor(diagnostic, one.files, result));
    for (const fix of [...fixes, allFixes(one.files, result)]) {
      if (fix === null) continue;
      fixed++;
      const files = withFix(one.files, fix);
      const now = files[0];
      if (now === undefined || tokenize({ ...now }).length === 0)
        faults.push(`“${fix.title}” breaks\n${file.text}\n→\n${now?.text}`);
    }
  }
  expect(faults).toEqual([]);
  expect(fixed).toBeGreaterThan(600);
});
