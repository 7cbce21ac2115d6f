/** The guest's part of tracing, as text to evaluate: `(glue) => words`. */
import { call, guestFunction } from "../guest/guest-function.ts";
import words from "./words.guest.js?raw";

export const wordsSource = guestFunction("installWords", `return ${call(words, "glue")}`);
