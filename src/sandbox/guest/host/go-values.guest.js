/**
 * Go's values as authors meet them: what they read from events, claims and answers are handles on Go maps and slices.
 * @param {Glue} glue
 */
(glue) => {
  /** @import { Glue, GoMap, GoSlice, GoTime, GoValue, List } from "../glue.ts" */
  const { bare, create, defineProperty, deleteProperty, getPrototypeOf, hasOwn, isArray, keys, list } = glue.kit;
  const { ownKeys, parse, preventExtensions, Proxy: NativeProxy, reflectGet, reflectHas, reflectSet } = glue.kit;
  const { TypeError: NativeTypeError, weakMapGet, weakMapSet, wellFormed } = glue.kit;

  /** @typedef {GoMap | GoSlice | GoTime} Handled */
  const MAP = 1;
  const SLICE = 2;
  const TIME = 3;
  const OPAQUE = 4;

  /** @type {WeakMap<object, Handled>} */
  const handles = new glue.kit.WeakMap();
  /** @type {Glue["go"]["handleOf"]} */
  const handleOf = (object) => weakMapGet(handles, object);

  /**
   * A Go map: `members` has no prototype, so that every name is an ordinary one.
   * @type {() => GoMap}
   */
  const newMap = () => ({ __proto__: null, kind: MAP, members: { __proto__: null }, isOpen: false });
  /**
   * A Go slice: a length over cells that other slices may share, as append and copies of slices do in Go.
   * @type {(cells: List<GoValue>, length: number) => GoSlice}
   */
  const newSlice = (cells, length) => ({
    __proto__: null,
    kind: SLICE,
    cells,
    length,
    capacity: length,
    isOpen: false,
  });

  glue.go = bare({ MAP, SLICE, TIME, OPAQUE, newMap, newSlice, handleOf });

  /**
   * What the engine hands out for a Go value: a fresh handle at each read.
   * @type {(go: GoValue) => unknown}
   */
  function toValue(go) {
    if (typeof go !== "object" || go === null) return go;
    switch (go.kind) {
      case OPAQUE:
        return go.value;
      case MAP:
        return handle({}, mapTraps, go);
      case SLICE:
        // A copy of the slice's header: its own length over the same cells.
        return handle([], sliceTraps, { ...go, __proto__: null, isOpen: false });
      default:
        return timeHandle(go);
    }
  }
  glue.toValue = toValue;

  /** @type {(target: object, traps: object, go: GoMap | GoSlice) => object} */
  function handle(target, traps, go) {
    const handler = create(traps);
    handler.go = go;
    const proxy = new NativeProxy(target, handler);
    weakMapSet(handles, proxy, go);
    return proxy;
  }

  /** @type {(go: GoTime) => object} */
  function timeHandle(go) {
    const time = {};
    const text = () => goTimeText(go.ms);
    for (const name of ["String", "toString"]) defineProperty(time, name, bare({ value: text, enumerable: false }));
    defineProperty(time, "toJSON", bare({ value: () => parse(glue.encode(go, true)), enumerable: false }));
    glue.asGoValue(time, text);
    weakMapSet(handles, time, go);
    return time;
  }

  /** @type {(ms: number) => string} */
  const goTimeText = (ms) => {
    const iso = glue.kit.isoText(new glue.kit.Date(ms));
    let end = iso.length - 1;
    while (iso[end - 1] === "0" && end > iso.length - 5) end--;
    if (iso[end - 1] === ".") end--;
    const time = glue.kit.slice(iso, iso.length - 13, end);
    return `${glue.kit.slice(iso, 0, iso.length - 14)} ${time} +0000 UTC`;
  };

  /** @type {(value: unknown, configurable?: boolean) => PropertyDescriptor} */
  const own = (value, configurable) =>
    bare({ value, writable: true, enumerable: true, configurable: configurable !== false });

  /** @type {(name: string, descriptor: PropertyDescriptor) => void} */
  function refuseDescriptor(name, descriptor) {
    if (hasOwn(descriptor, "get") || hasOwn(descriptor, "set")) {
      throw new NativeTypeError("Host objects do not support accessor properties");
    }
    if (descriptor.writable === false) throw new NativeTypeError(`Host object field ${name} cannot be made read-only`);
    if (descriptor.configurable === true)
      throw new NativeTypeError(`Host object field ${name} cannot be made configurable`);
  }

  /**
   * Gives an inherited setter (such as that of `__proto__`) the chance that Go's maps give it.
   * @type {(target: object, key: PropertyKey, value: unknown, receiver: unknown) => boolean}
   */
  function setInherited(target, key, value, receiver) {
    for (let proto = getPrototypeOf(target); proto !== null; proto = getPrototypeOf(proto)) {
      const inherited = glue.kit.getOwnPropertyDescriptor(proto, key);
      if (inherited === undefined) continue;
      if (!hasOwn(inherited, "set")) return false;
      if (inherited.set === undefined) return false;
      glue.kit.apply(inherited.set, receiver, [value]);
      return true;
    }
    return false;
  }

  const mapTraps = bare(
    /** @type {ProxyHandler<object> & ThisType<{ go: GoMap }>} */ ({
      get(target, key, receiver) {
        if (typeof key === "symbol") return reflectGet(target, key, receiver);
        const name = wellFormed(key);
        const { members } = this.go;
        return name in members ? toValue(members[name]) : reflectGet(target, key, receiver);
      },
      set(target, key, value, receiver) {
        if (typeof key === "symbol") return reflectSet(target, key, value);
        const name = wellFormed(key);
        const { members } = this.go;
        if (!(name in members)) {
          if (setInherited(target, key, value, receiver)) return true;
          if (!glue.kit.isExtensible(target)) return false;
        }
        members[name] = glue.exportValue(value);
        return true;
      },
      has(target, key) {
        return (typeof key === "string" && wellFormed(key) in this.go.members) || reflectHas(target, key);
      },
      deleteProperty(target, key) {
        if (typeof key === "symbol") return deleteProperty(target, key);
        delete this.go.members[wellFormed(key)];
        return true;
      },
      ownKeys(target) {
        const all = list();
        const names = keys(this.go.members);
        for (let at = 0; at < names.length; at++) all[at] = names[at];
        const others = ownKeys(target);
        for (let at = 0; at < others.length; at++) if (typeof others[at] === "symbol") all[all.length] = others[at];
        return all;
      },
      getOwnPropertyDescriptor(target, key) {
        if (typeof key === "symbol") return glue.kit.getOwnPropertyDescriptor(target, key);
        const name = wellFormed(key);
        if (!(name in this.go.members)) return undefined;
        // A Proxy may not show what its closed target lacks.
        if (!glue.kit.isExtensible(target) && !hasOwn(target, key)) return undefined;
        return own(toValue(this.go.members[name]));
      },
      defineProperty(target, key, descriptor) {
        if (typeof key === "symbol") return glue.kit.reflectDefine(target, key, descriptor);
        refuseDescriptor(key, descriptor);
        this.go.members[wellFormed(key)] = glue.exportValue(descriptor.value);
        return true;
      },
      preventExtensions(target) {
        // A Proxy may only claim this of a target that is closed itself, with the same keys.
        const names = keys(this.go.members);
        for (let at = 0; at < names.length; at++) defineProperty(target, names[at], own(undefined));
        preventExtensions(target);
        return true;
      },
    }),
  );

  /**
   * The index a key names, or -1.
   * @type {(key: PropertyKey) => number}
   */
  function indexOf(key) {
    if (typeof key !== "string") return -1;
    const index = /** @type {number} */ (/** @type {unknown} */ (key)) >>> 0;
    return index !== 4294967295 && `${index}` === key ? index : -1;
  }

  /**
   * Capacity as goja grows the slices behind host arrays.
   * @type {(go: GoSlice, size: number) => void}
   */
  function grow(go, size) {
    if (size <= go.capacity) {
      for (let at = go.length; at < size; at++) go.cells[at] = null;
    } else {
      let capacity = go.capacity * 2;
      if (size > capacity) capacity = size;
      else if (go.length >= 1024) {
        capacity = go.capacity;
        while (capacity < size) capacity += capacity >> 2;
      }
      const cells = list();
      for (let at = 0; at < size; at++) cells[at] = at < go.length ? go.cells[at] : null;
      go.cells = cells;
      go.capacity = capacity;
    }
    go.length = size;
  }

  /** @type {(go: GoSlice, length: number) => void} */
  function setLength(go, length) {
    if (length > go.length) {
      if (length > 1_000_000) glue.stop("output", "");
      grow(go, length);
    } else {
      for (let at = length; at < go.length; at++) go.cells[at] = null;
      go.length = length;
    }
  }

  const sliceTraps = bare(
    /** @type {ProxyHandler<object> & ThisType<{ go: GoSlice }>} */ ({
      get(target, key, receiver) {
        const { go } = this;
        const index = indexOf(key);
        if (index >= 0) return index < go.length ? toValue(go.cells[index]) : reflectGet(target, key, receiver);
        return key === "length" ? go.length : reflectGet(target, key, receiver);
      },
      set(target, key, value, receiver) {
        const { go } = this;
        if (typeof key === "symbol") return reflectSet(target, key, value);
        const index = indexOf(key);
        if (index >= 0) {
          if (index >= go.length) {
            if (index > 1_000_000) glue.stop("output", "");
            grow(go, index + 1);
          }
          go.cells[index] = glue.exportValue(value);
          return true;
        }
        if (key === "length") {
          setLength(go, value >>> 0);
          return true;
        }
        if (setInherited(target, key, value, receiver)) return true;
        throw new NativeTypeError(`Can't set property '${key}' on Go slice`);
      },
      has(target, key) {
        const index = indexOf(key);
        return index >= 0 ? index < this.go.length : reflectHas(target, key);
      },
      deleteProperty(target, key) {
        const index = indexOf(key);
        if (index < 0) return key !== "length" && deleteProperty(target, key);
        if (index < this.go.length) this.go.cells[index] = null;
        return true;
      },
      ownKeys(target) {
        const all = list();
        for (let at = 0; at < this.go.length; at++) all[at] = `${at}`;
        const others = ownKeys(target);
        for (let at = 0; at < others.length; at++) all[all.length] = others[at];
        return all;
      },
      getOwnPropertyDescriptor(target, key) {
        const index = indexOf(key);
        if (index >= 0) return index < this.go.length ? own(toValue(this.go.cells[index])) : undefined;
        if (key === "length") {
          return bare({ value: this.go.length, writable: true, enumerable: false, configurable: false });
        }
        return glue.kit.getOwnPropertyDescriptor(target, key);
      },
      defineProperty(target, key, descriptor) {
        const index = indexOf(key);
        if (index < 0) {
          if (key !== "length") return glue.kit.reflectDefine(target, key, descriptor);
          if (hasOwn(descriptor, "value")) setLength(this.go, descriptor.value >>> 0);
          return true;
        }
        if (hasOwn(descriptor, "get") || hasOwn(descriptor, "set")) {
          throw new NativeTypeError("Host objects do not support accessor properties");
        }
        if (index >= this.go.length) grow(this.go, index + 1);
        this.go.cells[index] = glue.exportValue(descriptor.value);
        return true;
      },
      preventExtensions: () => false,
    }),
  );

  /** Go's copy of JSON text. */
  glue.fromJson = (text) => fromParsed(parse(text));

  /** @type {(json: unknown) => GoValue} */
  function fromParsed(json) {
    if (typeof json !== "object" || json === null)
      return typeof json === "string" ? wellFormed(json) : /** @type {GoValue} */ (json);
    if (isArray(json)) {
      const slice = newSlice(list(), json.length);
      for (let at = 0; at < json.length; at++) slice.cells[at] = fromParsed(json[at]);
      // encoding/json appends one by one, which doubles the capacity
      slice.capacity = 1;
      while (slice.capacity < slice.length) slice.capacity *= 2;
      return slice;
    }
    const map = newMap();
    const names = keys(json);
    for (let at = 0; at < names.length; at++)
      map.members[wellFormed(names[at])] = fromParsed(/** @type {Record<string, unknown>} */ (json)[names[at]]);
    return map;
  }
};
