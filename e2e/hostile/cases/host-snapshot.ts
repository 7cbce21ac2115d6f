/** A picture of the host's own globals and prototypes, so that a run can be shown to have left them alone. */

const PARTS: readonly (readonly [string, object])[] = [
  ["globalThis", globalThis],
  ...[
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Symbol,
    BigInt,
    RegExp,
    Date,
    Promise,
    Map,
    Set,
    WeakMap,
    Error,
    TypeError,
    ArrayBuffer,
    Uint8Array,
    Proxy,
  ].flatMap((part): (readonly [string, object])[] => [
    [part.name, part],
    ...(typeof part.prototype === "object" ? ([[`${part.name}.prototype`, part.prototype]] as const) : []),
  ]),
  ["JSON", JSON],
  ["Math", Math],
  ["Reflect", Reflect],
  ["WebAssembly", WebAssembly],
];

type Snapshot = ReadonlyMap<string, unknown>;

/** Every own property of the parts with its value or accessors, by its path. */
export function hostSnapshot(): Snapshot {
  const found = new Map<string, unknown>();
  for (const [path, part] of PARTS) {
    for (const key of Reflect.ownKeys(part)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(part, key);
      found.set(`${path}.${String(key)}`, descriptor?.get ?? descriptor?.set ?? descriptor?.value);
    }
  }
  return found;
}

/** The paths that were added, removed or changed since. */
export function changedSince(before: Snapshot): readonly string[] {
  const after = hostSnapshot();
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter(
    (path) => before.has(path) !== after.has(path) || !Object.is(before.get(path), after.get(path)),
  );
}
