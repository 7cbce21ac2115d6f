/** What the engine’s own words for a failure mean, and what to do: by the first line of what production tells. */
import { nearest } from "../workflow/json-shape.ts";
import { textBetween, theOne, tokensOfLine } from "./failing-expression.ts";
import type { FileView } from "./source.ts";
import { endOfChain, startOfChain } from "./unset-variables.ts";

/** Where a run failed: the first token of the line, and the token at the column. */
export type Place = { readonly file: FileView; readonly lineStart: number; readonly index: number | undefined };
type Words = { readonly message: string; readonly advice: string };
type Row = { readonly text: RegExp; readonly words: (place: Place, match: RegExpExecArray) => Words };

const NO_COPY = "Write a copy instead: { ...object, name: value }.";

export const ENGINE_MESSAGES: readonly Row[] = [
  {
    text: /^reflect: call of reflect\.Value\.Set/,
    words: () => ({
      message: "An invalid Date leaves the workflow here: the host fails on it, and no catch sees that.",
      advice: "Ask first: Number.isNaN(date.getTime()), and write null, or nothing, where it is.",
    }),
  },
  {
    text: /^ReferenceError: ([\p{L}$_][\p{L}\p{N}$_]*) is not defined$/u,
    words: ({ file }, [, name = ""]) => {
      const names = new Set(
        file.tokens.filter(({ declaredAt }) => typeof declaredAt === "number").map(({ text }) => text),
      );
      const near = name.length > 3 && !names.has(name) ? nearest(name, [...names]) : null;
      return {
        message: names.has(name)
          ? `${name} is declared in another block or function, and not here.`
          : `${name} is declared nowhere in this file.`,
        advice: names.has(name)
          ? `Declare ${name} before that block, or in this function.`
          : near === null
            ? `Check the spelling, or declare or import ${name}.`
            : `Did you mean ${near}?`,
      };
    },
  },
  {
    text: /^ReferenceError: Cannot access a variable before initialization/,
    words: () => ({
      message: "A const, let or class is used here before the line that declares it has run.",
      advice: "Move the declaration above the first use or call.",
    }),
  },
  {
    text: /^TypeError: Converting circular structure to JSON/,
    words: () => ({
      message: "The value refers back to itself, which JSON cannot hold.",
      advice: "Pick the members that are needed into a new object.",
    }),
  },
  {
    text: /^RangeError: Invalid time value/,
    words: () => ({
      message: "This Date is invalid: what it was made from is no date or time.",
      advice: "Ask first: Number.isNaN(date.getTime()); and write texts as 2024-01-02T03:04:05Z.",
    }),
  },
  {
    text: /^\[object \w+\]$/,
    words: () => ({
      message: "What is thrown is no Error, so that Kinde’s log says neither what happened nor where.",
      advice: 'Throw an Error with words: throw new Error("…").',
    }),
  },
  {
    text: /^AggregateError$/,
    words: () => ({
      message: "None of the promises was fulfilled, and the log does not say why.",
      advice: "Catch it and tell its reasons: error.errors holds them.",
    }),
  },
  {
    text: /^TypeError: Value is not a constructor/,
    words: ({ file, lineStart, index }) => {
      const at = theOne(file, lineStart, index, (one) => file.text(one - 1) === "new");
      return {
        message: `${at === null ? "What stands behind new" : textBetween(file, at, endOfName(file, at))} is no class, so new cannot make anything of it.`,
        advice:
          "Arrow functions, async functions and methods have no new: call it, or check that the class is imported.",
      };
    },
  },
  {
    text: /^TypeError: Class constructor cannot be invoked without 'new'/,
    words: () => ({ message: "A class is called here like a function.", advice: "Write new before it: new Name(…)." }),
  },
  {
    text: /^TypeError: Class extends value is not a constructor/,
    words: () => ({
      message: "What stands behind extends is no class here.",
      advice: "Check that it is imported and declared above.",
    }),
  },
  {
    text: /^TypeError: Expecting a function in instanceof check/,
    words: () => ({
      message: "What stands behind instanceof is no class here.",
      advice: 'Compare with a class, or ask for a member of its own: "code" in error.',
    }),
  },
  {
    text: /^TypeError: object is not iterable/,
    words: (place) => ({
      message: `${behind(place, isWalked) ?? "What is spread, walked or taken apart as a list here"} is no list.`,
      advice: "Of a plain object take Object.entries(object), Object.keys(object) or Object.values(object).",
    }),
  },
  {
    text: /^TypeError: Cannot convert undefined or null to object/,
    words: (place) => {
      const missing = missingAt(place);
      return {
        message: `${missing?.text ?? "What is spread, walked, written to or given here"} is undefined or null, and ${missing?.needs ?? "an object or a list is needed"}.`,
        advice: missing?.advice ?? "Give it a default: ?? [] for a list, ?? {} for an object.",
      };
    },
  },
  {
    text: /^TypeError: Value is not object coercible/,
    words: (place) => ({
      message: `${behind(place, takenApart) ?? "What a pattern such as { name } takes apart here"} is undefined or null.`,
      advice: "Give it a default: const { name } = value ?? {}, or for a parameter ({ name } = {}).",
    }),
  },
  {
    text: /^TypeError: Cannot assign to read only property '(.*)'/,
    words: (_, [, name = ""]) => ({
      message: `${name.slice(0, 60)} cannot be written: its object is frozen, it has a getter only, or it is a letter of a text.`,
      advice: NO_COPY,
    }),
  },
  {
    text: /^TypeError: Cannot add property (.*), object is not extensible/,
    words: (_, [, name = ""]) => ({
      message: `${name.slice(0, 60)} cannot be added: the object is frozen, sealed or closed.`,
      advice: NO_COPY,
    }),
  },
  {
    text: /^TypeError: Receiver is not an object: (.*)/,
    words: (_, [, value = ""]) => ({
      message: `Members cannot be written to ${value.slice(0, 60)}, which is no object.`,
      advice: "Make an object that holds both.",
    }),
  },
  {
    text: /^TypeError: No initial value/,
    words: () => ({
      message: "The list is empty, and reduce has nothing to begin with.",
      advice: 'Give reduce a second argument, such as 0, "" or {}.',
    }),
  },
  {
    text: /^TypeError: RegExp doesn't have global flag set/,
    words: () => ({
      message: "matchAll and replaceAll need an expression with the flag g.",
      advice: "Write g behind it: /…/g.",
    }),
  },
  {
    text: /^TypeError: URL is not absolute/,
    words: () => ({
      message: "The address lacks its scheme and host.",
      advice: 'Write https://… before it, or give a base: new URL(path, "https://api.example.com").',
    }),
  },
  {
    text: /^TypeError: Cannot mix BigInt and other types/,
    words: () => ({
      message: "A BigInt meets an ordinary number here.",
      advice: "Make both the same: Number(big), or BigInt(number).",
    }),
  },
  {
    text: /^RangeError: Invalid array length/,
    words: () => ({
      message: "A list cannot have a length below 0, with a fraction, or above 4,294,967,295.",
      advice: "Check the number that the length comes from.",
    }),
  },
];

