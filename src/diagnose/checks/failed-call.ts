/** A call of something that is no function: names what was called. */
import { type Check, type Finding, recorded, tokenAt } from "../check.ts";
import type { FileView } from "../source.ts";
import { endOfChain, startOfChain, unsetBehind } from "../unset-behind.ts";

const NO_MEMBER = /^Object has no member '(.*)'/;
const NO_FUNCTION = /^(?:(?:Value is not an object|Not a function): (.*)|not a function)$/;
const NOT_READ = /^Cannot read property '(.*)' of undefined(?: or null)?$/;

export const failedCall: Check = {
  id: "failed-call",
  *find(input): Generator<Finding> {
    const { outcome } = input;
    if (outcome.kind !== "failed" || outcome.phase !== "execute" || !outcome.error.position) return;
    if (unsetBehind(input).length > 0) return;
    const { message, position } = outcome.error;
    const place = tokenAt(input, position);
    const line = tokenAt(input, { ...position, column: 1 });
    if (!line) return;
    const { file } = line;
    const missing = NO_MEMBER.exec(message)?.[1];
    if (missing !== undefined) {
      const at = theOne(
        file,
        line.index,
        place?.index,
        (index) => file.text(index) === missing && file.isAfterDot(index),
      );
      if (at === null) return;
      const owner = ownerOf(file, at - 2);
      yield {
        at: file.tokens[at],
        severity: "error",
        message: `${owner} has no ${missing}, so it cannot be called.`,
        advice: `Check the spelling, and what ${owner} is here: a promise needs await first, and text has no methods of lists.`,
        rule: recorded("Calling a method that is not there fails with “Object has no member …”."),
      };
      return;
    }
    const noFunction = NO_FUNCTION.exec(message);
    if (noFunction) {
      const isCallee = (index: number) => file.text(index + 1) === "(" && file.tokens[index]?.kind === "name";
      const at = theOne(file, line.index, place?.index, isCallee);
      if (at === null) return;
      const called = ownerOf(file, at);
      yield {
        at: file.tokens[at],
        severity: "error",
        message: `${called} is ${noFunction[1] === undefined ? "" : `${noFunction[1].slice(0, 60)} here, and `}no function.`,
        advice: `Check what ${called} holds before it is called.`,
        rule: recorded("Calling what is no function fails with “Value is not an object: …”."),
      };
      return;
    }
    const read = NOT_READ.exec(message)?.[1];
    if (read === undefined || read === "value") return;
    const isRead = (index: number) => file.text(index) === read && file.text(index - 1) === ".";
    const at = theOne(file, line.index, place?.index, isRead);
    if (at === null) return;
    const owner = ownerOf(file, at - 2);
    yield {
      at: file.tokens[at],
      severity: "error",
      message: `${owner} has no value here, so .${read} cannot be read.`,
      advice: `Read it with ?. and a default: ${owner}?.${read} ?? …${/^event\b/.test(owner) ? "; or add it to the event of the scenario" : ""}.`,
      rule: recorded("Reading a member of what is missing fails with “Cannot read property …”."),
    };
  },
};

/** The only token that fits, in the expression at the place of the error or else on its line; null where several might be meant. */
function theOne(
  file: FileView,
  lineStart: number,
  place: number | undefined,
  test: (index: number) => boolean,
): number | null {
  const { line } = file.tokens[lineStart] ?? {};
  const onLine: number[] = [];
  for (let index = lineStart; file.tokens[index]?.line === line; index++) if (test(index)) onLine.push(index);
  if (place === undefined) return onLine.length === 1 ? (onLine[0] ?? null) : null;
  const end = endOfChain(file, place);
  const inChain = onLine.filter((index) => index >= place && index <= end);
  const found = inChain.length > 0 ? inChain : onLine;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The expression that ends at a token, as the author wrote it; long calls are shortened. */
function ownerOf(file: FileView, end: number): string {
  const text = file.tokens
    .slice(startOfChain(file, end), end + 1)
    .map((token) => token.text)
    .join("");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
