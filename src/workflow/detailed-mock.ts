/** Reads a fetch mock with what is wrong with it, and which requests to its address it answers: how many, with which headers and body. */
import { findJsonMistake } from "./json-mistake.ts";
import { answerOf, MOCK_URL, type MockReading, type ReadDetailedMock, readFetchMocks } from "./parse-fetch-mocks.ts";
import { type ExplainMistake, type JsonReading, readJson } from "./parse-json-text.ts";
import type { FetchMock } from "./run-input.ts";
import type { FetchMockDraft } from "./scenario.ts";

type Choices = Pick<FetchMock, "times" | "sentHeaders" | "sentBody" | "level">;

/** Throws only what `explain` does. */
export const readDetailedMock: ReadDetailedMock = (draft, index, explain) => {
  const { method, url, status, latencyMs } = draft;
  const label = `Mock ${index + 1} (${method} ${url})`;
  const problem = (message: string, line = 1, column = 1): MockReading => ({
    problem: { part: "mocks", index, message, line, column },
  });
  if (!/^[A-Z]+$/.test(method)) return problem(`Mock ${index + 1} needs a method such as GET or POST.`);
  if (!MOCK_URL.test(url)) {
    return problem(
      `${label} needs a URL that starts with https:// or http://. A * may stand at its end, for any rest.`,
    );
  }
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    return problem(`${label} needs a status between 100 and 599.`);
  }
  if (!Number.isFinite(latencyMs) || latencyMs < 0) return problem(`${label} needs a latency of 0 ms or more.`);
  const choices = readChoices(draft, explain);
  if ("mistake" in choices) return problem(`${label}: ${choices.mistake}`);
  const answer = answerOf(draft, explain);
  if ("message" in answer) return problem(`The body of ${label}: ${answer.message}`, answer.line, answer.column);
  return { mock: { method, url, latencyMs, ...choices, ...answer } };
};

function readChoices(draft: FetchMockDraft, explain: ExplainMistake): Choices | { readonly mistake: string } {
  const { times = 0, sentHeaders = "", sentBody = "", level = 0 } = draft;
  if (!Number.isInteger(times) || times < 0)
    return { mistake: "The number of requests that it answers must be whole." };
  if (!Number.isInteger(level) || level < 0) return { mistake: "Its level must be a whole number." };
  const headers = readHeaders(sentHeaders);
  if (typeof headers === "number") {
    return { mistake: `Line ${headers} of its headers is none, such as Authorization: Bearer *, or stands twice.` };
  }
  const body = sentBody.trim() === "" ? null : readSentBody(sentBody, explain);
  if (body?.kind === "invalid") return { mistake: `The body that it wants: ${body.message}` };
  return {
    ...(times > 0 ? { times } : {}),
    ...(headers ? { sentHeaders: headers } : {}),
    ...(body ? { sentBody: body.value } : {}),
    ...(level > 0 ? { level } : {}),
  };
}

/** Null where there are none; the number of the first line that is none. */
export function readHeaders(text: string): { readonly [name: string]: string } | null | number {
  const found = new Map<string, string>();
  const names = new Set<string>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [, name, value] = /^\s*([!#$%&'*+.^`|~\w-]+)\s*:(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined || names.has(name.toLowerCase())) return index + 1;
    names.add(name.toLowerCase());
    found.set(name, value.trim());
  }
  return found.size === 0 ? null : Object.fromEntries(found);
}

/** Text that begins as an object or a list is one. */
export const isSentJson = (text: string) => /^\s*[{[]/.test(text);

function readSentBody(text: string, explain: ExplainMistake): JsonReading {
  return isSentJson(text) ? readJson(text, explain, "any") : { kind: "ok", value: text };
}

/** Never throws. */
export function parseFetchMocks(drafts: readonly FetchMockDraft[]): ReturnType<typeof readFetchMocks> {
  return readFetchMocks(drafts, findJsonMistake, readDetailedMock);
}
