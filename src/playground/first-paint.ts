/** The page before React: the same frame, the source as highlighted text, and the first result, as plain DOM made of text alone. */
import { summarizeBriefly } from "../claims/summarize-changes.ts";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import type { PlaygroundState } from "../store/playground-store.ts";
import type { TokenResult } from "../workflow/run-result.ts";
import { TOKENS } from "../workflow/token.ts";
import { highlight, highlightJson } from "../views/editor/highlight.ts";
import { MARK_PATH } from "../views/header/mark-path.ts";
import { runVerdict } from "../views/header/run-verdict.ts";
import { ICON_PATHS, type IconName } from "../views/parts/icon-paths.ts";
import { claimRows } from "./first-claims.ts";
import { element, svg } from "./element.ts";
import { type GroupName, NARROW_PAGE, usableLayout } from "./panel-layout.ts";
import { titleOfProject } from "./title-of-project.ts";
import "../views/editor/editor-panel.css";
import "../views/editor/file-tabs.css";
import "../views/editor/highlight.css";
import "../views/editor/code-field.css";
import "../views/header/example-picker.css";
import "../views/header/header.css";
import "../views/parts/button.css";
import "../views/parts/tabs.css";
import "../views/result/claims/claims.css";
import "../views/result/result-panel.css";
import "../views/result/result-summary.css";
import "./first-paint.css";
import "./panel-group.css";
import "./playground.css";

export type FirstPaint = { showResult(state: PlaygroundState): void };

export function drawFirstPaint(root: HTMLElement, state: PlaygroundState): FirstPaint {
  const status = element("div", "header__status-slot");
  const result = element("div", "first-result");
  const summary = element("div", "narrow-summary");
  const isNarrow = matchMedia(NARROW_PAGE).matches;
  const main = element("main", "playground__main");
  main.setAttribute("aria-busy", "true");
  main.append(...(isNarrow ? [summary, narrowPage(state, result)] : [widePage(state, result)]));
  root.replaceChildren(element("div", "playground", header(state, status), main));

  function showResult(next: PlaygroundState): void {
    status.replaceChildren(...runStatus(next));
    result.replaceChildren(...resultView(next, isNarrow));
    summary.replaceChildren(summaryLine(next));
  }
  showResult(state);
  return { showResult };
}

function header(state: PlaygroundState, status: HTMLElement): HTMLElement {
  const mark = svg("mark", 24, MARK_PATH);
  const title = titleOfProject(state.origin, [DEFAULT_EXAMPLE]);
  const picker = element(
    "span",
    "button button--quiet example-picker",
    element("span", "example-picker__current", title),
    icon("chevron-down"),
  );
  const switched = element("span", "switch", element("span", "switch__thumb"));
  switched.dataset["state"] = state.view.autoRun ? "checked" : "unchecked";
  return element(
    "header",
    "header",
    element("div", "header__start", mark, element("h1", "header__name", "Workflow Playground"), picker),
    element(
      "div",
      "header__run",
      status,
      element(
        "div",
        "run-controls",
        element("span", "button button--plain run-controls__run", icon("play"), "Run"),
        element("span", "run-controls__auto", switched, "Auto"),
      ),
    ),
    element(
      "div",
      "header__end",
      iconFace(state.view.theme === "light" ? "sun" : state.view.theme === "dark" ? "moon" : "system"),
      iconFace("help"),
    ),
  );
}

function icon(name: IconName): Element {
  return svg("icon", 16, ICON_PATHS[name]);
}

function iconFace(name: IconName): HTMLElement {
  return element("span", "button button--quiet icon-button", icon(name));
}

function runStatus({ run }: PlaygroundState): readonly HTMLElement[] {
  const { word, tone, duration } = runVerdict(run);
  const status = element(
    "p",
    `run-status run-status--${tone}`,
    element("span", "run-status__dot"),
    element("span", "run-status__word", word),
  );
  status.append(element("span", "run-status__duration", duration ?? ""));
  const trigger = run.latest?.trigger;
  return trigger === undefined ? [status] : [element("p", "header__trigger", trigger), status];
}

