/** A call of something that is no function: names what was called. */
import { type Check, type Finding, recorded, tokenAt } from "../check.ts";
import { ownerOf, theOne } from "../failing-expression.ts";
import { missingMember } from "./missing-member.ts";
import type { FileView } from "../source.ts";
import { startOfChain, unsetVariablesBehind } from "../unset-variables.ts";

const NO_MEMBER = /^Object has no member '(.*)'/;
const NO_FUNCTION = /^(?:(?:Value is not an object|Not a function): (.*)|not a function)$/;
const NOT_READ = /^Cannot read property '(.*)' of undefined(?: or null)?$/;

export const failedCall: Check = {
  id: "failed-call",
  *find(input): Generator<Finding> {
    const { outcome } = input;
    if (outcome.kind !== "failed" || outcome.phase !== "execute" || !outcome.error.position) return;
    if (unsetVariablesBehind(input).length > 0) return;
    const { message, position } = outcome.error;
    const place = tokenAt(input, position);
    const line = tokenAt(input, { ...position, column: 1 });
    if (!line) return;
    const { file } = line;
    const missing = NO_MEMBER.exec(message)?.[1];
    if (missing !== undefined) {
      const isToldBetter = [...missingMember.find(input)].some(
        ({ at }) => at?.file === file.name && at.line === position.line,
      );
      if (isToldBetter) return;
      const at = theOne(
        file,
        line.index,
        place?.index,
        (index) => file.text(index) === missing && file.isAfterDot(index),
      );
      if (at === null) {
        const computed = theOne(file, line.index, place?.index, (index) => file.is(index, "]", "("));
        if (computed === null) return;
        const owner = ownerOf(file, file.openOf(computed) - 1);
        yield {
          at: file.tokens[computed],
          severity: "error",
          message: `${owner} has no member “${missing.slice(0, 60)}”, so it cannot be called.`,
          advice: `Ask first whether it is there: ${owner}[name]?.(…).`,
          rule: recorded("Calling a method that is not there fails with “Object has no member …”."),
        };
        return;
      }
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
      const isCallee = (index: number) =>
        file.tokens[index]?.kind === "name" && (file.text(index + 1) === "(" || file.is(index + 1, "?.", "("));
      const at = theOne(file, line.index, place?.index, isCallee);
      if (at === null || TAKES_KEYS.test(file.text(at))) return;
      yield {
        at: file.tokens[at],
        severity: "error",
        ...wordsForCall(file, at, noFunction[1]?.slice(0, 60)),
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

/** Built-in functions that call what they are given. */
const CALLS_BACK =
  /^(?:map|forEach|filter|find|findIndex|findLast|findLastIndex|some|every|reduce|reduceRight|flatMap|sort|toSorted|from|Promise)$/;
const BUILT_IN = /^(?:Object|Reflect|Promise|Array|Map|Set|WeakMap|WeakSet|Proxy|JSON)$/;
/** Of a WeakMap or a WeakSet these refuse a key that is no object, in the same words. */
const TAKES_KEYS = /^(?:set|add)$/;
/** Those that take pairs of a key and a value. */
const TAKES_PAIRS = /^(?:Map|WeakMap|fromEntries)$/;

function wordsForCall(file: FileView, at: number, value: string | undefined) {
  const called = ownerOf(file, at);
  const name = file.text(at);
  const isNew = file.text(startOfChain(file, at) - 1) === "new";
  if (TAKES_PAIRS.test(name) && (isNew || called === "Object.fromEntries")) {
    return {
      message: `What ${called} is given is no list of pairs.`,
      advice: 'Each item has to be a list of a key and a value: [["plan", "gold"]].',
    };
  }
  const start = startOfChain(file, at);
  if (BUILT_IN.test(file.text(start)) && file.isGlobal(start) && !CALLS_BACK.test(name)) {
    return {
      message: `What ${called} is given is ${value ?? "nothing"}, and an object is needed.`,
      advice: `Check what ${called} is given.`,
    };
  }
  if (CALLS_BACK.test(name) && (isNew || file.isAfterDot(at))) {
    return {
      message: `What ${called} is given to call is ${value === undefined ? "" : `${value}, and `}no function.`,
      advice: `Give ${called} a function: (item) => ….`,
    };
  }
  return {
    message: `${called} is ${value === undefined ? "" : `${value} here, and `}no function.`,
    advice: `Check what ${called} holds before it is called.`,
  };
}
