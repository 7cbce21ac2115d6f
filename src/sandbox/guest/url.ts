/** The engine's `url` module, apart from the rest of the prelude: only workflows that ask for it need its bytes. */
import goObjects from "./url/go-objects.guest.js?raw";
import goText from "./url/go-text.guest.js?raw";
import { call, guestFunction } from "./guest-function.ts";
import netUrl from "./url/net-url.guest.js?raw";
import punycode from "./url/punycode.guest.js?raw";
import urlObjects from "./url/url.guest.js?raw";
import urlSearchParams from "./url/url-search-params.guest.js?raw";

/**
 * `(glue) => { URL, URLSearchParams, domainToASCII, domainToUnicode, entriesOf, hrefOf, … }`; defines no global.
 * - `entriesOf(value)`: the `[name, value]` pairs of a URLSearchParams, null for anything else.
 * - `hrefOf(value)`: the text of a URL, null for anything else.
 */
export const urlSource = guestFunction(
  "installUrl",
  `const url={};${[goText, netUrl, punycode, goObjects, urlSearchParams, urlObjects]
    .map((script) => `Object.assign(url,${call(script, "glue,url")});`)
    .join("")}return url`,
);
