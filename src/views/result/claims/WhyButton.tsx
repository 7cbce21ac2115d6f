/** “Why?”: what happened to a claim, by which rule and where that comes from, and what to do instead. */
import { Popover } from "radix-ui";
import { useRef, useState } from "react";
import type { ClaimChange } from "../../../workflow/claim.ts";
import { Provenance } from "../../parts/Provenance.tsx";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { PositionLink } from "../PositionLink.tsx";
import { adviceFor, stateSentence } from "./claim-advice.ts";
import { CLAIM_STATES, nameInSentence, spokenName } from "./claim-states.ts";
import { WhyButtonMarkup } from "./WhyButtonMarkup.tsx";
import "./why.css";

/** The popover itself is made only when it is asked for: a long list has hundreds of these. */
export function WhyButton({ change }: { readonly change: ClaimChange }) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const name = spokenName(change.name);
  return (
    <>
      <WhyButtonMarkup
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`Why is ${name} ${CLAIM_STATES[change.state].word}?`}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <Popover.Root open onOpenChange={setOpen}>
          <Popover.Anchor virtualRef={button} />
          <Popover.Portal>
            <Popover.Content
              className="popover why"
              sideOffset={4}
              collisionPadding={8}
              align="end"
              aria-label={`Why ${name} is ${CLAIM_STATES[change.state].word}`}
              onInteractOutside={(event) => {
                if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
              }}
              onCloseAutoFocus={(event) => {
                event.preventDefault();
                button.current?.focus();
              }}
            >
              <Why change={change} />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </>
  );
}

function Why({ change }: { readonly change: ClaimChange }) {
  const advice = adviceFor(change);
  const problem = change.attempted?.problem;
  return (
    <>
      <p className="why__name">
        <VisibleText text={nameInSentence(change.name)} />
      </p>
      <p>{stateSentence(change)}</p>
      {problem && (
        <p>
          <VisibleText text={problem.reason} />
          {problem.path !== "" && (
            <>
              {" at "}
              <code>
                <VisibleText text={problem.path} />
              </code>
            </>
          )}
        </p>
      )}
      {change.rules.map((rule) => (
        <p key={rule.sentence} className="why__rule">
          {rule.sentence} <Provenance rule={rule} />
        </p>
      ))}
      {advice && (
        <p className="why__advice">
          <strong>Instead:</strong> {advice}
        </p>
      )}
      {change.position && (
        <p>
          Written at <PositionLink position={change.position} />
        </p>
      )}
    </>
  );
}
