/** What it takes to verify the shown token: the public keys, and a program that does it. */
import { useMemo } from "react";
import type { SignedToken } from "../../../jwt/sign-token.ts";
import { verifySnippet } from "../../../jwt/verify-snippet.ts";
import { usePlayground } from "../../../store/use-playground.ts";
import { CopyButton } from "../../parts/CopyButton.tsx";
import { Fold } from "../../parts/Fold.tsx";

const LONGEST_TEXT = 10_000;

export function VerifyToken({ signed, jwks }: { readonly signed: SignedToken; readonly jwks: string }) {
  const nowMs = usePlayground((state) => state.nowMs);
  const snippet = useMemo(() => verifySnippet(signed, jwks, nowMs), [signed, jwks, nowMs]);
  return (
    <div className="jwt-verify">
      <CopyText title="JWKS" copyLabel="Copy JWKS" text={jwks} />
      <CopyText title="Verify it with jose" copyLabel="Copy snippet" text={snippet} />
    </div>
  );
}

function CopyText({ title, copyLabel, text }: { title: string; copyLabel: string; text: string }) {
  return (
    <div className="jwt-verify__item">
      <details>
        <summary>{title}</summary>
        <figure aria-label={title}>
          <pre>
            <Fold text={text} limit={LONGEST_TEXT} what={title} />
          </pre>
        </figure>
      </details>
      <CopyButton text={text} label={copyLabel} />
    </div>
  );
}
