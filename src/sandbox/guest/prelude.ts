/** The scripts that make a QuickJS realm look like production's engine, as text to evaluate before the author's code. */
import collation from "./goja/collation.guest.js?raw";
import dates from "./goja/dates.guest.js?raw";
import errors from "./goja/errors.guest.js?raw";
import globals from "./goja/globals.guest.js?raw";
import json from "./goja/json.guest.js?raw";
import looks from "./goja/looks.guest.js?raw";
import numbers from "./goja/numbers.guest.js?raw";
import regexps from "./goja/regexps.guest.js?raw";
import sorting from "./goja/sorting.guest.js?raw";
import surface from "./goja/surface.guest.js?raw";
import util from "./goja/util.guest.js?raw";
import { call, functionOf, guestFunction } from "./guest-function.ts";
import calls from "./host/calls.guest.js?raw";
import hostErrors from "./host/errors.guest.js?raw";
import goValues from "./host/go-values.guest.js?raw";
import link from "./host/link.guest.js?raw";
import values from "./host/values.guest.js?raw";
import kit from "./kit/kit.guest.js?raw";

/** `() => glue`. To be called first. */
export const kitSource = functionOf(kit);

/** Each `(glue, host) => undefined`, by name: what the host calls, in the order in which they build on each other. */
export const hostSources: Readonly<Record<string, string>> = {
  errors: functionOf(hostErrors),
  "go-values": functionOf(goValues),
  values: functionOf(values),
  link: functionOf(link),
  calls: functionOf(calls),
};

/** `(glue) => undefined`. Makes built-ins answer as goja's do. To be called after the host's own scripts. */
export const compatSource = guestFunction(
  "installCompat",
  [looks, globals, numbers, dates, regexps, sorting, collation, json, errors]
    .map((script) => call(script, "glue"))
    .join(";"),
);

/** `(glue) => { format }`, the global `util`; defines no global. */
export const utilSource = functionOf(util);

/** `() => undefined`. Removes what production's engine does not have. To be called last, right before the author's code. */
export const surfaceSource = functionOf(surface);
