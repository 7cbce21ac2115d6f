/** What the package's fetch and Management API give back holds `data` and nothing else. */
import type { SourceToken } from "../../workflow/source-token.ts";
import { type Check, eachToken, type Finding, fromPackage } from "../check.ts";
import { apiVariables, isApiCall } from "../management-api-calls.ts";
import type { FileView } from "../source.ts";

const FETCHES: ReadonlySet<string | null> = new Set(["fetch", "secureFetch"]);
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["json", "The body is parsed already: read response.data."],
  ["text", 'Pass responseFormat: "text" and read response.data.'],
  ["ok", "The status is not passed on: check what response.data holds."],
  ["status", "The status is not passed on: check what response.data holds."],
  ["statusText", "The status is not passed on: check what response.data holds."],
  ["headers", "Headers of the answer are not passed on."],
  ["body", "Read response.data."],
]);
/** Members that every object has, or that make a promise of it. */
const ANY_OBJECT: ReadonlySet<string> = new Set(["data", "then", "catch", "finally", "hasOwnProperty", "toString"]);

export const fetchResponse: Check = {
  id: "fetch-response",
  *find(input) {
    const apis = new Map(input.files.map((file) => [file, apiVariables(file)]));
    yield* eachToken(input, (file, index): Finding | null => {
      const open = callAt(file, index, apis.get(file) ?? new Set());
      if (open === null) return null;
      const member = readOf(file, index, file.closeOf(open));
      if (member === null || ANY_OBJECT.has(member.text)) return null;
      return {
        at: member,
        severity: "error",
        message: `The answer holds only data, so ${member.text} is not there.`,
        advice: INSTEAD.get(member.text) ?? `Read response.data, such as response.data.${member.text}.`,
        rule: fromPackage("The package’s fetch gives { data } back, and so do the calls of createKindeAPI."),
      };
    });
  },
};

/** The bracket that opens the call of a fetch or an API at a token. */
function callAt(file: FileView, index: number, apis: ReadonlySet<number>): number | null {
  if (FETCHES.has(file.exportAt(index)) && file.text(index + 1) === "(") return index + 1;
  return isApiCall(file, index, apis) ? index + 3 : null;
}

/** The first member other than those above that is read of an awaited answer. */
function readOf(file: FileView, start: number, close: number): SourceToken | null {
  if (file.is(close + 1, ".", "then", "(")) return readOfParameter(file, close + 3);
  let before = start - 1;
  while (before > 0 && file.text(before) !== "await" && file.text(before) === "(") before--;
  if (file.text(before) !== "await") return null;
  let after = close;
  let open = before - 1;
  while (file.text(open) === "(" && file.text(after + 1) === ")") {
    open--;
    after++;
  }
  if (after > close && file.isMemberRead(after + 1)) return file.tokens[after + 2] ?? null;
  if (file.text(after + 1) === "." || file.text(after + 1) === "?.") return null;
  if (file.text(open) !== "=") return null;
  const target = open - 1;
  if (file.text(target) === "}") return takenFrom(file, file.openOf(target), target);
  const variable = file.tokens[target];
  if (variable?.kind !== "name" || file.isAfterDot(target)) return null;
  return readOfVariable(file, target);
}

/** Of a variable that nothing else is assigned to. */
function readOfVariable(file: FileView, target: number): SourceToken | null {
  const uses = file.usesOf(target);
  if (uses.filter((use) => file.text(use + 1) === "=").length > 1) return null;
  for (const use of uses) {
    if (use === target) continue;
    const end = file.endOfName(use);
    if (file.isMemberRead(end + 1) && !isLookedAt(file, end + 2)) return file.tokens[end + 2] ?? null;
    if (file.text(use - 1) === "=" && file.text(use - 2) === "}" && !/^(\.|\?\.|\[|\()$/.test(file.text(end + 1))) {
      const taken = takenFrom(file, file.openOf(use - 2), use - 2);
      if (taken) return taken;
    }
  }
  return null;
}

/** Written to, or asked for with a fallback: the author knows that it may be missing. */
function isLookedAt(file: FileView, member: number): boolean {
  return file.text(member) === "data" || /^(=|\?\?|\|\||\?\.)$/.test(file.text(member + 1));
}

function readOfParameter(file: FileView, open: number): SourceToken | null {
  let at = open + 1;
  if (file.text(at) === "async") at++;
  const parameter = file.text(at) === "(" ? at + 1 : at;
  const end = file.text(at) === "(" ? file.closeOf(at) : at;
  if (file.text(end + 1) !== "=>") return null;
  if (file.text(parameter) === "{") return takenFrom(file, parameter, file.closeOf(parameter));
  return file.tokens[parameter]?.kind === "name" ? readOfVariable(file, parameter) : null;
}

/** A name that a pattern takes out of the answer, other than data. */
function takenFrom(file: FileView, open: number, close: number): SourceToken | null {
  for (let index = open + 1; index < close; index++) {
    const token = file.tokens[index];
    if (token?.kind === "name" && !ANY_OBJECT.has(token.text) && /^[{,]$/.test(file.text(index - 1))) {
      const hasDefault = file.text(index + 1) === "=";
      if (!hasDefault) return token;
    }
    if (/^[{[(]$/.test(file.text(index))) index = file.closeOf(index);
  }
  return null;
}
