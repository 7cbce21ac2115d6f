/** How the badge looks that says where a rule comes from. */
import type { ComponentProps } from "react";
import type { Rule } from "../../workflow/provenance.ts";
import "./provenance.css";

export type ProvenanceProps = { readonly rule: Rule };

export function ProvenanceMarkup({ rule, ...rest }: ProvenanceProps & ComponentProps<"button">) {
  const label = rule.provenance;
  return (
    <button
      {...rest}
      type="button"
      className={`provenance provenance--${label}`}
      aria-label={`${label}: where this rule comes from`}
    >
      {label}
    </button>
  );
}
