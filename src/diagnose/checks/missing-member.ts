/** Newer members of built-in objects that the engine lacks. Source: surface.json of the recorded runtime. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";

const MEMBERS: ReadonlyMap<string, string> = new Map([
  ["Array.fromAsync", "Write Promise.all(list)."],
  ["Promise.withResolvers", "Write new Promise((resolve, reject) => …)."],
  ["Promise.try", "Write an async function."],
  ["Object.groupBy", "Group with a loop or reduce()."],
  ["Map.groupBy", "Group with a loop and a Map."],
  ["RegExp.escape", "Put a backslash before each special character by hand."],
  ["Math.sumPrecise", "Write list.reduce((sum, value) => sum + value, 0)."],
  ["JSON.rawJSON", "Leave large numbers as text."],
  ["Symbol.asyncIterator", "Collect the values into an array."],
  ["Symbol.dispose", "Release what you hold in a finally block."],
  ["Symbol.asyncDispose", "Release what you hold in a finally block."],
  ["Error.captureStackTrace", "Leave it out: the stack is there anyway."],
  ["URL.canParse", "Write try { new URL(text) } catch { … }."],
  ["URL.parse", "Write try { new URL(text) } catch { … }."],
  ["URL.createObjectURL", "A workflow has no blobs."],
]);
const METHODS: ReadonlyMap<string, string> = new Map([
  ["isWellFormed", "Leave it out: lone surrogates become U+FFFD when a claim is written."],
  ["toWellFormed", "Leave it out: lone surrogates become U+FFFD when a claim is written."],
  ["symmetricDifference", "Filter two arrays instead."],
  ["isSubsetOf", "Write [...a].every((value) => b.has(value))."],
  ["isSupersetOf", "Write [...b].every((value) => a.has(value))."],
  ["isDisjointFrom", "Write ![...a].some((value) => b.has(value))."],
]);
const RULE = recorded("The engine has the built-in objects of about ES2022, with a few later array methods.");

export const missingMember: Check = {
  id: "missing-member",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.kind !== "name") return null;
      const name = `${token.text}.${file.text(index + 2)}`;
      const advice = file.text(index + 1) === "." && file.isGlobal(index) ? MEMBERS.get(name) : undefined;
      if (advice !== undefined && file.text(index - 1) !== "typeof") {
        return {
          at: file.tokens[index + 2],
          severity: "error",
          message: `${name} does not exist in a workflow.`,
          advice,
          rule: RULE,
        };
      }
      const method = file.isAfterDot(index) && file.text(index + 1) === "(" ? METHODS.get(token.text) : undefined;
      const isOwn = (other: string, at: number) => other === token.text && !file.isAfterDot(at);
      if (method === undefined || file.tokens.some(({ text }, at) => isOwn(text, at))) return null;
      return {
        at: token,
        severity: "warning",
        message: `${token.text}() does not exist in a workflow.`,
        advice: method,
        rule: RULE,
      };
    }),
};