function group(
  state: PlaygroundState,
  name: GroupName,
  orientation: "horizontal" | "vertical",
  parts: readonly HTMLElement[],
): HTMLElement {
  const sizes = Object.values(usableLayout(name, state.view.layouts[name]));
  const box = element("div", `first-group first-group--${orientation}`);
  parts.forEach((part, index) => {
    if (index > 0) box.append(element("div", `divider divider--${orientation}`));
    const panel = element("div", "first-group__panel", part);
    panel.style.flexGrow = String(sizes[index] ?? 50);
    box.append(panel);
  });
  return box;
}

function sheet(label: string, ...children: readonly HTMLElement[]): HTMLElement {
  const section = element("section", "sheet", ...children);
  section.setAttribute("aria-label", label);
  return section;
}

function widePage(state: PlaygroundState, result: HTMLElement): HTMLElement {
  const input = group(state, "in", "vertical", [
    sheet("Code", codeView(state, false)),
    sheet("Scenario", tabBar(["Base token", "Event", "Environment", "Mocks"], -1)),
  ]);
  const output = group(state, "out", "vertical", [
    sheet("Result", result),
    sheet("Run", tabBar(["Run", "Console", "Calls", "Problems"], -1)),
  ]);
  return group(state, "columns", "horizontal", [input, output]);
}

const NARROW_TABS = ["code", "scenario", "claims", "jwt", "run"] as const;

function narrowPage(state: PlaygroundState, result: HTMLElement): HTMLElement {
  const { narrowTab } = state.view;
  const bar = tabBar(["Code", "Scenario", "Claims", "JWT", "Run"], NARROW_TABS.indexOf(narrowTab));
  const view =
    narrowTab === "code" ? codeView(state, true) : narrowTab === "claims" ? result : element("div", "result");
  return element("div", "sheet", element("div", "tabs narrow-tabs", bar, element("div", "tabs__content", view)));
}

function tabBar(labels: readonly string[], active: number): HTMLElement {
  const tabs = labels.map((label, index) => {
    const tab = element("span", "tabs__tab", label);
    if (index === active) tab.dataset["state"] = "active";
    return tab;
  });
  return element("div", "tabs__bar", element("div", "tabs__list", ...tabs));
}

function codeView({ project, activeFile }: PlaygroundState, isNarrow: boolean): HTMLElement {
  const text = project.files.find((file) => file.name === activeFile)?.text ?? "";
  const lines = Array.from(text.split("\n"), (_, index) => index + 1);
  const tabs = project.files.map(({ name }) => {
    const tab = element("span", "file-tabs__tab", name);
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

/** The token that is looked at, as the React view chooses it. */
function shownToken({ run, view }: PlaygroundState): TokenResult | null {
  const tokens = run.latest?.tokens ?? [];
  return tokens.find((token) => token.name === view.token) ?? tokens[0] ?? null;
}

function summaryLine(state: PlaygroundState): HTMLElement {
  const { latest, message } = state.run;
  const token = shownToken(state);
  const isFailed = message !== undefined || (latest !== null && latest.outcome.kind !== "completed");
  const line = isFailed
    ? (message ?? runVerdict(state.run).word)
    : token !== null
      ? summarizeBriefly(token.changes)
      : (latest?.signIn.sentence ?? "");
  return element(
    "div",
    isFailed ? "result-summary result-summary--failed" : "result-summary",
    element("span", "result-summary__line", line),
  );
}

function resultView(state: PlaygroundState, isNarrow: boolean): readonly HTMLElement[] {
  const { latest } = state.run;
  const token = shownToken(state);
  if (latest === null || token === null) return [element("div", "result__head", isNarrow ? "" : summaryLine(state))];
  const labels = latest.tokens.map(({ name }) => TOKENS[name].label);
  const views = tabBar(["Claims", "JSON diff", ...(isNarrow ? [] : ["JWT"])], 0);
  if (!isNarrow) views.append(summaryLine(state));
  return [
    tabBar(labels, latest.tokens.indexOf(token)),
    element("div", "token-panel__views", views),
    element("div", "claims", claimRows(token.changes)),
  ];
}
