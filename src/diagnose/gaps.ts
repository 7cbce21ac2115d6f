/** What the scenario lacks for a run: requests without a mock, and unset variables that ended it. */
import type { Effect } from "../workflow/execution.ts";
import type { Gap } from "../workflow/gap.ts";
import { requestOf } from "../workflow/request.ts";
import { type CheckInput, tokenAt } from "./check.ts";
import type { FileView } from "./source.ts";
import { unsetVariablesBehind } from "./unset-variables.ts";

/** In the order of the run, each once. */
export function gapsOf(input: Pick<CheckInput, "files" | "effects" | "outcome">): readonly Gap[] {
  const { outcome, effects, files } = input;
  const error = outcome.kind === "failed" && outcome.phase === "execute" ? outcome.error : null;
  const isCaught = error?.position !== undefined && isInCatch(files, error.position);
  const mocks = new Map<string, Gap>();
  for (const effect of effects) {
    const missing = missingMock(effect);
    if (missing === null) continue;
    const { method, url, text, near, position } = missing;
    const endsRun = error !== null && (isCaught || error.message.includes(text));
    const key = `${method} ${url}`;
    mocks.set(key, {
      kind: "mock",
      method,
      url,
      ...(near === undefined ? {} : { near }),
      endsRun: endsRun || mocks.get(key)?.endsRun === true,
      ...(position ? { position } : {}),
    });
  }
  const variables = unsetVariablesBehind(input).map(
    (variable): Gap => ({ kind: "variable", endsRun: true, ...variable }),
  );
  return [...mocks.values(), ...variables];
}

function missingMock(effect: Effect) {
  if (effect.kind !== "call" || effect.answer === undefined || !("error" in effect.answer)) return null;
  const request = effect.answer.isMissing ? requestOf(effect) : null;
  const { error: text, near } = effect.answer;
  return request && { ...request, text, near, position: effect.position };
}

/** Whether a place stands in a `catch`: what is thrown there follows from what was caught. */
function isInCatch(files: readonly FileView[], position: NonNullable<Effect["position"]>): boolean {
  const place = tokenAt({ files }, position);
  if (place === null) return false;
  const { file } = place;
  for (let at = place.index; at > 0; at--) {
    const text = file.text(at);
    if (/^[)\]}]$/.test(text) && at !== place.index) at = Math.max(file.openOf(at), 0);
    else if (text === "{") {
      const before = file.text(at - 1) === ")" ? file.openOf(at - 1) - 1 : at - 1;
      if (file.text(before) === "catch") return true;
    }
  }
  return false;
}
