/** What happens to the person who signs in, for triggers that carry no token. */
import type { ReactNode } from "react";
import { TRIGGERS } from "../../../workflow/trigger.ts";
import type { RunResult } from "../../../workflow/run-result.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import type { OutcomeParts } from "../result-parts.ts";
import { CallsMade } from "./CallsMade.tsx";
import { InvalidatedForm } from "./InvalidatedForm.tsx";
import { MfaPolicy } from "./MfaPolicy.tsx";
import { OutcomeCard } from "./OutcomeCard.tsx";
import { type Verdict, verdictsOf } from "./verdicts.ts";
import "./outcome.css";

export type OutcomeMarkupProps = {
  readonly result: RunResult;
  /** Null where the page shows the summary line elsewhere. */
  readonly Summary: ((props: { readonly withoutTokens?: string }) => ReactNode) | null;
  readonly parts: OutcomeParts;
};

export function OutcomeMarkup({ result, Summary, parts }: OutcomeMarkupProps) {
  const { Provenance } = parts;
  const { effects, signIn, trigger } = result;
  const verdicts = verdictsOf(effects);
  const invalidated = verdicts.filter((verdict) => verdict.kind === "field-invalidated");
  const policies = verdicts.filter((verdict) => verdict.kind === "mfa-policy");
  const denials = verdicts.filter(isDenial);
  return (
    <>
      {Summary && (
        <div className="result__head">
          <Summary withoutTokens={TRIGGERS[trigger].title} />
        </div>
      )}
      <section className="outcome" aria-label="Outcome">
        <p className={`outcome__sign-in outcome__sign-in--${signIn.kind}`}>
          <VisibleText text={signIn.sentence} /> <Provenance rule={signIn.rule} />
        </p>
        {denials.map((verdict, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: calls have no identity but their order.
          <Denial key={index} verdict={verdict} parts={parts} />
        ))}
        {invalidated.length > 0 && <InvalidatedForm trigger={trigger} verdicts={invalidated} parts={parts} />}
        {policies.length > 0 && <MfaPolicy verdicts={policies} parts={parts} />}
        {verdicts.length === 0 && signIn.kind === "continues" && (
          <CallsMade effects={effects} PositionLink={parts.PositionLink} />
        )}
      </section>
    </>
  );
}

type DenialVerdict = Exclude<Verdict, { kind: "field-invalidated" | "mfa-policy" }>;

function isDenial(verdict: Verdict): verdict is DenialVerdict {
  return verdict.kind !== "field-invalidated" && verdict.kind !== "mfa-policy";
}

function Denial({ verdict, parts }: { readonly verdict: DenialVerdict; readonly parts: OutcomeParts }) {
  const place = { parts, ...(verdict.position ? { position: verdict.position } : {}) };
  switch (verdict.kind) {
    case "access-denied":
      return <OutcomeCard title="Access denied" message={verdict.reason} {...place} />;
    case "plan-selection-denied":
      return (
        <OutcomeCard title="Plan selection denied" message={verdict.message} reasons={verdict.reasons} {...place} />
      );
    case "plan-cancellation-denied":
      return <OutcomeCard title="Plan cancellation denied" message={verdict.message} {...place} />;
  }
}
