/** What is measured: our page and the peers, each with the place of its edit and of what comes of it. */
import { EDITED_LINE, open, project } from "./projects.mjs";

const MONACO = ".monaco-editor .view-lines";
const MONACO_READY = ".monaco-editor .view-line span span";

export const PLAYGROUND = {
  name: "Workflow Playground",
  path: "/page/",
  output: "playground",
  editor: MONACO,
  line: EDITED_LINE,
  back: 2,
  readyMark: "editor-ready",
  resultMark: "first-result",
  diagnosis: ".squiggly-error",
  prepare: (context, wanted) => open(context, project(wanted)),
};

/** A line that does not type-check, for the first diagnostics. */
export const MISTAKE = { extra: 'const wrong: number = "text";\nexport { wrong };\n' };

export const PEERS = [
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

export const LIMIT = {
  name: "limit: one frame and one RS256 signature",
  path: "/peers/limit.html",
  output: "plain",
  editor: "textarea",
  line: 1,
  back: 1,
};
