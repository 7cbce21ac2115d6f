/** A claim whose value was missing is written as null. */
import { type Check, type CheckInput, type Finding, recorded, tokenAt } from "../check.ts";
import type { FileView } from "../source.ts";

export const emptyClaim: Check = {
  id: "empty-claim",
  *find(input): Generator<Finding> {
    for (const effect of input.effects) {
      if (effect.kind !== "claim" || effect.value.text !== "null" || !effect.position) continue;
      const source = sourceOf(input, effect.position, effect.name);
      if (source === null) continue;
      yield {
        at: source.at,
        severity: "warning",
        message: `undefined was written to ${effect.name}, which becomes null in the token: ${source.text} has no value here.`,
        advice: `Give it a default: ${source.text} ?? …, or assign only when it is there.`,
        rule: recorded("A claim written as undefined reads back, and is issued, as null."),
      };
    }
  },
};

/** The member chain on the right of the assignment that wrote a claim; null for anything else, such as a plain null. */
function sourceOf(input: CheckInput, position: Parameters<typeof tokenAt>[1], name: string) {
  const place = tokenAt(input, { ...position, column: 1 });
  if (place === null) return null;
  const { file } = place;
  for (let index = place.index; file.tokens[index]?.line === position.line; index++) {
    const claims = file.claimsAt(index);
    const key = claims === null ? -1 : claims.end + 2;
    if (claims === null || file.text(key).replace(/^["']|["']$/g, "") !== name) continue;
    const equals = file.text(claims.end + 1) === "[" ? key + 2 : key + 1;
    if (file.text(equals) === "=") return chainAt(file, equals + 1);
  }
  return null;
}

function chainAt(file: FileView, start: number) {
  const at = file.tokens[start];
  if (at?.kind !== "name" || at.declaredAt === undefined) return null;
  let end = start;
  while (file.isMemberRead(end + 1)) end += 2;
  const next = file.tokens[end + 1];
  const isWhole =
    next === undefined || next.text === ";" || next.text === "}" || next.line > (file.tokens[end]?.line ?? 0);
  if (end === start || !isWhole || /^[.?([`]/.test(next?.text ?? "")) return null;
  const text = file.tokens
    .slice(start, end + 1)
    .map((token) => token.text)
    .join("");
  return { at, text };
}
