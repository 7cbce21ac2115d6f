/** Production's words, apart from the rest of the prelude: only workflows that fail need their bytes. */
import errorTexts from "./error-texts.guest.js?raw";
import { call, guestFunction } from "./guest-function.ts";
import jsonRefusal from "./json-refusal.guest.js?raw";
import quirks from "./quirks.guest.js?raw";
import rareNumbers from "./rare-numbers.guest.js?raw";
import rareTexts from "./rare-texts.guest.js?raw";

/** `(glue) => { reword, refusal }`: production's words for the errors of the engine. */
export const textsSource = guestFunction(
  "installTexts",
  `return Object.assign(${call(errorTexts, "glue")},${call(jsonRefusal, "glue")})`,
);

/** `(glue) => undefined`: the rare ways of production's built-in functions. */
export const quirksSource = guestFunction(
  "installQuirks",
  [rareNumbers, rareTexts, quirks].map((script) => call(script, "glue")).join(";"),
);
