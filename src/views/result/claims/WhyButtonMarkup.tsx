/** How the button looks that tells why a claim is as it is. */
import type { ComponentProps } from "react";

export function WhyButtonMarkup(props: ComponentProps<"button">) {
  return (
    <button {...props} type="button" className="claims-row__why">
      Why?
    </button>
  );
}
