/** Turns a pasted JWT into a base token: takes it apart, guesses which of the three it is, and lets the person decide. */
import { RadioGroup } from "radix-ui";
import { useId, useMemo, useState } from "react";
import { type DecodedJwt, decodeJwt } from "../../jwt/decode-jwt.ts";
import { usePlaygroundStore } from "../../store/use-playground.ts";
import { guessTokenKind } from "../../workflow/guess-token-kind.ts";
import { isJsonObject, parseJson } from "../../workflow/json.ts";
import { TOKEN_NAMES, TOKENS, type TokenName } from "../../workflow/token.ts";
import { Button } from "../parts/Button.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { OpenDialog } from "../parts/OpenDialog.tsx";
import "./paste-jwt-dialog.css";

type PasteJwtDialogProps = {
  /** Called with the token that now stands as a base token. */
  readonly onUse: (token: TokenName) => void;
  readonly onClose: () => void;
};

export function PasteJwtDialog({ onUse, onClose }: PasteJwtDialogProps) {
  const store = usePlaygroundStore();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<TokenName | null>(null);
  const decoded = useMemo(() => (text.trim() === "" ? null : decodeJwt(text)), [text]);
  const claims = useMemo(() => (decoded?.kind === "ok" ? parseJson(decoded.claimsText) : null), [decoded]);
  const kind = chosen ?? guessTokenKind(claims);
  const id = useId();

  function use(jwt: Extract<DecodedJwt, { kind: "ok" }>): void {
    store.getState().setToken(kind, jwt.claimsText, true);
    onUse(kind);
    onClose();
  }

  return (
    <OpenDialog
      className="paste-jwt"
      title="Paste a JWT"
      description="Its claims become the base token. The token stays in this page: it is never stored, never put into a link and never sent anywhere. Its signature is not checked."
      onClose={onClose}
    >
      <textarea
        className="field paste-jwt__text"
        aria-label="JWT"
        aria-invalid={decoded?.kind === "invalid"}
        aria-describedby={`${id}-reading`}
        placeholder="eyJhbGciOiJSUzI1NiIs…"
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <p className="paste-jwt__reading" id={`${id}-reading`} aria-live="polite">
        {decoded?.kind === "invalid" && (
          <span className="paste-jwt__mistake">
            <VisibleText text={decoded.message} />
          </span>
        )}
        {decoded?.kind === "ok" && isJsonObject(claims) && (
          <>
            {countOf(Object.keys(claims).length)} read
            {decoded.hasSignature ? "." : " from a token without a signature."}
          </>
        )}
      </p>
      <div className="paste-jwt__kinds">
        <span id={`${id}-kinds`}>Use it as</span>
        <RadioGroup.Root
          className="token-choice"
          aria-labelledby={`${id}-kinds`}
          value={kind}
          onValueChange={(next) => setChosen(next as TokenName)}
          disabled={decoded?.kind !== "ok"}
        >
          {TOKEN_NAMES.map((name) => (
            <RadioGroup.Item
              key={name}
              className="token-choice__item"
              value={name}
              data-state={name === kind && decoded?.kind === "ok" ? "on" : "off"}
            >
              {TOKENS[name].label}
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
      </div>
      <div className="dialog__actions">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={decoded?.kind !== "ok"} onClick={() => decoded?.kind === "ok" && use(decoded)}>
          Use as base token
        </Button>
      </div>
    </OpenDialog>
  );
}

function countOf(claims: number): string {
  return claims === 1 ? "1 claim" : `${claims} claims`;
}
