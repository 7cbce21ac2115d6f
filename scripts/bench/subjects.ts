/** What is measured: our page and the peers, each with the place of its edit and of what comes of it. */
import type { BrowserContext } from "@playwright/test";
import type { OutputName } from "./probe.ts";
import { EDITED_LINE, open, project, type Size } from "./projects.ts";

/** CSS selectors, names of performance marks, and where the edit is: `back` columns before the end of `line`. */
export type Subject = {
  readonly name: string;
  readonly path: string;
  readonly output: OutputName;
  readonly editor: string;
  readonly line: number;
  readonly back: number;
  readonly ready?: string;
  readonly readyMark?: string;
  readonly resultMark?: string;
  readonly diagnosis?: string;
  /** Before any script of the page. */
  readonly prepare?: (context: BrowserContext, wanted?: Size) => Promise<void>;
};

const MONACO = ".monaco-editor .view-lines";
const MONACO_READY = ".monaco-editor .view-line span span";

export const PLAYGROUND: Subject = {
  name: "Workflow Playground",
  path: "/page/",
  output: "playground",
  editor: MONACO,
  line: EDITED_LINE,
  back: 2,
  readyMark: "editor-ready",
  resultMark: "first-result",
  diagnosis: ".squiggly-error",
  prepare: (context, wanted) => open(context, project(wanted), wanted?.scenarios),
};

/** A line that does not type-check, for the first diagnostics. */
export const MISTAKE: Size = { extra: 'const wrong: number = "text";\nexport { wrong };\n' };

export const PEERS: readonly Subject[] = [
  {
    name: "@vue/repl, Monaco",
    path: "/peers/vue-repl-monaco.html",
    output: "frame",
    editor: MONACO,
    line: 2,
    back: 1,
    ready: MONACO_READY,
  },
  {
    name: "@vue/repl, CodeMirror",
    path: "/peers/vue-repl-codemirror.html",
    output: "frame",
    editor: ".CodeMirror",
    line: 2,
    back: 1,
    ready: ".CodeMirror-line span span",
  },
  {
    name: "TypeScript loop without a sandbox",
    path: "/peers/typescript.html",
    output: "plain",
    editor: MONACO,
    line: EDITED_LINE,
    back: 2,
    ready: MONACO_READY,
    diagnosis: ".squiggly-error",
  },
];

export const LIMIT: Subject = {
  name: "limit: one frame and one RS256 signature",
  path: "/peers/limit.html",
  output: "plain",
  editor: "textarea",
  line: 1,
  back: 1,
};
