/** The page's own readers and a generator of hostile shapes for them: each must take time in proportion to its input, whatever stands in it. */
import { diffClaims } from "../../src/claims/diff-claims.ts";
import { encodeClaimsSet } from "../../src/claims/encode-claims-set.ts";
import { nestedChanges } from "../../src/claims/nested-changes.ts";
import { diagnose } from "../../src/diagnose/diagnose.ts";
import { codeBlocks } from "../../src/embed/code-blocks.ts";
import { decodeJwt } from "../../src/jwt/decode-jwt.ts";
import { MockSearch } from "../../src/sandbox/bindings/mock-search.ts";
import { findSecrets } from "../../src/share/find-secrets.ts";
import { fromFile } from "../../src/share/kinde-repository.ts";
import { decodeLink, encodeProject, LinkTooLargeError } from "../../src/share/link.ts";
import { toMarkdown } from "../../src/share/markdown.ts";
import { readScenarioFile } from "../../src/share/scenario-json/read.ts";
import { readStoredProject } from "../../src/store/read-stored-project.ts";
import { transpile } from "../../src/transpile/transpile.ts";
import { CodeFieldMarkup } from "../../src/views/editor/CodeFieldMarkup.tsx";
import { highlight, highlightJson } from "../../src/views/editor/highlight.ts";
import { partAt } from "../../src/views/editor/text-parts.ts";
import { drawStatic } from "../../src/views/first-paint/draw-static.ts";
import { matchExamples } from "../../src/views/header/match-examples.ts";
import { changedLines } from "../../src/views/own-work/changed-lines.ts";
import { foldText } from "../../src/views/parts/fold-text.ts";
import { toVisiblePieces } from "../../src/views/parts/visible-pieces.ts";
import { isHostStackEnd } from "../../src/workflow/host-stack.ts";
import { parseJsonText } from "../../src/workflow/parse-json-text.ts";
import { createProject } from "../../src/workflow/project.ts";
import { createRedactor } from "../../src/workflow/redact-secrets.ts";
import type { GuestValue } from "../../src/workflow/execution.ts";
import type { RunResult } from "../../src/workflow/run-result.ts";
import { parseSettings } from "../../src/workflow/settings.ts";

type Reader = (text: string) => unknown;

const projectWith = (text: string) =>
  createProject([{ name: "Workflow.ts", text }], { env: [{ name: "SECRET", value: "aaaaaaaa", isSecret: true }] });
const redactor = createRedactor(["aaaaaaaa", "p@ss/word&1"]);
const guestValue = (text: string): GuestValue => ({ text: JSON.stringify(text), problem: null });

function claimsResult(text: string): RunResult {
  const base = [{ name: "sub", json: '"kp_1"' }];
  const effects = [{ kind: "claim", token: "accessToken", name: text, value: guestValue(text) }] as const;
  const diff = diffClaims({ token: "accessToken", base, effects, dropCustom: false, untouchable: false });
  encodeClaimsSet(diff.issued);
  return {
    trigger: "user:tokens_generation",
    signIn: { sentence: text },
    tokens: [{ name: "accessToken", changes: diff.changes }],
  } as unknown as RunResult;
}

