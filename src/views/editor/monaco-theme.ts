/** Monaco in the page's own colours: read from the custom properties, and read again whenever the theme changes. */
import { editor } from "monaco-editor/editor/editor.api";

/** The one theme every editor uses; it changes its colours, not its name. */
export const MONACO_THEME = "playground";

/** Monaco's colour ids → custom property, with an opacity in hexadecimal where it should not cover what is below. */
const COLOURS: readonly (readonly [id: string, property: string, opacity?: string])[] = [
  ["editor.background", "--colour-surface"],
  ["editor.foreground", "--colour-text"],
  ["editorCursor.foreground", "--colour-accent"],
  ["editorLineNumber.foreground", "--colour-muted"],
  ["editorLineNumber.activeForeground", "--colour-text"],
  ["editor.lineHighlightBackground", "--colour-sunken", "80"],
  ["editor.lineHighlightBorder", "--colour-surface", "00"],
  ["editor.selectionBackground", "--colour-accent", "47"],
  ["editor.inactiveSelectionBackground", "--colour-accent", "26"],
  ["editor.selectionHighlightBackground", "--colour-accent", "1f"],
  ["editor.wordHighlightBackground", "--colour-accent", "1a"],
  ["editor.wordHighlightStrongBackground", "--colour-accent", "26"],
  ["editor.findMatchBackground", "--colour-warning", "55"],
  ["editor.findMatchHighlightBackground", "--colour-warning", "2b"],
  // Brackets in the text's own colour, as before Monaco arrived.
  ...[1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, "--colour-text"] as const),
  ["editorBracketHighlight.unexpectedBracket.foreground", "--colour-text"],
  ["editorBracketMatch.background", "--colour-accent", "1a"],
  ["editorBracketMatch.border", "--colour-accent", "66"],
  ["editorIndentGuide.background1", "--colour-line"],
  ["editorIndentGuide.activeBackground1", "--colour-control-line"],
  ["editorWhitespace.foreground", "--colour-line"],
  ["editorError.foreground", "--colour-rejected"],
  ["editorWarning.foreground", "--colour-warning"],
  ["editorInfo.foreground", "--colour-accent"],
  ["editorLink.activeForeground", "--colour-accent"],
  ["editorWidget.background", "--colour-surface"],
  ["editorWidget.foreground", "--colour-text"],
  ["editorWidget.border", "--colour-line"],
  ["editorHoverWidget.background", "--colour-surface"],
  ["editorHoverWidget.border", "--colour-line"],
  ["editorSuggestWidget.background", "--colour-surface"],
  ["editorSuggestWidget.border", "--colour-line"],
  ["editorSuggestWidget.selectedBackground", "--colour-accent-soft"],
  ["editorSuggestWidget.selectedForeground", "--colour-text"],
  ["editorSuggestWidget.highlightForeground", "--colour-accent"],
  ["editorSuggestWidget.focusHighlightForeground", "--colour-accent"],
  ["list.hoverBackground", "--colour-accent-soft"],
  ["list.focusBackground", "--colour-accent-soft"],
  ["list.highlightForeground", "--colour-accent"],
  ["quickInput.background", "--colour-surface"],
  ["quickInputList.focusBackground", "--colour-accent-soft"],
  ["quickInputList.focusForeground", "--colour-text"],
  ["input.background", "--colour-sunken"],
  ["input.border", "--colour-line"],
  ["input.foreground", "--colour-text"],
  ["quickInput.foreground", "--colour-text"],
  ["quickInputTitle.background", "--colour-sunken"],
  ["pickerGroup.border", "--colour-line"],
  ["pickerGroup.foreground", "--colour-muted"],
  ["keybindingLabel.background", "--colour-sunken"],
  ["keybindingLabel.foreground", "--colour-text"],
  ["keybindingLabel.border", "--colour-line"],
  ["keybindingLabel.bottomBorder", "--colour-line"],
  ["inputOption.activeBackground", "--colour-accent-soft"],
  ["inputOption.activeForeground", "--colour-text"],
  ["inputOption.activeBorder", "--colour-accent"],
  ["input.placeholderForeground", "--colour-muted"],
  ["icon.foreground", "--colour-text"],
  ["toolbar.hoverBackground", "--colour-accent-soft"],
  ["editorHoverWidget.foreground", "--colour-text"],
  ["editorHoverWidget.statusBarBackground", "--colour-sunken"],
  ["editorSuggestWidget.foreground", "--colour-text"],
  ["textLink.foreground", "--colour-accent"],
  ["textCodeBlock.background", "--colour-sunken"],
  ["widget.border", "--colour-line"],
  ["widget.shadow", "--colour-text", "29"],
  ["peekView.border", "--colour-accent"],
  ["peekViewEditor.matchHighlightBackground", "--colour-emptied-soft"],
  ["peekViewResult.matchHighlightBackground", "--colour-emptied-soft"],
  ["peekViewResult.selectionBackground", "--colour-accent-soft"],
  ["peekViewResult.selectionForeground", "--colour-text"],
  ["peekViewEditor.background", "--colour-surface"],
  ["peekViewEditorGutter.background", "--colour-surface"],
  ["peekViewResult.background", "--colour-sunken"],
  ["peekViewResult.fileForeground", "--colour-text"],
  ["peekViewResult.lineForeground", "--colour-text"],
  ["peekViewTitle.background", "--colour-sunken"],
  ["peekViewTitleLabel.foreground", "--colour-text"],
  ["peekViewTitleDescription.foreground", "--colour-muted"],
  ["menu.border", "--colour-line"],
  ["menu.separatorBackground", "--colour-line"],
  ["menu.background", "--colour-surface"],
  ["menu.foreground", "--colour-text"],
  ["menu.selectionBackground", "--colour-accent-soft"],
  ["menu.selectionForeground", "--colour-text"],
  ["focusBorder", "--colour-accent"],
  ["scrollbar.shadow", "--colour-surface", "00"],
  ["scrollbarSlider.background", "--colour-muted", "40"],
  ["scrollbarSlider.hoverBackground", "--colour-muted", "66"],
  ["scrollbarSlider.activeBackground", "--colour-muted", "80"],
  ["editorOverviewRuler.border", "--colour-surface", "00"],
  ["editorOverviewRuler.errorForeground", "--colour-rejected"],
  ["editorOverviewRuler.warningForeground", "--colour-warning"],
  ["editorOverviewRuler.infoForeground", "--colour-accent"],
  ["editorStickyScroll.background", "--colour-surface"],
  ["diffEditor.insertedTextBackground", "--colour-added", "33"],
  ["diffEditor.insertedLineBackground", "--colour-added-soft"],
  ["diffEditor.removedTextBackground", "--colour-rejected", "33"],
  ["diffEditor.removedLineBackground", "--colour-rejected-soft"],
  ["diffEditor.diagonalFill", "--colour-line"],
  ["diffEditor.unchangedRegionBackground", "--colour-sunken"],
  ["diffEditor.unchangedRegionForeground", "--colour-muted"],
];

