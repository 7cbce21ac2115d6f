/** The parts of Monaco that are only evaluated, for which it ships no types. */
declare module "monaco-editor/platform/contextkey/common/contextkey";
declare module "monaco-editor/editor/browser/coreCommands";
declare module "monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget";
declare module "monaco-editor/editor/contrib/hover/browser/hoverContribution";
declare module "monaco-editor/editor/contrib/suggest/browser/suggestController";
