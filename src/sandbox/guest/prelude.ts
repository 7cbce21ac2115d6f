/** The scripts that make a QuickJS realm look like production's engine, as text to evaluate before the author's code. */
import compat from "./compat.guest.js?raw";
import surface from "./surface.guest.js?raw";
import url from "./url.guest.js?raw";
import util from "./util.guest.js?raw";

/**
 * `() => { GoError, asNative, asGoValue, reword }`. Patches built-ins; first of all after the host has taken what it needs.
 * - `GoError`: the class of errors that come from the host; it is a global too.
 * - `asNative(fn)`: `fn` itself, its text from now on `function name() { [native code] }`.
 * - `asGoValue(object, () => text)`: what `Object.prototype.toString` gives for it.
 * - `reword(error, nativeName)`: gives an error the engine threw production's wording. To be called from `Error.prepareStackTrace`
 *   before anything reads the message; `nativeName` is the name of the topmost frame if that is a native one.
 */
export const compatSource: string = compat;

/**
 * `({ asNative, asGoValue }) => { URL, URLSearchParams, domainToASCII, domainToUnicode, entriesOf, hrefOf }`. Defines no global.
 * - `entriesOf(value)`: the `[name, value]` pairs of a URLSearchParams, null for anything else.
 * - `hrefOf(value)`: the text of a URL, null for anything else.
 */
export const urlSource: string = url;

/** `({ asNative }) => { format }`: the global `util`. Defines no global. */
export const utilSource: string = util;

/** `() => undefined`. Removes what production's engine does not have; last of all before the author's code. */
export const surfaceSource: string = surface;
