// biome-ignore-all lint/suspicious/noExplicitAny: what the outside world answers is as loose here as in the package's own declarations
/**
 * What a workflow finds besides the language itself, as Kinde's runtime has it: the global `kinde` that `@kinde/infrastructure` calls and does
 * not export, and the native bindings. For a type checker alone: nothing of it runs.
 */

/** The claims that a workflow sets on one token. */
interface KindeTokenBinding {
  /**
   * The custom claims as they stand. Assigning to a property of the returned object does not set a claim:
   * call `setCustomClaim`, or use the object that the package's `…CustomClaims()` functions return.
   */
  getCustomClaims<T extends object = Record<string, unknown>>(): T;
  /**
   * Sets one claim. The value is copied at this moment; what is changed inside it later is not seen.
   * @param name the claim's name; a prohibited one (`sub`, `aud`, `exp`, …) does not land in the token.
   * @param value anything that can become JSON.
   */
  setCustomClaim(name: string, value: unknown): void;
}

/** What `kinde.fetch` answers. */
interface KindeFetchAnswer<T = any> {
  readonly status: number;
  /** The body as text. */
  readonly text: string;
  /** The body parsed as JSON. */
  readonly json: T;
}

interface KindeLowLevelFetchOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  responseFormat?: "json" | "text";
  headers?: Record<string, string>;
  body?: URLSearchParams | Record<string, unknown> | string;
}

/**
 * The low-level API. Each member is there only when `workflowSettings.bindings` asks for it; without any `kinde.…` binding there is no `kinde` at all.
 * It does not exist while Kinde reads `workflowSettings`: use it inside of functions only.
 */
declare const kinde: {
  /** Binding `kinde.accessToken`. */
  readonly accessToken: KindeTokenBinding;
  /** Binding `kinde.idToken`. */
  readonly idToken: KindeTokenBinding;
  /** Binding `kinde.m2mToken`. */
  readonly m2mToken: KindeTokenBinding;
  /** Binding `kinde.env`. */
  readonly env: {
    /** An environment variable by its name; null when there is none. Secret values are redacted in logs. */
    get(key: string): { readonly value: string; readonly isSecret: boolean } | null;
  };
  /**
   * Binding `kinde.fetch`. Answers at once, without a promise.
   * @example const { json } = kinde.fetch("https://api.example.com/plan", { method: "GET" });
   */
  fetch<T = any>(url: string, options?: KindeLowLevelFetchOptions): KindeFetchAnswer<T>;
  /** Binding `kinde.secureFetch`. Like `fetch`, with the body encrypted by the environment's key. */
  secureFetch<T = any>(url: string, options?: KindeLowLevelFetchOptions): KindeFetchAnswer<T>;
  /** Binding `kinde.auth`. */
  readonly auth: {
    /** Ends the sign-in with a reason. What follows the call still runs. */
    denyAccess(reason: string): void;
  };
  /** Binding `kinde.widget`. */
  readonly widget: {
    /** Shows a message at one field of the form. */
    invalidateFormField(fieldName: string, message: string): void;
  };
  /** Binding `kinde.mfa`. */
  readonly mfa: {
    setEnforcementPolicy(policy: "required" | "skip"): void;
  };
  /** Binding `kinde.plan`. */
  readonly plan: {
    denySelection(message: string, reasons?: string[]): void;
    denyCancellation(message: string): void;
  };
  /** Binding `kinde.localization`. */
  readonly localization: {
    /** A text by its key; null when there is none. */
    get(key: string): string | null;
  };
  /** There with the binding `kinde.fetch`. */
  readonly cache: {
    /** A cached token by its name, or else what `onMissingOrExpired` returns. */
    jwtToken(
      name: string,
      options: {
        validation?: { key: { type: "jwks"; jwks: { url: string } } };
        onMissingOrExpired: () => string;
      },
    ): string;
  };
};

/** Binding `console`. */
declare const console: {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};

/** Binding `util`. */
declare const util: {
  /** Fills `%s`, `%d` and `%j` in a text; `%%` is a percent sign. */
  format(format: string, ...values: unknown[]): string;
};

/** Binding `url`. */
interface URL {
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
  toString(): string;
  toJSON(): string;
}
declare const URL: {
  readonly prototype: URL;
  new (url: string, base?: string | URL): URL;
};

/** Binding `url`. */
interface URLSearchParams {
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  toString(): string;
  forEach(visit: (value: string, name: string, params: URLSearchParams) => void): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
declare const URLSearchParams: {
  readonly prototype: URLSearchParams;
  new (init?: string | Record<string, string> | Iterable<[string, string]> | URLSearchParams): URLSearchParams;
};
