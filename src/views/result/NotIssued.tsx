/** Says that no token is issued, why, and what the view below it is then. */
import type { SignIn } from "../../workflow/run-result.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import type { OutcomeParts } from "./result-parts.ts";
import "./not-issued.css";

type NotIssuedProps = { readonly signIn: SignIn; readonly Provenance: OutcomeParts["Provenance"] };

export function NotIssued({ signIn, Provenance }: NotIssuedProps) {
  return (
    <p className="not-issued">
      <VisibleText text={signIn.sentence} /> <Provenance rule={signIn.rule} />{" "}
      <span className="not-issued__note">Below is what the token would have carried.</span>
    </p>
  );
}
