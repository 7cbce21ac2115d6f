/** What the guest scripts share, as types for their JSDoc: the kit, what each script adds to it, and Go's values. */
import type { UrlModule } from "./url/go-url.ts";

/** A list without a prototype, so that nothing of the author's is reached through it. */
export type List<T> = { [index: number]: T; length: number };

/** A string, or the `this` of a method of strings. */
type Text = string | StringConstructor["prototype"];

/** A method as a function that takes its `this` first. */
export type Uncurry = <Self, Args extends readonly unknown[], Result>(
  method: (this: Self, ...args: Args) => Result,
) => (self: Self, ...args: Args) => Result;

/** Checked as a method is, so that an implementation may say more of its parameters than that there are some. */
export type AnyFunction = { method(...args: readonly unknown[]): unknown }["method"];
type Methods<Self> = { readonly [name: PropertyKey]: AnyFunction } & ThisType<Self>;

/** The realm's own functions, taken before any other code can change them, and what the scripts do with them. */
export type Kit = {
  readonly apply: typeof Reflect.apply;
  readonly bare: <T extends object>(members: T) => T;
  readonly bigIntText: (value: bigint, radix?: number) => string;
  readonly bigIntValue: (value: unknown) => bigint;
  readonly bigIntPrototype: object;
  readonly booleanPrototype: object;
  readonly booleanValue: (value: unknown) => boolean;
  readonly charCodeAt: (text: string, at: number) => number;
  readonly construct: typeof Reflect.construct;
  readonly create: typeof Object.create;
  readonly datePrototype: Date;
  readonly dateTime: (date: unknown) => number;
  readonly Date: DateConstructor;
  readonly defineProperty: typeof Object.defineProperty;
  readonly deleteProperty: typeof Reflect.deleteProperty;
  readonly Error: EngineErrorConstructor;
  readonly exec: (pattern: RegExp, text: Text) => RegExpExecArray | null;
  readonly getOwnPropertyDescriptor: typeof Object.getOwnPropertyDescriptor;
  readonly getPrototypeOf: typeof Object.getPrototypeOf;
  readonly getterOf: <Self extends object, Name extends keyof Self>(
    prototype: Self,
    name: Name,
  ) => (self: Self) => Self[Name];
  readonly hasOwn: typeof Object.hasOwn;
  readonly hidden: (value: unknown) => PropertyDescriptor;
  readonly indexOf: (text: string, part: string, from?: number) => number;
  /** Puts methods in the place of built-in ones, so that they still look built in. */
  readonly install: <Self extends object>(target: Self, methods: Methods<Self>) => void;
  readonly isArray: typeof Array.isArray;
  readonly isError: (value: unknown) => boolean;
  readonly isExtensible: typeof Object.isExtensible;
  readonly isNaN: typeof Number.isNaN;
  readonly isoText: (date: Date) => string;
  readonly keys: typeof Object.keys;
  readonly list: <T>() => List<T>;
  readonly Map: MapConstructor;
  readonly mapForEach: <K, V>(map: ReadonlyMap<K, V>, callback: (value: V, key: K) => void) => void;
  readonly mapGet: <K, V>(map: ReadonlyMap<K, V>, key: K) => V | undefined;
  readonly mapPrototype: Map<unknown, unknown>;
  readonly mapSet: <K, V>(map: Map<K, V>, key: K, value: V) => void;
  readonly matches: (pattern: RegExp, text: Text) => boolean;
  readonly numberPrototype: object;
  readonly numberToString: (value: number, radix?: number) => string;
  readonly numberValue: (value: unknown) => number;
  readonly ownKeys: typeof Reflect.ownKeys;
  readonly pad: (value: number | string, width: number) => string;
  readonly parse: typeof JSON.parse;
  readonly preventExtensions: typeof Object.preventExtensions;
  readonly Proxy: ProxyConstructor;
  readonly reflectDefine: typeof Reflect.defineProperty;
  readonly reflectGet: typeof Reflect.get;
  readonly reflectHas: typeof Reflect.has;
  readonly reflectSet: typeof Reflect.set;
  /** `text` with every match of the global `pattern` replaced by what `change` makes of the match. */
  readonly replaceEach: (text: string, pattern: RegExp, change: (match: RegExpExecArray) => string) => string;
  readonly setForEach: <T>(set: ReadonlySet<T>, callback: (value: T) => void) => void;
  readonly setPrototype: Set<unknown>;
  readonly setPrototypeOf: typeof Object.setPrototypeOf;
  readonly slice: (text: string, from?: number, to?: number) => string;
  readonly String: StringConstructor;
  readonly stringPrototype: object;
  readonly stringify: typeof JSON.stringify;
  readonly symbolDescription: (symbol: symbol) => string | undefined;
  readonly symbolPrototype: object;
  readonly symbolValue: (value: unknown) => symbol;
  readonly toLowerCase: (text: string) => string;
  /** A value as goja's Go code sees its text: a symbol's is its description. */
  readonly toText: (value: unknown) => string;
  readonly typedArrayLength: (array: unknown) => number;
  readonly typedArrayPrototype: object;
  readonly TypeError: TypeErrorConstructor;
  readonly uncurry: Uncurry;
  readonly WeakMap: WeakMapConstructor;
  readonly weakMapGet: <K extends WeakKey, V>(map: WeakMap<K, V>, key: K) => V | undefined;
  readonly weakMapSet: <K extends WeakKey, V>(map: WeakMap<K, V>, key: K, value: V) => void;
  readonly wellFormed: (text: string) => string;
};

