/** Expectations in one line, as the attribute of an embed has them: `failed: is not a function` or `companyName = "Acme Inc."; roles emptied`. */
import { compactJson } from "../workflow/exact-json.ts";
import { parseJson } from "../workflow/json.ts";
import type { TokenName } from "../workflow/token.ts";
import {
  CLAIM_STATES,
  type ClaimExpectation,
  type ExpectedOutcome,
  type Expectations,
  OUTCOMES,
  type TokenExpectation,
} from "./expectation.ts";
import { contradictionBetween, LANDED_STATES } from "./contradictions.ts";

/** The claims are those of whichever token is shown. */
export type ShortForm = {
  readonly outcome: ExpectedOutcome;
  readonly message?: string;
  readonly claims: TokenExpectation["claims"];
};

export type ShortFormReading =
  | { readonly kind: "ok"; readonly expectation: ShortForm }
  | { readonly kind: "invalid"; readonly message: string };

/**
 * Reads parts divided by `;`: an outcome, with what its message says after a colon (`failed: is not a function`), and claims with their
 * state (`permissions emptied`) or value (`companyName = "Acme Inc."`). Without an outcome the workflow is expected to complete.
 */
export function parseShortForm(text: string): ShortFormReading {
  let outcome: ExpectedOutcome | null = null;
  let message: string | null = null;
  const claims = new Map<string, ClaimExpectation[]>();
  for (const part of partsOf(text)) {
    const [, word = "", said] = /^([a-z-]+)(?:\s*:\s*(.+))?$/.exec(part) ?? [];
    const known = OUTCOMES.find((name) => name === word);
    if (known !== undefined) {
      if (outcome !== null) return invalid(`“${part}” is a second outcome; there can be only one.`);
      outcome = known;
      message = said ?? null;
      continue;
    }
    const claim = claimIn(part);
    if (claim === null) {
      return invalid(
        `“${part}” is no expectation. Write an outcome (${OUTCOMES.join(", ")}), a claim and its state (companyName added), or a claim and its value (companyName = "Acme Inc.").`,
      );
    }
    const all = [...(claims.get(claim.name) ?? []), claim.expected];
    const contradiction = contradictionBetween(all);
    if (contradiction !== null) return invalid(`“${part}” contradicts what is said before it: ${contradiction}.`);
    claims.set(claim.name, all);
  }
  return settled({ outcome: outcome ?? "completed", ...(message === null ? {} : { message }), claims });
}

function settled(expectation: ShortForm): ShortFormReading {
  const { outcome, message, claims } = expectation;
  if (message !== undefined && outcome === "completed") {
    return invalid(`“completed: ${message}” contradicts itself: a run that completes has no message.`);
  }
  const landed = [...claims].find(([, all]) =>
    all.some((one) => one.kind === "state" && LANDED_STATES.includes(one.state)),
  );
  if (landed && outcome !== "completed") {
    return invalid(
      `“${landed[0]}” cannot change where the run is expected to be ${outcome}: no token has its changes.`,
    );
  }
  return { kind: "ok", expectation };
}

/** Divides at `;` outside of quotes. */
function partsOf(text: string): readonly string[] {
  const parts = text.match(/(?:"(?:[^"\\]|\\.)*"|[^;"]|")+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function claimIn(part: string): { readonly name: string; readonly expected: ClaimExpectation } | null {
  const value = /^("(?:[^"\\]|\\.)*"|[^\s=]+)\s*=\s*(.+)$/s.exec(part);
  if (value) {
    const json = compactOrNull(value[2] ?? "");
    return json === null ? null : { name: nameIn(value[1] ?? ""), expected: { kind: "is", json } };
  }
  const [, name, word] = /^("(?:[^"\\]|\\.)*"|\S+)\s+([a-z]+)$/.exec(part) ?? [];
  const state = CLAIM_STATES.find((known) => known === word);
  return name === undefined || state === undefined ? null : { name: nameIn(name), expected: { kind: "state", state } };
}

function nameIn(written: string): string {
  if (!written.startsWith('"')) return written;
  try {
    return String(parseJson(written));
  } catch {
    return written;
  }
}

/** Null when it is no JSON. */
function compactOrNull(text: string): string | null {
  try {
    parseJson(text);
    return compactJson(text);
  } catch {
    return null;
  }
}

function invalid(message: string): ShortFormReading {
  return { kind: "invalid", message };
}

/** @param token whose claims are meant. */
export function expectationsFor({ outcome, message, claims }: ShortForm, token: TokenName): Expectations {
  return {
    outcome,
    ...(message === undefined ? {} : { message }),
    tokens: claims.size === 0 ? {} : { [token]: { claims } },
    maxBytes: {},
  };
}
