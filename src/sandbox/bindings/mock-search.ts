/** Finds the mock that answers a request of a run, or why those for its address do not. */
import { isJsonObject, type Json, parseJson } from "../../workflow/json.ts";
import type { FetchMock } from "../../workflow/run-input.ts";
import { createPattern, type Pattern } from "./address-pattern.ts";
import { isForToken, methodOf, type SentRequest } from "./sent-request.ts";

/** Why no mock answers. `near`: why those for its address do not. */
type Miss = { readonly text: string; readonly isMissing?: true; readonly near?: string };

/** More would not be read. */
const MOST_REASONS = 3;

type Candidate = { readonly index: number; readonly level: number; readonly pattern: Pattern | null; left: number };

/**
 * Nearer levels are asked first; in one level the very address comes before patterns, the pattern that says more before the
 * one that says less, and else the list's own order counts. A mock that has answered as often as it may is passed over.
 */
export class MockSearch {
  readonly #mocks: readonly FetchMock[];
  readonly #patterns: Candidate[] = [];
  readonly #exact = new Map<string, Candidate[]>();

  constructor(mocks: readonly FetchMock[]) {
    this.#mocks = mocks;
    for (const [index, { url, times, level = 0 }] of mocks.entries()) {
      const candidate = { index, level, pattern: createPattern(url), left: times || Number.POSITIVE_INFINITY };
      if (candidate.pattern) this.#patterns.push(candidate);
      else {
        const same = this.#exact.get(url);
        if (same) same.push(candidate);
        else this.#exact.set(url, [candidate]);
      }
    }
    this.#patterns.sort((a, b) => a.level - b.level || (b.pattern?.said ?? 0) - (a.pattern?.said ?? 0));
    for (const same of this.#exact.values()) same.sort((a, b) => a.level - b.level);
  }

  /** The mock's index, which counts as answering. */
  answerTo(request: SentRequest): number | "demo token" | Miss {
    const answers = ({ index, left }: Candidate) => left > 0 && missIn(this.#mock(index), request) === null;
    const isFor = ({ pattern }: Candidate) => pattern?.matches(request.url) === true;
    const same = this.#exact.get(request.url) ?? [];
    const exact = same.find(answers);
    const pattern = this.#patterns.find((one) => answers(one) && isFor(one));
    const found = exact && pattern && pattern.level < exact.level ? pattern : (exact ?? pattern);
    if (!found) return this.#miss([...same, ...this.#patterns.filter(isFor)], request);
    // What has answered for the last time stands behind the others: a long sequence is not read from its start each time.
    if (--found.left === 0 && found === same[0]) same.push(...same.splice(0, 1));
    return found.index;
  }

  #mock(index: number): FetchMock {
    return this.#mocks[index] as FetchMock;
  }

  #miss(forAddress: readonly Candidate[], request: SentRequest): "demo token" | Miss {
    const { method, url } = request;
    const ofMethod = forAddress.filter(({ index }) => methodOf(this.#mock(index)) === method);
    if (ofMethod.length === 0 && isForToken(request)) return "demo token";
    if (!hasHost(url)) return { text: `“${url}” is no whole address: write its scheme and host as well.` };
    const near = this.#reasons(ofMethod.length > 0 ? ofMethod : forAddress, request);
    const text = `${method} ${url} has no mock.`;
    return near === ""
      ? { text: `${text} Add one in the tab Mocks.`, isMissing: true }
      : { text: `${text} ${near}`, isMissing: true, near };
  }

  #reasons(near: readonly Candidate[], request: SentRequest): string {
    const all = near.slice(0, MOST_REASONS).map(({ index, left }) => {
      const mock = this.#mock(index);
      const times = mock.times === 1 ? "once" : `${mock.times} times`;
      const why = left > 0 ? missIn(mock, request) : `has answered ${times}, and is to answer no more`;
      return `Mock ${index + 1} ${why}.`;
    });
    if (near.length > MOST_REASONS) all.push(`${near.length - MOST_REASONS} others do not answer it either.`);
    return all.join(" ");
  }
}

const hasHost = (url: string) => /^[a-z][\w+.-]*:\/\/[^/]/i.test(url);

/** What the mock wants and the request does not have; null where it has all. */
function missIn(mock: FetchMock, { method, headers, body }: SentRequest): string | null {
  if (methodOf(mock) !== method) return `answers ${methodOf(mock)} only`;
  const { sentHeaders = {}, sentBody } = mock;
  for (const [name, wanted] of Object.entries(sentHeaders)) {
    const came = headerOf(headers, name);
    if (came === undefined || !isText(wanted, came)) return wants(`the header ${name}`, wanted, came);
  }
  if (sentBody === undefined) return null;
  const came = bodyText(body);
  if (typeof sentBody === "string") return isText(sentBody, came) ? null : wants("the body", sentBody, came);
  return missAt("", sentBody, bodyJson(came));
}

function wants(what: string, wanted: Json, came: Json | undefined): string {
  const shown = came === undefined || came === "" ? "is not there" : `is ${JSON.stringify(came)}`;
  return `wants ${what} to be ${JSON.stringify(wanted)}, and it ${shown}`;
}

const isText = (wanted: string, came: string) =>
  wanted.endsWith("*") ? came.startsWith(wanted.slice(0, -1)) : wanted === came;

function headerOf(headers: Json, name: string): string | undefined {
  const pairs = Array.isArray(headers) ? headers : Object.entries(headers ?? {});
  const found = pairs.find((pair: Json) => Array.isArray(pair) && `${pair[0]}`.toLowerCase() === name.toLowerCase());
  return Array.isArray(found) ? `${found[1]}` : undefined;
}

/** As it is sent: URLSearchParams as a form. */
function bodyText(body: Json): string {
  if (body === null || typeof body === "string") return body ?? "";
  const form = isJsonObject(body) ? body["$searchParams"] : undefined;
  return Array.isArray(form) ? new URLSearchParams(form as [string, string][]).toString() : JSON.stringify(body);
}

function bodyJson(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** Where a value does not hold what is wanted of it: an object its members, a list its items. */
function missAt(path: string, wanted: Json, came: Json | undefined): string | null {
  const miss = () => wants(path === "" ? "the body" : `${path} in the body`, wanted, came);
  if (Array.isArray(wanted)) {
    if (!Array.isArray(came)) return miss();
    const holds = (item: Json, at: number) =>
      missAt("", item, came[at]) === null || came.some((one: Json) => missAt("", item, one) === null);
    return wanted.every(holds) ? null : miss();
  }
  if (!isJsonObject(wanted)) return wanted === came ? null : miss();
  if (!isJsonObject(came)) return miss();
  for (const [name, value] of Object.entries(wanted)) {
    const deeper = missAt(path + (path && ".") + name, value, Object.hasOwn(came, name) ? came[name] : undefined);
    if (deeper !== null) return deeper;
  }
  return null;
}
