/** What `scenarios.json` may hold: the one source of its reader, its types and its JSON Schema. */
import { type ExpectLevel, expectationShape } from "../../expect/expectation-shape.ts";
import { readExpectations } from "../../expect/read-expectations.ts";
import {
  anyJson,
  anyObject,
  byKind,
  list,
  nearest,
  object,
  onlyTrue,
  orNull,
  quoted,
  record,
  refined,
  type Said,
  type Shape,
  said,
  text,
  wholeNumber,
} from "../../workflow/json-shape.ts";
import { readHeaders } from "../../workflow/detailed-mock.ts";
import type { FetchMockDraft } from "../../workflow/scenario.ts";
import { indentJson } from "../../workflow/indent-json.ts";
import { isTrigger, TRIGGER_NAMES, type Trigger } from "../../workflow/trigger.ts";

/** `whole`: its JSON text, valid or not, in place of all under it. `over`: an object, laid over what is under it. */
type Layer = { readonly kind: "whole" | "over"; readonly text: string };

const layer = said(
  orNull(
    byKind("an object, or text that holds the whole JSON", {
      text: refined(text, (whole) => ({ value: { kind: "whole", text: whole } as Layer })),
      object: refined(anyObject, (over) => ({ value: { kind: "over", text: over } as Layer })),
    }),
  ),
);

type Variable = { readonly value: string; readonly isSecret: boolean };

const variable: Shape<Variable> = byKind('text, or {"secret": true}', {
  text: refined(text, (value) => ({ value: { value, isSecret: false } })),
  object: refined(
    object("a secret", { secret: { shape: onlyTrue, about: "Its value is never in the file." } }, {}),
    () => ({ value: { value: "", isSecret: true } }),
  ),
});

const headerValue = refined(text, (value, about) =>
  /[\r\n]/.test(value) ? { mistake: `${about} must be one line.` } : { value: value.trim() },
);

const written = refined(anyJson, (json) => ({ value: indentJson(json) }));
const sentBody: Shape<string> = byKind("text, an object or a list", { text, object: written, list: written });

const mock: Shape<FetchMockDraft> = refined(
  object(
    "a mock",
    {
      url: {
        shape: text,
        about: "The address it answers; a * at its end stands for any rest, {name} for one part of the path.",
      },
    },
    {
      method: { shape: text, about: "GET when nothing is said." },
      status: { shape: wholeNumber(100, 599), about: "200 when nothing is said." },
      json: { shape: anyJson, about: "The answer’s body as JSON." },
      text: { shape: text, about: "The answer’s body as text." },
      error: { shape: text, about: "The call throws this." },
      latencyMs: { shape: wholeNumber(0, 3_600_000), about: "Shown as the call’s duration." },
      times: {
        shape: wholeNumber(1, 1_000_000),
        about: "How many requests of a run it answers; all when nothing is said.",
      },
      headers: {
        shape: record(headerValue, "an object of headers"),
        about: "It answers only requests with these headers; a * at the end of a value stands for any rest.",
      },
      body: {
        shape: sentBody,
        about: "It answers only requests with this body: the text, or JSON that is contained in what is sent.",
      },
      level: { shape: wholeNumber(0, 1_000), about: "Mocks of a lower level are asked first; 0 when nothing is said." },
    },
  ),
  (
    { url, method = "GET", status = 200, json, text: plain, error, latencyMs = 0, times, headers, body, level },
    about,
  ): { readonly value: FetchMockDraft } | { readonly mistake: string } => {
    if ([json, plain, error].filter((one) => one !== undefined).length > 1) {
      return { mistake: `${about} can have one of "json", "text" and "error" only.` };
    }
    const lines = [...(headers ?? [])].map(([name, value]) => `${name}: ${value}`).join("\n");
    if (typeof readHeaders(lines) === "number") {
      return { mistake: `${about} has headers of which one stands twice, or whose name is none.` };
    }
    const request = {
      ...{ url, method, status, latencyMs },
      ...(times === undefined ? {} : { times }),
      ...(lines === "" ? {} : { sentHeaders: lines }),
      ...(body === undefined ? {} : { sentBody: body }),
      ...(level ? { level } : {}),
    };
    if (json !== undefined) return { value: { ...request, answer: "json", body: indentJson(json) } };
    if (error !== undefined) return { value: { ...request, answer: "error", body: error } };
    return { value: { ...request, answer: "text", body: plain ?? "" } };
  },
);

