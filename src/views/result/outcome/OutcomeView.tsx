/** What happens to the person at the door, for triggers that carry no token. */
import type { RunResult } from "../../../workflow/run-result.ts";
import { Provenance } from "../../parts/Provenance.tsx";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { InvalidatedForm } from "./InvalidatedForm.tsx";
import { MfaPolicy } from "./MfaPolicy.tsx";
import { OutcomeCard } from "./OutcomeCard.tsx";
import { type Verdict, verdictsOf } from "./verdicts.ts";
import "./outcome.css";

export function OutcomeView({ result }: { readonly result: RunResult }) {
  const { effects, signIn, trigger } = result;
  const verdicts = verdictsOf(effects);
  const invalidated = verdicts.filter((verdict) => verdict.kind === "field-invalidated");
  const policies = verdicts.filter((verdict) => verdict.kind === "mfa-policy");
  const denials = verdicts.filter(isDenial);
  return (
    <section className="outcome" aria-label="Outcome">
      <p className={`outcome__sign-in outcome__sign-in--${signIn.kind}`}>
        <VisibleText text={signIn.sentence} /> <Provenance rule={signIn.rule} />
      </p>
      {denials.map((verdict, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls have no identity but their order.
        <Denial key={index} verdict={verdict} />
      ))}
      {invalidated.length > 0 && <InvalidatedForm trigger={trigger} verdicts={invalidated} />}
      {policies.length > 0 && <MfaPolicy verdicts={policies} />}
      {verdicts.length === 0 && signIn.kind === "continues" && (
        <p className="outcome__nothing">
          The workflow asked Kinde for nothing special. This trigger carries no token, so there are no claims to change.
        </p>
      )}
    </section>
  );
}

type DenialVerdict = Exclude<Verdict, { kind: "field-invalidated" | "mfa-policy" }>;

function isDenial(verdict: Verdict): verdict is DenialVerdict {
  return verdict.kind !== "field-invalidated" && verdict.kind !== "mfa-policy";
}

function Denial({ verdict }: { readonly verdict: DenialVerdict }) {
  const place = verdict.position ? { position: verdict.position } : {};
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
