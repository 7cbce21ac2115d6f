/** The scripts that make a QuickJS realm look like production's engine, as text to evaluate before the author's code. */
import collation from "./collation.guest.js?raw";
import dates from "./dates.guest.js?raw";
import errors from "./errors.guest.js?raw";
import globals from "./globals.guest.js?raw";
import { call, guestFunction } from "./guest-function.ts";
import json from "./json.guest.js?raw";
import kit from "./kit.guest.js?raw";
import numbers from "./numbers.guest.js?raw";
import regexps from "./regexps.guest.js?raw";
import sorting from "./sorting.guest.js?raw";
import surface from "./surface.guest.js?raw";
import util from "./util.guest.js?raw";

/**
 * `(glue?) => glue`, where `glue` is an object to add to (a new one if absent). Makes built-ins answer as goja's do. To be called first,
 * after the host's own scripts have taken what they need. It adds:
 * - `asNative(fn)`: gives back `fn`, whose text is from now on `function name() { [native code] }`.
 * - `asGoValue(object, () => text)`: from now on `text` is what `Object.prototype.toString` gives for the object.
 * - `reword(error, nativeName)`: gives an error that the engine threw production's wording. To be called from
 *   `Error.prepareStackTrace`, before anything reads the message; `nativeName` is the function name of the topmost frame
 *   if that is a native one, else undefined.
 */
export const compatSource = guestFunction(
  "installCompat",
  `const kit=${call(kit, "glue")};${[globals, numbers, dates, regexps, sorting, collation, json, errors]
    .map((script) => `${call(script, "kit")};`)
    .join("")}return kit`,
);

/** `(glue) => { format }`, the global `util`; defines no global. */
export const utilSource = guestFunction("installUtil", `return ${call(util, "glue")}`);

/** `() => undefined`. Removes what production's engine does not have. To be called last, right before the author's code. */
export const surfaceSource = guestFunction("pruneSurface", call(surface, ""));
