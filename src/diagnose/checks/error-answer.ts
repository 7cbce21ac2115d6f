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
      if (!place || fateOfAnswer(place.file, place.index) !== "claimed") continue;
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

/** What becomes of a value: it is written to a claim as it is, only logged, or else looked at or handed on. */
type Fate = "claimed" | "logged" | "other";

/** How many variables are followed from one to the next. */
const MAX_STEPS = 5;

function fateOfAnswer(file: FileView, call: number): Fate {
  const close = file.closeOf(call + 1);
  const isInBrackets = file.text(call - 2) === "(" && file.text(close + 1) === ")";
  return fateOf(file, isInBrackets ? call - 2 : call - 1, isInBrackets ? close + 1 : close, MAX_STEPS);
}

/** Of the value between two tokens, with all that is read of it. */
function fateOf(file: FileView, start: number, end: number, steps: number): Fate {
  let after = end + 1;
  while (/^[.[(]$/.test(file.text(after))) after = file.text(after) === "." ? after + 2 : file.closeOf(after) + 1;
  const isLast = /^[;,)\]}]?$/.test(file.text(after)) || file.tokens[after]?.line !== file.tokens[after - 1]?.line;
  if (!isLast || steps === 0) return "other";
  const open = bracketAround(file, start);
  if (file.text(open) === "(") return file.is(open - 3, "console", ".") ? "logged" : "other";
  const whole = /^[[{]$/.test(file.text(open)) && file.text(open - 1) === "=" ? open : start;
  if (file.text(whole - 1) !== "=") return "other";
  const target = whole - 2;
  const owner = file.text(target) === "]" ? file.openOf(target) - 1 : target - 2;
  if ((file.text(target) === "]" || file.isAfterDot(target)) && file.claimsAt(owner)) return "claimed";
  return whole === start ? fateOfVariables(file, target, steps - 1) : "other";
}

/** The bracket in which an argument, an element or a member's value stands. */
function bracketAround(file: FileView, start: number): number {
  let at = start - 1;
  while (at > 0 && !/^[([{;=]$|^=>$/.test(file.text(at)))
    at = /^[)\]}]$/.test(file.text(at)) ? file.openOf(at) - 1 : at - 1;
  return at;
}

/** Of a variable, or of those that a pattern without defaults takes out. */
function fateOfVariables(file: FileView, target: number, steps: number): Fate {
  const open = file.text(target) === "}" ? file.openOf(target) : target - 1;
  const names: number[] = [];
  for (let at = open + 1; at <= target; at++) {
    if (file.text(at) === "=") return "other";
    if (file.tokens[at]?.kind === "name" && file.declarationOf(at) >= 0) names.push(at);
  }
  const uses = names
    .flatMap((name) => file.usesOf(name).filter((use) => use > target))
    .map((use) => fateOf(file, use, file.endOfName(use), steps));
  if (uses.length === 0 || uses.includes("other")) return "other";
  return uses.includes("claimed") ? "claimed" : "logged";
}
