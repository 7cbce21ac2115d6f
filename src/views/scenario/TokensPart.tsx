/** The tokens as Kinde would issue them before the workflow runs: one JSON document each, from a seed, one's own hand or a pasted JWT. */
import { ToggleGroup } from "radix-ui";
import { useState } from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { TOKEN_NAMES, TOKENS, type TokenName } from "../../workflow/token.ts";
import { TRIGGERS, type Trigger } from "../../workflow/trigger.ts";
import { lazyPart } from "../parts/lazy-part.tsx";
import { shownTrigger } from "./shown-trigger.ts";
import { TokenActions } from "./TokenActions.tsx";
import { TokenDocument } from "./TokenDocument.tsx";

const PasteJwtDialog = lazyPart(async () => (await import("./PasteJwtDialog.tsx")).PasteJwtDialog);

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
      <p className="scenario-part__note">
        What Kinde would issue without the workflow: its writes are laid over these claims.
      </p>
      {!carried.includes(token) && (
        <p className="scenario-part__note">
          Not carried by this trigger: a run of <code>{trigger}</code> does not look at it.
        </p>
      )}
      <TokenDocument key={token} token={token} />
      {isPasting && <PasteJwtDialog onUse={choose} onClose={() => setPasting(false)} />}
    </div>
  );
}
