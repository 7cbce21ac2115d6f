/** The tokens of a result, chosen and looked at in the views that are on offer. */
import { memo } from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import type { ResultTab } from "../../store/view-state.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { Provenance } from "../parts/Provenance.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { ClaimsView } from "./claims/ClaimsView.tsx";
import { shownToken } from "../../claims/shown-token.ts";
import { JsonDiff } from "./json/JsonDiff.tsx";
import { JwtView } from "./jwt/JwtView.tsx";
import { useLastSigned } from "./jwt/use-last-signed.ts";
import { NotIssued } from "./NotIssued.tsx";
import { ResultSummary } from "./ResultSummary.tsx";
import { shownTabOf, TokenLabelMarkup, TokenPanelMarkup } from "./TokenPanelMarkup.tsx";

/** Once per result: it weighs the whole token. */
const TokenLabel = memo(TokenLabelMarkup);

type TokenPanelProps = {
  readonly result: RunResult;
  readonly isStale: boolean;
  readonly tabs: readonly ResultTab[];
  readonly hasSummary: boolean;
};

export function TokenPanel({ result, isStale, tabs, hasSummary }: TokenPanelProps) {
  const store = usePlaygroundStore();
  const tokenName = usePlayground((state) => state.view.token);
  const shownTab = shownTabOf(
    tabs,
    usePlayground((state) => state.view.resultTab),
  );
  const signed = useLastSigned(isStale, shownTab === "jwt");
  const token = shownToken(result, tokenName);
  if (token === null) return null;
  return (
    <TokenPanelMarkup
      result={result}
      token={token}
      tabs={tabs}
      shownTab={shownTab}
      Tabs={Tabs}
      TokenLabel={TokenLabel}
      summary={hasSummary && <ResultSummary />}
      view={(tab) =>
        tab === "jwt" ? (
          <JwtView token={token} signed={signed[token.name]} signIn={result.signIn} isStale={isStale} />
        ) : (
          <>
            {token.issuedText === null && <NotIssued signIn={result.signIn} Provenance={Provenance} />}
            {tab === "claims" ? <ClaimsView token={token} result={result} /> : <JsonDiff token={token} />}
          </>
        )
      }
      onToken={(name) => store.getState().setView({ token: name })}
      onTab={(tab) => store.getState().setView({ resultTab: tab })}
    />
  );
}
