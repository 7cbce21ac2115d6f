/** The header as it stands before its controls work. */
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import type { PlaygroundState } from "../store/playground-store.ts";
import { MARK_PATH } from "../views/header/mark-path.ts";
import { runVerdict } from "../views/header/run-verdict.ts";
import { ICON_PATHS, type IconName } from "../views/parts/icon-paths.ts";
import { element, svg } from "./element.ts";
import { titleOfProject } from "./title-of-project.ts";
import "../views/header/example-picker.css";
import "../views/header/header.css";
import "../views/share/share-actions.css";
import "../views/parts/button.css";

export function header(state: PlaygroundState, status: HTMLElement): HTMLElement {
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
      element("span", "button button--plain", icon("share"), element("span", "share-actions__word", "Share")),
      iconFace("download"),
      iconFace("trash"),
      iconFace(state.view.theme === "light" ? "sun" : state.view.theme === "dark" ? "moon" : "system"),
      iconFace("help", "header__shortcuts"),
    ),
  );
}

export function icon(name: IconName): Element {
  return svg("icon", 16, ICON_PATHS[name]);
}

export function iconFace(name: IconName, className = ""): HTMLElement {
  return element("span", `button button--quiet icon-button ${className}`, icon(name));
}

export function runStatus({ run }: PlaygroundState): readonly HTMLElement[] {
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