/** Of one that stands for all: each kind's `this`, elements and arguments are the engine's own to check. */
export type TypedArray = {
  readonly [index: number]: unknown;
  readonly length: number;
  readonly name?: string;
  readonly fill: AnyFunction;
  readonly set: AnyFunction;
};

/** What is looked up by a name that the type checker does not follow. */
export type ByName<T> = { readonly [name: PropertyKey]: T };

/** QuickJS has V8's hooks for stacks. */
export type EngineErrorConstructor = ErrorConstructor & {
  stackTraceLimit?: number;
  prepareStackTrace?: (error: Error, sites: Sites) => unknown;
  captureStackTrace?: unknown;
  isError: (value: unknown) => boolean;
};
export type Site = {
  readonly getFileName: () => string | null;
  readonly getLineNumber: () => number | null;
  readonly getColumnNumber: () => number | null;
  readonly getFunctionName: () => string | undefined;
  readonly isNative: () => boolean;
};
export type Sites = readonly Site[];

/** A Go map: `members` has no prototype, so that every name is an ordinary one. */
export type GoMap = {
  readonly __proto__: null;
  readonly kind: 1;
  readonly members: Record<string, GoValue>;
  isOpen: boolean;
};
/** A Go slice: a length over cells that other slices may share, as append and copies of slices do in Go. */
export type GoSlice = {
  readonly __proto__: null;
  readonly kind: 2;
  cells: List<GoValue>;
  length: number;
  capacity: number;
  isOpen: boolean;
};
export type GoTime = { readonly kind: 3; readonly ms: number };
/** A value that has no form in Go: shown as `mark` (JSON text) and read back as itself; of a Proxy, its target. */
export type GoOpaque = {
  readonly kind: 4;
  readonly value: unknown;
  readonly mark?: string | undefined;
  readonly reason?: string | undefined;
  readonly proxied?: object;
};
export type GoValue = null | string | number | boolean | bigint | GoMap | GoSlice | GoTime | GoOpaque;

/** What has been exported, so that what is met twice is one value. */
export type Known = Map<unknown, GoValue>;
export type Exporter<Instance extends object = object> = (instance: Instance, known: Known, depth: number) => GoValue;

/** A CommonJS module's body, and what it fills. */
export type Module = { exports: Record<string, unknown> };
export type Factory = (exports: unknown, require: (name: string) => unknown, module: Module, traced: unknown) => void;

/** The host's functions, each of texts. */
export type Host = {
  readonly claim: (token: string, name: string, value: string, place: string) => void;
  readonly log: (level: string, args: string, count: number, place: string) => void;
  readonly call: (path: string, args: string, count: number, place: string) => string;
  readonly frames: (sites: string) => string;
  readonly usageOf: (sites: string, name: string) => string;
  readonly unclear: (sites: string) => string | undefined;
  readonly stop: (limit: string, text: string) => void;
};

