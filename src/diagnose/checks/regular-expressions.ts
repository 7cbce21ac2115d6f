/** Regular expressions that production reads differently from a browser. */
import { type Check, type CheckInput, eachToken, type Finding, recorded } from "../check.ts";
import type { SourceToken } from "../../workflow/source-token.ts";
import type { FileView } from "../source.ts";

const hasNamedGroup = ({ tokens }: FileView) =>
  tokens.some((token) => (token.kind === "regexp" || token.kind === "string") && /\(\?<[^=!]/.test(token.text));

export const namedGroups: Check = {
  id: "regexp-named-groups",
  *find(input) {
    yield* eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "groups") return null;
      const isRead = file.isAfterDot(index) && isMatch(file, index - 2);
      const isTaken =
        /^[{,]$/.test(file.text(index - 1)) && /^[},:=]$/.test(file.text(index + 1)) && isOfMatch(file, index);
      if ((!isRead && !isTaken) || !hasNamedGroup(file)) return null;
      return {
        at: token,
        severity: "error",
        message: "Named groups match in production, but match.groups is undefined.",
        advice: "Read the groups by number: match[1], match[2].",
        rule: recorded("A match has no groups property."),
      };
    });
  },
};

const MATCHES = /^(exec|match|matchAll)$/;

/** Whether the value that ends at a token is a match: the call that gives one, or a variable that is given one. */
function isMatch(file: FileView, end: number): boolean {
  if (file.text(end) === "]") return isMatch(file, file.openOf(end) - 1);
  if (file.text(end) === ")") {
    const open = file.openOf(end);
    return MATCHES.test(file.text(open - 1)) || (file.text(open - 1) !== "]" && isMatch(file, end - 1));
  }
  if (file.isAfterDot(end)) return false;
  return file.usesOf(end).some((use) => {
    const after = file.text(use + 1);
    return (after === "=" || after === "of") && givesMatch(file, use + 2);
  });
}

/** Whether a pattern takes a match apart. */
function isOfMatch(file: FileView, index: number): boolean {
  let open = index;
  while (open > 0 && file.text(open) !== "{") open--;
  const close = file.closeOf(open);
  return /^(=|of)$/.test(file.text(close + 1)) && givesMatch(file, close + 2);
}

/** Whether the expression at a token calls for a match, or names one. */
function givesMatch(file: FileView, start: number): boolean {
  for (let at = start; at < file.tokens.length; at++) {
    if (at > start && file.tokens[at]?.line !== file.tokens[at - 1]?.line && !file.isAfterDot(at + 1)) return false;
    if (/^[;{}]$/.test(file.text(at))) return false;
    if (MATCHES.test(file.text(at)) && file.isAfterDot(at)) return true;
    const isName = file.tokens[at]?.kind === "name" && !file.isAfterDot(at) && file.text(at + 1) !== ".";
    const held = isName ? file.initialiserOf(at) : -1;
    if (held >= 0 && held < start && givesMatch(file, held)) return true;
  }
  return false;
}

export const groupReplacement: Check = {
  id: "regexp-group-replacement",
  find: (input) =>
    eachToken(input, (file, _index, token): Finding | null =>
      (token.kind === "string" || token.kind === "template") && /\$<\w+>/.test(token.text) && hasNamedGroup(file)
        ? {
            at: token,
            severity: "error",
            message: "Production leaves $<name> in a replacement as it stands.",
            advice: "Write $1, $2, or pass a function.",
            rule: recorded("Replacement texts know numbered groups only."),
          }
        : null,
    ),
};

export const unicodeProperty: Check = {
  id: "regexp-unicode-property",
  find: (input) =>
    eachToken(input, (_file, _index, token): Finding | null =>
      token.kind === "regexp" && /\\[pP]/.test(token.text.replace(/\\\\/g, ""))
        ? {
            at: token,
            severity: "error",
            message:
              "Production reads \\p{…} as the letter p and text in braces, so it matches no class of characters.",
            advice: "List the ranges you need, for example [A-Za-zÀ-ž].",
            rule: recorded("Unicode property escapes are not known to the engine’s regular expressions."),
          }
        : null,
    ),
};

/** Letters beyond ASCII that an ASCII letter stands for where case does not count: long s, dotted and dotless i, the Kelvin sign. */
const holdsFoldedLetter = ({ kind, text }: SourceToken) =>
  (kind === "string" || kind === "template") && /[\u017f\u0130\u0131\u212a]|\\u(?:017f|013[01]|212a)/i.test(text);

