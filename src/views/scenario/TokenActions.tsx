/** What can be done with the base token on show: paste one over it, give it another form, or reset it; with a badge that says where it stands. */
import { activeScenario } from "../../store/active-scenario.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { TOKENS, type TokenName } from "../../workflow/token.ts";
import { Button } from "../parts/Button.tsx";
import { useReset } from "./reset.ts";
import { TOKEN_VARIANTS, tokenWith } from "./token-variants.ts";
import { VariantMenu } from "./VariantMenu.tsx";

export function TokenActions({ token, onPaste }: { readonly token: TokenName; readonly onPaste: () => void }) {
  const store = usePlaygroundStore();
  const reset = useReset();
  const label = TOKENS[token].label.replace(/^Access/, "access");
  const state = usePlayground((state) => {
    const draft = activeScenario(state).tokens[token];
    if (draft?.imported) return "pasted";
    return draft?.text === state.defaults.tokens[token]?.text ? "default" : "edited";
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
        <VariantMenu
          of={`the ${label}`}
          variants={TOKEN_VARIANTS[token]}
          onUse={(variant) =>
            reset(`The ${label} is now: ${variant.title}.`, () => {
              const state = store.getState();
              const { nowMs, setToken } = state;
              const draft = activeScenario(state).tokens[token];
              const nowSeconds = Math.floor(nowMs / 1_000);
              setToken(token, tokenWith(variant, token, draft?.text ?? "", nowSeconds), draft?.imported ?? false);
            })
          }
        />
        <Button
          look="quiet"
          disabled={state === "default"}
          aria-label={`Reset the ${label}`}
          onClick={() =>
            reset(`The ${label} was reset.`, () => {
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
