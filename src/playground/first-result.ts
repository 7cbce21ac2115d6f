/** The first result: the tokens with their sizes, the summary line and the claims that changed. */
import { jwtBytesOf } from "../claims/size.ts";
import { changedClaims, shownToken } from "../claims/shown-token.ts";
import { summarizeBriefly } from "../claims/summarize-changes.ts";
import type { PlaygroundState } from "../store/playground-store.ts";
import { runVerdict } from "../views/header/run-verdict.ts";
import { toVisibleText } from "../views/parts/visible-pieces.ts";
import { issuedClaims } from "../views/result/jwt/issued-claims.ts";
import type { TokenResult } from "../workflow/run-result.ts";
import { TOKENS } from "../workflow/token.ts";
import { element } from "./element.ts";
import { claimRows } from "./first-claims.ts";
import { type FirstTab, tabBar } from "./first-tabs.ts";
import "../views/result/claims/claims.css";
import "../views/result/result-panel.css";
import "../views/result/result-summary.css";

export function summaryLine(state: PlaygroundState): HTMLElement {
  const { latest } = state.run;
  const message = "message" in state.run ? state.run.message : undefined;
  const token = tokenShown(state);
  const isFailed = message !== undefined || (latest !== null && latest.outcome.kind !== "completed");
  const line = isFailed
    ? (message ?? runVerdict(state.run).word)
    : token !== null
      ? summarizeBriefly(token.changes)
      : (latest?.signIn.sentence ?? "");
  return element(
    "div",
    isFailed ? "result-summary result-summary--failed" : "result-summary",
    element("span", "result-summary__line", toVisibleText(line)),
  );
}

export function resultView(state: PlaygroundState, isNarrow: boolean): readonly HTMLElement[] {
  const { latest } = state.run;
  const token = tokenShown(state);
  if (latest === null || token === null) return [element("div", "result__head", isNarrow ? "" : summaryLine(state))];
  const { resultTab } = state.view;
  const shownTab = isNarrow && resultTab === "jwt" ? "claims" : resultTab;
  const views = tabBar(isNarrow ? RESULT_TABS.slice(0, 2) : RESULT_TABS, shownTab);
  if (!isNarrow) views.append(summaryLine(state));
  const view = shownTab === "claims" ? [element("div", "claims", claimRows(token.changes))] : [];
  return [
    element("div", "tabs", tokenBar(latest.tokens, token), element("div", "tabs token-panel__views", views, ...view)),
  ];
}

export function tokenShown({ run, view }: PlaygroundState): TokenResult | null {
  return shownToken({ tokens: run.latest?.tokens ?? [] }, view.token);
}

export function tokenBar(tokens: readonly TokenResult[], active: TokenResult): HTMLElement {
  const tabs = tokens.map((each) => ({
    value: each.name,
    label: TOKENS[each.name].label,
    size: sizeLabel(each),
    count: changedClaims(each.changes),
  }));
  return tabBar(tabs, active.name);
}

const RESULT_TABS: readonly FirstTab[] = [
  { value: "claims", label: "Claims" },
  { value: "json", label: "JSON diff" },
  { value: "jwt", label: "JWT" },
];

function sizeLabel(token: TokenResult): string {
  if (token.issuedText === null) return "not issued";
  const base = jwtBytesOf(token.base).toLocaleString("en");
  const issued = jwtBytesOf(issuedClaims(token)).toLocaleString("en");
  return base === issued ? `${base} bytes` : `${base} → ${issued} bytes`;
}
