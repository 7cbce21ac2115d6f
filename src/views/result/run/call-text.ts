/** A host call in words: what it sent, and what answered. */
import type { Effect, GuestValue } from "../../../workflow/execution.ts";
import { isJsonObject, parseJson } from "../../../workflow/json.ts";
import { memberOf } from "../../../workflow/request.ts";

export type Call = Extract<Effect, { kind: "call" }>;

/** The status a fetch answered with; null when its answer has none. */
export function statusOf(answerText: string): number | null {
  const json = parseJson(answerText);
  const status = isJsonObject(json) ? json["status"] : undefined;
  return typeof status === "number" ? status : null;
}

/** The answer as it may be shown: the value of a secret variable is not. */
export function shownAnswer(fn: string, answerText: string): GuestValue {
  const json = parseJson(answerText);
  const isSecret = fn === "kinde.env.get" && isJsonObject(json) && json["isSecret"] === true;
  return { text: isSecret ? JSON.stringify({ value: "••••••", isSecret: true }) : answerText, problem: null };
}

/** The body of a `kinde.secureFetch` as the text that is encrypted; null when there is none. */
export function secureBodyOf({ fn, args }: Call): string | null {
  const body = fn === "kinde.secureFetch" ? memberOf(args[1], "body") : undefined;
  if (body === undefined || body === null) return null;
  if (typeof body === "string") return body;
  const pairs = isJsonObject(body) ? body["$searchParams"] : undefined;
  return Array.isArray(pairs) ? new URLSearchParams(pairs as [string, string][]).toString() : JSON.stringify(body);
}
