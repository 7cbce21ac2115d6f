/** `kinde.fetch`: synchronous requests, answered by the scenario's mocks. */
import { isJsonObject, type Json, parseJson } from "../../workflow/json.ts";
import type { FetchMock } from "../../workflow/run-input.ts";
import type { Binding, HostAnswer, HostCall } from "./binding.ts";
import { isForToken, methodOf, type SentRequest } from "./sent-request.ts";

/** What `<kindeDomain>/oauth2/token` answers when no mock does, so that `createKindeAPI` works out of the box (simulated). */
const DEMO_TOKEN = { access_token: "demo-m2m-token", expires_in: 86_400, token_type: "bearer" };

export const fetch: Binding = { kind: "calls", functions: { "kinde.fetch": answerRequest } };

export function answerRequest({ args, input: { fetchMocks }, mocks }: HostCall): HostAnswer {
  const [target, given] = args;
  const url = typeof target === "string" ? target : "";
  const options = isJsonObject(given) ? given : {};
  const method =
    typeof options["method"] === "string" && options["method"] !== "" ? options["method"].toUpperCase() : "GET";
  const request = { method, url, headers: options["headers"] ?? null, body: options["body"] ?? null };
  const found = mocks ? mocks.answerTo(request) : plainlyFound(fetchMocks, request);
  if (found === null) return { kind: "beyond" };
  if (found === "demo token") return respond(200, DEMO_TOKEN, undefined);
  if (typeof found !== "number") return { kind: "error", ...found };
  const { status, json, text, error, latencyMs } = fetchMocks[found] ?? {};
  if (error !== undefined) return { kind: "error", text: error, mock: found };
  return { ...respond(status ?? 200, json, text), mock: found, ...(latencyMs === undefined ? {} : { latencyMs }) };
}

/** Of mocks that say nothing but their addresses, which is sure where it is the very address; null where it is not. */
function plainlyFound(mocks: readonly FetchMock[], request: SentRequest): number | "demo token" | null {
  const index = mocks.findIndex((mock) => mock.url === request.url && methodOf(mock) === request.method);
  if (index >= 0) return index;
  return isForToken(request) && !mocks.some((mock) => /[{*]/.test(mock.url)) ? "demo token" : null;
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
