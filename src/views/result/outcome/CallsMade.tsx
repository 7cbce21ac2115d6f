/** What a workflow without tokens and verdicts was there for: the calls it made, each with its answer in a word and its place. */
import type { Effect } from "../../../workflow/execution.ts";
import { requestOf } from "../../../workflow/request.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import type { OutcomeParts } from "../result-parts.ts";
import { type Call, statusOf } from "../run/call-text.ts";

/** The tab of calls has all of them, whole. */
const MOST_SHOWN = 8;
const LONGEST_URL = 200;

type CallsMadeProps = { readonly effects: readonly Effect[]; readonly PositionLink: OutcomeParts["PositionLink"] };

export function CallsMade({ effects, PositionLink }: CallsMadeProps) {
  const calls = effects.filter((effect) => effect.kind === "call");
  if (calls.length === 0) {
    return (
      <p className="outcome__nothing">
        The workflow called nothing of Kinde and no other service. This trigger carries no token, so there are no claims
        to change either.
      </p>
    );
  }
  return (
    <section className="outcome__calls" aria-label="What the workflow did">
      <h3>{calls.length === 1 ? "It made 1 call" : `It made ${calls.length} calls`}</h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets. */}
      <ol className="outcome__call-list" role="list">
        {calls.slice(0, MOST_SHOWN).map((call, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: calls have no identity but their order.
          <li key={index}>
            <code>
              <VisibleText text={wordsOf(call)} />
            </code>
            {call.position && <PositionLink position={call.position} isShort />}
          </li>
        ))}
      </ol>
      <p className="outcome__nothing">
        What each was asked with and answered stands under Calls. This trigger carries no token, so there are no claims.
      </p>
    </section>
  );
}

function wordsOf(call: Call): string {
  const request = requestOf(call);
  const asked = request ? `${request.method} ${request.url.slice(0, LONGEST_URL)}` : call.fn;
  if (call.answer === undefined) return asked;
  if ("error" in call.answer) return `${asked} → error`;
  const status = request && statusOf(call.answer.text);
  return status === null ? asked : `${asked} → ${status}`;
}
