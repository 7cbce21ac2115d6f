/** Monaco as this page uses it, bundled and never from a CDN. Importing this file is what loads Monaco, so import it dynamically. */
import { loader } from "@monaco-editor/react";
import * as monaco from "monaco-editor/editor/editor.api";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/javascript/register";
import "monaco-editor/languages/definitions/typescript/register";
import JsonWorker from "monaco-editor/languages/features/json/json.worker?worker";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import { typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker?worker";
import { EXTRA_LIBS, editorCompilerOptions } from "./editor-types.ts";
import { followPageTheme, MONACO_THEME } from "./monaco-theme.ts";

export { MONACO_THEME, monaco, typescriptDefaults };

globalThis.MonacoEnvironment = {
  getWorker(_moduleId, label) {
    if (label === "typescript" || label === "javascript") return new TypeScriptWorker({ name: label });
    if (label === "json") return new JsonWorker({ name: label });
    return new EditorWorker({ name: label });
  },
};

typescriptDefaults.setEagerModelSync(true);
typescriptDefaults.setCompilerOptions(editorCompilerOptions([]));
typescriptDefaults.setExtraLibs([...EXTRA_LIBS]);
typescriptDefaults.setDiagnosticsOptions({
  // Every file is checked, seen or not: an error in lib.ts shows at its tab.
  onlyVisible: false,
});
jsonDefaults.setDiagnosticsOptions({
  validate: true,
  allowComments: true,
  comments: "ignore",
  trailingCommas: "warning",
});

// Monaco 0.57 makes every hover through the editor created last. When that was one inside of a diff editor, closing the diff breaks
// hovers, suggestions and the find widget everywhere else: so an editor that belongs to nothing is always the last.
monaco.editor.onDidCreateDiffEditor(() => {
  queueMicrotask(() => monaco.editor.create(document.createElement("div"), { model: null }).dispose());
});

loader.config({ monaco });
followPageTheme();

/** Settles when TypeScript source can be coloured, so that no editor shows plain text for a moment. */
export const grammarReady: Promise<unknown> = monaco.editor.colorize("", "typescript", {});
