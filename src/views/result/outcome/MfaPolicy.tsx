/** Whether the user is asked for a second factor, as the workflow decided. */
import type { OutcomeParts } from "../result-parts.ts";
import { OutcomeCard } from "./OutcomeCard.tsx";
import type { Verdict } from "./verdicts.ts";

type Policy = Extract<Verdict, { kind: "mfa-policy" }>;

const SENTENCES = new Map([
  ["required", "The user is asked for a second factor, whatever the environment’s own policy says."],
  ["skip", "The user is not asked for a second factor in this sign-in."],
]);

/** The last policy counts. */
export function MfaPolicy({ verdicts, parts }: { readonly verdicts: readonly Policy[]; readonly parts: OutcomeParts }) {
  const last = verdicts.at(-1);
  if (last === undefined) return null;
  return (
    <OutcomeCard
      parts={parts}
      title={`MFA policy set to ${last.policy || "(nothing)"}`}
      tone="plain"
      {...(last.position ? { position: last.position } : {})}
    >
      <p>
        {SENTENCES.get(last.policy) ??
          "Kinde knows the policies “required” and “skip”; another text is not documented."}
      </p>
      {verdicts.length > 1 && <p>It was set {verdicts.length} times; the last one counts.</p>}
    </OutcomeCard>
  );
}
