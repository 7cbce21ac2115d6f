/** What the scripts of the url module share, as types for their JSDoc. Texts are Go strings: a character for each byte of UTF-8. */

/** net/url's record of a URL's parts. */
export type GoUrl = {
  scheme: string;
  opaque: string;
  user: { readonly name: string; readonly password: string | null } | null;
  host: string;
  path: string;
  rawPath: string;
  omitHost: boolean;
  forceQuery: boolean;
  rawQuery: string;
  fragment: string;
  rawFragment: string;
};

export type Pair = [name: string, value: string];

/** What a URL object stands for. */
export type UrlState = { url: GoUrl; params: Params | null; readonly object: object };
/** What a URLSearchParams object stands for: a list of its own, or the one of a URL. */
export type Params = { list: Pair[]; readonly owner: UrlState | null; object?: object };

/** The parts of a URL that Go escapes in different ways. */
type Part = "path" | "fragment" | "userinfo" | "host";

export type Cut = { readonly before: string; readonly after: string; readonly found: boolean };
export type Accessor = {
  readonly get: (this: object) => unknown;
  readonly set?: ((this: object, value: unknown) => void) | undefined;
};
export type GoConstructor = {
  new (...args: readonly unknown[]): object;
  (...args: readonly unknown[]): object;
  readonly prototype: object;
};

/** Each script takes from it what those before it have added. */
export type UrlKit = UrlModule & {
  /** The text before and after the first separator, as strings.Cut. */
  readonly cut: (text: string, separator: string) => Cut;
  readonly toGo: (value: unknown) => string;
  readonly toJs: (bytes: string) => string;
  /** What each part of a URL leaves unescaped besides letters, digits and `-_.~`. */
  readonly PLAIN: Readonly<Record<Part | "query" | "parameter", RegExp>>;
  readonly escapeBytes: (bytes: string, plain: RegExp, spaceAsPlus?: boolean) => string;
  /** The unescaped bytes, or null where Go reports an error. */
  readonly unescapeBytes: (text: string, part: Part) => string | null;
  /** A part as Go writes it: as it came where that is a valid spelling of the same bytes, else escaped anew. */
  readonly spell: (bytes: string, raw: string, part: Part) => string;
  /** url.Parse, or url.ParseRequestURI with `isRequest`; null where Go reports an error. */
  readonly parse: (text: string, isRequest?: boolean) => GoUrl | null;
  readonly splitHost: (host: string) => { readonly name: string; readonly port: string };
  readonly writeUrl: (url: GoUrl) => string;
  readonly resolve: (base: GoUrl, reference: GoUrl) => GoUrl;
  readonly constructorOf: (
    name: string,
    make: (first: unknown, second: unknown, newTarget: CallableFunction | undefined) => object,
  ) => GoConstructor;
  readonly defineAccessors: (target: object, accessors: Readonly<Record<string, Accessor>>) => void;
  readonly defineMethods: (
    target: object,
    methods: Readonly<Record<string, (this: object, ...args: unknown[]) => unknown>>,
  ) => void;
  readonly typeError: (code: string, message: string) => TypeError;
  readonly showField: (object: object, name: string, value: unknown) => object;
  readonly show: (object: object, url: GoUrl | null, params: readonly Pair[] | null) => void;
  readonly newParams: (params: Params) => object;
  readonly parseParams: (query: string) => Pair[];
  readonly writeParams: (list: readonly Pair[]) => string;
};

/** The module as authors see it, and what the host asks of its objects: null for anything else. */
export type UrlModule = {
  readonly URL: GoConstructor;
  readonly URLSearchParams: GoConstructor;
  readonly domainToASCII: (domain: string) => string | null;
  readonly domainToUnicode: (domain: string) => string | null;
  readonly entriesOf: (object: object) => readonly Pair[] | null;
  readonly hrefOf: (object: object) => string | null;
};
