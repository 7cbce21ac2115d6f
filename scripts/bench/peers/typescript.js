/** The fastest loop without a sandbox: Monaco's own TypeScript worker emits at every key, and `new Function` runs what it gives. */
import * as monaco from "monaco-editor/editor/editor.api";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/typescript/register";
import { getTypeScriptWorker, typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker?worker";

const SOURCE = `type Claims = { bench: string };

export default function run(): Claims {
  const claims: Claims = { bench: "" };
  claims.bench = "x";
  const wrong: number = "text";
  return claims;
}
`;

globalThis.MonacoEnvironment = {
  getWorker: (_moduleId, label) => (label === "typescript" ? new TypeScriptWorker() : new EditorWorker()),
};
typescriptDefaults.setEagerModelSync(true);
typescriptDefaults.setCompilerOptions({ target: 9, module: 1, strict: true });

const app = document.querySelector("#app");
app.style.display = "grid";
app.style.gridTemplateColumns = "1fr 1fr";
const frame = app.appendChild(document.createElement("div"));
const output = app.appendChild(document.createElement("pre"));
output.id = "output";

const model = monaco.editor.createModel(SOURCE, "typescript", monaco.Uri.parse("file:///workflow.ts"));
monaco.editor.create(frame, { model, automaticLayout: true, minimap: { enabled: false }, fontSize: 13 });

/** Monaco registers TypeScript some time after the first model of that language, and refuses until then. */
async function whenRegistered() {
  for (;;) {
    try {
      return await getTypeScriptWorker();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

let newest = 0;
async function update() {
  newest += 1;
  const own = newest;
  const client = await (await whenRegistered())(model.uri);
  const { outputFiles } = await client.getEmitOutput(model.uri.toString());
  if (own !== newest) return;
  const exports = {};
  new Function("exports", outputFiles[0].text)(exports);
  output.textContent = JSON.stringify(exports.default(), null, 2);
}

model.onDidChangeContent(() => void update());
void update();
