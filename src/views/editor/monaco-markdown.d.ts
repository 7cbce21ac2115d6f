/** The part of Monaco that turns Markdown into elements, for which it ships no types. */
declare module "monaco-editor/platform/markdown/browser/markdownRenderer" {
  type Options = {
    readonly markedExtensions?: readonly object[];
    readonly sanitizerConfig?: object;
  };
  export class MarkdownRendererService {
    render(
      markdown: { readonly value: string; readonly isTrusted?: unknown; readonly supportHtml?: boolean },
      options?: Options,
      target?: HTMLElement,
    ): unknown;
  }
}
