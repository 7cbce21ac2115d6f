/** What a workflow returns goes nowhere: claims are assigned. */
import { isJsonObject, parseJson } from "../../workflow/json.ts";
import { type Check, type Finding, recorded } from "../check.ts";
import { defaultExportOf } from "../default-export.ts";

const LIKE_CLAIMS = /claims?$|^(access|id|m2m)_?token$|^tokens?$|^(roles|permissions|deny|denied|error|redirect)$/i;

export const ignoredReturn: Check = {
  id: "ignored-return",
  *find({ entry, outcome }): Generator<Finding> {
    const body = entry && defaultExportOf(entry)?.body;
    if (!entry || !body || outcome.kind !== "completed" || !outcome.returned || outcome.returned.problem !== null)
      return;
    const value = parseJson(outcome.returned.text);
    if (!isJsonObject(value) || !Object.keys(value).some((key) => LIKE_CLAIMS.test(key))) return;
    const index = returnIn(entry.tokens, body.start + 1, body.end, (at) => entry.closeOf(at));
    if (index === null) return;
    yield {
      at: entry.tokens[index],
      severity: "warning",
      message: "What a workflow returns is not looked at, so this changes no token.",
      advice: "Assign each claim: accessTokenCustomClaims<…>().name = value.",
      rule: recorded("The runtime awaits the returned promise and leaves its value alone."),
    };
  },
};

/** The last `return` of a function itself, not of one inside it. */
function returnIn(
  tokens: readonly { readonly text: string }[],
  start: number,
  end: number,
  closeOf: (index: number) => number,
): number | null {
  let found: number | null = null;
  for (let index = start; index < end; index++) {
    const { text } = tokens[index] as { text: string };
    const opensFunction = text === "{" && (tokens[index - 1]?.text === "=>" || isFunctionBody(tokens, index));
    if (opensFunction) index = closeOf(index);
    else if (text === "return") found = index;
  }
  return found;
}

function isFunctionBody(tokens: readonly { readonly text: string }[], open: number): boolean {
  for (let index = open - 1, depth = 0; index >= 0 && index > open - 200; index--) {
    const { text } = tokens[index] as { text: string };
    if (text === ")") depth++;
    else if (text === "(") depth--;
    else if (depth === 0 && text === "function") return true;
    else if (depth === 0 && /^[;{}=]$/.test(text)) return false;
  }
  return false;
}
