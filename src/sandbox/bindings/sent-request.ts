/** A request as the workflow hands it over. */
import type { Json } from "../../workflow/json.ts";
import type { FetchMock } from "../../workflow/run-input.ts";

export type SentRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Json;
  readonly body: Json;
};

export const methodOf = ({ method = "GET" }: FetchMock) => method.toUpperCase();

/** What `createKindeAPI` asks for first. */
export const isForToken = ({ method, url }: SentRequest) =>
  method === "POST" && /^https?:\/\/[^/]+\/oauth2\/token$/.test(url);
