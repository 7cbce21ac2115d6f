/** `kinde.fetch`: synchronous requests, answered by the scenario's mocks. */
import { isJsonObject, type Json, parseJson } from "../../workflow/json.ts";
import type { FetchMock } from "../../workflow/run-input.ts";
import type { Binding, HostAnswer, HostCall } from "./binding.ts";

/** What `<kindeDomain>/oauth2/token` answers when no mock does, so that `createKindeAPI` works out of the box (simulated). */
const DEMO_TOKEN = { access_token: "demo-m2m-token", expires_in: 86_400, token_type: "bearer" };

export const fetch: Binding = { kind: "calls", functions: { "kinde.fetch": answerRequest } };

/**
 * The mock that answers a request: one for the very address, else the one that says most of it. `*` at the end stands for
 * any rest, `{name}` for one part of the path.
 */
export function findMock(mocks: readonly FetchMock[], method: string, url: string): number {
  let found = -1;
  let most = -1;
  for (const [index, mock] of mocks.entries()) {
    if ((mock.method ?? "GET").toUpperCase() !== method) continue;
    if (mock.url === url) return index;
    const said = mock.url.replace(PART, "").length;
    if (said > most && matches(mock.url, url)) [found, most] = [index, said];
  }
  return found;
}

const PART = /\{[\w-]+\}|\*$/g;

function matches(pattern: string, url: string): boolean {
  const source = pattern.replace(/\{[\w-]+\}|\W/g, (text, at: number) =>
    text.length > 1 ? "[^/?#]+" : text === "*" && at === pattern.length - 1 ? "[^]*" : `\\${text}`,
  );
  return new RegExp(`^${source}$`).test(url);
}

export function answerRequest({ args, input }: HostCall): HostAnswer {
  const [target, options] = args;
  const url = typeof target === "string" ? target : "";
  const method =
    isJsonObject(options) && typeof options["method"] === "string" && options["method"] !== ""
      ? options["method"].toUpperCase()
      : "GET";
  const index = findMock(input.fetchMocks, method, url);
  const mock = input.fetchMocks[index];
  if (!mock) {
    if (method === "POST" && /^https?:\/\/[^/]+\/oauth2\/token$/.test(url)) return respond(200, DEMO_TOKEN, undefined);
    return hasHost(url)
      ? { kind: "error", text: `${method} ${url} has no mock. Add one in the tab Mocks.`, isMissing: true }
      : { kind: "error", text: noAddress(url) };
  }
  if (mock.error !== undefined) return { kind: "error", text: mock.error, mock: index };
  return {
    ...respond(mock.status ?? 200, mock.json, mock.text),
    mock: index,
    ...(mock.latencyMs === undefined ? {} : { latencyMs: mock.latencyMs }),
  };
}

const hasHost = (url: string) => /^[a-z][\w+.-]*:\/\/[^/]/i.test(url);
const noAddress = (url: string) => `“${url}” is no whole address: write its scheme and host as well.`;

function respond(status: number, json: Json | undefined, text: string | undefined) {
  const body = json === undefined ? (text ?? "") : JSON.stringify(json);
  const parsed = json === undefined ? parsedOrNull(body) : json;
  return { kind: "value", text: JSON.stringify({ status, text: body, json: parsed }) } as const;
}

function parsedOrNull(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
