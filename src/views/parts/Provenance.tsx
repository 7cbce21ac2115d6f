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

/** Where a rule's source stands; a run's result carries its name alone. */
const PAGES = new Map([
  ["Kinde docs, workflow settings", "https://docs.kinde.com/workflows/configuration/workflow-settings/"],
  ["Kinde docs, about workflows", "https://docs.kinde.com/workflows/about-workflows/"],
  [
    "Kinde docs, M2M token generation workflow",
    "https://docs.kinde.com/workflows/example-workflows/m2m-token-generation-workflow/",
  ],
  ["Recorded from Kinde’s workflow runtime", "https://github.com/kinde-oss/workflows-runtime"],
]);

export function Provenance({ rule }: ProvenanceProps) {
  const url = rule.url ?? PAGES.get(rule.source);
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
            {url ? (
              <a href={url} target="_blank" rel="noreferrer noopener">
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
