/** A host call in words: what it asked, what answered, and what a person can do when nothing did. */
import type { Effect, GuestValue } from "../../../workflow/execution.ts";
import { isJsonObject, type Json, parseJson } from "../../../workflow/json.ts";
import type { FetchMockDraft } from "../../../workflow/scenario.ts";
import { stringArgument } from "./guest-text.ts";

export type Call = Extract<Effect, { kind: "call" }>;

export type Request = { readonly method: string; readonly url: string };

function memberOf(value: GuestValue | undefined, name: string): Json | undefined {
  const json = value ? parseJson(value.text) : null;
  return isJsonObject(json) && Object.hasOwn(json, name) ? json[name] : undefined;
}

/** What a call asked the network for; null when it is no request. */
export function requestOf({ fn, args }: Call): Request | null {
  if (fn !== "kinde.fetch" && fn !== "kinde.secureFetch") return null;
  const url = stringArgument(args[0]);
  const method = memberOf(args[1], "method");
  return url === null ? null : { method: typeof method === "string" ? method.toUpperCase() : "GET", url };
}

/** Whether no mock answered: then one can be added. */
export function isUnanswered(call: Call, mocks: readonly FetchMockDraft[]): boolean {
  const { answer } = call;
  const request = requestOf(call);
  if (request === null || answer === undefined || !("error" in answer)) return false;
  return !mocks.some((mock) => matches(mock, request));
}

function matches(mock: FetchMockDraft, { method, url }: Request): boolean {
  if ((mock.method || "GET").toUpperCase() !== method) return false;
  return mock.url.endsWith("*") ? url.startsWith(mock.url.slice(0, -1)) : mock.url === url;
}

/** A mock that would answer the request, for a person to fill in. */
export function mockFor({ method, url }: Request): FetchMockDraft {
  return { method, url, status: 200, answer: "json", body: "{}", latencyMs: 0 };
}

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
