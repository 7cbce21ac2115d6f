/** @vue/repl with CodeMirror. */
import CodeMirror from "@vue/repl/codemirror-editor";
import { openRepl } from "./vue-repl.ts";

openRepl(CodeMirror);
