/** What an author's comments say in hovers, suggestions and signatures is text: no link, no image, no HTML. Importing this file sees to it. */
import { MarkdownRendererService } from "monaco-editor/platform/markdown/browser/markdownRenderer";

/** What Markdown makes of plain words; nothing here loads, leads or asks for anything. */
const TAGS =
  "blockquote br code del div em h1 h2 h3 h4 h5 h6 hr li ol p pre span strong table tbody td th thead tr ul".split(" ");

/** A tokenizer that returns nothing leaves its syntax standing as the words that it is made of. */
const nothing = () => undefined;
const WITHOUT_LINKS = {
  tokenizer: {
    link: nothing,
    reflink: nothing,
    def: nothing,
    autolink: nothing,
    url: nothing,
    html: nothing,
    tag: nothing,
  },
};

// Everything of Monaco that shows Markdown goes through this service. Its own texts are trusted and keep their links.
const { render } = MarkdownRendererService.prototype;
MarkdownRendererService.prototype.render = function (markdown, options, target) {
  if (markdown.isTrusted) return render.call(this, markdown, options, target);
  const plain = {
    ...options,
    markedExtensions: [...(options?.markedExtensions ?? []), WITHOUT_LINKS],
    sanitizerConfig: { ...options?.sanitizerConfig, allowedTags: { override: TAGS } },
  };
  return render.call(this, { ...markdown, supportHtml: false }, plain, target);
};
