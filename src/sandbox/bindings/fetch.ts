/** `kinde.fetch`: synchronous requests, answered by the scenario's mocks. */
import { isJsonObject, type Json, parseJson } from "../../workflow/json.ts";
import type { FetchMock } from "../../workflow/scenario.ts";
import type { Binding, HostAnswer, HostCall } from "./binding.ts";

/** What `<kindeDomain>/oauth2/token` answers when no mock does, so that `createKindeAPI` works out of the box (simulated). */
const DEMO_TOKEN = { access_token: "demo-m2m-token", expires_in: 86_400, token_type: "bearer" };

export const fetch: Binding = { kind: "calls", functions: { "kinde.fetch": answerRequest } };

/** Finds the mock that answers a request, in the order of the list. */
export function findMock(mocks: readonly FetchMock[], method: string, url: string): number {
  return mocks.findIndex((mock) => {
    if ((mock.method ?? "GET").toUpperCase() !== method) return false;
    return mock.url.endsWith("*") ? url.startsWith(mock.url.slice(0, -1)) : url === mock.url;
  });
}

export function answerRequest({ args, scenario }: HostCall): HostAnswer {
  const [target, options] = args;
  const url = typeof target === "string" ? target : "";
  const method =
    isJsonObject(options) && typeof options["method"] === "string" && options["method"] !== ""
      ? options["method"].toUpperCase()
      : "GET";
  const index = findMock(scenario.fetchMocks, method, url);
  const mock = scenario.fetchMocks[index];
  if (!mock) {
    if (method === "POST" && /^https?:\/\/[^/]+\/oauth2\/token$/.test(url)) return respond(200, DEMO_TOKEN, undefined);
    return { kind: "error", text: `${method} ${url} has no mock. Add one under Scenario › Fetch mocks.` };
  }
  if (mock.error !== undefined) return { kind: "error", text: mock.error };
  return {
    ...respond(mock.status ?? 200, mock.json, mock.text),
    mock: index,
    ...(mock.latencyMs === undefined ? {} : { latencyMs: mock.latencyMs }),
  };
}

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
