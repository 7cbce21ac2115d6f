/** The token as it would travel: encoded and decoded side by side, its size, and what it takes to verify it. */
import type { SignedToken } from "../../../jwt/sign-token.ts";
import { usePlayground, usePlaygroundStore } from "../../../store/use-playground.ts";
import type { SignIn, TokenResult } from "../../../workflow/run-result.ts";
import { Button } from "../../parts/Button.tsx";
import { Provenance } from "../../parts/Provenance.tsx";
import { CompareToken } from "../compare/CompareToken.tsx";
import { NotIssued } from "../NotIssued.tsx";
import { EncodedAndDecoded } from "./EncodedAndDecoded.tsx";
import { SizeBar } from "./SizeBar.tsx";
import { startSigning } from "./start-signing.ts";
import { VerifyToken } from "./VerifyToken.tsx";
import "./jwt.css";

type JwtViewProps = {
  readonly token: TokenResult;
  /** Absent while it is being signed, or when it was not issued. */
  readonly signed: SignedToken | undefined;
  readonly signIn: SignIn;
  readonly isStale: boolean;
};

export function JwtView({ token, signed, signIn, isStale }: JwtViewProps) {
  const jwks = usePlayground((state) => state.jwks);
  if (token.issuedText === null) {
    return (
      <div className="jwt">
        <NotIssued signIn={signIn} Provenance={Provenance} />
        <SizeBar token={token} />
        <CompareToken name={token.name} />
      </div>
    );
  }
  return (
    <div className="jwt">
      {signed ? <EncodedAndDecoded signed={signed} /> : <Unsigned isStale={isStale} />}
      <SizeBar token={token} />
      {signed && jwks !== null && <VerifyToken signed={signed} jwks={jwks} />}
      <CompareToken name={token.name} />
    </div>
  );
}

function Unsigned({ isStale }: { readonly isStale: boolean }) {
  const store = usePlaygroundStore();
  const failure = usePlayground((state) => state.signerFailure);
  if (globalThis.crypto?.subtle === undefined) {
    return (
      <p className="jwt__note">
        This page cannot sign tokens: browsers offer WebCrypto only over https or on localhost. The claims are not
        affected.
      </p>
    );
  }
  if (failure !== null) {
    return (
      <div className="note note--rejected" role="alert">
        <p>The token could not be signed. {failure}</p>
        <Button onClick={() => void startSigning(store)}>Try again</Button>
      </div>
    );
  }
  return (
    <p className="jwt__note">
      {isStale
        ? "The newest edit issues no token. It is signed again as soon as the workflow runs."
        : "Signing the token …"}
    </p>
  );
}