/** `\s`, `\w` or `/i` beyond ASCII differ in details under the u flag. */
export const unicodeFolding: Check = {
  id: "regexp-unicode-folding",
  find: (input: CheckInput) =>
    eachToken(input, (file, _index, token): Finding | null => {
      if (token.kind !== "regexp" || !/\/[a-z]*i[a-z]*$/.test(token.text)) return null;
      if (!/[^\0-\x7f]|\\u/.test(token.text) && !file.tokens.some(holdsFoldedLetter)) return null;
      return {
        at: token,
        severity: "info",
        message: "Letters beyond ASCII compare without case by other rules than in a browser.",
        advice: "Lower-case both sides first: text.toLowerCase().",
        rule: recorded("Case folding is that of Go’s regexp package, so that for example ſ matches s."),
      };
    }),
};

/** Only with these does production’s engine try one way after another. */
const LOOKS_AROUND = /\(\?(?:[=!]|<[=!])|\\[1-9k]/;
/** A repeated group in which a repeat may border on its own next round: nothing else has to match between them. */
const REPEATED_REPEAT =
  /\((?:\?:|\?<\w+>)?(?:[^()]*\|)?(?=[^()|]*[+*])(?:[^()|+*?{}][+*?]\??)+(?:\|[^()]*)?\)(?:[+*]|\{\d+,)/;

export const backtracking: Check = {
  id: "regexp-backtracking",
  find: (input) =>
    eachToken(input, (_file, _index, token): Finding | null => {
      if (token.kind !== "regexp") return null;
      const pattern = token.text.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
      if (!REPEATED_REPEAT.test(pattern)) return null;
      const isBothHere = LOOKS_AROUND.test(token.text);
      if (!isBothHere && input.outcome.kind !== "interrupted") return null;
      return {
        at: token,
        severity: "warning",
        message: isBothHere
          ? "A repeat inside a repeat can take for ever on a long text, and in production the time limit does not stop it."
          : "A repeat inside a repeat can take for ever here on a long text. Production’s engine reads this one without trying every way.",
        advice: "Repeat only once, or check the length of the text first.",
        rule: recorded(
          "With lookarounds or back-references the engine backtracks without looking at the time limit; without them it never backtracks.",
        ),
      };
    }),
};

export const unicodeEscape: Check = {
  id: "regexp-unicode-escape",
  find: (input) =>
    eachToken(input, (_file, _index, token): Finding | null => {
      if (token.kind !== "regexp" || !/\/[a-z]*u[a-z]*$/.test(token.text)) return null;
      const needless = escapesOf(token.text).find(
        ({ char, isInClass }) => !KEPT.test(char) && !(char === "-" && isInClass),
      );
      if (needless === undefined) return null;
      return {
        at: token,
        severity: "warning",
        message: `Production accepts \\${needless.char} under the u flag; the playground’s engine, like a browser, does not.`,
        advice: `Write ${needless.char} without the backslash, or leave the u flag out.`,
        rule: recorded("Needless escapes are read as the character itself, with u as well."),
      };
    }),
};

/** What may stand behind a backslash under u (ECMA-262); in a class a dash as well. */
const KEPT = /[\^$\\.*+?()[\]{}|/\dbBdDsSwWpPfnrtvcxuk]/;

function escapesOf(literal: string): readonly { readonly char: string; readonly isInClass: boolean }[] {
  let isInClass = false;
  return [...literal.matchAll(/\\(.)|[[\]]/g)].flatMap(([part, char]) => {
    if (char !== undefined) return [{ char, isInClass }];
    isInClass = part === "[";
    return [];
  });
}

/** A group with a name of its own in a group that is repeated, beside other ways. */
export const repeatedGroups: Check = {
  id: "regexp-repeated-groups",
  find: (input) =>
    eachToken(input, (_file, _index, token): Finding | null =>
      token.kind === "regexp" &&
      /\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)[*+{]/.test(token.text) &&
      /\((?:\?:)?(?:[^()\\]|\\.)*(?:\((?!\?)(?:[^()\\]|\\.)*\)(?:[^()\\]|\\.)*)+(?:\|(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*|\?[^()]*)\)[*+{]/.test(
        token.text,
      )
        ? {
            at: token,
            severity: "warning",
            message: "In production a group inside a repeated group keeps what an earlier round captured.",
            advice: "Match one part at a time, with matchAll.",
            rule: recorded("Go’s expressions do not empty the groups of a round that did not take part."),
          }
        : null,
    ),
};
