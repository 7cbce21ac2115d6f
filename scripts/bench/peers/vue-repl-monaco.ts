/** @vue/repl with Monaco. */
import Monaco from "@vue/repl/monaco-editor";
import { openRepl } from "./vue-repl.ts";

openRepl(Monaco);
