/** Says that no token is issued, why, and what the view below it is then. */
import type { SignIn } from "../../workflow/run-result.ts";
import { Provenance } from "../parts/Provenance.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";

export function NotIssued({ signIn }: { readonly signIn: SignIn }) {
  return (
    <p className="not-issued">
      <VisibleText text={signIn.sentence} /> <Provenance rule={signIn.rule} />{" "}
      <span className="not-issued__note">Below is what the token would have carried.</span>
    </p>
  );
}
