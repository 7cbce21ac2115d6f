/** A failure in the engine's own words, which name neither what failed nor what to do: explained at its line. */
import { type Check, type Finding, recorded, tokenAt } from "../check.ts";
import { ENGINE_MESSAGES, type Place } from "../engine-messages.ts";
import { unsetVariablesBehind } from "../unset-variables.ts";
import { globalFetch } from "./global-fetch.ts";
import { missingGlobal } from "./missing-global.ts";
import { missingImport } from "./missing-import.ts";
import { relativeUrl } from "./relative-url.ts";
import { topLevelBinding } from "./top-level-binding.ts";

/** Speak of the same failure in better words. */
const OTHERS: readonly Check[] = [globalFetch, missingGlobal, missingImport, relativeUrl, topLevelBinding];

export const engineFailure: Check = {
  id: "engine-failure",
  *find(input): Generator<Finding> {
    const { outcome } = input;
    if (outcome.kind !== "failed" || outcome.phase === "compile" || !outcome.error.position) return;
    const { productionText, position } = outcome.error;
    const [text = ""] = productionText.split("\n");
    const row = ENGINE_MESSAGES.find((one) => one.text.test(text));
    const match = row?.text.exec(text);
    const line = tokenAt(input, { ...position, column: 1 });
    if (!row || !match || !line || unsetVariablesBehind(input).length > 0) return;
    const { file } = line;
    const index = tokenAt(input, position)?.index;
    const place = { file, lineStart: line.index, index };
    if (isOfAuthor(place) !== text.startsWith("[object")) return;
    if (isToldBetter(input, position)) return;
    yield {
      at: position,
      severity: "error",
      ...row.words(place, match),
      rule: recorded(`Production’s log tells “${text.slice(0, 100)}”.`),
    };
  },
};

function isToldBetter(input: Parameters<Check["find"]>[0], { file, line }: { file: string; line: number }): boolean {
  return OTHERS.some(({ find }) =>
    [...find(input)].some(({ at }) => at !== undefined && at.file === file && at.line === line),
  );
}

/** Whether the author's own code throws, with words of its own. */
function isOfAuthor({ file, lineStart, index }: Place): boolean {
  const at = index ?? lineStart;
  if ([at, at - 1, at - 2].some((one) => file.text(one) === "throw")) return true;
  return [at, at - 1].some((one) => file.text(one) === "new" && file.text(one + 1).endsWith("Error"));
}
