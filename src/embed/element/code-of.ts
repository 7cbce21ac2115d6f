/** The source in a page's code block, whatever the page's highlighter has made of it. */

export type PageFile = { readonly name: string; readonly text: string };

/** Lines as highlighters wrap them: Shiki and Nextra, Expressive Code (Starlight), Prism in Docusaurus. */
const LINE = ".ec-line, .token-line, .line, [data-line]";

/** The files in the element's code blocks; the first is the workflow unless it says otherwise. */
export function filesIn(element: HTMLElement): readonly PageFile[] {
  return [...element.querySelectorAll("pre")].map((block, index) => ({
    name: nameOf(block) ?? (index === 0 ? "Workflow.ts" : `file${index + 1}.ts`),
    text: `${codeIn(block).replace(/\s+$/, "")}\n`,
  }));
}

/** `data-file` on the block, or the title that a framework shows over it. */
function nameOf(block: HTMLElement): string | null {
  const figure = block.closest("figure, .expressive-code, [class*=codeBlockContainer], .nextra-code");
  const title = figure?.querySelector("figcaption, .title, [class*=codeBlockTitle], .filename");
  const name = block.dataset["file"] ?? block.dataset["filename"] ?? title?.textContent ?? "";
  return /^[\w./-]+\.(ts|tsx|js|jsx|json)$/.test(name.trim()) ? name.trim() : null;
}

function codeIn(block: HTMLElement): string {
  const lines = [...block.querySelectorAll(LINE)].filter((line) => line.parentElement?.closest(LINE) === null);
  if (lines.length === 0) return block.textContent ?? "";
  return lines.map((line) => textOf(line).replace(/\n$/, "")).join("\n");
}

/** Without the line numbers that some highlighters put into the line. */
function textOf(line: Element): string {
  const gutter = line.querySelector(".gutter, .ln, [class*=codeLineNumber]");
  const text = line.textContent ?? "";
  return gutter === null ? text : text.slice(gutter.textContent?.length ?? 0);
}
