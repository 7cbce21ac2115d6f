/** The tokens as Kinde would issue them before the workflow runs: one JSON document each, from a seed, one's own hand or a pasted JWT. */
import { ToggleGroup } from "radix-ui";
import { lazy, Suspense, useMemo, useState } from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { seedToken } from "../../workflow/base-token.ts";
import { parseClaimsSet } from "../../workflow/claims-set.ts";
import { parseJsonText } from "../../workflow/json.ts";
import { TOKEN_NAMES, TOKENS, type TokenName } from "../../workflow/token.ts";
import { TRIGGERS, type Trigger } from "../../workflow/trigger.ts";
import { Button } from "../parts/Button.tsx";
import { JsonEditor, type TextMistake } from "./JsonEditor.tsx";
import { useReset } from "./reset.ts";
import { shownTrigger } from "./shown-trigger.ts";
import { expiredAt, withFreshTimes } from "./token-kind.ts";

const PasteJwtDialog = lazy(async () => ({ default: (await import("./PasteJwtDialog.tsx")).PasteJwtDialog }));

function findMistake(text: string): TextMistake | null {
  const reading = parseClaimsSet(text);
  return reading.kind === "invalid" ? reading : null;
}

/** The token to show: the one chosen for this trigger, else one that the trigger carries. */
function shownToken(
  trigger: Trigger,
  chosen: { trigger: Trigger; token: TokenName } | null,
  last: TokenName,
): TokenName {
  const carried = TRIGGERS[trigger].tokens;
  if (chosen?.trigger === trigger && chosen.token === last) return last;
  return carried.includes(last) ? last : (carried[0] ?? last);
}

export function TokensPart() {
  const store = usePlaygroundStore();
  const trigger = usePlayground((state) => shownTrigger(state.run));
  const last = usePlayground((state) => state.view.baseToken);
  const [chosen, setChosen] = useState<{ trigger: Trigger; token: TokenName } | null>(null);
  const [isPasting, setPasting] = useState(false);
  const token = shownToken(trigger, chosen, last);
  const carried = TRIGGERS[trigger].tokens;

  function choose(next: TokenName): void {
    setChosen({ trigger, token: next });
    store.getState().setView({ baseToken: next });
  }

  return (
    <div className="scenario-part">
      <div className="scenario-part__bar">
        <ToggleGroup.Root
          className="token-choice"
          type="single"
          value={token}
          onValueChange={(next) => next && choose(next as TokenName)}
          aria-label="Base token"
        >
          {TOKEN_NAMES.map((name) => (
            <ToggleGroup.Item
              key={name}
              className="token-choice__item"
              value={name}
              title={carried.includes(name) ? undefined : "Not carried by this trigger"}
            >
              {TOKENS[name].label.replace(" token", "")}
              <span className="only-read"> token</span>
              {!carried.includes(name) && (
                <span className="token-choice__mark">
                  {" "}
                  –<span className="only-read">not carried by this trigger</span>
                </span>
              )}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
        <TokenActions token={token} onPaste={() => setPasting(true)} />
      </div>
      {!carried.includes(token) && (
        <p className="scenario-part__note">
          Not carried by this trigger: a run of <code>{trigger}</code> does not look at it.
        </p>
      )}
      <TokenDocument key={token} token={token} />
      {isPasting && (
        <Suspense fallback={null}>
          <PasteJwtDialog onUse={choose} onClose={() => setPasting(false)} />
        </Suspense>
      )}
    </div>
  );
}

function TokenActions({ token, onPaste }: { readonly token: TokenName; readonly onPaste: () => void }) {
  const store = usePlaygroundStore();
  const reset = useReset();
  const { label } = TOKENS[token];
  const state = usePlayground(({ project, defaults }) => {
    const draft = project.tokens[token];
    if (draft?.imported) return "pasted";
    return draft?.text === defaults.tokens[token]?.text ? "default" : "edited";
  });

  return (
    <>
      {state === "edited" && <span className="scenario-part__badge">edited</span>}
      {state === "pasted" && (
        <span className="scenario-part__badge scenario-part__badge--private">pasted, not stored</span>
      )}
      <span className="scenario-part__end">
        <Button look="quiet" onClick={onPaste}>
          Paste a JWT…
        </Button>
        <Button
          look="quiet"
          disabled={state === "default"}
          aria-label={`Reset the ${label.replace(/^Access/, "access")}`}
          onClick={() =>
            reset(`The ${label.replace(/^Access/, "access")} was reset.`, () => {
              const { defaults, setToken } = store.getState();
              const draft = defaults.tokens[token];
              setToken(token, draft?.text ?? null, draft?.imported ?? false);
            })
          }
        >
          Reset
        </Button>
      </span>
    </>
  );
}

function TokenDocument({ token }: { readonly token: TokenName }) {
  const store = usePlaygroundStore();
  const draft = usePlayground((state) => state.project.tokens[token]);
  const nowMs = usePlayground((state) => (state.project.tokens[token] === undefined ? state.nowMs : 0));
  const seed = useMemo(() => seedToken(token, Math.floor(nowMs / 1_000)), [token, nowMs]);
  const text = draft?.text ?? seed;
  const expired = useMemo(() => expiryOf(text), [text]);

  function refresh(): void {
    const reading = parseJsonText(text);
    if (reading.kind === "invalid") return;
    const fresh = withFreshTimes(reading.value, Math.floor(Date.now() / 1_000), TOKENS[token].lifetimeSeconds);
    store.getState().setToken(token, JSON.stringify(fresh, null, 2), draft?.imported ?? false);
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
