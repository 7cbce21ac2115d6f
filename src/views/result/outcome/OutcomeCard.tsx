/** One thing the workflow told Kinde, as a card: what, in the author's words, and from where. */
import type { ReactNode } from "react";
import type { Position } from "../../../workflow/position.ts";
import type { OutcomeParts } from "../result-parts.ts";

type OutcomeCardProps = {
  readonly parts: OutcomeParts;
  readonly title: string;
  readonly message?: string;
  readonly reasons?: readonly string[];
  readonly position?: Position;
  readonly tone?: "rejected" | "plain";
  readonly children?: ReactNode;
};

const LONGEST_TEXT = 1_000;

export function OutcomeCard(props: OutcomeCardProps) {
  const { parts, title, message, reasons = [], position, tone = "rejected", children } = props;
  const { Fold, PositionLink } = parts;
  return (
    <article className={`outcome-card outcome-card--${tone}`} aria-label={title}>
      <h3 className="outcome-card__title">{title}</h3>
      {message !== undefined && (
        <p className="outcome-card__message">
          {message === "" ? "No reason was given." : <Fold text={message} limit={LONGEST_TEXT} what="the message" />}
        </p>
      )}
      {reasons.length > 0 && (
        <ul className="outcome-card__reasons" aria-label="Reasons">
          {reasons.map((reason, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reasons are texts and may repeat.
            <li key={index}>
              <Fold text={reason} limit={LONGEST_TEXT} what="the reason" />
            </li>
          ))}
        </ul>
      )}
      {children}
      {position && (
        <p className="outcome-card__place">
          at <PositionLink position={position} />
        </p>
      )}
    </article>
  );
}
