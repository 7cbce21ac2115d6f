/** Where a rule comes from: a quiet badge that opens the rule's sentence and its source. */
import { Popover } from "radix-ui";
import type { Rule } from "../../workflow/provenance.ts";
import { ProvenanceMarkup, type ProvenanceProps } from "./ProvenanceMarkup.tsx";
import "./popover.css";

const SENTENCES: { readonly [P in Rule["provenance"]]: string } = {
  documented: "Kinde’s public documentation says so.",
  package: "The code or the types of @kinde/infrastructure say so.",
  recorded: "Observed in Kinde’s open-source workflow runtime.",
  simulated: "Kinde has not published this: it is the playground’s best understanding.",
};

export function Provenance({ rule }: ProvenanceProps) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <ProvenanceMarkup rule={rule} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover provenance-note"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Origin of the rule"
        >
          <p>{rule.sentence}</p>
          <p className="provenance-note__origin">{SENTENCES[rule.provenance]}</p>
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
