/** Takes the values of secret variables out of everything that a run shows, as Kinde redacts them in its logs (documented). */
import type { Effect, GuestValue, Outcome } from "./execution.ts";
import type { RunResult } from "./run-result.ts";
import { createSecretFinder } from "./secret-finder.ts";

export const REDACTED = "•••";

export type Redactor = {
  /** Claims keep what was written: they are what the workflow is for. */
  effect(effect: Effect): Effect;
  outcome(outcome: RunResult["outcome"]): RunResult["outcome"];
  /** Whether JSON text holds a secret. */
  isIn(json: string): boolean;
};

/** @param secrets values of secret variables; empty ones are none. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const placesIn = createSecretFinder(secrets);

  function plain(text: string): string {
    let shown = "";
    let at = 0;
    for (const { start, end } of placesIn(text)) {
      shown += text.slice(at, start) + REDACTED;
      at = end;
    }
    return at === 0 ? text : shown + text.slice(at);
  }

  /** Text by text and number by number, so that what stands between them stays as it is. */
  function json(text: string): string {
    return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][-+.0-9eE]*/g, (token) => {
      if (!token.startsWith('"')) return plain(token) === REDACTED ? `"${REDACTED}"` : token;
      const before = JSON.parse(token) as string;
      const after = plain(before);
      return after === before ? token : JSON.stringify(after);
    });
  }

  const value = ({ text, problem }: GuestValue): GuestValue => ({
    text: json(text),
    problem: problem && { ...problem, path: plain(problem.path) },
  });

  function answer(call: Extract<Effect, { kind: "call" }>): Pick<typeof call, "answer"> {
    if (call.answer === undefined) return {};
    if ("error" in call.answer) {
      const { near } = call.answer;
      const shown = { ...call.answer, error: plain(call.answer.error) };
      return { answer: near === undefined ? shown : { ...shown, near: plain(near) } };
    }
    return { answer: { ...call.answer, text: json(call.answer.text) } };
  }

  function ended(outcome: Outcome): Outcome {
    if (outcome.kind === "completed")
      return outcome.returned ? { ...outcome, returned: value(outcome.returned) } : outcome;
    const { error } = outcome;
    return {
      ...outcome,
      error: {
        ...error,
        name: plain(error.name),
        message: plain(error.message),
        productionText: plain(error.productionText),
        ...(error.advice === undefined ? {} : { advice: plain(error.advice) }),
        frames: error.frames.map((frame) => ({ ...frame, functionName: plain(frame.functionName) })),
      },
    };
  }

  return {
    effect(effect) {
      if (effect.kind === "claim") return effect;
      if (effect.kind === "log") return { ...effect, args: effect.args.map(value) };
      return { ...effect, args: effect.args.map(value), ...answer(effect) };
    },
    outcome: (outcome) =>
      outcome.kind === "unready"
        ? { ...outcome, problems: outcome.problems.map((one) => ({ ...one, message: plain(one.message) })) }
        : ended(outcome),
    isIn: (text) => json(text) !== text,
  };
}

/** Whether JSON text holds the value of a secret variable. */
export function secretsIn(
  env: readonly { readonly value: string; readonly isSecret: boolean }[],
): (json: string) => boolean {
  const secrets = env.filter(({ isSecret, value }) => isSecret && value !== "").map(({ value }) => value);
  return secrets.length === 0 ? () => false : createRedactor(secrets).isIn;
}
