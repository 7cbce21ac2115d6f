/** The source as readable, highlighted text, where the editor will put the same letters. */
import type { PlaygroundState } from "../store/playground-store.ts";
import { headOf, highlight, highlightJson } from "../views/editor/highlight.ts";
import { element } from "./element.ts";
import { iconFace } from "./first-header.ts";
import { visible } from "./first-visible.ts";
import "../views/editor/code-field.css";
import "../views/editor/editor-panel.css";
import "../views/editor/file-tabs.css";
import "../views/editor/highlight.css";

/** What no screen shows is left to the editor, which comes at once. */
const MOST_LINES = 300;
const MOST_CHARACTERS = 20_000;
const MOST_TABS = 50;

export function codeView({ project, activeFile }: PlaygroundState, isNarrow: boolean): HTMLElement {
  const whole = project.files.find((file) => file.name === activeFile)?.text ?? "";
  const text = headOf(whole, MOST_LINES, MOST_CHARACTERS);
  const lines = Array.from(text.split("\n"), (_, index) => index + 1);
  const tabs = project.files.slice(0, MOST_TABS).map(({ name }) => {
    const tab = element("span", "file-tabs__tab", ...visible(name));
    if (name === activeFile) tab.dataset["state"] = "active";
    return tab;
  });
  const pieces = (activeFile.endsWith(".json") ? highlightJson(text) : highlight(text)).map((piece) =>
    piece.kind === "plain" ? piece.text : element("span", `code-text__${piece.kind}`, piece.text),
  );
  const code = element(
    "div",
    `code-field code-text ${isNarrow ? "code-field--wraps" : ""}`,
    element("div", "code-text__gutter code-field__gutter", lines.join("\n")),
    element("div", "code-field__page", element("pre", "code-field__text", ...pieces)),
  );
  code.style.setProperty("--gutter-chars", String(Math.max(3, String(lines.length).length)));
  return element(
    "div",
    "editor-panel",
    element("div", "file-tabs__bar", element("div", "file-tabs__list", ...tabs), iconFace("plus"), iconFace("more")),
    element("div", "editor-panel__code", code),
  );
}