/** Events for the one trigger or the other, where the file is to fit a workflow whatever its trigger. */
const events = refined(
  record(layer, "an object of events by trigger"),
  (byTrigger, about): { readonly value: ReadonlyMap<Trigger, SaidLayer> } | { readonly mistake: string } => {
    const known = [...byTrigger].filter((entry): entry is [Trigger, SaidLayer] => isTrigger(entry[0]));
    const unknown = [...byTrigger.keys()].find((name) => !isTrigger(name));
    if (unknown === undefined) return { value: new Map(known) };
    const near = nearest(unknown, TRIGGER_NAMES);
    const hint = near === null ? `There are ${TRIGGER_NAMES.join(", ")}.` : `Did you mean ${quoted(near)}?`;
    return { mistake: `${about} has ${quoted(unknown)}, and there is no such trigger. ${hint}` };
  },
  { propertyNames: { enum: TRIGGER_NAMES } },
);

/** Text is a draft that the page could not read: the command line tells what is wrong in it. */
const expect = byKind("an object of expectations", {
  object: expectationShape,
  text: refined(text, (draft, about): { readonly value: ExpectLevel } | { readonly mistake: string } => {
    const reading = readExpectations(draft);
    const [first] = reading.kind === "invalid" ? reading.mistakes : [];
    const place = first ? ` In its line ${first.line}, column ${first.column}: ${first.message}` : "";
    return { mistake: `${about} must be an object, not text.${place}` };
  }),
});

const parts = {
  tokens: {
    shape: object(
      "an object of tokens",
      {},
      {
        accessToken: { shape: layer, about: "Laid over the access token; text replaces it whole." },
        idToken: { shape: layer, about: "Laid over the ID token; text replaces it whole." },
        m2mToken: { shape: layer, about: "Laid over the M2M token; text replaces it whole." },
      },
    ),
    about: "The tokens before the run.",
  },
  event: { shape: layer, about: "Laid over the trigger’s event; text replaces it whole." },
  events: { shape: events, about: "Laid over the event of one trigger alone, by the trigger’s name." },
  env: {
    shape: record(orNull(variable), "an object of environment variables"),
    about: 'Environment variables by name; {"secret": true} for one whose value is kept elsewhere.',
  },
  mocks: { shape: list(mock, "a list of mocks"), about: "Answers to requests; the nearest level is asked first." },
  localization: {
    shape: record(orNull(text), "an object of texts"),
    about: "Texts that getLocalization finds by key.",
  },
  expect: { shape: expect, about: "What is expected of the run; nothing expected is not checked." },
};

const all = object("an object", {}, parts);

const scenario = object(
  "a scenario",
  { name: { shape: said(nameOf()), about: "What it is called; no two are called the same." } },
  {
    from: { shape: said(text), about: "The scenario that lies under this one, by its name." },
    ...parts,
    task: { shape: wholeNumber(1, 1_000), about: "In a lesson: the task it checks." },
    hidden: { shape: onlyTrue, about: "In a lesson: it is checked without being shown." },
  },
);

function nameOf(): Shape<string> {
  return refined(
    text,
    (name, about) =>
      name.trim() === "" ? { mistake: `${about} is empty. Give the scenario a name.` } : { value: name },
    { minLength: 1 },
  );
}

const now = refined(
  text,
  (written, about) => {
    const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(written)
      ? Date.parse(written)
      : Number.NaN;
    return Number.isNaN(ms)
      ? { mistake: `${about} must be a time with its zone, such as "2026-11-25T09:00:00Z".` }
      : { value: ms };
  },
  { format: "date-time" },
);

const workflow = refined(text, (path, about) =>
  /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(path)
    ? { mistake: `${about} leads out of this folder (${path}). Name a file beside this one.` }
    : { value: path },
);

export const scenarioFileShape = object(
  "an object with version and scenarios",
  {
    version: { shape: wholeNumber(1, 1), about: "The format’s version." },
    scenarios: { shape: list(scenario, "a list of scenarios"), about: "What is run, each with its name." },
  },
  {
    $schema: { shape: text, about: "The address of this schema, for editors." },
    workflow: { shape: said(workflow), about: "The file that is run, where several workflows stand in this folder." },
    now: { shape: now, about: "The clock at the start of each run; iat and exp of seeded tokens follow from it." },
    all: { shape: all, about: "Lies under every scenario." },
    drafts: { shape: anyJson, about: "The page’s own, where it holds what a scenario cannot; nothing else reads it." },
  },
);

type Read<S> = S extends Shape<infer T> ? T : never;
export type FileLevel = Read<typeof all>;
export type WrittenScenario = Read<typeof scenario>;
export type SaidLayer = Said<Layer | null>;
