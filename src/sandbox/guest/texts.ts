/** Production's words, apart from the rest of the prelude: only workflows that fail need their bytes. */
import errorTexts from "./goja/error-texts.guest.js?raw";
import { call, guestFunction } from "./guest-function.ts";
import jsonRefusal from "./goja/json-refusal.guest.js?raw";
import quirks from "./goja/quirks.guest.js?raw";
import rareNumbers from "./goja/rare-numbers.guest.js?raw";
import rareTexts from "./goja/rare-texts.guest.js?raw";

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
