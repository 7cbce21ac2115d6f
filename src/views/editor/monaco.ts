/** Monaco as this page uses it, bundled and never from a CDN. Importing this file is what loads Monaco, so import it dynamically. */
import { loader } from "@monaco-editor/react";
import * as monaco from "monaco-editor/editor/editor.api";
import editorWorkerUrl from "monaco-editor/editor/editor.worker?worker&url";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/javascript/register";
import "monaco-editor/languages/definitions/typescript/register";
import jsonWorkerUrl from "monaco-editor/languages/features/json/json.worker?worker&url";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import { typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import typescriptWorkerUrl from "monaco-editor/languages/features/typescript/ts.worker?worker&url";
import { fetchFile } from "../../worker/fetch-file.ts";
import { startWorker } from "../../worker/start-worker.ts";
import { missPart } from "./absent-parts.ts";
import { EXTRA_LIBS, editorCompilerOptions } from "./editor-types.ts";
import { followPageTheme, MONACO_THEME } from "./monaco-theme.ts";
import "./plain-markdown.ts";
import "./visible-names.ts";
import { missTypeHelp, restartTypeHelpWith, watchTypeHelp } from "./type-help.ts";

export { MONACO_THEME, monaco, typescriptDefaults };

globalThis.MonacoEnvironment = {
  getWorker(_moduleId, label) {
    if (label === "typescript" || label === "javascript")
      return start(typescriptWorkerUrl, label, missTypeHelp).then(watchTypeHelp);
    return start(label === "json" ? jsonWorkerUrl : editorWorkerUrl, label, missPart);
  },
};

/**
 * Its file is fetched first, and once more where that failed. A frame without an origin, as embeds have, may start a worker from a blob
 * alone. Monaco catches no rejection, but does without a worker that never comes.
 */
function start(url: string, name: string, miss: () => void): Promise<Worker> {
  const started =
    globalThis.origin === "null"
      ? startWorker(url, name)
      : fetchFile(url).then(() => new Worker(url, { type: "module", name }));
  return started.catch(() => {
    miss();
    return new Promise<never>(() => {});
  });
}

// A change of its options is what makes Monaco start it anew.
restartTypeHelpWith(() => typescriptDefaults.setCompilerOptions({ ...typescriptDefaults.getCompilerOptions() }));
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
