/** Finds what looks like a secret in the parts of a project that a link or a zip would carry, so that a person can be asked first. */
import type { OpenedScenarios, Project } from "../workflow/project.ts";
import type { Scenario } from "../workflow/scenario.ts";
import { TOKEN_NAMES, TOKENS } from "../workflow/token.ts";
import { TRIGGER_NAMES } from "../workflow/trigger.ts";
import { SECRET_RULES, type SecretKind } from "./secret-rules.ts";
import { toShareable } from "./shareable.ts";

/** One text of a project. `name`: the file, token, trigger, variable or localization key; for a mock its number, from 1. */
type SharedPart = {
  readonly kind: "file" | "token" | "event" | "env" | "mock" | "localization" | "name" | "expect";
  readonly name: string;
};

export type Finding = {
  readonly part: SharedPart;
  /** The part in plain words, e.g. "Fetch mock 2, body". */
  readonly where: string;
  /** 1-based, in that text. */
  readonly line: number;
  readonly kind: SecretKind;
  /** E.g. "a Stripe key". */
  readonly what: string;
  /** A few characters of it to know it by, the rest masked. */
  readonly excerpt: string;
};

/** More would not be read; the first ones tell enough. */
const MOST_FINDINGS = 100;

/** Shorter values of secret variables would be found in ordinary words. */
const LEAST_VALUE_CHARACTERS = 6;

const BEFORE_CHARACTERS = 512;

/** A shorter text is read by all rules in one step. */
const LONG_TEXT_CHARACTERS = 20_000;
const MATCHES_A_STEP = 100;

type PartText = { readonly part: SharedPart; readonly where: string; readonly text: string };
type Range = { readonly start: number; readonly end: number; readonly kind: SecretKind; readonly what: string };

/** In the order of the project's parts and of their lines; at most 100. */
export function findSecrets(project: Project): readonly Finding[] {
  const search = searchSecrets(project);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** The search in steps of a few milliseconds, of which it yields how much of it is done, from 0 to 1. */
export function* searchSecrets(project: Project): Generator<number, readonly Finding[]> {
  const secretValues = project.scenarios
    .flatMap(({ env }) => env)
    .filter(({ value, isSecret }) => isSecret && value.length >= LEAST_VALUE_CHARACTERS);
  const ownRules = secretValues.map(({ name, value }) => ({ value, what: `the value of the secret variable ${name}` }));
  const texts = textsOf(toShareable(project).project);
  const total = texts.reduce((sum, { text }) => sum + text.length, 1);
  const found: Finding[] = [];
  let read = 0;
  for (const { part, where, text } of texts) {
    const search = rangesIn(text, ownRules);
    let step = search.next();
    for (; !step.done; step = search.next()) yield (read + step.value * text.length) / total;
    read += text.length;
    let line = 1;
    let counted = 0;
    for (const { start, end, kind, what } of step.value) {
      for (let at = text.indexOf("\n", counted); at >= 0 && at < start; at = text.indexOf("\n", at + 1)) line++;
      counted = start;
      found.push({ part, where, line, kind, what, excerpt: mask(text.slice(start, end)) });
    }
    if (found.length >= MOST_FINDINGS) break;
  }
  return found.slice(0, MOST_FINDINGS);
}

function textsOf(project: Project): readonly PartText[] {
  return [
    ...project.files.flatMap(({ name, text }): PartText[] => [
      { part: { kind: "file", name }, where: name, text },
      { part: { kind: "file", name }, where: "The name of a file", text: name },
    ]),
    ...(project.opened ? [restOf(project.opened)] : []),
    ...project.scenarios.flatMap((scenario) => textsOfScenario(scenario, project.scenarios.length > 1)),
    ...project.scenarios.flatMap(({ name }): PartText[] =>
      project.scenarios.length > 1
        ? [{ part: { kind: "name", name }, where: "The name of a scenario", text: name }]
        : [],
    ),
  ];
}

/** Of the file that was opened what does not stand in the scenarios themselves: all that is another workflow's, else the comments. */
function restOf({ text: opened, ofWorkflow }: OpenedScenarios): PartText {
  const part = { kind: "file", name: "scenarios.json" } as const;
  if (ofWorkflow !== undefined) return { part, where: "scenarios.json", text: opened };
  const text = opened.replace(/"(?:[^"\\\n]|\\.)*"/g, (said) => " ".repeat(said.length));
  return { part, where: "Comments in scenarios.json", text };
}