/** Each reads a text that somebody else may have written. */
const READERS: { readonly [name: string]: Reader } = {
  highlighter: (text) => highlight(text),
  "highlighter of JSON": (text) => highlightJson(text),
  "code of an embed": (text) => codeBlocks(text, "Workflow.ts"),
  "first paint": (text) =>
    drawStatic(CodeFieldMarkup({ tokens: highlight(text), lineCount: 1, firstLine: 1, wraps: false })),
  "tokeniser and bundle": (text) => transpile([{ name: "Workflow.ts", text }], "Workflow.ts"),
  diagnostics: (text) =>
    diagnose({
      files: [{ name: "Workflow.ts", text }],
      settings: parseSettings(undefined),
      trigger: "user:tokens_generation",
      effects: [],
      outcome: { kind: "completed" } as RunResult["outcome"],
    }),
  "search for secrets": (text) => findSecrets(projectWith(text)),
  "masking of secrets": (text) => redactor.effect({ kind: "log", level: "info", args: [guestValue(text)] }),
  "damaged link": (text) => decodeLink(`wf1.${text}`),
  link: (text) => {
    try {
      return decodeLink(encodeProject(projectWith(text)));
    } catch (error) {
      if (error instanceof LinkTooLargeError) return null;
      throw error;
    }
  },
  "kept work": (text) =>
    readStoredProject({ files: [{ name: text, text }], tokens: {}, events: {}, env: [], mocks: [] }),
  "JSON with places": (text) => parseJsonText(text, "unique"),
  "JSON in a text": (text) => parseJsonText(JSON.stringify([text]), "unique"),
  "scenarios.json": (text) => readScenarioFile(text),
  "dropped file": (text) => fromFile("Workflow.ts", text),
  "pasted token": (text) => decodeJwt(text),
  "token of a text": (text) =>
    decodeJwt(`eyJhbGciOiJub25lIn0.${btoa(unescape(encodeURIComponent(toWellFormed(text))))}.`),
  "diff of claims, as Markdown": (text) => toMarkdown(claimsResult(text), "accessToken"),
  "diff within a claim": (text) => nestedChanges(JSON.stringify([...text]), JSON.stringify([...text, text])),
  "changed lines": (text) => changedLines(text.split("\n"), `${text}\n`.split("\n")),
  "search of examples": (text) => matchExamples([{ name: "a", title: text, purpose: text }], text),
  "mocks as patterns": (text) => new MockSearch([{ url: text }, { url: `${text}*` }]).answerTo(sent(text)),
  "mocks and addresses": (text) => new MockSearch([{ url: `${"{a}".repeat(50)}!` }]).answerTo(sent(text)),
  "visible text": (text) => toVisiblePieces(text),
  "folded text": (text) => foldText(text, 1_000),
  "parts of a text": (text) => partAt(text, text.length),
};

const toWellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD");
const sent = (url: string) => ({ method: "GET", url, headers: null, body: null });

/** Short texts that begin, end, escape or separate something for one of the readers. */
const TOKENS =
  '/ \\ * ` \u0024{ { } ( ) [ ] " \' \n a 0 - . = : , ; < > @ eyJ sk- Bearer password :// // /* */ \u202e \u{1F600} \ud800 \u00e9 \t \r x= 1e9 & # base64, ? => a{ <!-- // @kinde:hide-start {a} \u0301 \u2028 {} [] "a": aaaaaaaa %61 &#97; \\u0061 (a= )=>1 a<'.split(
    " ",
  );

type Shape = readonly [what: string, make: (length: number) => string];

const fill = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));

/** A pair repeated is the other way round repeated, but for its first half. */
function shapes(): readonly Shape[] {
  return TOKENS.flatMap((one, at) =>
    TOKENS.flatMap((other, otherAt): Shape[] => [
      ...(otherAt < at ? [] : [[`${one}${other} repeated`, (length: number) => fill(one + other, length)] as const]),
      ...(otherAt === at
        ? []
        : [[`${one}, then ${other}`, (length: number) => fill(one, length / 2) + fill(other, length / 2)] as const]),
    ]),
  );
}

/** What is measured takes at least so long, in milliseconds; the text grows until it does. */
const LEAST_MS = 1;
/** With four times the last it is a megabyte. */
const LENGTHS = [8_000, 32_000, 128_000, 256_000] as const;
const LONGEST = 256_000;
/** What would take longer for the longest text is measured with shorter ones alone. */
const MOST_LONG_MS = 100;
/** Four times the text takes four times as long; from here on it is looked at more closely. */
const SUSPECT_GROWTH = 6;
/** Twice the text, about twice the time. */
const MOST_GROWTH = 3;
const REPEATS = 7;
/** Enough to be told. */
const MOST_FOUND = 2;

function elapsedMs(read: Reader, text: string): number {
  const startMs = performance.now();
  try {
    read(text);
  } catch (error) {
    // Whoever reads source says so: it is nested too deep.
    if (!isHostStackEnd(error)) throw error;
  }
  return performance.now() - startMs;
}

