/** The tokens of a result, one at a time: its size before → after, and its claims, JSON diff and JWT. */
import { memo } from "react";
import { jwtBytesOf } from "../../claims/size.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import type { ResultTab } from "../../store/view-state.ts";
import type { RunResult, TokenResult } from "../../workflow/run-result.ts";
import { TOKENS } from "../../workflow/token.ts";
import { Tabs } from "../parts/Tabs.tsx";
import { ClaimsView } from "./claims/ClaimsView.tsx";
import { changedClaims, shownToken } from "../../claims/shown-token.ts";
import { formatCount } from "./format.ts";
import { JsonDiff } from "./json/JsonDiff.tsx";
import { issuedClaims } from "./jwt/issued-claims.ts";
import { JwtView } from "./jwt/JwtView.tsx";
import { useKeptSigned } from "./jwt/use-kept-signed.ts";
import { NotIssued } from "./NotIssued.tsx";
import { ResultSummary } from "./ResultSummary.tsx";

const TAB_LABELS: { readonly [T in ResultTab]: string } = { claims: "Claims", json: "JSON diff", jwt: "JWT" };

type TokenPanelProps = {
  readonly result: RunResult;
  readonly isStale: boolean;
  readonly tabs: readonly ResultTab[];
  readonly hasSummary: boolean;
};

export function TokenPanel({ result, isStale, tabs, hasSummary }: TokenPanelProps) {
  const store = usePlaygroundStore();
  const tokenName = usePlayground((state) => state.view.token);
  const resultTab = usePlayground((state) => state.view.resultTab);
  const shownTab = tabs.includes(resultTab) ? resultTab : (tabs[0] ?? "claims");
  const signed = useKeptSigned(isStale, shownTab === "jwt");
  const token = shownToken(result, tokenName);
  if (token === null) return null;
  const view = (tab: ResultTab) =>
    tab === "jwt" ? (
      <JwtView token={token} signed={signed[token.name]} signIn={result.signIn} isStale={isStale} />
    ) : (
      <TokenView tab={tab} token={token} result={result} />
    );
  const views =
    tabs.length === 1 ? (
      <div className="token-panel__view">
        {hasSummary && (
          <div className="result__head">
            <ResultSummary />
          </div>
        )}
        {view(shownTab)}
      </div>
    ) : (
      <Tabs
        label="Result views"
        className="token-panel__views"
        value={shownTab}
        onChange={(tab) => store.getState().setView({ resultTab: tab })}
        tabs={tabs.map((tab) => ({ value: tab, label: TAB_LABELS[tab], content: view(tab) }))}
        trailing={hasSummary && <ResultSummary />}
      />
    );
  return (
    <Tabs
      label="Tokens"
      className="token-panel"
      value={token.name}
      onChange={(name) => store.getState().setView({ token: name })}
      tabs={result.tokens.map((each) => ({
        value: each.name,
        label: <TokenLabel token={each} />,
        count: changedClaims(each.changes),
        content: views,
      }))}
    />
  );
}

const TokenLabel = memo(function TokenLabel({ token }: { readonly token: TokenResult }) {
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
});

type TokenViewProps = { readonly tab: "claims" | "json"; readonly token: TokenResult; readonly result: RunResult };

function TokenView({ tab, token, result }: TokenViewProps) {
  return (
    <>
      {token.issuedText === null && <NotIssued signIn={result.signIn} />}
      {tab === "claims" ? <ClaimsView token={token} result={result} /> : <JsonDiff token={token} />}
    </>
  );
}
