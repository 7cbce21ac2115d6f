/** A run's result before React: what the result panel draws, of the same markup. */
import { shownToken } from "../../claims/shown-token.ts";
import type { PlaygroundState } from "../../store/playground-store.ts";
import type { ResultTab } from "../../store/view-state.ts";
import type { TokenResult } from "../../workflow/run-result.ts";
import { ClaimItemMarkup } from "../result/claims/ClaimItemMarkup.tsx";
import { ClaimsMarkup, FIRST_ROWS, RowsMarkup } from "../result/claims/ClaimsMarkup.tsx";
import { CopyValueMarkup } from "../result/claims/CopyValueMarkup.tsx";
import type { ClaimRow } from "../result/claims/claim-rows.ts";
import { PlainOutcome } from "../result/claims/PlainOutcome.tsx";
import { WhyButtonMarkup } from "../result/claims/WhyButtonMarkup.tsx";
import { PositionLinkMarkup } from "../result/PositionLinkMarkup.tsx";
import { ResultMarkup } from "../result/ResultMarkup.tsx";
import { AnnouncementMarkup, ResultSummaryMarkup, type Summary, summaryOf } from "../result/ResultSummaryMarkup.tsx";
import type { ClaimParts } from "../result/result-parts.ts";
import { newestResult, shownResult } from "../result/shown-result.ts";
import { isLong, WaitingMarkup } from "../result/WaitingMarkup.tsx";
import { shownTabOf, TokenLabelMarkup, TokenPanelMarkup } from "../result/TokenPanelMarkup.tsx";
import type { RareResults } from "./load-rare-results.ts";
import { TabsLooks } from "./tabs-looks.tsx";

/** Whole values stand only beside a tree, which the rare results draw. */
const PARTS: ClaimParts = {
  WholeValues: () => null,
  CopyValue: CopyValueMarkup,
  WhyButton: () => <WhyButtonMarkup />,
  PositionLink: PositionLinkMarkup,
};

type FirstResultProps = {
  readonly state: PlaygroundState;
  /** The views of a token on offer. */
  readonly tabs: readonly ResultTab[];
  readonly hasSummary: boolean;
  /** What draws all that a first result seldom is; null where it is not needed. */
  readonly rare: RareResults | null;
};

export function FirstResult({ state, tabs, hasSummary, rare }: FirstResultProps) {
  const shown = shownResult(state.run);
  // The place of a result that comes soon is empty until then.
  if (shown.result === null && shown.failure === null) {
    const { run, project } = state;
    const isSlow = run.status === "running" || isLong(project.files);
    return <div className="result">{isSlow && <WaitingMarkup files={project.files} />}</div>;
  }
  const shownTab = shownTabOf(tabs, state.view.resultTab);
  const nothing = () => undefined;
  const summaryWith = (props: { readonly withoutTokens?: string }) => (
    <FirstSummary state={state} rare={rare} {...props} />
  );
  return (
    <ResultMarkup
      shown={{ ...shown, newest: newestResult(state.run) }}
      hasCard
      waiting={null}
      summary={hasSummary && <FirstSummary state={state} rare={rare} />}
      gaps={(gaps) => rare && <rare.FirstGaps gaps={gaps} />}
      card={(failure) => rare && <rare.FirstFailure failure={failure} />}
      outcome={(result) => rare && <rare.FirstOutcome result={result} Summary={hasSummary ? summaryWith : null} />}
      tokenPanel={(result) => {
        const token = shownToken(result, state.view.token);
        return (
          token && (
            <TokenPanelMarkup
              result={result}
              token={token}
              tabs={tabs}
              shownTab={shownTab}
              Tabs={TabsLooks}
              TokenLabel={TokenLabelMarkup}
              summary={hasSummary && <FirstSummary state={state} rare={rare} />}
              view={(tab) =>
                tab === shownTab &&
                tab !== "jwt" && (
                  <>
                    {token.issuedText === null && rare && <rare.FirstNotIssued signIn={result.signIn} />}
                    {tab === "claims" && <FirstClaims token={token} rare={rare} />}
                  </>
                )
              }
              onToken={nothing}
              onTab={nothing}
            />
          )
        );
      }}
    />
  );
}

/** Where what tells of a failure did not come: React tells it. */
const NO_SUMMARY: Summary = { line: "", tone: "failed", position: null };

type FirstSummaryProps = Pick<FirstResultProps, "state" | "rare"> & { readonly withoutTokens?: string };

export function FirstSummary({ state: { run, view }, rare, withoutTokens }: FirstSummaryProps) {
  const { result, failure } = shownResult(run);
  const summary =
    failure === null ? summaryOf(result, view.token, withoutTokens) : (rare?.failureSummary(failure) ?? NO_SUMMARY);
  return (
    <ResultSummaryMarkup
      summary={summary}
      PositionLink={PositionLinkMarkup}
      announcement={<AnnouncementMarkup said="" />}
    />
  );
}

type FirstClaimsProps = Pick<FirstResultProps, "rare"> & { readonly token: TokenResult };

function FirstClaims({ token, rare }: FirstClaimsProps) {
  const item = ({ row: { change } }: { readonly row: ClaimRow }) => (
    <ClaimItemMarkup change={change} parts={PARTS} Outcome={rare?.FirstOutcomeOfClaim ?? PlainOutcome} />
  );
  const rows = (props: { readonly rows: readonly ClaimRow[] }) => (
    <RowsMarkup {...props} limit={FIRST_ROWS} Item={item} />
  );
  const all = token.changes.map((change) => ({ change, version: 0 }));
  const isFolded = ({ change }: ClaimRow) => change.state === "unchanged";
  const split = { listed: all.filter((row) => !isFolded(row)), folded: all.filter(isFolded) };
  return <ClaimsMarkup token={token} rows={split} Rows={rows} isOpen={false} said="" />;
}
