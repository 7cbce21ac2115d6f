/** Reads fetch mocks as they are edited, with what is wrong with each. */
import { compactJson } from "./exact-json.ts";
import { findJsonMistake } from "./json-mistake.ts";
import { type ExplainMistake, readJson } from "./parse-json-text.ts";
import type { FetchMockDraft } from "./scenario.ts";
import type { ScenarioProblem } from "./run-result.ts";
import type { FetchMock } from "./run-input.ts";

type MockReading = { readonly mock: FetchMock } | { readonly problem: ScenarioProblem };

function readMock(draft: FetchMockDraft, index: number, explain: ExplainMistake): MockReading {
  const method = draft.method.trim().toUpperCase();
  const url = draft.url.trim();
  const label = `Mock ${index + 1} (${method} ${url})`;
  const problem = (message: string, line = 1, column = 1): MockReading => ({
    problem: { part: "mocks", index, message, line, column },
  });

  if (!/^[A-Z]+$/.test(method)) return problem(`Mock ${index + 1} needs a method such as GET or POST.`);
  if (!/^(?:https?:\/\/[^\s*]+\*?|https?:\/\/\*|\*)$/.test(url)) {
    return problem(
      `${label} needs a URL that starts with https:// or http://. A * may stand at its end, for any rest.`,
    );
  }
  if (!Number.isInteger(draft.status) || draft.status < 100 || draft.status > 599) {
    return problem(`${label} needs a status between 100 and 599.`);
  }
  if (!Number.isFinite(draft.latencyMs) || draft.latencyMs < 0) {
    return problem(`${label} needs a latency of 0 ms or more.`);
  }
  const request = { method, url, latencyMs: draft.latencyMs };
  switch (draft.answer) {
    case "error":
      return { mock: { ...request, error: draft.body } };
    case "text":
      return { mock: { ...request, status: draft.status, text: draft.body } };
    case "json": {
      const body = readJson(draft.body, explain, "any");
      if (body.kind === "invalid") return problem(`The body of ${label}: ${body.message}`, body.line, body.column);
      return { mock: { ...request, status: draft.status, text: compactJson(draft.body) } };
    }
  }
}

type MocksReading = { readonly mocks: readonly FetchMock[]; readonly problems: readonly ScenarioProblem[] };

/**
 * Mocks keep their indexes, so that an answer can name the mock it came from: a row still without a URL answers nothing.
 * Throws only what `explain` does.
 */
export function readFetchMocks(drafts: readonly FetchMockDraft[], explain: ExplainMistake): MocksReading {
  const mocks: FetchMock[] = [];
  const problems: ScenarioProblem[] = [];
  drafts.forEach((draft, index) => {
    if (draft.url.trim() === "") {
      mocks.push(NEVER_MATCHES);
      return;
    }
    const reading = readMock(draft, index, explain);
    if ("problem" in reading) problems.push(reading.problem);
    else mocks.push(reading.mock);
  });
  return { mocks, problems };
}

/** Never throws. */
export function parseFetchMocks(drafts: readonly FetchMockDraft[]): MocksReading {
  return readFetchMocks(drafts, findJsonMistake);
}

/** No request has an empty method. */
const NEVER_MATCHES: FetchMock = { method: "", url: "", text: "" };
