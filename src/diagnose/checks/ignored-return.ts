/** What a workflow returns goes nowhere: claims are assigned. */
import { isJsonObject, parseJson } from "../../workflow/json.ts";
import { type Check, type Finding, recorded } from "../check.ts";
import { defaultExportOf } from "../default-export.ts";
import type { FileView } from "../source.ts";

const LIKE_CLAIMS = /claims?$|^(access|id|m2m)_?token$|^tokens?$|^(roles|permissions|deny|denied|error|redirect)$/i;

export const ignoredReturn: Check = {
  id: "ignored-return",
  *find({ entry, outcome }): Generator<Finding> {
    const body = entry && defaultExportOf(entry)?.body;
    if (!entry || !body || outcome.kind !== "completed" || !outcome.returned || outcome.returned.problem !== null)
      return;
    const value = parseJson(outcome.returned.text);
    if (!isJsonObject(value) || !Object.keys(value).some((key) => LIKE_CLAIMS.test(key))) return;
    const index = returnIn(entry, body.start + 1, body.end);
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
function returnIn(file: FileView, start: number, end: number): number | null {
  let found: number | null = null;
  for (let index = start; index < end; index++) {
    const text = file.text(index);
    const opensFunction = text === "{" && (file.text(index - 1) === "=>" || isFunctionBody(file, index));
    if (opensFunction) index = file.closeOf(index);
    else if (text === "return") found = index;
  }
  return found;
}

/** How many tokens before a brace are read: it may stand in a list of thousands. */
const MAX_STEPS = 200;

function isFunctionBody(file: FileView, open: number): boolean {
  let index = open - 1;
  for (let step = 0; step < MAX_STEPS && index >= 0; step++, index--) {
    const text = file.text(index);
    if (text === ")") index = file.openOf(index);
    else if (text === "function") return true;
    else if (/^[;{}=(]$/.test(text)) return false;
  }
  return false;
}
