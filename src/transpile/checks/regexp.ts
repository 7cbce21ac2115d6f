/** Finds what production's regular expressions refuse: their flags, groups and repeats are those of goja on top of Go's regexp package. */

type RegExpProblem = { readonly message: string; readonly advice: string; readonly productionText: string };

const FLAGS = "gimsuy";
/** Go's regexp package refuses a larger count, also as the product of nested ones (regexp/syntax, maxRepeat). */
const MAX_REPEAT = 1000;

/** @param literal as written, `/…/flags`. */
export function problemInRegExp(literal: string): RegExpProblem | null {
  const end = literal.lastIndexOf("/");
  const pattern = literal.slice(1, end);
  const flags = literal.slice(end + 1);
  for (const flag of flags) {
    if (!FLAGS.includes(flag)) return unknownFlag(flag);
  }
  const outside = withoutClasses(pattern);
  if (/\(\?[^=!<:]/.test(outside)) {
    return {
      message: "Kinde’s regular expressions know no modifiers inside a group, such as (?i:…)",
      advice: "Put the flag on the whole expression (/…/i), or spell both cases out: [aA].",
      productionText: "Invalid group",
    };
  }
  const backtracks = /\(\?<?[=!]|\\[1-9k]/.test(outside) || /\\S[^\]]*\]/.test(pattern);
  if (!backtracks && largestRepeat(outside) > MAX_REPEAT) {
    return {
      message: `Kinde’s regular expressions repeat at most ${MAX_REPEAT} times`,
      advice: "Leave the bound open ({n,}) and check the length in code.",
      productionText: "Invalid regular expression (re2): invalid repeat count",
    };
  }
  return null;
}

function unknownFlag(flag: string): RegExpProblem {
  return {
    message: `Kinde’s regular expressions have no flag ${flag}`,
    advice:
      flag === "d"
        ? "Leave the flag out and work places out from match.index and the lengths of the groups."
        : flag === "v"
          ? "Write the flag u instead, and sets as plain character classes."
          : "The flags are g, i, m, s, u and y.",
    productionText: `Invalid flags supplied to RegExp constructor '${flag}'`,
  };
}

/** The pattern with escapes and character classes replaced by letters, so that brackets and braces mean what they are. */
function withoutClasses(pattern: string): string {
  return pattern.replace(/\\(?:[ux]\{[^}]*\}|[pP]\{[^}]*\}|[^1-9k])/g, "x").replace(/\[(?:[^\]\\]|\\.)*\]/g, "x");
}

/** The largest product of counted repeats that stand inside one another. */
function largestRepeat(pattern: string): number {
  const open: number[] = [1];
  let largest = 1;
  let inner = 1;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index];
    if (character === "(") {
      open.push(1);
      inner = 1;
    } else if (character === ")") {
      inner = open.pop() ?? 1;
    } else if (character === "{") {
      const [whole, least = "", most] = /^\{(\d+)(?:,(\d*))?\}/.exec(pattern.slice(index)) ?? [];
      if (whole === undefined) continue;
      const count = Math.max(Number(least), Number(most ?? 0)) * inner;
      largest = Math.max(largest, count);
      open[open.length - 1] = Math.max(open.at(-1) ?? 1, count);
      index += whole.length - 1;
      inner = 1;
    } else if (!/[?*+]/.test(character ?? "")) inner = 1;
  }
  return largest;
}
