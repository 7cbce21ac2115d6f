/** How the guest scripts are put together as functions. */

/** Each script is one arrow function, which the formatter ends with a semicolon. */
export const functionOf = (script: string) => `(${script.trimEnd().replace(/;$/, "")})`;
export const call = (script: string, args: string) => `${functionOf(script)}(${args})`;
export const guestFunction = (name: string, body: string) => `(function ${name}(glue) {"use strict";${body}})`;
