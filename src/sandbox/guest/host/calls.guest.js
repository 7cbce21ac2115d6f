/**
 * The functions that bindings grant: claims, console, and calls that the host answers.
 * @param {Glue} glue
 * @param {Host} host
 */
(glue, host) => {
  /** @import { AnyFunction, ClaimMember, Glue, GoMap, GoSlice, Grants, Host, NativeName, Natives } from "../glue.ts" */
  const { bare, defineProperty, list, parse, slice } = glue.kit;
  const { newMap, newSlice } = glue.go;

  const MAX_NAME = 1_000_000;

  /** @type {(args: readonly unknown[]) => GoSlice} */
  function exportArguments(args) {
    const values = newSlice(list(), args.length);
    for (let at = 0; at < args.length; at++) values.cells[at] = glue.exportArgument(args[at]);
    return values;
  }

  /** @type {(values: GoSlice) => string} */
  function encodeArguments(values) {
    let text = "";
    for (let at = 0; at < values.length; at++) text += `${at === 0 ? "" : "\n"}${glue.encode(values.cells[at], false)}`;
    return text;
  }

  /**
   * A function of Go's, whatever it takes.
   * @type {<Fn extends AnyFunction>(granted: Fn) => Fn}
   */
  function asGo(granted) {
    defineProperty(granted, "length", bare({ value: 1, configurable: true }));
    return glue.asNative(granted);
  }

  /**
   * A host function, named as production's is, which is also how a stack names it. Records the call and gives the host's answer.
   * @type {(path: string) => AnyFunction}
   */
  function hostFunction(path) {
    const name = path.slice(path.lastIndexOf(".") + 1);
    const { [name]: granted } = {
      /** @param {[unknown, Record<string, () => unknown>]} args */
      [name](...args) {
        const answer = host.call(path, encodeArguments(exportArguments(args)), args.length, glue.place());
        const rest = slice(answer, 1, answer.length);
        switch (answer[0]) {
          case "=":
            return glue.toValue(glue.fromJson(rest));
          case "!":
            throw glue.goError(rest);
          default:
            return args[1]?.[rest]();
        }
      },
    };
    return asGo(granted);
  }

  /** @type {(token: string, initialText: string) => Record<ClaimMember, AnyFunction>} */
  function claimsOf(token, initialText) {
    const claims = /** @type {GoMap} */ (initialText === "" ? newMap() : glue.fromJson(initialText));
    return {
      getCustomClaims: () => glue.toValue(claims),
      /** @param {unknown[]} args */
      setCustomClaim(...args) {
        if (args.length !== 2) throw glue.goError(`expected 2 arguments, got ${args.length}`);
        const name = glue.exportArgument(args[0]);
        if (typeof name !== "string") throw glue.goError("first argument must be string");
        if (name.length > MAX_NAME) glue.stop("output", "");
        const value = glue.exportArgument(args[1]);
        host.claim(token, name, glue.encode(value, true), glue.place());
        claims.members[name] = value;
        return null;
      },
    };
  }

  /** @type {(name: string, level: string) => AnyFunction} */
  function logger(name, level) {
    const { [name]: granted } = {
      /** @param {[unknown, Record<string, () => unknown>]} args */
      [name](...args) {
        const values = exportArguments(args);
        host.log(level, encodeArguments(values), args.length, glue.place());
        return glue.toValue(values);
      },
    };
    return asGo(granted);
  }

  /** @type {(name: string, value: unknown) => void} */
  function grantGlobal(name, value) {
    defineProperty(globalThis, name, { value, writable: true, enumerable: true, configurable: true });
  }

  /** @type {{ readonly [Name in NativeName]: (module: NonNullable<Natives[Name]>) => void }} */
  const natives = {
    util(util) {
      glue.nativeModules.util = util;
      grantGlobal("util", util);
    },
    url({ URL, URLSearchParams, domainToASCII, domainToUnicode, entriesOf, hrefOf }) {
      glue.nativeModules.url = { URL, URLSearchParams, domainToASCII, domainToUnicode };
      grantGlobal("URL", URL);
      grantGlobal("URLSearchParams", URLSearchParams);
      glue.exportInstancesOf(URL.prototype, (url) => {
        const href = hrefOf(url);
        if (href === null) throw new glue.kit.TypeError("not a URL");
        return glue.opaque(url, text(href));
      });
      glue.exportInstancesOf(URLSearchParams.prototype, (params) => {
        const pairs = entriesOf(params);
        if (pairs === null) throw new glue.kit.TypeError("not a URLSearchParams");
        let mark = "";
        for (let at = 0; at < pairs.length; at++) {
          mark += `${at === 0 ? "" : ","}[${text(pairs[at][0])},${text(pairs[at][1])}]`;
        }
        return glue.opaque(params, `{"$searchParams":[${mark}]}`, "a URLSearchParams");
      });
    },
  };
  /**
   * Globals of a module that this realm was made without: what reaches for one ends the run, for one in a realm that has it.
   * @type {Record<string, readonly string[]>}
   */
  const absentGlobals = { url: ["URL", "URLSearchParams"] };
  /** @type {(name: NativeName) => void} */
  function grantAbsent(name) {
    const get = () => glue.stop("module", name);
    for (const global of absentGlobals[name]) {
      /** @type {(value: unknown) => void} */
      const set = (value) => grantGlobal(global, value);
      defineProperty(globalThis, global, { get, set, enumerable: true, configurable: true });
    }
    defineProperty(glue.nativeModules, name, { get, enumerable: true });
  }
  /** @type {(string: string) => string} */
  const text = (string) => glue.kit.stringify(glue.kit.wellFormed(string));

  /** `grantsText`: JSON of `{ kinde: boolean, functions: path[], tokens: { name: claims text }, console: boolean, natives: name[] }`. */
  glue.grant = (grantsText) => {
    /** @type {Grants} */
    const grants = parse(grantsText);
    if (grants.kinde) {
      /** @type {Record<string, unknown>} */
      const kinde = {};
      for (const path of grants.functions) {
        const [, group, member] = path.split(".");
        if (member === undefined) kinde[group] = hostFunction(path);
        else {
          if (!Object.hasOwn(kinde, group)) kinde[group] = {};
          /** @type {Record<string, unknown>} */ (kinde[group])[member] = hostFunction(path);
        }
      }
      for (const { token, claims, members } of grants.tokens) {
        const all = claimsOf(token, claims);
        /** @type {Record<string, unknown>} */
        const granted = {};
        kinde[token] = granted;
        for (const member of members) granted[member] = asGo(all[member]);
      }
      grantGlobal("kinde", kinde);
    }
    if (grants.console) {
      /** @type {Record<string, string>} */
      const levels = { log: "info", info: "info", debug: "debug", warn: "warn", error: "error" };
      /** @type {Record<string, unknown>} */
      const console = {};
      for (const name of Object.keys(levels)) console[name] = logger(name, levels[name]);
      grantGlobal("console", console);
      glue.nativeModules.console = console;
    }
    for (const name of grants.natives) {
      if (name in glue.natives) /** @type {(module: unknown) => void} */ (natives[name])(glue.natives[name]);
      else grantAbsent(name);
    }
  };
};
