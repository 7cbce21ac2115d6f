/** Takes the values of secret variables out of everything that a run shows, as Kinde redacts them in its logs (documented). */
import type { Effect, GuestValue, Outcome } from "./execution.ts";
import type { RunResult } from "./run-result.ts";

export const REDACTED = "•••";

/** A shorter value stands in too many ordinary words; it is redacted only where it is a whole text. */
const LEAST_PART_CHARACTERS = 4;

export type Redactor = {
  /** Claims keep what was written: they are what the workflow is for. */
  effect(effect: Effect): Effect;
  outcome(outcome: RunResult["outcome"]): RunResult["outcome"];
  /** Whether JSON text holds a secret. */
  isIn(json: string): boolean;
};

/** The value as it stands in plain text, in JSON text inside a text, and in a URL. */
function formsOf(secret: string): readonly string[] {
  const wellFormed = secret.replace(/\p{Surrogate}/gu, "\ufffd");
  const inUrl = encodeURIComponent(wellFormed);
  return [wellFormed, JSON.stringify(wellFormed).slice(1, -1), inUrl, inUrl.replaceAll("%20", "+")];
}

/** @param secrets values of secret variables; empty ones are none. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = [...new Set(secrets.filter((secret) => secret !== "").flatMap(formsOf))].sort(
    (one, other) => other.length - one.length,
  );
  const wholes = new Set(forms);
  const parts = forms.filter((form) => form.length >= LEAST_PART_CHARACTERS);

  function plain(text: string): string {
    if (wholes.has(text)) return REDACTED;
    return parts.reduce((shown, form) => (shown.includes(form) ? shown.replaceAll(form, REDACTED) : shown), text);
  }

  /** Text by text and number by number, so that what stands between them stays as it is. */
  function json(text: string): string {
    if (forms.length === 0) return text;
    return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][-+.0-9eE]*/g, (token) => {
      if (!token.startsWith('"'))
        return wholes.has(token) && token.length >= LEAST_PART_CHARACTERS ? `"${REDACTED}"` : token;
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
    if ("error" in call.answer) return { answer: { error: plain(call.answer.error) } };
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
        frames: error.frames.map((frame) => ({ ...frame, functionName: plain(frame.functionName) })),
      },
    };
  }

  return {
    effect(effect) {
      if (forms.length === 0 || effect.kind === "claim") return effect;
      if (effect.kind === "log") return { ...effect, args: effect.args.map(value) };
      return { ...effect, args: effect.args.map(value), ...answer(effect) };
    },
    outcome: (outcome) => (forms.length === 0 || outcome.kind === "unready" ? outcome : ended(outcome)),
    isIn: (text) => json(text) !== text,
  };
}
