/** Object rest of an object that has a key beyond ASCII, which the engine cannot take. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";
import type { FileView } from "../source.ts";
import type { SourceToken } from "../../workflow/source-token.ts";

export const restOfForeignKeys: Check = {
  id: "rest-of-foreign-keys",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.kind !== "name" || file.text(index - 1) !== "..." || file.text(index + 1) !== "}") return null;
      if (token.declaredAt !== token.start) return null;
      const key = foreignKeyMet(file, index + 1);
      return key
        ? {
            at: token,
            severity: "warning",
            message: `Production’s engine crashes when …${token.text} meets an object with a key beyond ASCII, such as ${key.text}.`,
            advice: "Copy the object and delete what should not be in it, or give the key an ASCII name.",
            rule: recorded(
              "Object rest with any non-ASCII key: runtime error: hash of unhashable type goja.unicodeString.",
            ),
          }
        : null;
    }),
};

/** A key of the object that the pattern closed at `close` takes apart, as far as the file shows which one that is. */
function foreignKeyMet(file: FileView, close: number): SourceToken | null {
  const after = file.text(close + 1);
  if (after === "=") return keyOf(file, close + 2) ?? (isParameter(file, close) ? keyPassed(file, close) : null);
  if (after === "of") return file.isMemberRead(close + 3) ? null : keyOfElement(file, close + 2);
  return after === ")" || after === "," ? keyPassed(file, close) : null;
}

/** How many variables are followed: one may hold another, or itself. */
const MAX_STEPS = 5;

/** A key beyond ASCII of the value at a token: an object written there, or a variable that holds one. */
function keyOf(file: FileView, start: number, steps = MAX_STEPS): SourceToken | null {
  if (steps === 0) return null;
  let at = start;
  while (file.text(at) === "(" || file.text(at) === "await") at++;
  if (file.text(at) === "{") return keyOfLiteral(file, at, steps);
  if (file.tokens[at]?.kind !== "name" || /^(\.|\?\.|\[|\()$/.test(file.text(file.endOfName(at) + 1))) return null;
  const held = file.initialiserOf(at);
  const own = held >= 0 ? keyOf(file, held, steps - 1) : null;
  return own ?? keyWritten(file, at);
}

function keyOfLiteral(file: FileView, open: number, steps: number): SourceToken | null {
  for (const { start, end } of file.argumentsOf(open)) {
    const at = file.text(start) === "[" ? start + 1 : start;
    const token = file.tokens[at];
    if (token && isForeign(token)) return token;
    if (file.text(start) !== "..." || end <= start + 1) continue;
    const spread = keyOf(file, start + 1, steps - 1);
    if (spread) return spread;
  }
  return null;
}

/** A key that is given to the variable later on: `labels.größe = 1`, `labels["größe"] = 1`. */
function keyWritten(file: FileView, index: number): SourceToken | null {
  for (const use of file.usesOf(index)) {
    const end = file.endOfName(use);
    const at = end + 2;
    const token = file.tokens[at];
    const isWritten = file.text(end + 1) === "." ? file.text(at + 1) === "=" : file.is(at + 1, "]", "=");
    if (token && isWritten && /^[.[]$/.test(file.text(end + 1)) && isForeign(token)) return token;
  }
  return null;
}

/** Of the objects in a list. */
function keyOfElement(file: FileView, start: number): SourceToken | null {
  const list = file.text(start) === "[" ? start : file.initialiserOf(start);
  if (file.text(list) !== "[") return null;
  for (const { start: element } of file.argumentsOf(list)) {
    const key = keyOf(file, element);
    if (key) return key;
  }
  return null;
}

function isParameter(file: FileView, close: number): boolean {
  return /^[(,]$/.test(file.text(file.openOf(close) - 1));
}

/** Of what the calls of a function pass where it has the pattern, or of the list whose method calls it. */
function keyPassed(file: FileView, close: number): SourceToken | null {
  let list = file.openOf(close) - 1;
  let position = 0;
  while (list > 0 && file.text(list) !== "(") {
    const text = file.text(list);
    if (text === ",") position++;
    list = /^[)\]}]$/.test(text) ? file.openOf(list) - 1 : list - 1;
  }
  const before = file.text(list - 1) === "async" ? list - 2 : list - 1;
  const name = file.text(before) === "=" ? before - 1 : before;
  if (file.text(before) === "(" && file.isAfterDot(before - 1) && position === 0) {
    const end = before - 3;
    return keyOfElement(file, file.text(end) === "]" ? file.openOf(end) : end);
  }
  if (file.tokens[name]?.kind !== "name" || file.declarationOf(name) !== name) return null;
  for (const use of file.usesOf(name)) {
    const passed = use !== name && file.text(use + 1) === "(" ? file.argumentsOf(use + 1)[position] : undefined;
    const key = passed ? keyOf(file, passed.start) : null;
    if (key) return key;
  }
  return null;
}

const isForeign = ({ kind, text }: SourceToken): boolean =>
  /[^\0-\x7f]/.test(text) && (kind === "name" || kind === "string");