/** Monaco's token names → custom property, to agree with highlight.css. */
const TOKENS: readonly (readonly [token: string, property: string])[] = [
  ["", "--colour-text"],
  ["keyword", "--colour-code-keyword"],
  ["string", "--colour-code-string"],
  ["string.key.json", "--colour-text"],
  ["string.value.json", "--colour-code-string"],
  ["keyword.json", "--colour-code-keyword"],
  ["number.json", "--colour-code-number"],
  ["string.escape", "--colour-code-string"],
  ["regexp", "--colour-code-string"],
  ["keyword.other", "--colour-code-string"],
  ["number", "--colour-code-number"],
  ["comment", "--colour-code-comment"],
  ["type", "--colour-text"],
  ["type.identifier", "--colour-text"],
  ["identifier", "--colour-text"],
  ["delimiter", "--colour-text"],
  ["invalid", "--colour-text"],
];

function applyTheme(): void {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const hex = (property: string) => {
    const value = style.getPropertyValue(property).trim().toLowerCase();
    return /^#[\da-f]{3}$/.test(value) ? value.replace(/[\da-f]/g, "$&$&") : /^#[\da-f]{6}$/.test(value) ? value : null;
  };
  const colours = COLOURS.flatMap(([id, property, opacity = ""]) => {
    const colour = hex(property);
    return colour === null ? [] : [[id, colour + opacity] as const];
  });
  editor.defineTheme(MONACO_THEME, {
    base: root.dataset["theme"] === "dark" ? "vs-dark" : "vs",
    inherit: true,
    rules: TOKENS.flatMap(([token, property]) => {
      const colour = hex(property);
      return colour === null ? [] : [{ token, foreground: colour.slice(1) }];
    }),
    colors: Object.fromEntries(colours),
  });
  editor.setTheme(MONACO_THEME);
  // Monaco gives its variables to its editors alone; its menus and lists stand beside them, behind a shadow root that inherits from the page.
  for (const [id, colour] of colours) root.style.setProperty(`--vscode-${id.replaceAll(".", "-")}`, colour);
}

/** Defines the theme now and follows the `data-theme` of the page from then on. */
export function followPageTheme(): void {
  applyTheme();
  new MutationObserver(applyTheme).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
