/** The tokens of a result, one at a time: its size before → after, and its claims, JSON diff and JWT. */
import type { ReactNode } from "react";
import { changedClaims } from "../../claims/shown-token.ts";
import { jwtBytesOf } from "../../claims/jwt-bytes.ts";
import type { ResultTab } from "../../store/view-state.ts";
import type { RunResult, TokenResult } from "../../workflow/run-result.ts";
import { TOKENS, type TokenName } from "../../workflow/token.ts";
import { formatCount } from "./format.ts";
import { issuedClaims } from "./jwt/issued-claims.ts";
import type { TabsPart } from "./result-parts.ts";

export const ALL_TABS: readonly ResultTab[] = ["claims", "json", "jwt"];

const TAB_LABELS: { readonly [T in ResultTab]: string } = { claims: "Claims", json: "JSON diff", jwt: "JWT" };

/** The view that is open of those on offer. */
export function shownTabOf(tabs: readonly ResultTab[], chosen: ResultTab): ResultTab {
  return tabs.includes(chosen) ? chosen : (tabs[0] ?? "claims");
}

type TokenPanelMarkupProps = {
  readonly result: RunResult;
  readonly token: TokenResult;
  readonly tabs: readonly ResultTab[];
  readonly shownTab: ResultTab;
  readonly Tabs: TabsPart;
  readonly TokenLabel: (props: { readonly token: TokenResult }) => ReactNode;
  readonly summary: ReactNode;
  readonly view: (tab: ResultTab) => ReactNode;
  readonly onToken: (name: TokenName) => void;
  readonly onTab: (tab: ResultTab) => void;
};

export function TokenPanelMarkup(props: TokenPanelMarkupProps) {
  const { result, token, tabs, shownTab, Tabs, TokenLabel, summary, view, onToken, onTab } = props;
  const views =
    tabs.length === 1 ? (
      <div className="token-panel__view">
        {summary && <div className="result__head">{summary}</div>}
        {view(shownTab)}
      </div>
    ) : (
      <Tabs
        label="Result views"
        className="token-panel__views"
        value={shownTab}
        onChange={onTab}
        tabs={tabs.map((tab) => ({ value: tab, label: TAB_LABELS[tab], content: view(tab) }))}
        trailing={summary}
      />
    );
  return (
    <Tabs
      label="Tokens"
      className="token-panel"
      value={token.name}
      onChange={onToken}
      tabs={result.tokens.map((each) => ({
        value: each.name,
        label: <TokenLabel token={each} />,
        count: changedClaims(each.changes),
        content: views,
      }))}
    />
  );
}

export function TokenLabelMarkup({ token }: { readonly token: TokenResult }) {
  const base = jwtBytesOf(token.base).toLocaleString("en");
  const issued = jwtBytesOf(issuedClaims(token)).toLocaleString("en");
  const changed = changedClaims(token.changes);
  return (
    <>
      {TOKENS[token.name].label}{" "}
      <span className="token-panel__size">
        {token.issuedText === null ? (
          "not issued"
        ) : base === issued ? (
          `${base} bytes`
        ) : (
          <>
            {base} <span aria-hidden="true">→</span>
            <span className="only-read"> bytes before, </span> {issued} bytes<span className="only-read"> after</span>
          </>
        )}
      </span>
      {changed > 0 && <span className="only-read">, {formatCount(changed, "changed claim")}</span>}
    </>
  );
}
