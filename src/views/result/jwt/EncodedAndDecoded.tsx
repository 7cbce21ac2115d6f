/** The three parts of a signed token, told apart, each tied to its decoded side. */
import { useState } from "react";
import type { SignedToken } from "../../../jwt/sign-token.ts";
import { readParts } from "../../../workflow/exact-json.ts";
import { indentJson } from "../../../workflow/indent-json.ts";
import { CopyButton } from "../../parts/CopyButton.tsx";
import { Fold } from "../../parts/Fold.tsx";
import { EncodedToken } from "./EncodedToken.tsx";
import { JWT_PARTS, type JwtPart } from "./jwt-parts.ts";
import { validityOf } from "./validity.ts";

const LONGEST_TEXT = 10_000;

export function EncodedAndDecoded({ signed }: { readonly signed: SignedToken }) {
  const [pointedAt, setPointedAt] = useState<JwtPart | null>(null);
  const [pinned, setPinned] = useState<JwtPart | null>(null);
  const lit = pointedAt ?? pinned;
  const decoded = { header: indentJson(signed.headerText), payload: indentJson(signed.claimsText) };
  return (
    <>
      <p className="jwt__label">signed with a demo key of this browser; not a Kinde token</p>
      <div className="jwt__bar">
        {JWT_PARTS.map(({ part, label }) => (
          <button
            key={part}
            type="button"
            className={`jwt-key jwt-key--${part}`}
            aria-pressed={pinned === part}
            onClick={() => setPinned(pinned === part ? null : part)}
            onFocus={() => setPointedAt(part)}
            onBlur={() => setPointedAt(null)}
            onPointerEnter={() => setPointedAt(part)}
            onPointerLeave={() => setPointedAt(null)}
          >
            {label}
          </button>
        ))}
        <span className="jwt__actions">
          <CopyButton text={signed.jwt} label="Copy token" showLabel />
        </span>
      </div>
      <div className="jwt__sides">
        <EncodedToken parts={signed.parts} lit={lit} onPoint={setPointedAt} />
        <div className="jwt__decoded">
          {(["header", "payload"] as const).map((part) => (
            <figure
              key={part}
              className={`jwt-decoded jwt-decoded--${part} ${lit === part ? "jwt-decoded--lit" : ""}`}
              aria-label={part === "header" ? "Protected header" : "Claims set"}
              onPointerEnter={() => setPointedAt(part)}
              onPointerLeave={() => setPointedAt(null)}
            >
              <figcaption className="jwt-decoded__head">
                {part === "header" ? "Protected header" : "Claims set"}
                <CopyButton
                  text={part === "header" ? signed.headerText : signed.claimsText}
                  label={part === "header" ? "Copy header" : "Copy payload"}
                />
              </figcaption>
              <pre>
                <Fold text={decoded[part]} limit={LONGEST_TEXT} what={part} />
              </pre>
              {part === "payload" && (
                <p className="jwt-decoded__note">{validityOf(readParts(signed.claimsText).parts)}</p>
              )}
            </figure>
          ))}
          <p className={`jwt-decoded jwt-decoded--signature ${lit === "signature" ? "jwt-decoded--lit" : ""}`}>
            <span className="jwt-decoded__head">Signature</span>
            <span className="jwt-decoded__note">RS256 over header and payload as encoded, 256 bytes</span>
          </p>
        </div>
      </div>
    </>
  );
}
