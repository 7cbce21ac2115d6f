/** Where a rule comes from: a quiet badge that opens the rule's sentence and its source. */
import { Popover } from "radix-ui";
import type { Rule } from "../../workflow/provenance.ts";
import "./popover.css";
import "./provenance.css";

const MEANING: { readonly [P in Rule["provenance"]]: { readonly label: string; readonly sentence: string } } = {
  documented: { label: "documented", sentence: "Kinde’s public documentation says so." },
  package: { label: "package", sentence: "The code or the types of @kinde/infrastructure say so." },
  recorded: { label: "recorded", sentence: "Observed in Kinde’s open-source workflow runtime." },
  simulated: {
    label: "simulated",
    sentence: "Kinde has not published this: it is the playground’s best understanding.",
  },
};

export function Provenance({ rule }: { readonly rule: Rule }) {
  const { label, sentence } = MEANING[rule.provenance];
  return (
    <Popover.Root>
      <Popover.Trigger
        className={`provenance provenance--${rule.provenance}`}
        aria-label={`${label}: where this rule comes from`}
      >
        {label}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover provenance-note"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Origin of the rule"
        >
          <p>{rule.sentence}</p>
          <p className="provenance-note__origin">{sentence}</p>
          <p className="provenance-note__source">
            {rule.url ? (
              <a href={rule.url} target="_blank" rel="noreferrer noopener">
                {rule.source}
              </a>
            ) : (
              rule.source
            )}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
