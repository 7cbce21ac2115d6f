/** One base token as an editable JSON document, with a word when its time is over. */
import { useMemo } from "react";
import { activeScenario } from "../../store/active-scenario.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { seedToken } from "../../workflow/base-token.ts";
import { parseClaimsSet } from "../../workflow/claims-set.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import { TOKENS, type TokenName } from "../../workflow/token.ts";
import { Button } from "../parts/Button.tsx";
import { claimsText } from "../result/json/claims-text.ts";
import { JsonEditor, type TextMistake } from "./JsonEditor.tsx";
import { expiredAt, withFreshTimes } from "./token-kind.ts";

function findMistake(text: string): TextMistake | null {
  const reading = parseClaimsSet(text);
  return reading.kind === "invalid" ? reading : null;
}

export function TokenDocument({ token }: { readonly token: TokenName }) {
  const store = usePlaygroundStore();
  const draft = usePlayground((state) => activeScenario(state).tokens[token]);
  const nowMs = usePlayground((state) => (activeScenario(state).tokens[token] === undefined ? state.nowMs : 0));
  const seed = useMemo(() => seedToken(token, Math.floor(nowMs / 1_000)), [token, nowMs]);
  const text = draft?.text ?? seed;
  const expired = useMemo(() => expiryOf(text), [text]);

  function refresh(): void {
    const reading = parseClaimsSet(text);
    if (reading.kind === "invalid") return;
    const fresh = withFreshTimes(reading.claims, Math.floor(Date.now() / 1_000), TOKENS[token].lifetimeSeconds);
    store.getState().setToken(token, claimsText(fresh), draft?.imported ?? false);
  }

  return (
    <>
      {expired !== null && (
        <p className="scenario-part__note">
          Expired {expired}.{" "}
          <Button look="quiet" onClick={refresh}>
            Issue it now
            <span className="only-read"> (moves iat and exp)</span>
          </Button>
        </p>
      )}
      <JsonEditor
        // The field's own undo must not bring a pasted token back as if it had been typed.
        key={`${draft?.imported ?? false}`}
        label={`${TOKENS[token].label}, base claims as JSON`}
        text={text}
        check={findMistake}
        onText={(next) => store.getState().setToken(token, next, draft?.imported ?? false)}
      />
    </>
  );
}

function expiryOf(text: string): string | null {
  const reading = parseJsonText(text);
  const at = reading.kind === "ok" ? expiredAt(reading.value, Date.now() / 1_000) : null;
  if (at === null) return null;
  const date = new Date(at * 1_000);
  return Number.isNaN(date.getTime()) ? "long ago" : `on ${date.toISOString().slice(0, 16).replace("T", " at ")} UTC`;
}
