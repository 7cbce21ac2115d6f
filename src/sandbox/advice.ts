/** What to do about a failure, by production's text for it: one or two sentences, or nothing where only the author can know. */
import type { Phase } from "../workflow/execution.ts";

type Row = {
  readonly pattern: RegExp;
  readonly phase?: Phase;
  /** `$1` and on stand for the pattern's groups. */
  readonly advice: string;
};

const TOP_LEVEL =
  "Kinde evaluates the file once with no bindings at all, to read its settings. Use $1 inside the function, not at the top level.";

/** The first row that fits gives the advice. */
const ROWS: readonly Row[] = [
  {
    pattern: /^no default export$/,
    advice: "Export the workflow: export default async function Workflow(event) { … }",
  },
  {
    pattern: /^no default function exported$/,
    advice: "The default export has to be a function: export default async function Workflow(event) { … }",
  },
  { pattern: /not \*goja\.Promise$/, advice: "Make the default export async: production awaits a real promise." },
  { pattern: /^panic: interface conversion/, advice: "workflowSettings has to be an object." },
  {
    pattern: /^ReferenceError: (kinde|console|URL|URLSearchParams|util) is not defined/,
    phase: "introspect",
    advice: TOP_LEVEL,
  },
  {
    pattern: /^ReferenceError: kinde is not defined/,
    advice:
      'Declare the binding that this call needs under workflowSettings.bindings, such as "kinde.accessToken": {}.',
  },
  {
    pattern: /^ReferenceError: (?:URL|URLSearchParams) is not defined/,
    advice: "Declare the binding url: {} under workflowSettings.bindings.",
  },
  {
    pattern: /^ReferenceError: (console|util) is not defined/,
    advice: "Declare the binding $1: {} under workflowSettings.bindings.",
  },
  {
    pattern: /^Error: IdToken binding not available/,
    advice: 'Declare the binding "kinde.idToken": {} under workflowSettings.bindings.',
  },
  {
    pattern: /^Error: M2M client (?:ID|secret) not set/,
    advice:
      "Add KINDE_WF_M2M_CLIENT_ID and KINDE_WF_M2M_CLIENT_SECRET in the tab Environment; in Kinde they come from an M2M application that may use the Management API.",
  },
  {
    pattern: /^Error: (\w+) binding not available/,
    advice: 'Declare the binding "kinde.$1": {} under workflowSettings.bindings.',
  },
  {
    pattern: /^ReferenceError: fetch is not defined/,
    advice: 'Import it: import { fetch } from "@kinde/infrastructure", and declare the binding "kinde.fetch": {}.',
  },
  {
    pattern:
      /^ReferenceError: (process|Buffer|setTimeout|setInterval|clearTimeout|queueMicrotask|crypto|TextEncoder|TextDecoder|structuredClone|atob|btoa|Intl|performance|Headers|Request|Response|AbortController|WeakRef|window|global|document) is not defined/,
    advice: "Kinde’s engine has no $1: it is a plain ECMAScript engine, neither Node nor a browser.",
  },
  {
    pattern: /^not permitted to load file/,
    advice: "Nothing can be loaded while a workflow runs. Import it at the top of the file, so that it is bundled.",
  },
  {
    pattern: /^TypeError: Cannot read property 'value' of undefined/,
    advice:
      "If this reads an environment variable, it is not set: add it in the tab Environment, or read it with ?.value and a default.",
  },
  {
    pattern: /^TypeError: Cannot read property '(.*)' of undefined/,
    advice: "What stands before .$1 has no value here: read it with ?. and a default, or find out why it is missing.",
  },
  {
    pattern: /^SyntaxError: (?:invalid character|Unexpected end of JSON)/,
    advice: "JSON.parse was given something that is no JSON, such as undefined or a page: check where it comes from.",
  },
];

/** @param text the first line of production's text. */
export function adviceFor(text: string, phase: Phase): string | undefined {
  for (const { pattern, phase: only, advice } of ROWS) {
    const match = only === undefined || only === phase ? pattern.exec(text) : null;
    if (match) return advice.replace(/\$(\d)/g, (_, group) => bindingName(match[Number(group)] ?? ""));
  }
  return undefined;
}

/** The package names one binding with a capital letter in its message. */
const bindingName = (name: string) => (name === "IdToken" ? "idToken" : name);
