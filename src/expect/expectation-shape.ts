/** Expectations as `scenarios.json` writes them: one level of them, before it is laid over the levels below. */
import {
  anyJson,
  byKind,
  list,
  type Member,
  object,
  oneOf,
  orNull,
  record,
  refined,
  type Said,
  said,
  type Shape,
  text,
  wholeNumber,
} from "../workflow/json-shape.ts";
import type { TokenName } from "../workflow/token.ts";
import {
  CLAIM_STATES,
  type ClaimExpectation,
  type ExpectedOutcome,
  type ExpectedState,
  OUTCOMES,
} from "./expectation.ts";
import { createPattern, PatternError } from "./pattern.ts";

/** Each member with its place; `null` takes away what a lower level says. */
type Level<T> = { readonly [N in keyof T]?: Said<T[N] | null> };

export type TokenLevel = {
  /** A word for the whole token takes the place of all that lower levels say of it. */
  readonly replaces: boolean;
  readonly claims: ReadonlyMap<string, Said<readonly ClaimExpectation[] | null>>;
  readonly others?: Said<ExpectedState | null>;
};

export type ExpectLevel = Level<{
  outcome: ExpectedOutcome;
  message: string;
  denied: string;
  fields: ReadonlyMap<string, string>;
  mfa: string;
  calls: number | readonly string[];
  problems: "none" | readonly string[];
}> & {
  readonly tokens: { readonly [T in TokenName]?: Said<TokenLevel | null> };
  readonly maxBytes: { readonly [T in TokenName]?: Said<number | null> };
};

const state = oneOf(...CLAIM_STATES);

const pattern = refined(
  text,
  (source) => {
    try {
      createPattern(source);
      return { value: source };
    } catch (error) {
      if (error instanceof PatternError) return { mistake: error.message };
      throw error;
    }
  },
  { format: "regex" },
);

const value = refined(
  object(
    "what a claim holds",
    {},
    {
      is: { shape: anyJson, about: "The value in the issued token." },
      has: { shape: anyJson, about: "A list’s member, an object’s members, or a part of a text." },
      matches: { shape: pattern, about: "A regular expression that a part of the text matches." },
    },
  ),
  ({ is, has, matches }, about): { readonly value: readonly ClaimExpectation[] } | { readonly mistake: string } => {
    const all: ClaimExpectation[] = [
      ...(is === undefined ? [] : [{ kind: "is", json: is } as const]),
      ...(has === undefined ? [] : [{ kind: "has", json: has } as const]),
      ...(matches === undefined ? [] : [{ kind: "matches", pattern: matches } as const]),
    ];
    return all.length > 0 ? { value: all } : { mistake: `${about} needs "is", "has" or "matches".` };
  },
  { minProperties: 1 },
);

const claim: Shape<readonly ClaimExpectation[]> = byKind(
  'a state such as "added", or an object with "is", "has" or "matches"',
  {
    text: refined(state, (word) => ({ value: [{ kind: "state", state: word } as const] })),
    object: value,
  },
);

/** `"*"` speaks of every claim that is not named, and so can only be a state. */
function claimsByName(): Shape<TokenLevel> {
  const named = said(orNull(claim));
  const others = said(orNull(state));
  return {
    expected: "a claim and what is expected of it",
    schema: {
      type: "object",
      properties: { "*": { description: "The state of every claim that is not named.", ...others.schema } },
      additionalProperties: named.schema,
    },
    read(written, _, tell) {
      const claims = new Map<string, Said<readonly ClaimExpectation[] | null>>();
      let rest: Said<ExpectedState | null> | undefined;
      for (const { name, value: inside } of written.kind === "object" ? written.members : []) {
        if (name === "*") rest = others.read(inside, '"*"', tell);
        else {
          const read = named.read(inside, JSON.stringify(name), tell);
          if (read) claims.set(name, read);
        }
      }
      return { replaces: false, claims, ...(rest ? { others: rest } : {}) };
    },
  };
}

const token: Shape<TokenLevel> = byKind('"unchanged", or an object of claims', {
  text: refined(said(oneOf("unchanged")), (word) => ({
    value: { replaces: true, claims: new Map(), others: word } as const,
  })),
  object: claimsByName(),
});

const calls: Shape<number | readonly string[]> = byKind('a number, or a list of requests such as "POST https://…"', {
  number: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  list: list(
    refined(
      text,
      (line, about) =>
        /^[A-Z]+ \S+$/.test(line)
          ? { value: line }
          : { mistake: `${about} must be a method and a URL, such as "GET https://api.example.com/plan".` },
      { pattern: "^[A-Z]+ \\S+$" },
    ),
    "a list of requests",
  ),
});

const problems: Shape<"none" | readonly string[]> = byKind('"none", or a list of ids of problems', {
  text: oneOf("none"),
  list: refined(
    list(text, "a list of ids of problems"),
    (ids, about) =>
      ids.length > 0 ? { value: ids } : { mistake: `${about} is an empty list. Write "none" for no problem.` },
    { minItems: 1 },
  ),
});

const member = <T>(shape: Shape<T>, about: string): Member<Said<T | null>> => ({ shape: said(orNull(shape)), about });
const bytes = wholeNumber(1, Number.MAX_SAFE_INTEGER);

const NO_LIMIT = { value: null, at: 0 } as const;
const NO_LIMITS = { accessToken: NO_LIMIT, idToken: NO_LIMIT, m2mToken: NO_LIMIT };

const tokenMembers = {
  accessToken: member(token, "What is expected of the access token."),
  idToken: member(token, "What is expected of the ID token."),
  m2mToken: member(token, "What is expected of the M2M token."),
};

export const expectationShape: Shape<ExpectLevel> = refined(
  object(
    "an object of expectations",
    {},
    {
      outcome: member(oneOf(...OUTCOMES), "How the run ends; completed when nothing is said."),
      message: member(text, "Stands in the error’s message."),
      denied: member(text, "Stands in the reason for which access is denied."),
      ...tokenMembers,
      maxBytes: {
        shape: orNull(
          object(
            "an object of tokens and sizes",
            {},
            {
              accessToken: member(bytes, "The size of the encoded access token, in bytes, at most."),
              idToken: member(bytes, "The size of the encoded ID token, in bytes, at most."),
              m2mToken: member(bytes, "The size of the encoded M2M token, in bytes, at most."),
            },
          ),
        ),
        about: "The size of each encoded token, in bytes, at most.",
      },
      fields: member(record(text, "an object of form fields and messages"), "Form field → text in its message."),
      mfa: member(text, "The policy that the workflow sets, such as skip."),
      calls: member(calls, "How many requests go out, or each in order."),
      problems: member(problems, "Ids of problems that must be there, or none."),
    },
  ),
  ({ accessToken, idToken, m2mToken, maxBytes, ...rest }) => ({
    value: {
      ...rest,
      maxBytes: maxBytes === null ? NO_LIMITS : (maxBytes ?? {}),
      tokens: {
        ...(accessToken ? { accessToken } : {}),
        ...(idToken ? { idToken } : {}),
        ...(m2mToken ? { m2mToken } : {}),
      },
    },
  }),
);
