/** The fastest loop without a sandbox: Monaco's own TypeScript worker emits the same workflow at every key, and `new Function` runs what it gives. */
import * as infrastructure from "@kinde/infrastructure";
import * as monaco from "monaco-editor/editor/editor.api";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/typescript/register";
import {
  getTypeScriptWorker,
  type ScriptTarget,
  typescriptDefaults,
} from "monaco-editor/languages/features/typescript/register";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker?worker";
import { project } from "../projects.ts";
import { MISTAKE } from "../subjects.ts";

const SOURCE = project(MISTAKE).files[0]?.text ?? "";
const MODULES: Readonly<Record<string, unknown>> = { "@kinde/infrastructure": infrastructure };

globalThis.MonacoEnvironment = {
  getWorker: (_moduleId: string, label: string) =>
    label === "typescript" ? new TypeScriptWorker() : new EditorWorker(),
};
typescriptDefaults.setEagerModelSync(true);
// ES2022, which Monaco's own list has not, and CommonJS.
typescriptDefaults.setCompilerOptions({ target: 9 as ScriptTarget, module: 1, strict: true });
typescriptDefaults.setExtraLibs([{ content: `declare module "@kinde/infrastructure";` }]);

const app = document.querySelector<HTMLElement>("#app") ?? document.body;
app.style.display = "grid";
app.style.gridTemplateColumns = "1fr 1fr";
const frame = app.appendChild(document.createElement("div"));
const output = app.appendChild(document.createElement("pre"));
output.id = "output";

const model = monaco.editor.createModel(SOURCE, "typescript", monaco.Uri.parse("file:///workflow.ts"));
monaco.editor.create(frame, { model, automaticLayout: true, minimap: { enabled: false }, fontSize: 13 });

/** Monaco registers TypeScript some time after the first model of that language, and refuses until then. */
async function whenRegistered(): ReturnType<typeof getTypeScriptWorker> {
  for (;;) {
    try {
      return await getTypeScriptWorker();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

let newest = 0;
async function update(): Promise<void> {
  newest += 1;
  const own = newest;
  const client = await (await whenRegistered())(model.uri);
  const { outputFiles } = await client.getEmitOutput(model.uri.toString());
  if (own !== newest) return;
  const claims: Record<string, unknown> = {};
  const kinde = {
    accessToken: {
      getCustomClaims: () => claims,
      setCustomClaim: (name: string, value: unknown) => Object.assign(claims, { [name]: value }),
    },
    env: { get: () => ({ value: "eu-west-1" }) },
  };
  Object.assign(globalThis, { kinde });
  const exports: { default?: (event: object) => Promise<void> } = {};
  new Function("exports", "require", outputFiles[0]?.text ?? "")(exports, (name: string) => MODULES[name]);
  await exports.default?.({});
  output.textContent = JSON.stringify(claims, null, 2);
}

model.onDidChangeContent(() => void update());
void update();