/** What the host's bindings grant a run. */
export type Grants = {
  readonly kinde: boolean;
  readonly functions: readonly string[];
  readonly tokens: readonly {
    readonly token: string;
    readonly claims: string;
    readonly members: readonly ClaimMember[];
  }[];
  readonly console: boolean;
  readonly natives: readonly NativeName[];
};
export type ClaimMember = "getCustomClaims" | "setCustomClaim";
export type NativeName = "util" | "url";

/** The modules of the engine that a realm was made with, by name. */
export type Natives = {
  util?: object;
  url?: UrlModule;
  texts?: {
    readonly reword: (error: Error, nativeName: string | undefined, sites: () => string) => void;
    readonly refusal: (text: string) => string | null;
  };
  tracing?: TracedOperations;
};

/** What the operations of a traced program call, around what they are given. */
export type TracedOperations = {
  callee: (value: unknown, flags: number) => unknown;
  member: (object: unknown, key: unknown, flags: number, isEnded?: boolean) => unknown;
  key: () => string | symbol;
  argument: <Value>(index: number, value: Value) => Value;
  constructed: (value: unknown) => unknown;
  target: (object: unknown, key: unknown) => unknown;
  deleted: (object: unknown, key: unknown) => unknown;
  kind: (value: unknown) => unknown;
  holder: (value: unknown) => unknown;
  iterable: (value: unknown) => unknown;
  native: (name: string, message: string) => string | undefined;
};

/** The one object that each script takes from and adds to; lives in the realm, out of the author's reach. */
export type Glue = {
  kit: Kit;
  /** The name of Kinde's package, set by the host. */
  readonly packageName: string;
  /** The target of a Proxy that the author made; undefined for everything else. No trap runs. */
  proxyTarget: (value: unknown) => object | undefined;

  // host/errors
  usageOf?: (sites: string, name: string) => string;
  tell?: (sites: string, nativeName: string | undefined, message: string) => string | undefined;
  goError: (message: string) => Error;
  /** The file of the author's code, as stack frames name it. */
  authorFile: string;
  place: () => string;
  latestSites: () => string;
  describe: (thrown: unknown, isNested?: boolean) => string;

  // host/go-values
  go: {
    readonly MAP: 1;
    readonly SLICE: 2;
    readonly TIME: 3;
    readonly OPAQUE: 4;
    readonly newMap: () => GoMap;
    readonly newSlice: (cells: List<GoValue>, length: number) => GoSlice;
    /** What an object that the engine handed out stands for; undefined for everything else. */
    readonly handleOf: (object: object) => GoMap | GoSlice | GoTime | undefined;
  };
  toValue: (go: GoValue) => unknown;
  fromJson: (text: string) => GoValue;

  // host/values
  exportInstancesOf: (prototype: object, toGo: (instance: object) => GoValue) => void;
  opaque: (value: unknown, mark: string | undefined, reason?: string) => GoOpaque;
  exportArgument: (value: unknown) => GoValue;
  exportValue: (value: unknown) => GoValue;
  encode: (go: GoValue, isClaim: boolean) => string;

  // host/link
  addPackage: (factory: Factory) => void;
  /** Modules of the engine that the runtime's own `require` finds, by name. */
  nativeModules: Record<string, unknown>;
  natives: Natives;
  addNative: <Name extends keyof Natives>(name: Name, module: Natives[Name]) => void;
  evaluate: (file: string, factory: Factory) => void;
  checkDefault: () => string;
  settings: () => string;
  start: (eventText: string) => unknown;
  encodeResult: (value: unknown) => string;
  typeOfResult: (value: unknown) => string;
  stop: (limit: string, text: string) => never;

  // host/calls
  grant: (grantsText: string) => void;

  // goja
  asNative: <Fn extends AnyFunction>(fn: Fn) => Fn;
  /** From now on `toText` gives what `Object.prototype.toString` says of the object. */
  asGoValue: (object: object, toText: () => string) => void;
  /** Gives an error of the engine production's words; `nativeName` is the function of the topmost frame where that is a built-in one. */
  reword?: (error: Error, nativeName: string | undefined, sites: () => string) => void;
  findByRules: (regexp: RegExp, text: string, isForAll: boolean) => RegExpExecArray | null;
};
