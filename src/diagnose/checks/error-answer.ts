/** An answer with an error's status that is used as if the request had succeeded: the package's fetch does not throw. */
import { parseJson, isJsonObject } from "../../workflow/json.ts";
import { requestOf } from "../../workflow/request.ts";
import type { Effect } from "../../workflow/execution.ts";
import { type Check, type CheckInput, type Finding, fromPackage, tokenAt } from "../check.ts";
import type { FileView } from "../source.ts";

export const errorAnswer: Check = {
  id: "error-answer",
  *find(input): Generator<Finding> {
    const { effects, outcome } = input;
    if (outcome.kind !== "completed") return;
    for (const [index, effect] of effects.entries()) {
      const status = effect.kind === "call" ? failedStatusOf(effect) : null;
      if (status === null || !effects.some((later, at) => at > index && later.kind === "claim")) continue;
      const place = awaitedAt(input, effect);
      if (!place || isLookedAt(place.file, place.index)) continue;
      yield {
        at: place.file.tokens[place.index],
        severity: "warning",
        message: `This request was answered with ${status}, and fetch does not throw: data holds the body of that answer.`,
        advice: "Check what data holds before it is used, and throw or set a default where it is not there.",
        rule: fromPackage("The package’s fetch gives { data } back whatever the status is, and does not pass it on."),
      };
    }
  },
};

/** The status of an answer of 400 and more. */
function failedStatusOf(effect: Extract<Effect, { kind: "call" }>): number | null {
  if (!requestOf(effect) || !effect.answer || !("text" in effect.answer)) return null;
  const answer = parseJson(effect.answer.text);
  const status = isJsonObject(answer) ? answer["status"] : null;
  return typeof status === "number" && status >= 400 ? status : null;
}

/** The call of the package’s fetch that made the request, where it is awaited on that line. */
function awaitedAt(input: CheckInput, { position }: Effect) {
  const line = position && tokenAt(input, { ...position, column: 1 });
  if (!line) return null;
  const { file } = line;
  const found: number[] = [];
  for (let at = line.index; file.tokens[at]?.line === position.line; at++) {
    if (/^(fetch|secureFetch)$/.test(file.exportAt(at) ?? "") && file.text(at + 1) === "(") found.push(at);
  }
  const [index] = found;
  return index !== undefined && found.length === 1 && file.text(index - 1) === "await" ? { file, index } : null;
}

/** Whether the author reckons with an answer of another kind: asks before use, or gives a default. */
function isLookedAt(file: FileView, call: number): boolean {
  const close = file.closeOf(call + 1);
  const before = call - 2;
  if (file.text(before) === "(" && file.text(close + 1) === ")") return isGuarded(file, before, close + 1);
  if (file.text(before) !== "=") return true;
  const end = before - 1;
  const names = file.text(end) === "}" ? range(file.openOf(end) + 1, end) : [end];
  if (names.some((at) => file.text(at) === "=")) return true;
  const declared = names.filter((at) => file.tokens[at]?.kind === "name" && file.declarationOf(at) >= 0);
  const uses = declared.flatMap((at) => file.usesOf(at)).filter((use) => use > close);
  return uses.length === 0 || uses.some((use) => isGuarded(file, use, file.endOfName(use)));
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, at) => start + at);

/** Whether a value is asked for, read with `?.`, or given a default, and not only taken. */
function isGuarded(file: FileView, start: number, end: number): boolean {
  const before = file.text(start - 1);
  if (before === "!" || before === "typeof" || before === ",") return true;
  if (before === "(" && /^(if|while|switch|isArray)$/.test(file.text(start - 2))) return true;
  let at = end + 1;
  while (/^[.[(]$/.test(file.text(at))) at = file.text(at) === "." ? at + 2 : file.closeOf(at) + 1;
  return /^(\?\.|\?\??|\|\||&&|[!=]==?|[<>]=?|instanceof|in)$/.test(file.text(at)) || file.text(end + 1) === ",";
}
