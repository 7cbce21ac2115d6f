/** What a call of the Management API sends, and what it drops. */
import type { SourceToken } from "../../workflow/source-token.ts";
import { type Check, eachToken, type Finding, fromPackage } from "../check.ts";
import { apiVariables, isApiCall } from "../management-api-calls.ts";
import type { FileView } from "../source.ts";

const SENT: ReadonlySet<string> = new Set(["method", "endpoint", "params", "contentType"]);
const RULE = fromPackage(
  "createKindeAPI sends endpoint, params and contentType, and nothing else of what it is given.",
);

export const apiRequest: Check = {
  id: "api-request",
  *find(input) {
    const apis = new Map(input.files.map((file) => [file, apiVariables(file)]));
    yield* eachToken(input, (file, index): Finding | null => {
      if (!isApiCall(file, index, apis.get(file) ?? new Set())) return null;
      const [only] = file.argumentsOf(index + 3);
      if (!only || file.text(only.start) !== "{" || file.closeOf(only.start) !== only.end - 1) return null;
      return findingIn(file, file.text(index + 2), only.start);
    });
  },
};

function findingIn(file: FileView, method: string, open: number): Finding | null {
  for (const { key, value } of membersOf(file, open)) {
    const name = key.text.replace(/^["']|["']$/g, "");
    if (!SENT.has(name))
      return {
        at: key,
        severity: "warning",
        message: `${name} is not sent: the call knows only endpoint, params and contentType.`,
        advice: method === "get" ? 'Write it into the endpoint, such as endpoint: "user?id=…".' : "Pass it as params.",
        rule: RULE,
      };
    if (name === "params" && method === "get")
      return {
        at: key,
        severity: "warning",
        message: "params of a GET are sent as a body, not in the address.",
        advice: 'Write them into the endpoint, such as endpoint: "user?id=…".',
        rule: fromPackage("params of a GET become a query text, which is then passed as the request’s body."),
      };
    const text = name === "endpoint" ? startOfText(file, value) : "";
    if (/^\/?api\/v1\//.test(text) || text.startsWith("/"))
      return {
        at: file.tokens[value],
        severity: "warning",
        message: `The endpoint is added to …/api/v1/, so this asks for …/api/v1/${text.slice(0, 24)}.`,
        advice: "Leave out the slash at its start, and api/v1/.",
        rule: fromPackage("The address is the Kinde domain, /api/v1/ and the endpoint."),
      };
    if (/^https?:/.test(text))
      return {
        at: file.tokens[value],
        severity: "warning",
        message: "The endpoint is added to …/api/v1/, so a whole address does not work here.",
        advice: "Write what follows /api/v1/ alone.",
        rule: fromPackage("The address is the Kinde domain, /api/v1/ and the endpoint."),
      };
  }
  return null;
}

function* membersOf(file: FileView, open: number): Generator<{ readonly key: SourceToken; readonly value: number }> {
  for (const { start } of file.argumentsOf(open)) {
    const key = file.tokens[start];
    if (!key || (key.kind !== "name" && key.kind !== "string" && key.kind !== "keyword")) continue;
    yield { key, value: file.text(start + 1) === ":" ? start + 2 : start };
  }
}

/** How a text or a template begins; empty where it begins with a value. */
function startOfText(file: FileView, index: number): string {
  const token = file.tokens[index];
  if (token?.kind === "string") return token.text.slice(1, -1);
  return token?.text === "`" && file.tokens[index + 1]?.kind === "template" ? file.text(index + 1) : "";
}
