/** Compares the token on show with a pasted one: what differs claim by claim, and what that most likely comes from. The pasted token lives in this dialog alone. */
import { useId, useMemo, useRef, useState } from "react";
import { baseOfIssued } from "../../../claims/base-of-issued.ts";
import { compareTokens } from "../../../claims/compare-tokens.ts";
import { comparisonReport, NO_DIFFERENCE } from "../../../claims/comparison-report.ts";
import { encodeClaimsSet } from "../../../claims/encode-claims-set.ts";
import { type DecodedJwt, decodeJwt } from "../../../jwt/decode-jwt.ts";
import { usePlayground, usePlaygroundStore } from "../../../store/use-playground.ts";
import { readParts } from "../../../workflow/exact-json.ts";
import { guessTokenKind } from "../../../workflow/guess-token-kind.ts";
import { indentJson } from "../../../workflow/indent-json.ts";
import { parseJson } from "../../../workflow/json.ts";
import type { RunResult } from "../../../workflow/run-result.ts";
import { TOKENS, type TokenName } from "../../../workflow/token.ts";
import { Button } from "../../parts/Button.tsx";
import { CopyButton } from "../../parts/CopyButton.tsx";
import { OpenDialog } from "../../parts/OpenDialog.tsx";
import { PasteField } from "../../parts/PasteField.tsx";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { ComparisonList } from "./ComparisonList.tsx";
import "./compare.css";

type CompareDialogProps = { readonly name: TokenName; readonly onClose: () => void };

export function CompareDialog({ name, onClose }: CompareDialogProps) {
  const store = usePlaygroundStore();
  const result = usePlayground((state) => state.run.latest);
  const [text, setText] = useState("");
  const decoded = useMemo(() => (text.trim() === "" ? null : decodeJwt(text)), [text]);
  const compared = useMemo(
    () => (decoded?.kind === "ok" && result ? comparisonOf(decoded, name, result) : null),
    [decoded, name, result],
  );
  const cause = useRef<HTMLDivElement>(null);
  const id = useId();
  const label = TOKENS[name].label.replace(/^Access/, "access");

  function useAsBase(): void {
    if (compared === null) return;
    const { setToken, view, runNow } = store.getState();
    setToken(name, indentJson(encodeClaimsSet(compared.base)), true);
    if (!view.autoRun) runNow();
    // The button goes with what it offered.
    cause.current?.focus();
  }

  return (
    <OpenDialog
      className="compare"
      title="Compare with a real token"
      description={`Paste an ${label} that Kinde issued for this workflow’s application. It stays in this page: it is never stored, never put into a link and never sent anywhere. Its signature is not checked.`}
      onClose={onClose}
    >
      <PasteField
        label="JWT that Kinde issued"
        placeholder="eyJhbGciOiJSUzI1NiIs…"
        rows={4}
        value={text}
        isInvalid={decoded?.kind === "invalid"}
        describedBy={`${id}-reading`}
        onText={setText}
      />
      <div id={`${id}-reading`} aria-live="polite">
        {decoded?.kind === "invalid" && (
          <p className="compare__mistake">
            <VisibleText text={decoded.message} />
          </p>
        )}
        {compared && (
          <div className="compare__cause" ref={cause} tabIndex={-1}>
            {compared.comparison.cause && <p className="muted">Most likely</p>}
            <p>{compared.comparison.cause?.sentence ?? NO_DIFFERENCE}</p>
            {compared.comparison.cause && <p className="muted">{compared.comparison.cause.advice}</p>}
          </div>
        )}
      </div>
      {compared && (
        <>
          <div className="compare__actions">
            {compared.comparison.cause?.offersBase && (
              <Button look="primary" onClick={useAsBase}>
                Use it as the base token
              </Button>
            )}
            <CopyButton
              text={comparisonReport(name, compared.comparison)}
              label="Copy the report without values"
              showLabel
            />
          </div>
          <ComparisonList claims={compared.comparison.claims} />
        </>
      )}
    </OpenDialog>
  );
}

function comparisonOf(decoded: Extract<DecodedJwt, { kind: "ok" }>, name: TokenName, result: RunResult) {
  const token = result.tokens.find((one) => one.name === name);
  if (token === undefined) return null;
  const issued = readParts(decoded.claimsText).parts;
  const comparison = compareTokens({
    token: name,
    issuedKind: guessTokenKind(parseJson(decoded.claimsText)),
    changes: token.changes,
    isIssuedHere: token.issuedText !== null,
    issued,
    failurePolicy: result.settings.failurePolicy,
    nowSeconds: Math.floor(Date.now() / 1_000),
  });
  return { comparison, base: baseOfIssued(issued, token.changes) };
}
