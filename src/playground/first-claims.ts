/** The changed claims of the first result as rows, in the looks of the claims list that takes their place. */
import { CLAIM_STATES, isRejected, spokenName } from "../views/result/claims/claim-states.ts";
import { foldText } from "../views/parts/fold-text.ts";
import type { ClaimChange } from "../workflow/claim.ts";
import { element } from "./element.ts";
import { visible } from "./first-visible.ts";

const MOST_ROWS = 100;
const LONGEST_VALUE = 64;

export function claimRows(changes: readonly ClaimChange[]): HTMLElement {
  const listed = changes.filter((change) => change.state !== "unchanged");
  const unchanged = changes.length - listed.length;
  const list = element("ul", "claims__list", ...listed.slice(0, MOST_ROWS).map(claimRow));
  if (unchanged > 0) {
    const sign = element("span", "claims-row__sign", "=");
    const line = `${unchanged.toLocaleString("en")} unchanged claim${unchanged === 1 ? "" : "s"} · show`;
    list.append(element("li", "claims__fold", element("button", "", sign, line)));
  }
  return list;
}

function claimRow(change: ClaimChange): HTMLElement {
  const { sign, word, tone } = CLAIM_STATES[change.state];
  return element(
    "li",
    `claims-row claims-row--${tone ?? "plain"}`,
    element("span", "claims-row__sign", sign),
    element("span", "claims-row__name", ...visible(spokenName(change.name))),
    element("span", "claims-row__word", word),
    element("span", "claims-row__outcome", ...outcome(change)),
  );
}

function outcome({ state, before, after, attempted }: ClaimChange): readonly Node[] {
  if (isRejected(state)) {
    return [
      element("span", "claims-row__note", "tried"),
      ...(attempted ? [value("tried", attempted.text)] : []),
      element("span", "claims-row__note", after === undefined ? "not in the token" : "stays"),
      ...(after === undefined ? [] : [value("before", after)]),
    ];
  }
  if (before === undefined || after === undefined || before === after) {
    return [value(after === undefined ? "before" : "after", after ?? before ?? "")];
  }
  return [value("before", before), element("span", "claims-row__becomes", "→"), value("after", after)];
}

function value(look: "before" | "after" | "tried", text: string): HTMLElement {
  const folded = foldText(text, LONGEST_VALUE);
  const pieces =
    folded === null
      ? visible(text)
      : [...visible(folded.head), element("span", "copy-value__gap", " … "), ...visible(folded.tail)];
  return element("span", `copy-value copy-value--${look}`, element("span", "copy-value__text", ...pieces));
}