const shortMs = (read: Reader, text: string) => Math.min(elapsedMs(read, text), elapsedMs(read, text));

/**
 * The times at once, twice and four times a length, where they grow faster than it. Each is read as often as makes the same number of characters,
 * in turn: what else the machine does slows down all of them alike, and of several repeats the least is what the reader itself takes.
 */
function growthFrom(read: Reader, make: Shape[1], length: number, onceMs: number): readonly number[] | null {
  if (elapsedMs(read, make(4 * length)) / onceMs < SUSPECT_GROWTH) return null;
  const texts = [1, 2, 4].map((factor) => ({ text: make(factor * length), times: 4 / factor }));
  const least = texts.map(() => Number.POSITIVE_INFINITY);
  for (let repeat = 1; repeat <= REPEATS; repeat++) {
    for (const [at, { text, times }] of texts.entries()) {
      let sumMs = 0;
      for (let time = 0; time < times; time++) sumMs += elapsedMs(read, text);
      least[at] = Math.min(least[at] ?? 0, sumMs / times);
    }
    const [once = 0, twice = 0, fourTimes = 0] = least;
    // What takes no time to speak of does not grow: its first reading was the engine's own preparation.
    if (fourTimes < LEAST_MS) return null;
    if (repeat > 2 && (fourTimes / once <= MOST_GROWTH ** 2 || fourTimes / twice <= MOST_GROWTH)) return null;
  }
  return least;
}

/** From the shortest text that takes a time worth measuring, and up to a megabyte. */
function growthOf(read: Reader, make: Shape[1]): readonly number[] | null {
  for (const length of LENGTHS) {
    const onceMs = shortMs(read, make(length));
    if (onceMs < LEAST_MS) continue;
    const times = growthFrom(read, make, length, onceMs);
    if (times !== null || length === LONGEST || (onceMs * LONGEST) / length > MOST_LONG_MS) return times;
    return growthFrom(read, make, LONGEST, shortMs(read, make(LONGEST)));
  }
  // The longest text is read at once.
  return null;
}

/** What was slow once is read each time. */
const ALWAYS: ReadonlySet<string> = new Set(["/\\ repeated"]);

/** @returns in words what grows, of every so manieth shape from one on. */
function growing(read: Reader, step: number, first: number): readonly string[] {
  const found: string[] = [];
  for (const [at, [what, make]] of shapes().entries()) {
    if ((at % step !== first % step && !ALWAYS.has(what)) || found.length === MOST_FOUND) continue;
    const times = growthOf(read, make);
    if (times !== null) found.push(`${JSON.stringify(what)}: ${times.map((ms) => `${ms.toFixed(0)} ms`).join(", ")}`);
  }
  return found;
}

/** Readers that look back again and again: who does not find these finds nothing. */
const CONTROLS: { readonly [name: string]: Reader } = {
  "looks back to the beginning now and then": (text) => {
    let sum = 0;
    for (let at = 0; at < text.length; at += 40) sum += text.lastIndexOf("\u0000", at);
    return sum;
  },
  "reads the rest again at each brace": (text) => {
    let sum = 0;
    for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 40)) sum += text.indexOf("\u0000", at);
    return sum;
  },
};

const api = {
  readers: Object.keys(READERS),
  controls: Object.keys(CONTROLS),
  shapes: shapes().length,
  growing: (name: string, step: number, first: number) =>
    growing((READERS[name] ?? CONTROLS[name]) as Reader, step, first),
};

export type GrowthApi = typeof api;
Object.assign(globalThis, { growth: api });

/** In a browser without a driver: `?step=N` reads every so manieth shape and asks for an address that tells what was found. */
const step = Number(new URLSearchParams(location.search).get("step"));
if (step > 0) {
  const found = api.readers.flatMap((name) =>
    growing(READERS[name] as Reader, step, 0).map((what) => `${name}: ${what}`),
  );
  void fetch(`./found?${encodeURIComponent(JSON.stringify(found))}`);
}
