/** The names of views in a link (`&view=diff`), and the tabs of the page that they stand for. */
import type { ViewState } from "../../store/view-state.ts";

const VIEWS: { readonly [view: string]: Partial<ViewState> } = {
  code: { narrowTab: "code" },
  scenario: { narrowTab: "scenario" },
  claims: { resultTab: "claims", narrowTab: "claims" },
  diff: { resultTab: "json", narrowTab: "claims" },
  jwt: { resultTab: "jwt", narrowTab: "jwt" },
  run: { runTab: "run", narrowTab: "run" },
  console: { runTab: "console", narrowTab: "run" },
  calls: { runTab: "calls", narrowTab: "run" },
  problems: { runTab: "problems", narrowTab: "run" },
};

/** Nothing changes for a view that this page does not have. */
export function viewOfLink(name: string | undefined): Partial<ViewState> {
  return name !== undefined && Object.hasOwn(VIEWS, name) ? (VIEWS[name] ?? {}) : {};
}

/** What a link says to show the result as it is seen now. */
export function linkViewOf({ resultTab }: Pick<ViewState, "resultTab">): string {
  return resultTab === "json" ? "diff" : resultTab;
}
