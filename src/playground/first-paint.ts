/** The page before React: the same frame, the source as highlighted text, and the first result, as plain DOM made of text alone. */
import type { PlaygroundState } from "../store/playground-store.ts";
import { problemsOf } from "../views/result/run/problems.ts";
import { element } from "./element.ts";
import { codeView } from "./first-code.ts";
import { header, runStatus } from "./first-header.ts";
import { resultView, summaryLine } from "./first-result.ts";
import { type FirstTab, tabBar } from "./first-tabs.ts";
import { type GroupName, NARROW_PAGE, usableLayout } from "./panel-layout.ts";
import "./first-paint.css";
import "./panel-group.css";
import "./playground.css";

export type FirstPaint = { showResult(state: PlaygroundState): void };

/** @param note what stands between the header and the rest when a link was opened. */
export function drawFirstPaint(root: HTMLElement, state: PlaygroundState, note?: HTMLElement | null): FirstPaint {
  const status = element("div", "header__status-slot");
  const result = element("div", "first-result");
  const run = element("div", "first-run");
  const summary = element("div", "narrow-summary");
  const isNarrow = matchMedia(NARROW_PAGE).matches;
  const main = element("main", "playground__main");
  main.setAttribute("aria-busy", "true");
  main.append(...(isNarrow ? [summary, narrowPage(state, result)] : [widePage(state, result, run)]));
  root.replaceChildren(element("div", "playground", header(state, status), ...(note ? [note] : []), main));

  function showResult(next: PlaygroundState): void {
    status.replaceChildren(...runStatus(next));
    result.replaceChildren(...resultView(next, isNarrow));
    run.replaceChildren(runTabs(next));
    summary.replaceChildren(summaryLine(next));
  }
  showResult(state);
  return { showResult };
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

function widePage(state: PlaygroundState, result: HTMLElement, run: HTMLElement): HTMLElement {
  const input = group(state, "in", "vertical", [
    sheet("Code", codeView(state, false)),
    sheet("Scenario", scenarioTabs(state)),
  ]);
  const output = group(state, "out", "vertical", [sheet("Result", result), sheet("Run", run)]);
  return group(state, "columns", "horizontal", [input, output]);
}

function narrowPage(state: PlaygroundState, result: HTMLElement): HTMLElement {
  const { narrowTab } = state.view;
  const bar = tabBar(NARROW_TABS, narrowTab);
  const view =
    narrowTab === "code" ? codeView(state, true) : narrowTab === "claims" ? result : element("div", "result");
  return element("div", "sheet", element("div", "tabs narrow-tabs", bar, element("div", "tabs__content", view)));
}

const NARROW_TABS: readonly FirstTab[] = [
  { value: "code", label: "Code" },
  { value: "scenario", label: "Scenario" },
  { value: "claims", label: "Claims" },
  { value: "jwt", label: "JWT" },
  { value: "run", label: "Run" },
];

function scenarioTabs({ project, view }: PlaygroundState): HTMLElement {
  const tabs = [
    { value: "tokens", label: "Base tokens" },
    { value: "event", label: "Event" },
    { value: "environment", label: "Environment", count: project.env.length },
    { value: "mocks", label: "Mocks", count: project.mocks.length },
  ];
  return tabBar(tabs, view.scenarioTab ?? "tokens");
}

function runTabs({ run, view }: PlaygroundState): HTMLElement {
  const countOf = (kind: "log" | "call") => run.latest?.effects.filter((effect) => effect.kind === kind).length ?? 0;
  const tabs = [
    { value: "run", label: "Run" },
    { value: "console", label: "Console", count: countOf("log") },
    { value: "calls", label: "Calls", count: countOf("call") },
    { value: "problems", label: "Problems", count: run.latest ? problemsOf(run.latest).length : 0 },
  ];
  return tabBar(tabs, view.runTab);
}
