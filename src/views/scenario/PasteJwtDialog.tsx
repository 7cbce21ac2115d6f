/** Turns pasted tokens into base tokens: a JWT, the answer of a token endpoint or a claims set; guesses which of the three a single one is, and lets the person decide. */
import { RadioGroup } from "radix-ui";
import { useId, useMemo, useState } from "react";
import { type Pasted, readPasted } from "../../jwt/read-pasted.ts";
import { usePlaygroundStore } from "../../store/use-playground.ts";
import { guessTokenKind } from "../../workflow/guess-token-kind.ts";
import { isJsonObject, parseJson } from "../../workflow/json.ts";
import { TOKEN_NAMES, TOKENS, type TokenName } from "../../workflow/token.ts";
import { Button } from "../parts/Button.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { OpenDialog } from "../parts/OpenDialog.tsx";
import { PasteField } from "../parts/PasteField.tsx";
import "./paste-jwt-dialog.css";

type PasteJwtDialogProps = {
  /** Called with the token that now stands as a base token. */
  readonly onUse: (token: TokenName) => void;
  readonly onClose: () => void;
};

type Candidate = { readonly kind: TokenName; readonly claimsText: string };

export function PasteJwtDialog({ onUse, onClose }: PasteJwtDialogProps) {
  const store = usePlaygroundStore();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<TokenName | null>(null);
  const pasted = useMemo(() => (text.trim() === "" ? null : readPasted(text)), [text]);
  const candidates = useMemo(() => (pasted === null ? [] : candidatesOf(pasted)), [pasted]);
  const [first] = candidates;
  const isSingle = candidates.length === 1;
  const kind = chosen ?? first?.kind ?? "accessToken";
  const id = useId();

  function use(): void {
    for (const candidate of candidates) {
      store.getState().setToken(isSingle ? kind : candidate.kind, candidate.claimsText, true);
    }
    onUse(isSingle || first === undefined ? kind : first.kind);
    onClose();
  }

  return (
    <OpenDialog
      className="paste-jwt"
      title="Paste a JWT"
      description="Or the answer of a token endpoint, or a claims set as JSON. Its claims become the base token. What you paste stays in this page: it is never stored, never put into a link and never sent anywhere. No signature is checked."
      onClose={onClose}
    >
      <PasteField
        label="JWT"
        placeholder={'eyJhbGciOiJSUzI1NiIs…   or   {"access_token": "eyJ…", "id_token": "eyJ…"}'}
        rows={6}
        value={text}
        isInvalid={pasted?.kind === "invalid"}
        describedBy={`${id}-reading`}
        onText={setText}
      />
      <p className="paste-jwt__reading" id={`${id}-reading`} aria-live="polite">
        {pasted?.kind === "invalid" ? (
          <span className="paste-jwt__mistake">
            <VisibleText text={pasted.message} />
          </span>
        ) : (
          pasted !== null && wordsFor(pasted, candidates)
        )}
      </p>
      {candidates.length < 2 && (
        <div className="paste-jwt__kinds">
          <span id={`${id}-kinds`}>Use it as</span>
          <RadioGroup.Root
            className="token-choice"
            aria-labelledby={`${id}-kinds`}
            value={kind}
            onValueChange={(next) => setChosen(next as TokenName)}
            disabled={!isSingle}
          >
            {TOKEN_NAMES.map((name) => (
              <RadioGroup.Item
                key={name}
                className="token-choice__item"
                value={name}
                data-state={name === kind && isSingle ? "on" : "off"}
              >
                {TOKENS[name].label}
              </RadioGroup.Item>
            ))}
          </RadioGroup.Root>
        </div>
      )}
      <div className="dialog__actions">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={candidates.length === 0} onClick={use}>
          {candidates.length > 1 ? "Use both as base tokens" : "Use as base token"}
        </Button>
      </div>
    </OpenDialog>
  );
}

function candidatesOf(pasted: Pasted): readonly Candidate[] {
  if (pasted.kind === "invalid") return [];
  if (pasted.kind === "claims") {
    return [{ kind: guessTokenKind(parseJson(pasted.claimsText)), claimsText: pasted.claimsText }];
  }
  return pasted.tokens.map(({ field, claimsText }) => {
    const guessed = guessTokenKind(parseJson(claimsText));
    const kind =
      field === null ? guessed : field === "id_token" ? "idToken" : guessed === "m2mToken" ? guessed : "accessToken";
    return { kind, claimsText };
  });
}

/** What was found in the text. */
function wordsFor(pasted: Exclude<Pasted, { kind: "invalid" }>, candidates: readonly Candidate[]): string {
  const found = candidates.map(({ kind, claimsText }) => ({ kind, claims: countOf(claimsText) }));
  if (pasted.kind === "claims") return `${found[0]?.claims} read from a claims set.`;
  const [token] = pasted.tokens;
  if (token?.field === null) {
    return `${found[0]?.claims} read${token.hasSignature ? "." : " from a token without a signature."}`;
  }
  return `Read from the answer: ${found.map(({ kind, claims }) => `${TOKENS[kind].label}, ${claims}`).join("; ")}.`;
}

function countOf(claimsText: string): string {
  const claims = parseJson(claimsText);
  const count = isJsonObject(claims) ? Object.keys(claims).length : 0;
  return count === 1 ? "1 claim" : `${count} claims`;
}
