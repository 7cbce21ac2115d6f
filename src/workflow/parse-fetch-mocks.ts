/** Reads fetch mocks as they are edited, with what is wrong with each. */
import { compactJson } from "./exact-json.ts";
import { type ExplainMistake, readJson } from "./parse-json-text.ts";
import type { FetchMockDraft } from "./scenario.ts";
import type { ScenarioProblem } from "./run-result.ts";
import type { FetchMock } from "./run-input.ts";

export type MockReading = { readonly mock: FetchMock } | { readonly problem: ScenarioProblem };

/** Reads a mock that has a mistake or wants more of a request than its address: few do, so that the words for it may come later. */
export type ReadDetailedMock = (draft: FetchMockDraft, index: number, explain: ExplainMistake) => MockReading;

/** Whether there is nothing to say about a mock but perhaps about the JSON of its body. */
function isUsual({ method, url, status, latencyMs, times, sentHeaders, sentBody, level }: FetchMockDraft): boolean {
  return (
    /^[A-Z]+$/.test(method) &&
    MOCK_URL.test(url) &&
    status >= 100 &&
    status <= 599 &&
    status % 1 === 0 &&
    latencyMs >= 0 &&
    latencyMs < Number.POSITIVE_INFINITY &&
    !(times || sentHeaders || sentBody || level)
  );
}

export const MOCK_URL = /^(?:https?:\/\/[^\s*]+\*?|https?:\/\/\*|\*)$/;

/** What it answers, or what is wrong with the JSON of its body. */
export function answerOf({ answer, status, body }: FetchMockDraft, explain: ExplainMistake) {
  if (answer === "error") return { error: body };
  if (answer === "text") return { status, text: body };
  const reading = readJson(body, explain, "any");
  return reading.kind === "invalid" ? reading : { status, text: compactJson(body) };
}

type MocksReading = { readonly mocks: readonly FetchMock[]; readonly problems: readonly ScenarioProblem[] };

/**
 * Mocks keep their indexes, so that an answer can name the mock it came from: a row still without a URL answers nothing.
 * Throws only what `explain` and `readDetailed` do.
 */
export function readFetchMocks(
  drafts: readonly FetchMockDraft[],
  explain: ExplainMistake,
  readDetailed: ReadDetailedMock,
): MocksReading {
  const mocks: FetchMock[] = [];
  const problems: ScenarioProblem[] = [];
  drafts.forEach((written, index) => {
    const draft = { ...written, method: written.method.trim().toUpperCase(), url: written.url.trim() };
    const { method, url, latencyMs } = draft;
    if (url === "") {
      mocks.push(NEVER_MATCHES);
      return;
    }
    const answer = isUsual(draft) ? answerOf(draft, explain) : null;
    const reading =
      answer === null || "message" in answer
        ? readDetailed(draft, index, explain)
        : { mock: { method, url, latencyMs, ...answer } };
    if ("problem" in reading) problems.push(reading.problem);
    else mocks.push(reading.mock);
  });
  return { mocks, problems };
}

/** No request has an empty method. */
const NEVER_MATCHES: FetchMock = { method: "", url: "", text: "" };