const endOfName = (file: FileView, start: number): number => {
  let end = start;
  while (file.isAfterDot(end + 2)) end += 2;
  return end;
};

/** The only expression of the line behind such a token, as the author wrote it. */
function behind({ file, lineStart }: Place, isBefore: (file: FileView, index: number) => boolean): string | null {
  const found = tokensOfLine(file, lineStart).filter((index) => isBefore(file, index) && isExpression(file, index + 1));
  const [only] = found;
  return found.length === 1 && only !== undefined ? textBetween(file, only + 1, endOfChain(file, only + 1)) : null;
}

const isExpression = (file: FileView, index: number) => /^(?:name|keyword)$/.test(file.tokens[index]?.kind ?? "");

/** Before what is spread, walked by `for`, or taken apart as a list. */
function isWalked(file: FileView, index: number): boolean {
  const text = file.text(index);
  if (text === "...") return /^[[(,]$/.test(file.text(index - 1));
  return text === "="
    ? file.text(index - 1) === "]" && isPattern(file, index - 1)
    : text === "of" && isExpression(file, index);
}

const takenApart = (file: FileView, index: number) => file.is(index - 1, "}", "=");

type Missing = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly needs: string;
  readonly advice: string;
};

/** What is missing at the place, or else the only thing that may be on its line. */
function missingAt({ file, lineStart, index: place }: Place): Missing | null {
  const all = tokensOfLine(file, lineStart).flatMap((index) => missingFrom(file, index) ?? []);
  const there = all.filter(({ start, end }) => place !== undefined && start <= place && place <= end);
  if (there.length === 0) return all.length === 1 ? (all[0] ?? null) : null;
  return there.reduce((inner, one) => (one.end - one.start < inner.end - inner.start ? one : inner));
}

function missingFrom(file: FileView, index: number): Missing | null {
  const next = index + 1;
  if (isWalked(file, index) && isExpression(file, next)) {
    const end = endOfChain(file, next);
    const text = textBetween(file, next, end);
    return { start: next, end, text, needs: "a list is needed", advice: `Give it a default: ${text} ?? [].` };
  }
  if (/^(?:Object|Array)$/.test(file.text(index)) && file.text(next) === "." && file.text(index + 3) === "(") {
    const name = textBetween(file, index, index + 2);
    const text = `What ${name} is given`;
    const advice = `Give it a default: ${name}(value ?? {}).`;
    return { start: index, end: index + 2, text, needs: "an object or a list is needed", advice };
  }
  const target = index - 1;
  const isMember = file.isAfterDot(target);
  if (file.text(index) !== "=" || !(isMember || (file.text(target) === "]" && !isPattern(file, target)))) return null;
  const start = startOfChain(file, target);
  const text = textBetween(file, start, isMember ? target - 2 : file.openOf(target) - 1);
  const advice = `Make it first: ${text} = ${text} ?? {}.`;
  return { start, end: target, text, needs: "nothing can be written to it", advice };
}

/** Whether a bracket ends a pattern, as in `const [a] =`. */
function isPattern(file: FileView, end: number): boolean {
  return file.text(end) === "]" && /^(?:const|let|var|,|\(|\{|\}|;|)$/.test(file.text(file.openOf(end) - 1));
}
