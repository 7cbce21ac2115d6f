/**
 * Values as they leave the engine (Go's copy of them), as JSON text, and as they are read back.
 * @param {Glue} glue
 */
(glue) => {
  /** @import { Exporter, Glue, GoOpaque, GoValue, Known, List } from "../glue.ts" */
  const { bare, bigIntText, dateTime, getPrototypeOf, isArray, isNaN: isNotNumber, isoText, keys, list } = glue.kit;
  const { mapForEach, mapGet, mapSet, setForEach, slice, stringify, symbolDescription } = glue.kit;
  const { typedArrayLength, wellFormed } = glue.kit;
  const { SLICE, TIME, OPAQUE, newMap, newSlice, handleOf } = glue.go;

  const MAX_NODES = 200_000;
  /** The stack of a browser's worker ends somewhat above 400: more than this many levels are refused alike everywhere. */
  const MAX_DEPTH = 200;
  const MAX_TEXT = 1_000_000;
  const TOO_DEEP = `more than ${MAX_DEPTH} levels`;

  let nodes = 0;
  /** @type {(count: number) => void} */
  const spend = (count) => {
    nodes += count;
    if (nodes > MAX_NODES) glue.stop("output", "");
  };

  /**
   * Classes whose instances do not leave as their own enumerable properties, by prototype.
   * @type {Map<object, Exporter>}
   */
  const exporters = new glue.kit.Map();
  /** @type {<Instance extends object>(prototype: Instance, exporter: Exporter<Instance>) => void} */
  const onBrand = (prototype, exporter) => mapSet(exporters, prototype, /** @type {Exporter} */ (exporter));
  onBrand(glue.kit.datePrototype, (date) => bare({ kind: TIME, ms: dateTime(date) }));
  onBrand(glue.kit.numberPrototype, (boxed) => glue.kit.numberValue(boxed));
  onBrand(glue.kit.booleanPrototype, (boxed) => glue.kit.booleanValue(boxed));
  onBrand(glue.kit.bigIntPrototype, (boxed) => glue.kit.bigIntValue(boxed));
  onBrand(glue.kit.symbolPrototype, (boxed) => symbolText(glue.kit.symbolValue(boxed)));
  onBrand(glue.kit.stringPrototype, () => newMap());
  onBrand(glue.kit.typedArrayPrototype, (array) => {
    const length = typedArrayLength(array);
    spend(length);
    /** @type {List<GoValue>} */
    const values = list();
    for (let at = 0; at < length; at++) values[at] = /** @type {List<GoValue>} */ (array)[at];
    return newSlice(values, length);
  });
  onBrand(glue.kit.mapPrototype, (map, known, depth) => {
    const pairs = newSlice(list(), 0);
    mapSet(known, map, pairs);
    mapForEach(map, (value, key) => {
      const pair = list();
      pair[0] = exportValue(key, known, depth + 2);
      pair[1] = exportValue(value, known, depth + 2);
      pairs.cells[pairs.length++] = newSlice(pair, 2);
    });
    return pairs;
  });
  onBrand(glue.kit.setPrototype, (set, known, depth) => {
    const values = newSlice(list(), 0);
    mapSet(known, set, values);
    setForEach(set, (value) => {
      values.cells[values.length++] = /** @type {GoValue} */ (value);
    });
    // Not within the callback, whose frames would end the stack sooner.
    for (let at = 0; at < values.length; at++) values.cells[at] = exportValue(values.cells[at], known, depth + 1);
    return values;
  });

  /** @type {(symbol: symbol) => string} */
  const symbolText = (symbol) => wellFormed(symbolDescription(symbol) ?? "");

  /** Guest scripts add classes of their own here: `toGo(instance)` gives what leaves in its place. */
  glue.exportInstancesOf = (prototype, toGo) => onBrand(prototype, toGo);
  /** A value that JSON has no form for, shown as `mark` (JSON text) and read back as itself. */
  glue.opaque = (value, mark, reason) => bare({ kind: OPAQUE, value, mark, reason });

  /**
   * The copy of a guest value that the host keeps.
   * @type {(value: unknown, known: Known | undefined, depth: number) => GoValue}
   */
  function exportValue(value, known, depth) {
    spend(1);
    switch (typeof value) {
      case "undefined":
        return null;
      case "string":
        return wellFormed(value);
      case "symbol":
        return symbolText(value);
      case "function":
        return glue.opaque(value, undefined, "a function");
      case "object":
        return value === null ? null : exportObject(value, known ?? new glue.kit.Map(), depth);
      default:
        return /** @type {number | boolean | bigint} */ (value);
    }
  }

  /** @type {(object: object, known: Known, depth: number) => GoValue} */
  function exportObject(object, known, depth) {
    const own = handleOf(object);
    if (own !== undefined) return own;
    const seen = mapGet(known, object);
    if (seen !== undefined) return seen;
    if (depth >= MAX_DEPTH) return glue.opaque(object, '{"$truncated":0}', TOO_DEEP);
    const target = glue.proxyTarget(object);
    if (target !== undefined) return bare({ kind: OPAQUE, value: object, proxied: target });
    if (isArray(object)) {
      const length = object.length;
      spend(length);
      const slice = newSlice(list(), length);
      mapSet(known, object, slice);
      for (let at = 0; at < length; at++) slice.cells[at] = exportValue(object[at], known, depth + 1);
      return slice;
    }
    for (let proto = getPrototypeOf(object); proto !== null; proto = getPrototypeOf(proto)) {
      const exporter = mapGet(exporters, proto);
      if (exporter === undefined) continue;
      try {
        return exporter(object, known, depth);
      } catch {
        break; // an ordinary object that merely inherits from the class
      }
    }
    const map = newMap();
    mapSet(known, object, map);
    const names = keys(object);
    for (let at = 0; at < names.length; at++)
      map.members[wellFormed(names[at])] = exportValue(
        /** @type {Record<string, unknown>} */ (object)[names[at]],
        known,
        depth + 1,
      );
    return map;
  }

  /** @returns the exported copy of a host call's argument; an invalid Date crashes production there (recorded). */
  glue.exportArgument = (value) => {
    nodes = 0;
    const go = exportValue(value, undefined, 0);
    if (go !== null && typeof go === "object" && go.kind === TIME && isNotNumber(go.ms)) {
      glue.stop("panic", "reflect: call of reflect.Value.Set on zero Value");
    }
    return go;
  };
  glue.exportValue = (value) => {
    nodes = 0;
    return exportValue(value, undefined, 0);
  };

  /** @type {{ path: List<string | number>, reason: string, at: string, isClaim: boolean, size: number }} */
  const writer = bare({ path: list(), reason: "", at: "", isClaim: false, size: 0 });

  /**
   * The text of an exported value on one line; where JSON cannot hold it, a tab, the path and a tab, the reason follow.
   * `isClaim`: big integers are numbers there.
   */
  glue.encode = (go, isClaim) => {
    writer.path = list();
    writer.reason = "";
    writer.at = "";
    writer.isClaim = isClaim;
    writer.size = 0;
    const text = encode(go, 0);
    return writer.reason === "" ? text : `${text}\t${writer.at}\t${writer.reason}`;
  };

  /** @type {(mark: string, reason: string) => string} */
  function problem(mark, reason) {
    if (writer.reason === "") {
      writer.reason = reason;
      let at = "";
      for (let step = 0; step < writer.path.length; step++) {
        const part = writer.path[step];
        at += typeof part === "number" ? `[${part}]` : `${at === "" ? "" : "."}${part}`;
      }
      const text = stringify(at);
      writer.at = slice(text, 1, text.length - 1);
    }
    return mark;
  }

  /** @type {(text: string) => string} */
  function written(text) {
    writer.size += text.length;
    if (writer.size > MAX_TEXT) glue.stop("output", "");
    return text;
  }

  /** @type {(go: GoValue, depth: number) => string} */
  function encode(go, depth) {
    switch (typeof go) {
      case "string":
        if (go.length > MAX_TEXT) glue.stop("output", "");
        return written(stringify(go));
      case "number":
        if (isNotNumber(go)) return problem('{"$number":"NaN"}', "NaN");
        if (go === Infinity) return problem('{"$number":"Infinity"}', "Infinity");
        if (go === -Infinity) return problem('{"$number":"-Infinity"}', "-Infinity");
        return written(go === 0 && 1 / go < 0 && !writer.isClaim ? "-0" : `${go}`);
      case "boolean":
        return written(go ? "true" : "false");
      case "bigint":
        if (writer.isClaim) return written(bigIntText(go));
        return written(problem(`{"$bigint":"${bigIntText(go)}"}`, "a BigInt"));
    }
    if (go === null) return written("null");
    if (go.kind === TIME) return written(timeText(go.ms));
    if (go.kind === OPAQUE) return opaqueText(go, depth);
    if (go.isOpen) return problem('{"$cycle":true}', "a cycle");
    if (depth >= MAX_DEPTH) return problem('{"$truncated":0}', TOO_DEEP);
    go.isOpen = true;
    const step = writer.path.length;
    let text;
    if (go.kind === SLICE) {
      text = "[";
      for (let at = 0; at < go.length; at++) {
        writer.path[step] = at;
        text += (at === 0 ? "" : ",") + encode(go.cells[at], depth + 1);
      }
      text += "]";
    } else {
      text = "{";
      const names = keys(go.members);
      for (let at = 0; at < names.length; at++) {
        const name = names[at];
        writer.path[step] = name;
        text += `${at === 0 ? "" : ","}${written(stringify(name))}:${encode(go.members[name], depth + 1)}`;
      }
      text += "}";
    }
    writer.path.length = step;
    go.isOpen = false;
    return text;
  }

  /** @type {(go: GoOpaque, depth: number) => string} */
  function opaqueText(go, depth) {
    if (go.proxied !== undefined) {
      return writer.isClaim || depth >= MAX_DEPTH ? "{}" : encode(exportAside(go.proxied, depth), depth + 1);
    }
    if (go.mark !== undefined) return go.reason === undefined ? go.mark : problem(go.mark, go.reason);
    return problem(`{"$function":${functionName(go.value)}}`, /** @type {string} */ (go.reason));
  }

  /**
   * Exports in the midst of writing: getters may run, and log, and so write as well.
   * @type {(value: unknown, depth: number) => GoValue}
   */
  function exportAside(value, depth) {
    const { path, reason, at, isClaim, size } = writer;
    const go = exportValue(value, undefined, depth);
    writer.path = path;
    writer.reason = reason;
    writer.at = at;
    writer.isClaim = isClaim;
    writer.size = size;
    return go;
  }

  /** @type {(value: unknown) => string} */
  function functionName(value) {
    const own = glue.proxyTarget(value) === undefined ? glue.kit.getOwnPropertyDescriptor(value, "name") : undefined;
    return stringify(typeof own?.value === "string" ? wellFormed(own.value) : "");
  }

  /**
   * RFC 3339 as Go writes it: no trailing zeros in the fraction, years 0 to 9999.
   * @type {(ms: number) => string}
   */
  function timeText(ms) {
    if (isNotNumber(ms)) return "null";
    let text = isoText(new glue.kit.Date(ms));
    if (text[0] === "+" || text[0] === "-") return problem(`"${text}"`, "a Date outside the years 0 to 9999");
    text = slice(text, 0, text.length - 1);
    while (text[text.length - 1] === "0" && text.length > 20) text = slice(text, 0, text.length - 1);
    if (text[text.length - 1] === ".") text = slice(text, 0, text.length - 1);
    return `"${text}Z"`;
  }
};
