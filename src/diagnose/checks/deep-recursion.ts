/** Deep recursion, and values that are nested deep, meet limits here that production does not have. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";
import type { FileView } from "../source.ts";

export const deepRecursion: Check = {
  id: "deep-recursion",
  *find(input) {
    const { outcome } = input;
    const isSuspect =
      outcome.kind === "interrupted" ||
      (outcome.kind === "failed" && outcome.phase === "execute" && /stack|recursion/i.test(outcome.error.message));
    if (!isSuspect) return;
    yield* eachToken(input, (file, index, token): Finding | null => {
      const body = token.kind === "name" ? bodyOf(file, index) : null;
      if (!body) return null;
      for (let at = body.start; at < body.end; at++) {
        if (file.text(at) !== token.text || file.text(at + 1) !== "(") continue;
        if (file.isAfterDot(at) !== body.isMethod) continue;
        return {
          at: token,
          severity: "warning",
          message: `${token.text} calls itself. Production’s engine has no limit on depth: it goes on until it is done or its time is up.`,
          advice: "Write a loop, or bound the depth.",
          rule: recorded("50,000 nested calls succeed; endless recursion ends by the time limit and cannot be caught."),
        };
      }
      return null;
    });
  },
};

/** The tokens of a function declared under this name. */
function bodyOf(
  file: FileView,
  index: number,
): { readonly start: number; readonly end: number; readonly isMethod: boolean } | null {
  const before = file.text(index - 1);
  if (file.text(index + 1) === "(") {
    const isMethod = before !== "function" && before !== "*";
    const start = file.closeOf(index + 1) + 1;
    return file.text(start) === "{" && (!isMethod || !file.isAfterDot(index))
      ? {
          start,
          end: file.closeOf(start),
          isMethod: isMethod || (file.text(index - 2) !== "function" && before === "*"),
        }
      : null;
  }
  if (file.text(index + 1) !== "=" || !/^(const|let|var)$/.test(file.text(index - 1))) return null;
  let at = index + 2;
  if (file.text(at) === "async") at++;
  if (file.text(at) !== "(" && file.text(at) !== "function") return null;
  const end = file.tokens.findIndex((token, later) => later > at && token.text === ";");
  return { start: at, end: end < 0 ? file.tokens.length : end, isMethod: false };
}

/** A variable that is put into a list or an object that becomes its next value: nested one deeper at each step. */
export const deepNesting: Check = {
  id: "deep-nesting",
  *find(input) {
    const isTooDeep = input.effects.some(
      (effect) => effect.kind === "claim" && effect.value.problem?.reason.startsWith("more than ") === true,
    );
    const isStopped = input.outcome.kind === "interrupted" && input.outcome.limit === "stack";
    if (!isTooDeep && !isStopped) return;
    yield* eachToken(input, (file, index, token): Finding | null => {
      const open = index + 2;
      if (token.kind !== "name" || file.text(index + 1) !== "=" || !/^[[{]$/.test(file.text(open))) return null;
      const isWrapped = file.usesOf(index).some((use) => use > open && use < file.closeOf(open));
      return isWrapped
        ? {
            at: token,
            severity: "warning",
            message: `${token.text} is nested one level deeper at each step, deeper than the playground can follow. Production takes some hundred levels more.`,
            advice: "Keep a flat list, and join it when it is needed.",
            rule: recorded("Values nested several hundred deep are written and turned into text."),
          }
        : null;
    });
  },
};
