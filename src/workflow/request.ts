/** What a host call asks the network for. */
import type { Effect, GuestValue } from "./execution.ts";
import { isJsonObject, type Json, parseJson } from "./json.ts";

export type Request = { readonly method: string; readonly url: string };

/** Null when it is no request. */
export function requestOf({ fn, args }: Extract<Effect, { kind: "call" }>): Request | null {
  if (fn !== "kinde.fetch" && fn !== "kinde.secureFetch") return null;
  const url = args[0] ? parseJson(args[0].text) : null;
  const method = memberOf(args[1], "method");
  return typeof url === "string"
    ? { method: typeof method === "string" && method !== "" ? method.toUpperCase() : "GET", url }
    : null;
}

/** A member of an argument that is an object. */
export function memberOf(value: GuestValue | undefined, name: string): Json | undefined {
  const json = value ? parseJson(value.text) : null;
  return isJsonObject(json) && Object.hasOwn(json, name) ? json[name] : undefined;
}
