/** What undoing a reset restores: all but pasted tokens, for who resets one wants to be rid of it. */
import type { Scenarios } from "../../workflow/project.ts";
import type { Scenario } from "../../workflow/scenario.ts";
import { TOKEN_NAMES } from "../../workflow/token.ts";

type UndoOfReset = {
  /** Null where there is nothing to restore. */
  readonly before: Scenarios | null;
  /** Whether a pasted token went for good. */
  readonly losesPasted: boolean;
};

export function undoOfReset([first, ...more]: Scenarios, after: Scenarios): UndoOfReset {
  let losesPasted = false;

  function withoutPasted(scenario: Scenario): Scenario {
    const now = after.find(({ name }) => name === scenario.name)?.tokens ?? {};
    const gone = TOKEN_NAMES.filter((token) => scenario.tokens[token]?.imported && !now[token]?.imported);
    if (gone.length === 0) return scenario;
    losesPasted = true;
    const drafts = TOKEN_NAMES.flatMap((token) => {
      const draft = (gone.includes(token) ? now : scenario.tokens)[token];
      return draft ? [[token, draft] as const] : [];
    });
    return { ...scenario, tokens: Object.fromEntries(drafts) };
  }

  const before: Scenarios = [withoutPasted(first), ...more.map(withoutPasted)];
  return { before: isSame(before, after) ? null : before, losesPasted };
}

function isSame(before: Scenarios, after: Scenarios): boolean {
  const textOf = ({ tokens, ...others }: Scenario) =>
    JSON.stringify([TOKEN_NAMES.map((token) => tokens[token] ?? null), Object.entries(others).sort()]);
  return before.length === after.length && before.every((one, at) => textOf(one) === textOf(after[at] ?? one));
}
