/**
 * URLSearchParams as production has it. Inside, names and values are Go strings.
 * @param {Glue} glue
 * @param {UrlKit} url
 */
(
  { kit: { uncurry, exec, weakMapGet, weakMapSet, slice } },
  { cut, toGo, toJs, PLAIN, escapeBytes, constructorOf, defineAccessors, defineMethods, typeError, show },
) => {
  /**
   * @import { Cut, Pair, Params, UrlKit } from "./go-url.ts"
   * @import { ByName, Glue } from "../glue.ts"
   */
  const { defineProperty, setPrototypeOf, keys } = Object;
  const { iterator, toStringTag } = Symbol;
  const { fromCharCode } = String;
  const sortArray = uncurry(Array.prototype.sort);
  const toNumber = Number;

  /** @type {(names: string) => TypeError} */
  const missing = (names) => typeError("ERR_MISSING_ARGS", `The ${names} must be specified`);
  const NAME = '"name" argument';
  const NAME_AND_VALUE = '"name" and "value" arguments';

  /**
   * URLSearchParams object → { list, owner: null | the URL's state, object: itself }. `list` holds [name, value] pairs.
   * @type {WeakMap<object, Params>}
   */
  const states = new WeakMap();
  /** @type {(object: unknown) => Params | undefined} */
  const find = (object) => (typeof object === "object" && object !== null ? weakMapGet(states, object) : undefined);
  /** @type {(object: unknown) => Params} */
  const paramsOf = (object) => {
    const params = find(object);
    if (params === undefined) throw typeError("ERR_INVALID_THIS", 'Value of "this" must be of type URLSearchParams');
    return params;
  };
  /**
   * A URL's query is either text or parameters; the text is made again only when its search or toString asks.
   * @type {(params: Params) => void}
   */
  const showParams = ({ owner, object, list }) => {
    show(/** @type {object} */ (object), owner?.url ?? null, list);
    if (owner !== null) show(owner.object, owner.url, list);
  };
  /** @type {(params: Params) => void} */
  const markUpdated = (params) => {
    if (params.owner !== null) params.owner.url.rawQuery = "";
    showParams(params);
  };

  /** @type {(text: string) => string} */
  const unescapeParam = (text) => {
    let bytes = "";
    for (let at = 0; at < text.length; at++) {
      const hex = text[at] === "%" ? exec(/^%[0-9a-fA-F]{2}/, slice(text, at, at + 3)) : null;
      if (hex !== null) {
        bytes += fromCharCode(toNumber(`0x${slice(text, at + 1, at + 3)}`));
        at += 2;
      } else {
        bytes += text[at] === "+" ? " " : text[at];
      }
    }
    return bytes;
  };

  /** @type {UrlKit["parseParams"]} */
  const parseParams = (query) => {
    /** @type {Pair[]} */
    const list = [];
    for (
      let rest = /** @type {Cut} */ ({ after: query[0] === "?" ? slice(query, 1) : query, found: true });
      rest.found;
    ) {
      rest = cut(rest.after, "&");
      const { before, after } = cut(rest.before, "=");
      if (rest.before !== "") list[list.length] = [unescapeParam(before), unescapeParam(after)];
    }
    return list;
  };

  /** @type {UrlKit["writeParams"]} */
  const writeParams = (list) => {
    let text = "";
    for (let i = 0; i < list.length; i++) {
      const { 0: name, 1: value } = list[i];
      text += `${i === 0 ? "" : "&"}${escapeBytes(name, PLAIN.parameter, true)}=${escapeBytes(value, PLAIN.parameter, true)}`;
    }
    return text;
  };

  /** @type {(object: object) => Pair[]} */
  const paramsFrom = (object) => {
    /** @type {Pair[]} */
    const list = [];
    const given = /** @type {ByName<unknown> & Iterable<Iterable<unknown>>} */ (object);
    if (given[iterator] === undefined || given[iterator] === null) {
      const names = keys(object);
      for (let i = 0; i < names.length; i++) list[i] = [toGo(names[i]), toGo(given[names[i]])];
      return list;
    }
    const own = find(object);
    if (own !== undefined) {
      for (let i = 0; i < own.list.length; i++) list[i] = [own.list[i][0], own.list[i][1]];
      return list;
    }
    const wrongTuple = () => typeError("ERR_INVALID_TUPLE", "Each query pair must be an iterable [name, value] tuple");
    for (const item of given) {
      /** @type {string[]} */
      const pair = [];
      for (const part of item) {
        if (pair.length === 2) throw wrongTuple();
        pair[pair.length] = toGo(part);
      }
      if (pair.length < 2) throw wrongTuple();
      list[list.length] = /** @type {Pair} */ (pair);
    }
    return list;
  };

  /** @type {UrlKit["newParams"]} */
  const newParams = (params) => {
    if (params.object !== undefined) return params.object;
    const object = setPrototypeOf({}, URLSearchParams.prototype);
    weakMapSet(states, object, params);
    params.object = object;
    showParams(params);
    return object;
  };

  /** @type {UrlKit["URLSearchParams"]} */
  const URLSearchParams = constructorOf("createURLSearchParamsConstructor", (init) =>
    newParams({
      list:
        init === undefined
          ? []
          : (typeof init === "object" && init !== null) || typeof init === "function"
            ? paramsFrom(init)
            : parseParams(toGo(init)),
      owner: null,
    }),
  );

  /** @type {WeakMap<object, { params: Params, read: (pair: Pair) => unknown, next: number }>} */
  const iteratorStates = new WeakMap();
  const ParamsIterator = {};
  defineMethods(ParamsIterator, {
    next() {
      const state = typeof this === "object" && this !== null ? weakMapGet(iteratorStates, this) : undefined;
      if (state === undefined)
        throw typeError("ERR_INVALID_THIS", 'Value of "this" must be of type URLSearchParamIterator');
      const pair = state.params.list[state.next];
      if (pair === undefined) return { value: undefined, done: true };
      state.next++;
      return { value: state.read(pair), done: false };
    },
  });
  defineProperty(ParamsIterator, toStringTag, { value: "URLSearchParams Iterator" });
  /** @type {(object: object, read: (pair: Pair) => unknown) => object} */
  const newIterator = (object, read) => {
    const params = paramsOf(object);
    const created = setPrototypeOf({}, ParamsIterator);
    weakMapSet(iteratorStates, created, { params, read, next: 0 });
    return created;
  };

  defineMethods(URLSearchParams.prototype, {
    append(...args) {
      if (args.length < 2) throw missing(NAME_AND_VALUE);
      const params = paramsOf(this);
      params.list[params.list.length] = [toGo(args[0]), toGo(args[1])];
      markUpdated(params);
    },
    delete(...args) {
      const params = paramsOf(this);
      if (args.length < 1) throw missing(NAME);
      const name = toGo(args[0]);
      const { list } = params;
      let kept = 0;
      for (let i = 0; i < list.length; i++) {
        const isGone =
          list[i][0] === name && (args.length === 1 || (args[1] !== undefined && list[i][1] === toGo(args[1])));
        if (!isGone) list[kept++] = list[i];
      }
      list.length = kept;
      markUpdated(params);
    },
    entries() {
      return newIterator(this, (pair) => [toJs(pair[0]), toJs(pair[1])]);
    },
    forEach(...args) {
      const { list } = paramsOf(this);
      const callback = args[0];
      if (args.length !== 1 || typeof callback !== "function")
        throw typeError("ERR_INVALID_ARG_TYPE", 'The "callback" argument must be of type function.');
      // Kinde's copy of the module gives the name first
      for (let i = 0; i < list.length; i++) callback(toJs(list[i][0]), toJs(list[i][1]), this);
    },
    get(...args) {
      const { list } = paramsOf(this);
      if (args.length < 1) throw missing(NAME);
      const name = toGo(args[0]);
      for (let i = 0; i < list.length; i++) if (list[i][0] === name) return toJs(list[i][1]);
      return null;
    },
    getAll(...args) {
      const { list } = paramsOf(this);
      if (args.length < 1) throw missing(NAME);
      const name = toGo(args[0]);
      const values = [];
      for (let i = 0; i < list.length; i++) if (list[i][0] === name) values[values.length] = toJs(list[i][1]);
      return values;
    },
    has(...args) {
      const { list } = paramsOf(this);
      if (args.length < 1) throw missing(NAME);
      const name = toGo(args[0]);
      const value = args[1] === undefined ? undefined : toGo(args[1]);
      for (let i = 0; i < list.length; i++)
        if (list[i][0] === name && (value === undefined || list[i][1] === value)) return true;
      return false;
    },
    keys() {
      return newIterator(this, (pair) => toJs(pair[0]));
    },
    set(...args) {
      const params = paramsOf(this);
      if (args.length < 2) throw missing(NAME_AND_VALUE);
      const name = toGo(args[0]);
      const value = toGo(args[1]);
      const { list } = params;
      let kept = 0;
      let isFound = false;
      for (let i = 0; i < list.length; i++) {
        if (list[i][0] === name) {
          if (isFound) continue;
          isFound = true;
          list[i] = [name, value];
        }
        list[kept++] = list[i];
      }
      list.length = kept;
      if (!isFound) list[kept] = [name, value];
      markUpdated(params);
    },
    sort() {
      const params = paramsOf(this);
      sortArray(params.list, (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
      markUpdated(params);
    },
    toString() {
      return writeParams(paramsOf(this).list);
    },
    values() {
      return newIterator(this, (pair) => toJs(pair[1]));
    },
  });
  defineAccessors(URLSearchParams.prototype, {
    size: {
      get() {
        return paramsOf(this).list.length;
      },
    },
  });
  defineProperty(URLSearchParams.prototype, iterator, {
    value: /** @type {ByName<unknown>} */ (URLSearchParams.prototype).entries,
    writable: true,
    enumerable: true,
  });

  /**
   * The [name, value] pairs of a URLSearchParams; null for anything else.
   * @type {UrlKit["entriesOf"]}
   */
  const entriesOf = (object) => {
    const params = find(object);
    if (params === undefined) return null;
    /** @type {Pair[]} */
    const pairs = [];
    for (let i = 0; i < params.list.length; i++) pairs[i] = [toJs(params.list[i][0]), toJs(params.list[i][1])];
    return pairs;
  };

  return { URLSearchParams, newParams, parseParams, writeParams, entriesOf };
};
