/** URL and URLSearchParams in production are Go's, with ways of their own. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";
import type { FileView } from "../source.ts";

const EDITS: ReadonlySet<string> = new Set(["set", "append", "delete", "sort"]);

export const searchParamsEdits: Check = {
  id: "url-search-params-edit",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "searchParams" || !file.isAfterDot(index) || !EDITS.has(file.text(index + 2))) return null;
      const isReadLater = (use: number) => use > index && file.is(file.endOfName(use) + 1, ".", "href");
      if (file.isAfterDot(index - 2) || !file.usesOf(index - 2).some(isReadLater)) return null;
      return {
        at: file.tokens[index + 2],
        severity: "warning",
        message: "After a change to searchParams production’s url.href has lost its query.",
        advice: "Use url.toString(), which has the query.",
        rule: recorded("href leaves the query out once searchParams has changed; toString() has it."),
      };
    }),
};

export const searchAssignment: Check = {
  id: "url-search-assignment",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "search" || !file.isAfterDot(index) || file.text(index + 1) !== "=") return null;
      if (!/^["'`]/.test(file.text(index + 2)) || !/^["'`]?\?/.test(file.text(index + 2) + file.text(index + 3)))
        return null;
      const held = file.initialiserOf(index - 2);
      if (held >= 0 && file.text(held) === "{") return null;
      return {
        at: token,
        severity: "warning",
        message: "Production keeps the question mark of an assigned search and adds its own: the URL gets “??”.",
        advice: "Assign the query without its question mark.",
        rule: recorded("search is stored as it was assigned."),
      };
    }),
};

export const originPort: Check = {
  id: "url-origin-port",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      token.text === "origin" && file.isAfterDot(index) && mayHavePort(file, index - 2) && file.text(index - 3) !== "."
        ? {
            at: token,
            severity: "info",
            message: "Production’s url.origin leaves the port out.",
            advice: "Join url.protocol, two slashes and url.host where the port matters.",
            rule: recorded("origin is made of protocol and host name."),
          }
        : null,
    ),
};

export const hostname: Check = {
  id: "url-ipv6-hostname",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      token.text === "hostname" &&
      file.isAfterDot(index) &&
      file.tokens.some((other) => /\/\/\[[\da-f:]+\]/i.test(other.text))
        ? {
            at: token,
            severity: "warning",
            message: "For an IPv6 address production’s url.hostname is cut at the first colon.",
            advice: "Read url.host.",
            rule: recorded("hostname ends at the first colon."),
          }
        : null,
    ),
};

export const searchParamsIterators: Check = {
  id: "url-search-params-iterator",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (!/^(keys|values|entries)$/.test(token.text) || !file.isAfterDot(index)) return null;
      const owner = file.text(index - 2);
      const isParams = owner === "searchParams" || isMadeBy(file, owner, "URLSearchParams");
      if (!isParams || file.text(index + 3) === ".") return null;
      return {
        at: token,
        severity: "error",
        message: `Production cannot loop over ${token.text}() of search parameters: the object is not iterable.`,
        advice: "Loop over the parameters themselves: for (const [name, value] of params).",
        rule: recorded("keys(), values() and entries() return objects with next() alone."),
      };
    }),
};

export const extendedUrl: Check = {
  id: "url-subclass",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      token.text === "extends" && /^URL(SearchParams)?$/.test(file.text(index + 1)) && file.isGlobal(index + 1)
        ? {
            at: file.tokens[index + 1],
            severity: "error",
            message: `A class that extends ${file.text(index + 1)} loses its own methods in production.`,
            advice: `Hold the ${file.text(index + 1)} in a field instead.`,
            rule: recorded("The host’s constructor returns its own object."),
          }
        : null,
    ),
};

export const goFields: Check = {
  id: "url-go-fields",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      const isInspected =
        /^(keys|getOwnPropertyNames|entries|assign)$/.test(token.text) &&
        file.is(index - 2, "Object", ".") &&
        isUrl(file, file.text(index + 2));
      if (!isInspected) return null;
      return {
        at: token,
        severity: "info",
        message: "In production URL objects show the fields of the Go value behind them.",
        advice: "Read the parts you need by name.",
        rule: recorded("Own properties are Url, SearchParams and String."),
      };
    }),
};

/** Whether a variable holds a URL; not where the file shows one without a port. */
function mayHavePort(file: FileView, index: number): boolean {
  if (!isUrl(file, file.text(index))) return false;
  const argument = file.initialiserOf(index) + 3;
  const isShown = file.tokens[argument]?.kind === "string" && file.text(argument + 1) === ")";
  return !isShown || /^.https?:\/\/[^/]*:\d/.test(file.text(argument));
}

function isUrl(file: FileView, name: string): boolean {
  return isMadeBy(file, name, "URL") || isMadeBy(file, name, "URLSearchParams");
}

function isMadeBy(file: FileView, name: string, maker: string): boolean {
  return file.tokens.some((token, index) => token.text === name && file.is(index + 1, "=", "new", maker));
}
