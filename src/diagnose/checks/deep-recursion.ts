/** Deep recursion meets a limit here that production does not have. */
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
        if (file.text(at) !== token.text || file.text(at + 1) !== "(" || file.isAfterDot(at)) continue;
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
function bodyOf(file: FileView, index: number): { readonly start: number; readonly end: number } | null {
  if (file.text(index - 1) === "function") {
    const start = file.closeOf(index + 1) + 1;
    return { start, end: file.closeOf(start) };
  }
  if (file.text(index + 1) !== "=" || !/^(const|let|var)$/.test(file.text(index - 1))) return null;
  let at = index + 2;
  if (file.text(at) === "async") at++;
  if (file.text(at) !== "(" && file.text(at) !== "function") return null;
  const end = file.tokens.findIndex((token, later) => later > at && token.text === ";");
  return { start: at, end: end < 0 ? file.tokens.length : end };
}
