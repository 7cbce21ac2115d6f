/** The embed before React: the same frame, highlighted code, and the first result, as plain DOM made of text alone. */
import { element, svg } from "../playground/element.ts";
import { claimRows } from "../playground/first-claims.ts";
import { visible } from "../playground/first-visible.ts";
import { summaryLine, tokenBar, tokenShown } from "../playground/first-result.ts";
import type { PlaygroundState } from "../store/playground-store.ts";
import { ICON_PATHS, type IconName } from "../views/parts/icon-paths.ts";
import "../views/editor/highlight.css";
import "../views/parts/button.css";
import { type CodeBlock, codeBlocks, hiddenLabel } from "./code-blocks.ts";
import type { EmbedSettings } from "./embed-settings.ts";
import { isHighlighted } from "./highlighted-lines.ts";
import "./embed.css";

export function drawFirstEmbed(
  root: HTMLElement,
  state: PlaygroundState,
  settings: EmbedSettings,
): { showResult(state: PlaygroundState): void } {
  const result = element("section", "embed__result");
  result.setAttribute("aria-label", "Result");
  result.setAttribute("aria-busy", "true");
  const frame = element(
    "main",
    `embed embed--${settings.view}`,
    bar(state, settings),
    codeView(state, settings),
    result,
  );
  root.replaceChildren(frame);
  return {
    showResult(next) {
      result.replaceChildren(...resultView(next, settings));
    },
  };
}

function bar({ activeFile }: PlaygroundState, { title, editing }: EmbedSettings): HTMLElement {
  const face = (icon: IconName, word: string) =>
    element("span", "button button--quiet", svg("icon", 16, ICON_PATHS[icon]), element("span", "embed__word", word));
  const actions = [
    element("span", "button button--quiet icon-button", svg("icon", 16, ICON_PATHS.copy)),
    ...(editing === "on-request" ? [face("pencil", "Edit")] : []),
    face("external", "Open in the playground"),
  ];
  return element(
    "header",
    "embed__bar",
    element("h1", "embed__title", ...visible(title === "" ? activeFile : title)),
    element("div", "embed__actions", ...actions),
  );
}

function codeView({ project, activeFile }: PlaygroundState, settings: EmbedSettings): HTMLElement {
  const text = project.files.find(({ name }) => name === activeFile)?.text ?? "";
  const code = element(
    "pre",
    "embed-code code-text",
    ...codeBlocks(text, activeFile).map((block) => blockView(block, settings)),
  );
  const section = element("section", "embed__code", ...fileFaces(project.files, activeFile), code);
  section.setAttribute("aria-label", "Code");
  return section;
}

function fileFaces(files: PlaygroundState["project"]["files"], activeFile: string): readonly HTMLElement[] {
  if (files.length < 2) return [];
  const faces = files.map(({ name }) => {
    const face = element("span", "embed__file", ...visible(name));
    face.setAttribute("aria-pressed", String(name === activeFile));
    return face;
  });
  return [element("div", "embed__files", ...faces)];
}

function blockView(block: CodeBlock, settings: EmbedSettings): HTMLElement {
  if (block.kind !== "shown") return element("span", "embed-code__fold", hiddenLabel(block));
  const lines = block.lines.map(({ line, pieces }) => {
    const number = line + settings.startLine - 1;
    const row = element(
      "span",
      isHighlighted(settings, number) ? "embed-code__line embed-code__line--lit" : "embed-code__line",
      element("span", "embed-code__number", String(number)),
      ...pieces.map(({ kind, text }) => (kind === "plain" ? text : element("span", `code-text__${kind}`, text))),
      "\n",
    );
    return row;
  });
  return element("code", "", ...lines);
}

function resultView(state: PlaygroundState, { view }: EmbedSettings): readonly HTMLElement[] {
  const summary = element("div", "embed__summary", summaryLine(state));
  const token = tokenShown(state);
  if (view === "code") summary.append(element("span", "embed__more", "Show the claims"));
  if (view === "code" || token === null) return [summary];
  const tokens = tokenBar(state.run.latest?.tokens ?? [], token);
  return [tokens, summary, ...(view === "jwt" ? [] : [element("div", "claims", claimRows(token.changes))])];
}