function textsOfScenario(scenario: Scenario, isOneOfSeveral: boolean): readonly PartText[] {
  const texts: readonly PartText[] = [
    ...TOKEN_NAMES.map((name): PartText => {
      return { part: { kind: "token", name }, where: TOKENS[name].label, text: scenario.tokens[name]?.text ?? "" };
    }),
    ...TRIGGER_NAMES.map((name): PartText => {
      return { part: { kind: "event", name }, where: `Event of ${name}`, text: scenario.events[name] ?? "" };
    }),
    ...scenario.env.map(({ name, value }): PartText => {
      return { part: { kind: "env", name }, where: `Environment variable ${name}`, text: `${name}="${value}"` };
    }),
    ...scenario.mocks.flatMap(({ url, body, sentHeaders = "", sentBody = "" }, index): PartText[] => {
      const part: SharedPart = { kind: "mock", name: String(index + 1) };
      return [
        { part, where: `Fetch mock ${index + 1}, URL`, text: url },
        { part, where: `Fetch mock ${index + 1}, body`, text: body },
        { part, where: `Fetch mock ${index + 1}, headers`, text: sentHeaders },
        { part, where: `Fetch mock ${index + 1}, body of the request`, text: sentBody },
      ];
    }),
    ...scenario.localization.map(({ key, text }): PartText => {
      return { part: { kind: "localization", name: key }, where: `Localization ${key}`, text };
    }),
    { part: { kind: "expect", name: scenario.name }, where: "What is expected", text: scenario.expect },
  ];
  return isOneOfSeveral ? texts.map((each) => ({ ...each, where: `${scenario.name}: ${each.where}` })) : texts;
}

/** Without overlaps: where two rules match the same text the earlier rule, which is the surer one, has it. Yields how much is done, from 0 to 1. */
function* rangesIn(
  text: string,
  ownRules: readonly { readonly value: string; readonly what: string }[],
): Generator<number, readonly Range[]> {
  const found: Range[] = [];
  const add = (range: Range) => {
    if (!found.some(({ start, end }) => range.start < end && start < range.end)) found.push(range);
  };
  for (const { value, what } of ownRules) {
    for (
      let start = text.indexOf(value);
      start >= 0 && found.length < MOST_FINDINGS;
      start = text.indexOf(value, start + value.length)
    ) {
      add({ start, end: start + value.length, kind: "secret-value", what });
    }
  }
  for (const [index, { kind, what, pattern, accepts }] of SECRET_RULES.entries()) {
    let steps = 0;
    if (text.length > LONG_TEXT_CHARACTERS) yield index / SECRET_RULES.length;
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MOST_FINDINGS) break;
      if (++steps % MATCHES_A_STEP === 0) yield index / SECRET_RULES.length;
      const secret = match.groups?.["secret"] ?? "";
      const start = match.index + match[0].lastIndexOf(secret);
      const near = text.slice(Math.max(0, start - BEFORE_CHARACTERS), start);
      const before = near.slice(near.lastIndexOf("\n") + 1);
      if (accepts?.(secret, before) ?? true) add({ start, end: start + secret.length, kind, what });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** At most its first eight characters and never more than a quarter of it. */
function mask(secret: string): string {
  const [firstLine = ""] = secret.split("\n");
  if (firstLine.startsWith("-----BEGIN")) return firstLine;
  return `${firstLine.slice(0, Math.min(8, Math.floor(secret.length / 4)))}••••••`;
}
